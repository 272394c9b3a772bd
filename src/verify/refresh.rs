//! A newer version of a credential, from its issuer's refresh service (Open Badges 3.0,
//! "OpenBadgeCredential Verification", step 3; VC Data Model 2.0, section 5.4, "Refreshing").
//!
//! W3C expects a service to be used where a credential has expired, or where its issuer has no other
//! way to say that it is withdrawn; so it is asked for in these cases alone. In the first the newer
//! version can only help. In the second it is the way to ask about withdrawal, and as long as it has
//! not answered that question is open: otherwise whoever keeps the answer away would improve the
//! verdict.

use super::documents::Documents;
use super::examine;
use super::examiner::Examiner;
use crate::carrier::open;
use crate::credential::Credential;
use crate::evidence::Purpose;
use crate::note::Note;
use crate::policy::Policy;
use crate::reason::{Reason, RefreshReason};
use crate::report::{Basis, Checks, Outcome, Question, Report, Verdict};

/// The service's type (1EdTech Credential Refresh 1.0).
const SERVICE: &str = "1EdTechCredentialRefresh";

/// The report on the newer version where there is one that holds by itself, or else this one with why
/// there is none. Asked once: a newer version's own service is not followed.
pub(super) fn follow(report: Report, examiner: &Examiner<'_>) -> Report {
    let services = report.claims.refresh.iter();
    let mut known = services.filter(|service| service.types.iter().any(|kind| kind == SERVICE));
    let Some(service) = known.next().filter(|_| is_of_use(&report)) else {
        return report;
    };
    let url = service.id.clone().unwrap_or_default();
    // What the service gives is of now.
    if report.now.is_some() {
        return original(report, Reason::Refresh(RefreshReason::AnotherTime));
    }
    let policy = examiner.policy;
    let documents = Documents::new(examiner.evidence, &policy.bounds);
    let answered = documents.body(&url, Purpose::Refresh);
    let newer = answered.and_then(|body| newer(body, &url, &report, policy));
    let refreshed = newer.map(|newer| examine(&newer, examiner));
    match refreshed {
        Ok(refreshed) if refreshed.is_attested() => Report {
            notes: [vec![Note::Refreshed { url }], refreshed.notes].concat(),
            refreshed: true,
            ..refreshed
        },
        Ok(refreshed) => {
            let reason = Reason::Refresh(RefreshReason::NotConfirmed { url });
            let mut original = original(report, reason);
            original.wants.extend(refreshed.wants);
            original
        }
        Err(reason) => {
            let mut original = original(report, reason);
            original.wants.extend(documents.wants());
            original
        }
    }
}

/// Expired and not withdrawn, or without another way to ask about withdrawal. A question about
/// withdrawal that is still open is put first: a version that is withdrawn is not renewed.
fn is_of_use(report: &Report) -> bool {
    match report.checks.get(Question::Status).outcome {
        Outcome::Absent => report.is_attested(),
        Outcome::Pass => report.verdict == Verdict::Expired,
        Outcome::Fail | Outcome::Unknown | Outcome::Skipped => false,
    }
}

/// What the service gave, if it is the same credential of the same issuer.
fn newer(body: &[u8], url: &str, report: &Report, policy: &Policy) -> Result<Credential, Reason> {
    let url = url.to_owned();
    let opened = open(body, &policy.bounds).ok();
    let credential = opened.as_ref().and_then(|opened| opened.credentials.only());
    let Some(credential) = credential else {
        return Err(Reason::Refresh(RefreshReason::NotACredential { url }));
    };
    let (own, newer) = (&report.claims, &credential.claims);
    let is_same = |own: &Option<String>, newer| own.is_some() && own == newer;
    if !is_same(&own.id, &newer.id) || !is_same(&own.issuer.id, &newer.issuer.id) {
        return Err(Reason::Refresh(RefreshReason::AnotherCredential { url }));
    }
    Ok(credential.clone())
}

/// The report as it was, where no newer version holds.
fn original(report: Report, reason: Reason) -> Report {
    let report = match report.checks.get(Question::Status).outcome {
        Outcome::Absent => with_open_status(report, &reason),
        _ => report,
    };
    Report {
        notes: [vec![Note::NotRefreshed { reason }], report.notes].concat(),
        ..report
    }
}

/// The report with the question of withdrawal open, and that of each credential that rests on it.
fn with_open_status(mut report: Report, reason: &Reason) -> Report {
    let nested = std::mem::take(&mut report.credentials).into_iter();
    let nested = nested.map(|nested| match nested {
        Ok(nested) if nested.basis == Basis::Record => Ok(with_open_status(nested, reason)),
        other => other,
    });
    report.credentials = nested.collect();
    let checks = Checks::new(|question| {
        let check = report.checks.get(question);
        match (question, check.outcome) {
            (Question::Status, Outcome::Absent | Outcome::Pass) => {
                (Outcome::Unknown, reason.clone())
            }
            _ => (check.outcome, check.reason.clone()),
        }
    });
    Report {
        verdict: Verdict::of(&checks),
        checks,
        ..report
    }
}

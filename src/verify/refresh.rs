//! A newer version of a credential, from its issuer's refresh service (Open Badges 3.0,
//! "OpenBadgeCredential Verification", step 3; VC Data Model 2.0, section 5.4, "Refreshing").
//!
//! W3C expects a service to be used where a credential has expired, or where its issuer has no other
//! way to say that it is withdrawn. It is asked for in the first case alone, in which the newer version
//! can only help. In the second, an answer could only do harm, so that whoever keeps it away would
//! improve the verdict; or else a credential whose service is silent would count for less than one
//! without any, where Open Badges goes on with the original. A service is no status method, and the
//! reader is told that there is one.

use super::documents::Documents;
use super::examine;
use super::examiner::Examiner;
use crate::carrier::open;
use crate::credential::Credential;
use crate::evidence::Purpose;
use crate::note::Note;
use crate::policy::Policy;
use crate::reason::{Reason, RefreshReason, Unobtained};
use crate::report::{Outcome, Question, Report, Verdict};

/// The service's type (1EdTech Credential Refresh 1.0).
const SERVICE: &str = "1EdTechCredentialRefresh";

/// The report on the newer version where there is one that holds by itself, or else this one with why
/// there is none. Asked once: a newer version's own service is not followed.
pub(super) fn follow(report: Report, examiner: &Examiner<'_>) -> Report {
    let services = report.claims.refresh.iter();
    let mut known = services.filter(|service| service.types.iter().any(|kind| kind == SERVICE));
    let Some(service) = known.next() else {
        return report;
    };
    let url = service.id.clone().unwrap_or_default();
    match of_what_use(&report) {
        Use::None => return report,
        Use::Another => {
            let why = Unobtained::NotAsked;
            return original(report, Reason::Unobtained { url, why });
        }
        Use::Renewal => {}
    }
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

/// What a newer version would be good for.
enum Use {
    /// The reader may want to have it, and the verdict does not need it.
    Another,
    None,
    /// It can be in force where the credential is not.
    Renewal,
}

/// An expired credential is renewed if it is not withdrawn. A question about withdrawal that is still
/// open is put first: a version that is withdrawn is not renewed.
fn of_what_use(report: &Report) -> Use {
    match report.checks.get(Question::Status).outcome {
        Outcome::Absent | Outcome::Pass if report.verdict == Verdict::Expired => Use::Renewal,
        Outcome::Absent if report.is_attested() => Use::Another,
        _ => Use::None,
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
    Report {
        notes: [vec![Note::NotRefreshed { reason }], report.notes].concat(),
        ..report
    }
}

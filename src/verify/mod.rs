//! The pure function: what is known of a badge, given the evidence, the policy and the time.

mod as_of;
mod dates;
mod documents;
mod endorsements;
mod examiner;
mod holder;
mod hosted;
mod issuer_identity;
mod judgement;
mod mentions;
mod obtained;
mod open_badges;
mod record;
mod refresh;
mod revocation_list;
mod schema;
#[cfg(feature = "schema")]
mod schema_credential;
mod scope;
mod signature;
mod signed_badge;
mod status;
mod status_list;
mod token;
mod token_credential;

pub use holder::{HolderReport, verify_presentation};

use self::examiner::{Budget, Examiner};
use self::judgement::{Answer, IssuerSigned, Judgement, Signed};
use crate::credential::{Claims, Credential, Format, Securing};
use crate::evidence::{Evidence, Request};
use crate::nested::{EndorsementCounts, EndorsementReport};
use crate::note::Note;
use crate::policy::Policy;
use crate::reason::Reason;
use crate::recipient;
use crate::report::{Basis, Checks, Outcome, ProofReport, Question, Report, Verdict};
use crate::resolve::Relationship;
use crate::timestamp::Timestamp;
use crate::trust;

/// Judges a credential. Reads no clock and does no I/O: the same arguments give the same report.
///
/// What the report could still use stands in [`Report::wants`]; a caller that obtains it calls
/// again with more evidence.
#[must_use]
pub fn verify(
    credential: &Credential,
    evidence: &Evidence,
    policy: &Policy,
    at: Timestamp,
) -> Report {
    let judge = |evidence: &Evidence| {
        let budget = Budget::new(&policy.bounds);
        let examiner = Examiner::new(evidence, policy, at, &budget);
        refresh::follow(examine(credential, &examiner), &examiner)
    };
    let (report, evidence) = obtained::with_evidence(evidence, judge, |report| &report.wants);
    Report { evidence, ..report }
}

/// The same for a credential that may stand in another, and for those in it.
fn examine(credential: &Credential, examiner: &Examiner<'_>) -> Report {
    let Examiner {
        evidence,
        policy,
        at,
        ..
    } = *examiner;
    let judged = match credential.format {
        Format::Ob1 | Format::Ob2 => open_badges::judge(credential, evidence, policy, at),
        Format::Clr2 | Format::Elm | Format::Ob3 | Format::SdJwtVc | Format::Vc => {
            signed(credential, examiner)
        }
    };
    let endorsements = endorsements::judge(credential, examiner);
    let mut report = judged.report(credential.format, endorsements, examiner);
    report.credentials = record::judge(credential, &report, examiner);
    // Who endorses a badge that is not known to be its issuer's, is nothing to ask other sites about.
    let is_attested = report.is_attested();
    let endorsements = report.endorsements.iter().filter(|_| is_attested);
    let nested = endorsements.filter_map(|it| it.credential.as_ref().ok());
    let nested = nested.chain(report.credentials.iter().flatten());
    let wants: Vec<Request> = nested.flat_map(|nested| nested.wants.clone()).collect();
    report.wants.extend(wants);
    report.wants.sort();
    report.wants.dedup();
    report
}

/// Credentials that can be judged by themselves: W3C's, Open Badges 3.0 among them, and SD-JWT VC.
fn signed(credential: &Credential, examiner: &Examiner<'_>) -> Judged {
    let Examiner {
        evidence,
        policy,
        at,
        ..
    } = *examiner;
    let claims = credential.claims.clone();
    let signature = signature_of(credential, evidence, policy, at);
    let status = status::check(signature.issuer_signed(), &claims, &examiner.of_now());
    let document = &credential.document;
    let schemas = schema::check(&claims.schemas, document, examiner);
    let mut wants = [signature.wants.clone(), status.wants].concat();
    if signature.issuer_signed().is_some() {
        // Whose schema it would be, is not known before.
        wants.extend(schemas.wants);
    }
    Judged {
        basis: Basis::Signature,
        integrity: signature.integrity,
        issuer_key: signature.signer_key,
        dates: dates::check(&claims.starts, &claims.ends, policy.clock_skew, at),
        status: status.answer,
        schema: schemas.answer,
        claims,
        notes: [signature.notes, status.notes].concat(),
        proofs: signature.proofs,
        wants,
    }
}

/// What a credential's proofs come to, or the token around it.
fn signature_of(
    credential: &Credential,
    evidence: &Evidence,
    policy: &Policy,
    at: Timestamp,
) -> Judgement {
    let signed = Signed {
        document: &credential.document,
        memory: credential.document.signatures().clone(),
        signer: credential.claims.issuer.id.as_deref(),
        relationship: Relationship::AssertionMethod,
    };
    match &credential.securing {
        Securing::Embedded => signature::judge(&signed, evidence, policy, at),
        Securing::Seal(seal) => {
            let algorithms = seal.algorithms.clone();
            let reason = Reason::UncheckedSeal { algorithms };
            Judgement::without_signature((Outcome::Unknown, reason))
        }
        Securing::Token(token) => token_credential::judge(credential, token, evidence, policy, at),
    }
}

/// What a format's own rules come to; the other questions are answered alike for all.
struct Judged {
    basis: Basis,
    claims: Claims,
    integrity: Answer,
    issuer_key: Answer,
    dates: Answer,
    status: Answer,
    schema: Answer,
    notes: Vec<Note>,
    proofs: Vec<ProofReport>,
    wants: Vec<Request>,
}

impl Judged {
    fn report(
        self,
        format: Format,
        endorsements: Vec<EndorsementReport>,
        examiner: &Examiner<'_>,
    ) -> Report {
        let Examiner {
            evidence,
            policy,
            at,
            ..
        } = *examiner;
        let now = policy.now.unwrap_or(at);
        let status = as_of::status(self.status, &self.claims.status, at, now);
        let claims = &self.claims;
        let signed = IssuerSigned::of(&self.integrity, &self.issuer_key);
        let lookup = match (&claims.issuer.id, signed) {
            (Some(issuer), Some(_)) => Some(trust::look_up(issuer, evidence, policy, at)),
            _ => None,
        };
        let checks = Checks::new(|question| match question {
            Question::Integrity => self.integrity.clone(),
            Question::IssuerKey => self.issuer_key.clone(),
            Question::IssuerIdentity => issuer_identity::check(lookup.as_ref()),
            Question::Dates => self.dates.clone(),
            Question::Status => status.clone(),
            Question::Recipient => recipient::check(policy.recipient.as_deref(), &claims.subject),
            Question::Schema => self.schema.clone(),
            Question::Endorsements => self::endorsements(claims, &endorsements),
        });
        let lookup = lookup.unwrap_or_default();
        Report {
            at,
            now: policy.now.filter(|now| *now != at),
            format,
            verdict: Verdict::of(&checks),
            basis: self.basis,
            checks,
            claims: self.claims,
            listings: lookup.listings,
            notes: self.notes,
            proofs: self.proofs,
            endorsements,
            credentials: Vec::new(),
            evidence: Vec::new(),
            wants: [self.wants, lookup.wants].concat(),
            refreshed: false,
        }
    }
}

/// Who else vouches for it. Those of badges before 3.0 are documents elsewhere, which are not asked for.
fn endorsements(claims: &Claims, reports: &[EndorsementReport]) -> Answer {
    match (reports.len(), claims.endorsements.len()) {
        (0, 0) => (Outcome::Absent, Reason::EndorsementsAbsent),
        (0, count) => (Outcome::Unknown, Reason::EndorsementsNotChecked { count }),
        _ => {
            let counts = EndorsementCounts::of(reports);
            (counts.outcome(), Reason::Endorsements(counts))
        }
    }
}

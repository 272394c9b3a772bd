//! The pure function: what is known of a badge, given the evidence, the policy and the time.

mod dates;
mod documents;
mod holder;
mod hosted;
mod issuer_identity;
mod judgement;
mod open_badges;
mod revocation_list;
mod scope;
mod signature;
mod signed_badge;
mod token;
mod token_credential;

pub use holder::{HolderReport, verify_presentation};

use self::judgement::{Answer, Signed};
use crate::credential::{Claims, Credential, Format, Securing};
use crate::evidence::{Evidence, Request};
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
    match credential.format {
        Format::Ob1 | Format::Ob2 => open_badges::judge(credential, evidence, policy, at),
        Format::Ob3 | Format::SdJwtVc | Format::Vc => signed(credential, evidence, policy, at),
    }
    .report(evidence, policy, at)
}

/// Credentials that can be judged by themselves: W3C's, Open Badges 3.0 among them, and SD-JWT VC.
fn signed(credential: &Credential, evidence: &Evidence, policy: &Policy, at: Timestamp) -> Judged {
    let claims = credential.claims.clone();
    let signed = Signed {
        document: &credential.document,
        signer: claims.issuer.id.as_deref(),
        relationship: Relationship::AssertionMethod,
    };
    let signature = match &credential.securing {
        Securing::Embedded => signature::judge(&signed, evidence, policy, at),
        Securing::Token(token) => token_credential::judge(credential, token, evidence, policy, at),
    };
    Judged {
        basis: Basis::Signature,
        integrity: signature.integrity,
        issuer_key: signature.signer_key,
        dates: dates::check(&claims.starts, &claims.ends, policy.clock_skew, at),
        status: status(&claims),
        claims,
        notes: signature.notes,
        proofs: signature.proofs,
        wants: signature.wants,
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
    notes: Vec<Note>,
    proofs: Vec<ProofReport>,
    wants: Vec<Request>,
}

impl Judged {
    fn report(self, evidence: &Evidence, policy: &Policy, at: Timestamp) -> Report {
        let claims = &self.claims;
        let is_issuers = (self.integrity.0, self.issuer_key.0) == (Outcome::Pass, Outcome::Pass);
        let lookup = match &claims.issuer.id {
            Some(issuer) if is_issuers => Some(trust::look_up(issuer, evidence, policy, at)),
            _ => None,
        };
        let checks = Checks::new(|question| match question {
            Question::Integrity => self.integrity.clone(),
            Question::IssuerKey => self.issuer_key.clone(),
            Question::IssuerIdentity => issuer_identity::check(lookup.as_ref()),
            Question::Dates => self.dates.clone(),
            Question::Status => self.status.clone(),
            Question::Recipient => {
                recipient::check(policy.recipient.as_deref(), &claims.subject.identifiers)
            }
            Question::Schema => match claims.has_schema {
                true => (Outcome::Skipped, Reason::SchemaNotChecked),
                false => (Outcome::Absent, Reason::SchemaAbsent),
            },
            Question::Endorsements => match claims.endorsements.len() {
                0 => (Outcome::Absent, Reason::EndorsementsAbsent),
                count => (Outcome::Unknown, Reason::EndorsementsNotChecked { count }),
            },
        });
        let lookup = lookup.unwrap_or_default();
        Report {
            at,
            verdict: Verdict::of(&checks),
            basis: self.basis,
            checks,
            claims: self.claims,
            listings: lookup.listings,
            notes: self.notes,
            proofs: self.proofs,
            wants: [self.wants, lookup.wants].concat(),
        }
    }
}

/// No status method is understood yet, so each that there is leaves the question open.
fn status(claims: &Claims) -> (Outcome, Reason) {
    if claims.status.is_empty() {
        return (Outcome::Absent, Reason::NoStatusMethod);
    }
    let types = claims.status.iter().flat_map(|entry| entry.types.clone());
    let types = types.collect();
    (Outcome::Unknown, Reason::UnsupportedStatus { types })
}

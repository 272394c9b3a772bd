//! The pure function: what is known of a badge, given the evidence, the policy and the time.

mod dates;
mod holder;
mod judgement;
mod signature;
mod token;
mod token_credential;

pub use holder::{HolderReport, verify_presentation};

use self::judgement::Signed;
use crate::credential::{Claims, Credential, Securing};
use crate::evidence::Evidence;
use crate::policy::Policy;
use crate::reason::Reason;
use crate::recipient;
use crate::report::{Checks, Outcome, Question, Report, Verdict};
use crate::resolve::Relationship;
use crate::timestamp::Timestamp;
use crate::trust::{self, Lookup};

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
    let claims = &credential.claims;
    let signed = Signed {
        document: &credential.document,
        signer: claims.issuer.id.as_deref(),
        relationship: Relationship::AssertionMethod,
    };
    let signature = match &credential.securing {
        Securing::Embedded => signature::judge(&signed, evidence, policy, at),
        Securing::Token(token) => token_credential::judge(credential, token, evidence, policy, at),
    };
    let is_issuers =
        (signature.integrity.0, signature.signer_key.0) == (Outcome::Pass, Outcome::Pass);
    let lookup = match &claims.issuer.id {
        Some(issuer) if is_issuers => Some(trust::look_up(issuer, &policy.registries)),
        _ => None,
    };
    let checks = Checks::new(|question| match question {
        Question::Integrity => signature.integrity.clone(),
        Question::IssuerKey => signature.signer_key.clone(),
        Question::IssuerIdentity => issuer_identity(lookup.as_ref(), policy),
        Question::Dates => dates::check(claims, policy.clock_skew, at),
        Question::Status => status(claims),
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
    Report {
        at,
        verdict: Verdict::of(&checks),
        checks,
        listings: lookup.map(|lookup| lookup.listings).unwrap_or_default(),
        notes: signature.notes,
        proofs: signature.proofs,
        wants: signature.wants,
    }
}

fn issuer_identity(lookup: Option<&Lookup>, policy: &Policy) -> (Outcome, Reason) {
    let Some(lookup) = lookup else {
        return (Outcome::Unknown, Reason::NoValidSignature);
    };
    let names = |registries: Vec<&String>| registries.into_iter().cloned().collect();
    if !lookup.listings.is_empty() {
        let registries = lookup.listings.iter().map(|listing| &listing.registry);
        let registries = names(registries.collect());
        return (Outcome::Pass, Reason::Listed { registries });
    }
    if !lookup.test_registries.is_empty() {
        let registries = lookup.test_registries.clone();
        return (Outcome::Unknown, Reason::TestRegistryOnly { registries });
    }
    if policy.registries.is_empty() {
        return (Outcome::Unknown, Reason::NoRegistry);
    }
    let registries = policy.registries.iter().map(|registry| &registry.name);
    let registries = names(registries.collect());
    (Outcome::Unknown, Reason::NotListed { registries })
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

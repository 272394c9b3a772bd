//! Badges before 3.0: confirmed by their issuer's site, or signed with a key that the issuer's
//! profile lists (Open Badges 2.0, "Verification").

use super::documents::Documents;
use super::judgement::Answer;
use super::{Judged, dates, hosted, signed_badge};
use crate::credential::{Claims, Credential, OpenBadge, Securing, Verification};
use crate::evidence::Evidence;
use crate::note::Note;
use crate::policy::Policy;
use crate::reason::{Reason, SchemaReason};
use crate::report::{Basis, Outcome};
use crate::timestamp::Timestamp;

/// What hosting or a signature comes to.
pub(super) struct Findings {
    pub claims: Claims,
    pub integrity: Answer,
    pub issuer_key: Answer,
    pub status: Answer,
    pub notes: Vec<Note>,
}

impl Findings {
    /// Everything open for one reason.
    pub fn open(claims: Claims, reason: Reason) -> Self {
        let answer = (Outcome::Unknown, reason);
        Self {
            claims,
            integrity: answer.clone(),
            issuer_key: answer.clone(),
            status: answer,
            notes: Vec::new(),
        }
    }
}

/// Judges a badge in the way that it names.
pub(super) fn judge(
    credential: &Credential,
    evidence: &Evidence,
    policy: &Policy,
    at: Timestamp,
) -> Judged {
    let documents = Documents::new(evidence, &policy.bounds);
    let (basis, findings) = findings(credential, &documents, at);
    // The standard has no start of validity; a badge that is yet to be awarded is not valid.
    let awarded = findings.claims.awarded_date.as_slice();
    Judged {
        basis,
        dates: dates::check(awarded, &findings.claims.ends, policy.clock_skew, at),
        claims: findings.claims,
        integrity: findings.integrity,
        issuer_key: findings.issuer_key,
        status: findings.status,
        // The standard names no schema.
        schema: (Outcome::Absent, Reason::Schema(SchemaReason::Absent)),
        notes: findings.notes,
        proofs: Vec::new(),
        wants: documents.wants(),
    }
}

fn findings(
    credential: &Credential,
    documents: &Documents<'_>,
    at: Timestamp,
) -> (Basis, Findings) {
    let open = |reason| Findings::open(credential.claims.clone(), reason);
    let Some(file) = OpenBadge::read(&credential.document) else {
        let address = credential.claims.id.as_deref();
        return (Basis::Hosting, hosted::judge(address, None, documents));
    };
    match (file.verification(), &credential.securing) {
        (Verification::Hosted, _) => {
            let address = file.address();
            let findings = hosted::judge(address.as_deref(), Some(&file), documents);
            (Basis::Hosting, findings)
        }
        (Verification::Signed | Verification::Missing, Securing::Token(token)) => {
            let findings = signed_badge::judge(token, file, documents, at);
            (Basis::Signature, findings)
        }
        (Verification::Missing, _) => (Basis::Hosting, open(Reason::NoAddress)),
        (Verification::Signed, _) => (Basis::Signature, open(Reason::TokenMissing)),
        (Verification::Other(name), _) => {
            (Basis::Signature, open(Reason::UnsupportedSuite { name }))
        }
    }
}

//! The holder's proof: who put these credentials together, if they signed that they did.
//!
//! It stands apart from the credentials' reports and never lifts one. A proof that was recorded in a
//! file shows that the holder's key was used once; it does not show that whoever sends the file has
//! that key now. For that a verifier sets a challenge and has it answered (VC Data Model 2.0, section
//! 4.13; Data Integrity 1.0, section 2.1, `challenge` and `domain`), which nobody does for a file.

use super::signature::{self, Judgement, Signed};
use crate::credential::Presentation;
use crate::evidence::{Evidence, Request};
use crate::note::Note;
use crate::policy::Policy;
use crate::reason::Reason;
use crate::report::Outcome;
use crate::resolve::Relationship;
use crate::timestamp::Timestamp;

/// What is known of who presents some credentials.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct HolderReport {
    /// Whom the presentation names; a claim, unless `outcome` is a pass.
    pub holder: Option<String>,
    /// Whether the holder signed the presentation as it stands.
    pub outcome: Outcome,
    pub reason: Reason,
    /// What a reader should know besides.
    pub notes: Vec<Note>,
    /// What could still be asked, and what for.
    pub wants: Vec<Request>,
}

/// Judges the holder's proof, by the rules for credentials with two differences: its purpose is
/// `authentication`, and the holder's own document has to list the key for that.
#[must_use]
pub fn verify_presentation(
    presentation: &Presentation,
    evidence: &Evidence,
    policy: &Policy,
    at: Timestamp,
) -> HolderReport {
    let signed = Signed {
        document: &presentation.document,
        signer: presentation.holder.as_deref(),
        relationship: Relationship::Authentication,
    };
    let signature = match &presentation.token {
        None => signature::judge(&signed, evidence, policy, at),
        Some(jws) => {
            let name = jws.header.alg.clone();
            Judgement::without_signature((Outcome::Unknown, Reason::UnsupportedSuite { name }))
        }
    };
    let (outcome, reason) = answer(signature.integrity, signature.signer_key);
    HolderReport {
        holder: presentation.holder.clone(),
        outcome,
        reason,
        notes: signature.notes,
        wants: signature.wants,
    }
}

/// One answer of two: whether the presentation is unaltered, and whether the holder's key signed it.
fn answer(integrity: (Outcome, Reason), signer_key: (Outcome, Reason)) -> (Outcome, Reason) {
    match (integrity, signer_key) {
        (
            (Outcome::Pass, Reason::SignatureMatches { suite }),
            (Outcome::Pass, Reason::KeyOfIssuer { method }),
        ) => (Outcome::Pass, Reason::HolderSigned { suite, method }),
        (failed @ (Outcome::Fail, _), _) | (_, failed @ (Outcome::Fail, _)) => failed,
        ((Outcome::Pass, _), open) => open,
        (open, _) => open,
    }
}

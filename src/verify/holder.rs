//! The holder's proof: who put these credentials together, if they signed that they did.
//!
//! It stands apart from the credentials' reports and never lifts one. A proof that was recorded in a
//! file shows that the holder's key was used once; it does not show that whoever sends the file has
//! that key now. For that a verifier sets a challenge and has it answered (VC Data Model 2.0, section
//! 4.13; Data Integrity 1.0, section 2.1, `challenge` and `domain`), which nobody does for a file.

use super::judgement::{Judgement, Signed, refused};
use super::obtained::with_evidence;
use super::signature;
use super::token::{self, SignedToken};
use serde_json::Value;

use crate::credential::{Presentation, PresentationToken};
use crate::evidence::{Evidence, Obtained, Request};
use crate::jose::{TokenContent, TokenProfile};
use crate::note::Note;
use crate::policy::Policy;
use crate::proof::SignatureMemory;
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
    /// The documents that it rests on, and where each came from.
    pub evidence: Vec<Obtained>,
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
    let judge = |evidence: &Evidence| signature(presentation, evidence, policy, at);
    let (signature, evidence) = with_evidence(evidence, judge, |signature| &signature.wants);
    let (outcome, reason) = answer(signature.integrity, signature.signer_key);
    HolderReport {
        holder: presentation.holder.clone(),
        outcome,
        reason,
        notes: signature.notes,
        evidence,
        wants: signature.wants,
    }
}

/// What the presentation's proofs, or its token's signature, come to.
fn signature(
    presentation: &Presentation,
    evidence: &Evidence,
    policy: &Policy,
    at: Timestamp,
) -> Judgement {
    let signed = Signed {
        document: &presentation.document,
        memory: SignatureMemory::default(),
        signer: presentation.holder.as_deref(),
        relationship: Relationship::Authentication,
    };
    match &presentation.token {
        None => signature::judge(&signed, evidence, policy, at),
        Some(token) => {
            let signed = SignedToken {
                jws: &token.jws,
                profile: TokenProfile::Vp,
                memory: signed.memory,
                signer: presentation.holder.as_deref(),
                relationship: Relationship::Authentication,
            };
            let judgement = token::judge(&signed, evidence, policy, at);
            match in_order(token, policy, at) {
                Err(reason) if judgement.integrity.0 == Outcome::Pass => Judgement {
                    integrity: refused(reason),
                    ..judgement
                },
                _ => judgement,
            }
        }
    }
}

/// What the standards ask of a token around a presentation, beside a signature that holds: that it is
/// of that type, and in its time (RFC 7519, sections 4.1.4 and 4.1.5).
fn in_order(token: &PresentationToken, policy: &Policy, at: Timestamp) -> Result<(), Reason> {
    let content = TokenContent::Presentation;
    let typed = token.jws.header.is_typed_as(content);
    typed.map_err(|name| Reason::WrongTokenType { name })?;
    let date = |member, claim: &Option<Value>| match claim {
        None => Ok(None),
        Some(value) => {
            let seconds = value.as_f64();
            let date = seconds.and_then(Timestamp::from_numeric_date).map(Some);
            date.ok_or_else(|| Reason::MalformedDate {
                member,
                text: value.to_string(),
            })
        }
    };
    if let Some(expires) = date("exp", &token.expires)?.filter(|expires| at > *expires) {
        return Err(Reason::ProofExpired { expires });
    }
    let soon = at.plus_seconds(policy.clock_skew.seconds);
    if let Some(from) = date("nbf", &token.not_before)?.filter(|from| soon < *from) {
        return Err(Reason::NotYetValid { from });
    }
    Ok(())
}

/// One answer of two: whether the presentation is unaltered, and whether the holder's key signed it.
fn answer(integrity: (Outcome, Reason), signer_key: (Outcome, Reason)) -> (Outcome, Reason) {
    match (integrity, signer_key) {
        (
            (Outcome::Pass, Reason::SignatureMatches { mechanism }),
            (Outcome::Pass, Reason::KeyOfIssuer { method }),
        ) => (Outcome::Pass, Reason::HolderSigned { mechanism, method }),
        (failed @ (Outcome::Fail, _), _) | (_, failed @ (Outcome::Fail, _)) => failed,
        ((Outcome::Pass, _), open) => open,
        (open, _) => open,
    }
}

//! Proofs: a suite each, and the one type that says that a signature holds.
//!
//! ```text
//!  document ─┐                                            key ─┐
//!            ├─ transformation (jcs, rdfc) ─▶ hash_data ───────┴─▶ SignatureValid
//!  proof ────┘
//! ```
//!
//! Only this folder can make a [`SignatureValid`]. It says that a key made a signature over the
//! document, and nothing of whose key that is.

#[cfg(feature = "bbs")]
mod bbs;
pub mod bbs_2023;
mod definition;
mod detached_jws;
mod ecdsa_jcs_2019;
mod ecdsa_rdfc_2019;
pub mod ecdsa_sd_2023;
mod ed25519_signature_2018;
mod ed25519_signature_2020;
mod eddsa_jcs_2022;
mod eddsa_rdfc_2022;
mod hash_data;
mod jcs;
mod json_web_signature_2020;
mod mechanism;
mod memory;
mod parse;
mod plain_signature;
mod rdfc;
mod selective;
mod suite;
mod token;

pub use eddsa_jcs_2022::holds_over_json;
pub use hash_data::HashData;
pub use mechanism::SecuringMechanism;
pub use memory::{SignatureMemory, SignatureOf};
pub use parse::{MalformedProof, Proof, proofs};
pub use selective::{DisclosureError, LabelMap, MandatoryIndexes, Statements};
pub use suite::Suite;
pub use token::{token_algorithm, verify_token};

use serde_json::{Map, Value};

use crate::HashAlgorithm;
use crate::jsonld::Shape;
use crate::key::{KeyKind, PublicKey};
use crate::note::Note;
use crate::policy::Bounds;
use crate::reason::Reason;

/// A signature that holds, by one key over one document.
///
/// What a good signature does not mean: that the key is the issuer's, that the badge is in force,
/// or that what it says is true.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SignatureValid {
    mechanism: SecuringMechanism,
    gap: Option<Reason>,
    notes: Vec<Note>,
}

impl SignatureValid {
    /// How it was made.
    #[must_use]
    pub fn mechanism(&self) -> SecuringMechanism {
        self.mechanism
    }

    /// What the signature does not cover, or what of it has no settled meaning; None where every
    /// value of the document is covered and defined.
    #[must_use]
    pub fn gap(&self) -> Option<Reason> {
        self.gap.clone()
    }

    /// What a reader should know of a signature that holds.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }
}

/// A document, ready to be verified.
#[derive(Clone, Copy, Debug)]
pub struct Secured<'a> {
    pub document: &'a Map<String, Value>,
    /// The member that has the document's proofs, where they are still in it; it is passed over.
    pub left_out: Option<&'a str>,
    pub shape: &'a Shape,
    pub bounds: &'a Bounds,
}

/// Verifies one proof with a key that somebody else has looked up (vc-di-eddsa 1.0 and vc-di-ecdsa
/// 1.0, sections 3.2.2 and 3.3.2).
///
/// `previous` are the proofs that `proof` names as its predecessors. Where several forms of a
/// context were published, the first combination under which the signature holds and covers
/// everything wins, then the first under which it holds.
///
/// # Errors
/// [`Reason::SignatureMismatch`] where the signature is established to be wrong, and other reasons
/// where that cannot be said.
pub fn verify(
    secured: Secured<'_>,
    proof: &Proof<'_>,
    previous: &[&Proof<'_>],
    key: &PublicKey,
) -> Result<SignatureValid, Reason> {
    let suite = proof.suite;
    let mechanism = suite.into();
    let hash = hash_for(proof, key.kind())?;
    let mut partial = None;
    let mut uncovered = None;
    let mut refusal = None;
    for hash_data in hash_data::hash_data(secured, proof, previous, hash) {
        let hash_data = hash_data?;
        let gap = hash_data.gap.clone();
        // Proof verification (sections 3.2.7 and 3.3.7).
        match ((suite.definition().holds)(&hash_data, proof, key), gap) {
            (Ok(true), gap) => {
                let notes = suite.definition().notes.to_vec();
                let valid = SignatureValid {
                    mechanism,
                    gap,
                    notes,
                };
                if valid.gap.is_none() {
                    return Ok(valid);
                }
                partial.get_or_insert(valid);
            }
            (Err(reason), _) => {
                refusal.get_or_insert(reason);
            }
            (Ok(false), Some(reason @ Reason::UncoveredTerms { .. })) => {
                uncovered.get_or_insert(reason);
            }
            (Ok(false), _) => {
                refusal.get_or_insert(Reason::SignatureMismatch { mechanism });
            }
        }
    }
    // The signer's contexts may have defined what none of ours does: no proof of alteration.
    let mismatch = Reason::SignatureMismatch { mechanism };
    let refused = refusal.or(uncovered).unwrap_or(mismatch);
    partial.ok_or(refused)
}

/// Every value that the signature of `proof` is made over with a key of one kind, once for each
/// combination of published context documents, for tests and for an auditor's eye.
///
/// # Errors
/// The [`Reason`] why the document cannot be hashed.
pub fn hash_data(
    secured: Secured<'_>,
    proof: &Proof<'_>,
    previous: &[&Proof<'_>],
    key: KeyKind,
) -> Result<Vec<HashData>, Reason> {
    let hash = hash_for(proof, key)?;
    hash_data::hash_data(secured, proof, previous, hash).collect()
}

/// The hash that the suite takes with a kind of key.
fn hash_for(proof: &Proof<'_>, key: KeyKind) -> Result<HashAlgorithm, Reason> {
    let suite = proof.suite;
    let mechanism = suite.into();
    let unfit = Reason::UnfitKey { mechanism, key };
    suite.definition().hash(key).ok_or(unfit)
}

//! Proofs: a suite each, and the one type that says that a signature holds.
//!
//! Only this folder can make a [`SignatureValid`]. It says that a key made a signature over the
//! document, and nothing of whose key that is.

mod data_integrity;
mod ed25519_signature_2020;
mod eddsa_rdfc_2022;
mod parse;

pub use data_integrity::HashData;
pub use parse::{MalformedProof, Proof, proofs};

use serde_json::{Map, Value};

use crate::jsonld::Shape;
use crate::key::PublicKey;
use crate::policy::Bounds;
use crate::reason::Reason;

/// A suite that Assay can verify.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Suite {
    Ed25519Signature2020,
    /// The name that `eddsa-rdfc-2022` had in drafts.
    Eddsa2022,
    EddsaRdfc2022,
}

impl Suite {
    /// The suite's name in its standard.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ed25519Signature2020 => ed25519_signature_2020::TYPE,
            Self::Eddsa2022 => eddsa_rdfc_2022::OLDER_NAME,
            Self::EddsaRdfc2022 => eddsa_rdfc_2022::NAME,
        }
    }

    /// The suite of a proof by its `type` and `cryptosuite`.
    fn of(kind: &str, cryptosuite: Option<&str>) -> Option<Self> {
        match (kind, cryptosuite) {
            (data_integrity::TYPE, Some(eddsa_rdfc_2022::NAME)) => Some(Self::EddsaRdfc2022),
            (data_integrity::TYPE, Some(eddsa_rdfc_2022::OLDER_NAME)) => Some(Self::Eddsa2022),
            (ed25519_signature_2020::TYPE, None) => Some(Self::Ed25519Signature2020),
            _ => None,
        }
    }
}

/// A signature that holds, by one key over one document.
///
/// What a good signature does not mean: that the key is the issuer's, that the badge is in force,
/// or that what it says is true.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SignatureValid {
    suite: Suite,
    uncovered: Vec<String>,
    lossy: bool,
}

impl SignatureValid {
    /// The suite that it was made with.
    #[must_use]
    pub fn suite(&self) -> Suite {
        self.suite
    }

    /// What the signature does not cover; None where it covers every value of the document.
    #[must_use]
    pub fn gap(&self) -> Option<Reason> {
        if !self.uncovered.is_empty() {
            Some(Reason::UncoveredTerms {
                terms: self.uncovered.clone(),
            })
        } else if self.lossy {
            Some(Reason::DroppedValues)
        } else {
            None
        }
    }
}

/// A document with its proofs taken off, ready to be verified.
#[derive(Clone, Copy, Debug)]
pub struct Secured<'a> {
    /// The document without `proof`.
    pub unsecured: &'a Map<String, Value>,
    pub shape: &'a Shape,
    pub bounds: &'a Bounds,
}

/// Verifies one proof with a key that somebody else has looked up.
///
/// `previous` are the proofs that `proof` names as its predecessors.
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
    match proof.suite {
        Suite::Eddsa2022 | Suite::EddsaRdfc2022 => {
            eddsa_rdfc_2022::verify(secured, proof, previous, key)
        }
        Suite::Ed25519Signature2020 => {
            ed25519_signature_2020::verify(secured, proof, previous, key)
        }
    }
}

/// Every value that the signature of `proof` is made over, once for each combination of published
/// context documents, for tests and for an auditor's eye.
///
/// # Errors
/// The [`Reason`] why the document cannot be hashed.
pub fn hash_data(
    secured: Secured<'_>,
    proof: &Proof<'_>,
    previous: &[&Proof<'_>],
) -> Result<Vec<HashData>, Reason> {
    data_integrity::hash_data(secured, proof, previous).collect()
}

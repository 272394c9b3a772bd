//! What signatures come to: whether a document is unaltered, and whether it was who it names who signed
//! it.

use serde_json::{Map, Value};

use crate::evidence::Request;
use crate::key::{KeyError, Weakness};
use crate::note::Note;
use crate::proof::{DisclosureError, MalformedProof, SignatureMemory};
use crate::reason::Reason;
use crate::report::{Outcome, ProofReport};
use crate::resolve::{DidLogError, Relationship, Resolver, VerificationMethod};

pub(super) type Answer = (Outcome, Reason);

/// A document, who it says has signed it, and what the signature is for.
pub(super) struct Signed<'a> {
    pub document: &'a Map<String, Value>,
    /// What its signatures came to before.
    pub memory: SignatureMemory,
    /// The identifier of the issuer or of the holder.
    pub signer: Option<&'a str>,
    pub relationship: Relationship,
}

/// What the proofs come to.
pub(super) struct Judgement {
    pub integrity: Answer,
    pub signer_key: Answer,
    pub notes: Vec<Note>,
    pub wants: Vec<Request>,
    /// What each proof of a document came to.
    pub proofs: Vec<ProofReport>,
}

/// That a credential is unaltered, and that the issuer whom it names signed it.
pub(super) struct IssuerSigned(());

/// The highest [`Judgement::rank`]: the signature holds, and the key is the signer's.
pub(super) const ESTABLISHED: u8 = 4;

impl IssuerSigned {
    /// By the answers to the two questions; None where either is no pass.
    pub(super) fn of(integrity: &Answer, signer_key: &Answer) -> Option<Self> {
        let both = (integrity.0, signer_key.0);
        (both == (Outcome::Pass, Outcome::Pass)).then_some(Self(()))
    }
}

impl Judgement {
    pub(super) fn without_signature(integrity: Answer) -> Self {
        Self {
            integrity,
            signer_key: (Outcome::Unknown, Reason::NoValidSignature),
            notes: Vec::new(),
            wants: Vec::new(),
            proofs: Vec::new(),
        }
    }

    /// What may be asked only of a credential that is its issuer's, is asked with this.
    pub(super) fn issuer_signed(&self) -> Option<IssuerSigned> {
        IssuerSigned::of(&self.integrity, &self.signer_key)
    }

    /// How much a proof establishes, the most last. One that cannot be judged may yet hold, so it
    /// stands above one that does not.
    pub(super) fn rank(&self) -> u8 {
        match (self.integrity.0, self.signer_key.0) {
            (Outcome::Pass, Outcome::Pass) => ESTABLISHED,
            (Outcome::Pass, Outcome::Fail) => 1,
            (Outcome::Pass, _) => 3,
            (Outcome::Fail, _) => 0,
            _ => 2,
        }
    }
}

/// Whether `method`, which has made a good signature, is the signer's.
pub(super) fn signer_key(
    signer: Option<&str>,
    method: &VerificationMethod,
    relationship: Relationship,
    resolver: &Resolver<'_>,
) -> Answer {
    let Some(signer) = signer else {
        let reason = match relationship {
            Relationship::AssertionMethod => Reason::NoIssuer,
            Relationship::Authentication => Reason::NoHolder,
        };
        return (Outcome::Unknown, reason);
    };
    match resolver.bind(signer, method) {
        Ok(method) => (Outcome::Pass, Reason::KeyOfIssuer { method }),
        Err(reason @ (Reason::UnboundIssuer { .. } | Reason::Unobtained { .. })) => {
            (Outcome::Unknown, reason)
        }
        Err(reason) => (Outcome::Fail, reason),
    }
}

/// Why a key that could not be had, or whose signature does not hold, is not known to be the signer's.
pub(super) fn not_linked(signer: Option<&str>, reason: &Reason) -> Answer {
    match reason {
        // The signer's own document was read, and does not know the key.
        Reason::KeyNotListed { controller: own, .. }
        // The signer has retired all of its keys.
        | Reason::DidLog(DidLogError::Deactivated { did: own })
            if signer == Some(own) =>
        {
            (Outcome::Fail, reason.clone())
        }
        Reason::DidLog(_)
        | Reason::KeyNotListed { .. }
        | Reason::Unobtained { .. }
        | Reason::UnsupportedIssuer { .. } => (Outcome::Unknown, reason.clone()),
        _ => (Outcome::Unknown, Reason::NoValidSignature),
    }
}

/// A proof that is established not to hold fails; one that cannot be judged leaves the question
/// open.
pub(super) fn refused(reason: Reason) -> Answer {
    let outcome = match &reason {
        Reason::SignatureMismatch { .. }
        | Reason::WrongPurpose { .. }
        | Reason::ProofExpired { .. }
        | Reason::PreviousProofMissing { .. }
        | Reason::KeyBindingMismatch
        | Reason::MalformedDisclosure(_)
        | Reason::RefusedAlgorithm { .. }
        | Reason::WrongTokenType { .. }
        | Reason::UnsupportedKey(
            // Anybody can sign under these; keys that are costly to break leave the question open.
            KeyError::Private | KeyError::Weak(Weakness::ExponentOne | Weakness::SmallOrder),
        )
        | Reason::MalformedProof(
            MalformedProof::SignatureEncoding | MalformedProof::SignatureLength { .. },
        ) => Outcome::Fail,
        // A form that is not known may be one that is still to come.
        Reason::MalformedProof(MalformedProof::Disclosure(error))
            if *error != DisclosureError::Header =>
        {
            Outcome::Fail
        }
        _ => Outcome::Unknown,
    };
    (outcome, reason)
}

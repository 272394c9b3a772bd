//! BBS proofs of `bbs-2023`, from canonical statements to whether the proof holds.
//!
//! ```text
//!  proof value ──derived_proof──▶ labels, indexes ─┐
//!  canonical statements ───────────statements──────┴─▶ verify_data ─▶ verification
//! ```
//!
//! The curve's arithmetic is that of the crate `bls12_381`; what BBS makes of it is here, since no
//! library has the versions of the optional features that W3C's vectors are made with.

mod cbor;
mod ciphersuite;
mod derived_proof;
mod octets;
mod statements;
mod sum;
mod verification;

pub use derived_proof::{DerivedProof, Feature, NotDerived};
pub use octets::Key;

use ciphersuite::{Interface, create_generators};
use octets::undisclosed_messages;
use verification::{Claim, Pseudonym, core_proof_verify};

use crate::hash::HashAlgorithm;

/// What a derived proof is verified over.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct VerifyData {
    /// The statements that the issuer allows nobody to leave out, under the issuer's labels.
    pub mandatory: Vec<String>,
    /// The other statements that the holder discloses: the messages of the signature.
    pub non_mandatory: Vec<String>,
    /// The SHA-256 of the mandatory statements: 32 bytes.
    pub mandatory_hash: Vec<u8>,
}

/// createVerifyData (Data Integrity BBS Cryptosuites 1.0, section 3.3.8), from the document's
/// canonical N-Quads on; None where labels or indexes do not fit the document.
#[must_use]
pub fn verify_data(canonical_document: &str, proof: &DerivedProof<'_>) -> Option<VerifyData> {
    // 3. and 4.
    let statements = statements::relabelled(canonical_document, &proof.label_map)?;
    // 5. to 7.
    let (mandatory, non_mandatory) = statements::split(statements, &proof.mandatory_indexes)?;
    // 8. and 9.
    let mandatory_hash = HashAlgorithm::Sha256.digest(&mandatory.concat());
    Some(VerifyData {
        mandatory,
        non_mandatory,
        mandatory_hash,
    })
}

/// Verify Derived Proof (section 3.4.7), steps 5 and 6: whether the issuer's `key` signed the
/// statements in `data` and the hash of the proof's configuration.
///
/// `nym_domain` is the domain that a pseudonym, if there is one, was made for.
#[must_use]
pub fn holds(
    key: &Key,
    proof: &DerivedProof<'_>,
    proof_hash: &[u8],
    data: &VerifyData,
    nym_domain: &[u8],
) -> bool {
    // 5.
    let bbs_header = [proof_hash, &data.mandatory_hash].concat();
    // 6.
    let interface = match proof.feature {
        Feature::Baseline => Interface::Plain,
        Feature::AnonymousHolderBinding => Interface::Blind,
        Feature::Pseudonym | Feature::HolderBindingPseudonym => Interface::Pseudonym,
    };
    let Some(generators) = generators(proof, interface) else {
        return false;
    };
    let Some(disclosed) = disclosed(proof, &data.non_mandatory) else {
        return false;
    };
    let messages = disclosed.map(|(index, message)| {
        let scalar = interface.message_to_scalar(message.as_bytes());
        (index, scalar)
    });
    let pseudonym = proof.pseudonym.map(|(point, _)| Pseudonym {
        point,
        domain: nym_domain,
    });
    let claim = Claim {
        interface,
        generators,
        header: &bbs_header,
        presentation_header: proof.presentation_header,
        disclosed: messages.collect(),
        pseudonym,
    };
    core_proof_verify(key, proof.bbs_proof, &claim)
}

/// The messages that the holder discloses, each with its index; None where their numbers differ, or
/// where one is not among the issuer's.
fn disclosed<'a>(
    proof: &DerivedProof<'_>,
    messages: &'a [String],
) -> Option<impl Iterator<Item = (usize, &'a String)> + use<'a>> {
    let signers = proof.length_bbs_messages.unwrap_or(usize::MAX);
    let indexes = proof.selective_indexes.iter();
    let indexes = indexes.map(|index| usize::try_from(*index).ok().filter(|own| *own < signers));
    let indexes: Option<Vec<usize>> = indexes.collect();
    let indexes = indexes.filter(|indexes| indexes.len() == messages.len())?;
    Some(indexes.into_iter().zip(messages))
}

/// The points that the messages stand with: Q_1 and one for each of the issuer's, then, in a row of
/// its own, one for the blinding factor and for each of the holder's (ProofVerify, BlindProofVerify
/// and ProofVerifyWithNym of the IETF's drafts).
///
/// None where the proof has fewer messages than it says: a blinding factor never stands alone.
fn generators(
    proof: &DerivedProof<'_>,
    interface: Interface,
) -> Option<Vec<bls12_381::G1Projective>> {
    let undisclosed = undisclosed_messages(proof.bbs_proof.len())?;
    let messages = undisclosed + proof.selective_indexes.len();
    let api_id = interface.api_id();
    let Some(signers) = proof.length_bbs_messages else {
        return Some(create_generators(messages + 1, api_id));
    };
    let holders = messages.checked_sub(signers).filter(|count| *count >= 2)?;
    let mut generators = create_generators(signers + 1, api_id);
    generators.extend(create_generators(holders, &format!("BLIND_{api_id}")));
    Some(generators)
}

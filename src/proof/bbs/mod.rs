//! BBS proofs, as `bbs-2023` uses them (draft-irtf-cfrg-bbs-signatures-08; with the holder's own
//! messages draft-irtf-cfrg-bbs-blind-signatures-01, with pseudonyms
//! draft-irtf-cfrg-bbs-per-verifier-linkability-01).
//!
//! The curve's arithmetic is that of the crate `bls12_381`; what BBS makes of it is here, since no
//! library has the versions of the drafts that W3C's vectors are made with.

mod ciphersuite;
mod octets;
mod sum;
mod verification;

pub(super) use octets::Key;

use bls12_381::G1Projective;

use ciphersuite::{ApiId, POINT_LENGTH, create_generators};
use octets::undisclosed_messages;
use verification::{Claim, core_proof_verify};

/// What a holder presents with a proof.
pub(super) struct Presentation<'a> {
    /// What the issuer signed along with the messages.
    pub header: &'a [u8],
    /// What the holder tied this one proof to.
    pub presentation_header: &'a [u8],
    /// The disclosed messages, each with its index among the issuer's, in ascending order.
    pub messages: Vec<(usize, &'a [u8])>,
    pub interface: Interface<'a>,
}

/// The variants of BBS.
#[derive(Clone, Copy)]
pub(super) enum Interface<'a> {
    /// The issuer signed all messages (ProofVerify).
    Plain,
    /// The issuer `signed` so many, and the holder committed to others (BlindProofVerify).
    Blind { signed: usize },
    /// And the last of the holder's is what a pseudonym is made of (ProofVerifyWithNym).
    Pseudonym {
        signed: usize,
        point: &'a [u8; POINT_LENGTH],
        domain: &'a [u8],
    },
}

/// ProofVerify, BlindProofVerify or ProofVerifyWithNym: whether the holder knows a signature by `key`
/// over the header and over messages that have the disclosed ones among them.
pub(super) fn proof_verify(key: &Key, proof: &[u8], presentation: &Presentation<'_>) -> bool {
    let (api_id, signed) = match presentation.interface {
        Interface::Plain => (ApiId::PLAIN, None),
        Interface::Blind { signed } => (ApiId::BLIND, Some(signed)),
        Interface::Pseudonym { signed, .. } => (ApiId::PSEUDONYM, Some(signed)),
    };
    // The holder's own messages are never disclosed.
    let last = presentation.messages.last();
    if let (Some((last, _)), Some(signed)) = (last, signed)
        && *last >= signed
    {
        return false;
    }
    let Some(undisclosed) = undisclosed_messages(proof.len()) else {
        return false;
    };
    let messages = undisclosed + presentation.messages.len();
    let Some(generators) = generators(messages, signed, api_id) else {
        return false;
    };
    let disclosed = presentation.messages.iter();
    let disclosed = disclosed.map(|(index, message)| (*index, api_id.message_to_scalar(message)));
    let claim = Claim {
        api_id,
        generators,
        disclosed: disclosed.collect(),
        presentation,
    };
    core_proof_verify(key, proof, &claim)
}

/// The points that `messages` stand with: Q_1 and one for each of the issuer's, then, in a row of its
/// own, one for the blinding factor and for each of the holder's.
///
/// None where there are fewer messages than were `signed`: a blinding factor never stands alone.
fn generators(messages: usize, signed: Option<usize>, api_id: ApiId) -> Option<Vec<G1Projective>> {
    let Some(signed) = signed else {
        return Some(create_generators(messages + 1, api_id.0));
    };
    let own = messages.checked_sub(signed).filter(|count| *count >= 2)?;
    let mut generators = create_generators(signed + 1, api_id.0);
    generators.extend(create_generators(own, &format!("BLIND_{}", api_id.0)));
    Some(generators)
}

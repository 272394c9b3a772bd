//! Proofs whose value is one signature over both hashes, in base58btc: those of the `eddsa-` and
//! `ecdsa-` suites but for selective disclosure.

use serde_json::{Map, Value};

use super::definition::PROOF_VALUE;
use super::parse::required;
use super::{HashData, MalformedProof, Proof};
use crate::HashAlgorithm;
use crate::key::multikey::base58btc;
use crate::key::{KeyKind, PublicKey};
use crate::reason::Reason;

/// The keys of the EdDSA suites (vc-di-eddsa 1.0, section 2.1).
pub(super) const EDDSA: &[(KeyKind, HashAlgorithm)] = &[(KeyKind::Ed25519, HashAlgorithm::Sha256)];

/// The keys of the ECDSA suites: the hash is as strong as the curve (vc-di-ecdsa 1.0, sections 2.1
/// and 3).
pub(super) const ECDSA: &[(KeyKind, HashAlgorithm)] = &[
    (KeyKind::P256, HashAlgorithm::Sha256),
    (KeyKind::P384, HashAlgorithm::Sha384),
];

/// A signature of 64 bytes.
pub(super) fn eddsa_value(proof: &Map<String, Value>) -> Result<Vec<u8>, Reason> {
    value(proof, &[64])
}

/// A signature of 64 bytes (P-256) or 96 (P-384).
pub(super) fn ecdsa_value(proof: &Map<String, Value>) -> Result<Vec<u8>, Reason> {
    value(proof, &[64, 96])
}

fn value(proof: &Map<String, Value>, lengths: &[usize]) -> Result<Vec<u8>, Reason> {
    let read = || {
        let text = required(proof, PROOF_VALUE)?;
        let bytes = base58btc(text).ok_or(MalformedProof::SignatureEncoding)?;
        let length = bytes.len();
        match lengths.contains(&length) {
            true => Ok(bytes),
            false => Err(MalformedProof::SignatureLength { length }),
        }
    };
    read().map_err(Reason::MalformedProof)
}

/// Proof verification (vc-di-eddsa 1.0 and vc-di-ecdsa 1.0, sections 3.2.7 and 3.3.7).
pub(super) fn holds(
    hash_data: &HashData,
    proof: &Proof<'_>,
    key: &PublicKey,
) -> Result<bool, Reason> {
    let (length, kind) = (proof.value.len(), key.kind());
    let mechanism = proof.suite.into();
    let unfit = Reason::UnfitKey {
        mechanism,
        key: kind,
    };
    let algorithm = kind.algorithm().ok_or(unfit)?;
    if key.signature_length() != Some(length) {
        let problem = MalformedProof::SignatureLength { length };
        return Err(Reason::MalformedProof(problem));
    }
    Ok(key.verifies(algorithm, &hash_data.bytes(), &proof.value))
}

//! `JsonWebSignature2020` (JSON Web Signatures for Data Integrity Proofs, vc-jws-2020): one suite for
//! every kind of key that JSON Web Keys describe.

use super::definition::{Definition, Transformation};
use super::{HashData, Proof, detached_jws};
use crate::HashAlgorithm;
use crate::key::{Algorithm, KeyKind, PublicKey};
use crate::reason::Reason;

pub(super) const TYPE: &str = "JsonWebSignature2020";

/// What defines its terms, in the document or in the proof itself: one document under two names.
pub(super) const CONTEXTS: &[&str] = &[
    "https://w3id.org/security/suites/jws-2020/v1",
    "https://w3c-ccg.github.io/lds-jws2020/contexts/lds-jws2020-v1.json",
];

/// Canonicalisation by URDNA2015, which RDFC-1.0 is the standard of, and SHA-256 with every kind of
/// key (section 3.1); the signature's own hash goes with its algorithm.
pub(super) const DEFINITION: Definition = Definition {
    transformation: Transformation::Rdfc,
    keys: &[
        (KeyKind::Ed25519, HashAlgorithm::Sha256),
        (KeyKind::P256, HashAlgorithm::Sha256),
        (KeyKind::P384, HashAlgorithm::Sha256),
        (KeyKind::Rsa, HashAlgorithm::Sha256),
        (KeyKind::Secp256k1, HashAlgorithm::Sha256),
    ],
    value_member: detached_jws::MEMBER,
    value: detached_jws::value,
    holds,
    notes: &[],
};

/// The one algorithm for each kind of key (section 3.2, table 1).
const ALGORITHMS: [Algorithm; 5] = [
    Algorithm::EdDsa,
    Algorithm::Es256,
    Algorithm::Es256k,
    Algorithm::Es384,
    Algorithm::Ps256,
];

fn holds(hash_data: &HashData, proof: &Proof<'_>, key: &PublicKey) -> Result<bool, Reason> {
    detached_jws::holds(hash_data, proof, key, &ALGORITHMS)
}

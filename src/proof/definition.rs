//! What a suite of Data Integrity is put together from (Verifiable Credential Data Integrity 1.0,
//! section 3, "Cryptographic Suites").

use crate::hash::HashAlgorithm;
use crate::key::KeyKind;

/// The `type` of a proof that names its suite under `cryptosuite`.
pub(super) const DATA_INTEGRITY_PROOF: &str = "DataIntegrityProof";

/// The choices that tell one suite from another; the steps are the same for all.
pub(super) struct Definition {
    pub transformation: Transformation,
    /// The kinds of key that it takes, each with the hash that goes with it.
    pub keys: &'static [(KeyKind, HashAlgorithm)],
}

/// How a document becomes the bytes that are hashed.
#[derive(Clone, Copy)]
pub(super) enum Transformation {
    /// Its JSON in canonical form (RFC 8785).
    Jcs,
    /// Its statements in canonical form (RDFC-1.0).
    Rdfc,
}

/// The keys of the EdDSA suites (vc-di-eddsa 1.0, section 2.1).
pub(super) const EDDSA: &[(KeyKind, HashAlgorithm)] = &[(KeyKind::Ed25519, HashAlgorithm::Sha256)];

/// The keys of the ECDSA suites: the hash is as strong as the curve (vc-di-ecdsa 1.0, sections 2.1
/// and 3).
pub(super) const ECDSA: &[(KeyKind, HashAlgorithm)] = &[
    (KeyKind::P256, HashAlgorithm::Sha256),
    (KeyKind::P384, HashAlgorithm::Sha384),
];

impl Definition {
    /// The hash that goes with a kind of key; None where the suite takes no such key.
    pub(super) fn hash(&self, kind: KeyKind) -> Option<HashAlgorithm> {
        let own = self.keys.iter().find(|(key, _)| *key == kind);
        own.map(|(_, hash)| *hash)
    }
}

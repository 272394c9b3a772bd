//! What a suite of Data Integrity is put together from (Verifiable Credential Data Integrity 1.0,
//! section 3, "Cryptographic Suites").

use serde_json::{Map, Value};

use super::{HashData, Proof};
use crate::HashAlgorithm;
use crate::key::{KeyKind, PublicKey};
use crate::note::Note;
use crate::reason::Reason;

/// The `type` of a proof that names its suite under `cryptosuite`.
pub(super) const DATA_INTEGRITY_PROOF: &str = "DataIntegrityProof";

/// The member of a Data Integrity proof that verifies it.
pub(super) const PROOF_VALUE: &str = "proofValue";

/// The choices that tell one suite from another; the steps around them are the same for all.
pub(super) struct Definition {
    pub transformation: Transformation,
    /// The kinds of key that it takes, each with the hash that goes with it.
    pub keys: &'static [(KeyKind, HashAlgorithm)],
    /// The member that verifies the proof, and is no part of what is signed.
    pub value_member: &'static str,
    /// Reads the bytes that verify the proof out of that member, as far as that can be done without
    /// the key.
    pub value: ReadValue,
    /// Whether the proof's value is this key's over what was hashed; an error where the value and
    /// the key do not go together.
    pub holds: Holds,
    /// What a reader should know of every proof of this suite that holds.
    pub notes: &'static [Note],
}

type ReadValue = fn(&Map<String, Value>) -> Result<Vec<u8>, Reason>;
type Holds = fn(&HashData, &Proof<'_>, &PublicKey) -> Result<bool, Reason>;

/// How a document becomes the bytes that are hashed.
#[derive(Clone, Copy)]
pub(super) enum Transformation {
    /// Its JSON in canonical form (RFC 8785).
    Jcs,
    /// Its statements in canonical form (RDFC-1.0).
    Rdfc,
}

impl Definition {
    /// The hash that goes with a kind of key; None where the suite takes no such key.
    pub(super) fn hash(&self, kind: KeyKind) -> Option<HashAlgorithm> {
        let own = self.keys.iter().find(|(key, _)| *key == kind);
        own.map(|(_, hash)| *hash)
    }
}

//! `Ed25519Signature2018` (Ed25519 Signature 2018, a report of W3C's Credentials Community Group): the
//! first of the suites that sign both hashes, in the form of a detached JSON Web Signature.

use super::definition::{Definition, Transformation};
use super::{HashData, Proof, detached_jws, plain_signature};
use crate::key::{Algorithm, PublicKey};
use crate::reason::Reason;

pub(super) const TYPE: &str = "Ed25519Signature2018";

/// Canonicalisation by URDNA2015, which RDFC-1.0 is the standard of, and SHA-256 (section 3).
///
/// The proof's configuration is canonicalised under the document's contexts. Libraries of its time did
/// so under `https://w3id.org/security/v2`, which gives its members the same meaning and the same
/// statements.
pub(super) const DEFINITION: Definition = Definition {
    transformation: Transformation::Rdfc,
    keys: plain_signature::EDDSA,
    value_member: detached_jws::MEMBER,
    value: detached_jws::value,
    holds,
    notes: &[],
};

fn holds(hash_data: &HashData, proof: &Proof<'_>, key: &PublicKey) -> Result<bool, Reason> {
    detached_jws::holds(hash_data, proof, key, &[Algorithm::EdDsa])
}

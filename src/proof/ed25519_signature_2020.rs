//! `Ed25519Signature2020` (Data Integrity EdDSA Cryptosuites 1.0, appendix B.1): the suite that
//! `eddsa-rdfc-2022` follows, with a type of its own in place of a cryptosuite's name.

use super::{Proof, Secured, SignatureValid, data_integrity};
use crate::key::PublicKey;
use crate::reason::Reason;

pub(super) const TYPE: &str = "Ed25519Signature2020";

/// Verify Proof: as for `eddsa-rdfc-2022`.
pub(super) fn verify(
    secured: Secured<'_>,
    proof: &Proof<'_>,
    previous: &[&Proof<'_>],
    key: &PublicKey,
) -> Result<SignatureValid, Reason> {
    data_integrity::verify_ed25519(secured, proof, previous, key)
}

//! `eddsa-rdfc-2022` (Data Integrity EdDSA Cryptosuites 1.0, section 3.2).

use super::{Proof, Secured, SignatureValid, data_integrity};
use crate::key::PublicKey;
use crate::reason::Reason;

pub(super) const NAME: &str = "eddsa-rdfc-2022";
/// Its name in the drafts of 2022, which Open Badges 3.0 allowed.
pub(super) const OLDER_NAME: &str = "eddsa-2022";

/// Verify Proof (section 3.2.2).
pub(super) fn verify(
    secured: Secured<'_>,
    proof: &Proof<'_>,
    previous: &[&Proof<'_>],
    key: &PublicKey,
) -> Result<SignatureValid, Reason> {
    // Steps 1 to 3: the proof's options and value were read into `proof`.
    // Steps 4 to 7: transformation, configuration, hashing, and the signature itself.
    data_integrity::verify_ed25519(secured, proof, previous, key)
}

//! `eddsa-rdfc-2022` (Data Integrity EdDSA Cryptosuites 1.0, section 3.2).

use super::definition::{Definition, PROOF_VALUE, Transformation};
use super::plain_signature;

pub(super) const NAME: &str = "eddsa-rdfc-2022";
/// Its name in the drafts of 2022, which Open Badges 3.0 allowed.
pub(super) const OLDER_NAME: &str = "eddsa-2022";

/// Transformation (section 3.2.3), hashing (3.2.4), proof configuration (3.2.5) and proof
/// verification (3.2.7).
pub(super) const DEFINITION: Definition = Definition {
    transformation: Transformation::Rdfc,
    keys: plain_signature::EDDSA,
    value_member: PROOF_VALUE,
    value: plain_signature::eddsa_value,
    holds: plain_signature::holds,
    notes: &[],
};

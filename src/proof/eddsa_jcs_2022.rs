//! `eddsa-jcs-2022` (Data Integrity EdDSA Cryptosuites 1.0, section 3.3).

use super::definition::{Definition, PROOF_VALUE, Transformation};
use super::plain_signature;

pub(super) const NAME: &str = "eddsa-jcs-2022";

/// Transformation (section 3.3.3), hashing (3.3.4), proof configuration (3.3.5) and proof
/// verification (3.3.7).
pub(super) const DEFINITION: Definition = Definition {
    transformation: Transformation::Jcs,
    keys: plain_signature::EDDSA,
    value_member: PROOF_VALUE,
    value: plain_signature::eddsa_value,
    holds: plain_signature::holds,
    notes: &[],
};

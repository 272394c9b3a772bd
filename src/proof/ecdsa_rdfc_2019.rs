//! `ecdsa-rdfc-2019` (Data Integrity ECDSA Cryptosuites 1.0, section 3.2).

use super::definition::{Definition, PROOF_VALUE, Transformation};
use super::plain_signature;

pub(super) const NAME: &str = "ecdsa-rdfc-2019";

/// Transformation (section 3.2.3), hashing (3.2.4), proof configuration (3.2.5) and proof
/// verification (3.2.7).
pub(super) const DEFINITION: Definition = Definition {
    transformation: Transformation::Rdfc,
    keys: plain_signature::ECDSA,
    value_member: PROOF_VALUE,
    value: plain_signature::ecdsa_value,
    holds: plain_signature::holds,
    notes: &[],
};

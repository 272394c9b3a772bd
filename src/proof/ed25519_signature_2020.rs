//! `Ed25519Signature2020` (Data Integrity EdDSA Cryptosuites 1.0, appendix B.1): the suite that
//! `eddsa-rdfc-2022` follows, with a type of its own in place of a cryptosuite's name.

use super::definition::{Definition, PROOF_VALUE, Transformation};
use super::plain_signature;

pub(super) const TYPE: &str = "Ed25519Signature2020";

/// What defines its terms, in the document or in the proof itself.
pub(super) const CONTEXTS: &[&str] = &["https://w3id.org/security/suites/ed25519-2020/v1"];

/// Every algorithm as for `eddsa-rdfc-2022`.
pub(super) const DEFINITION: Definition = Definition {
    transformation: Transformation::Rdfc,
    keys: plain_signature::EDDSA,
    value_member: PROOF_VALUE,
    value: plain_signature::eddsa_value,
    holds: plain_signature::holds,
    notes: &[],
};

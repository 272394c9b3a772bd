//! `eddsa-jcs-2022` (Data Integrity EdDSA Cryptosuites 1.0, section 3.3).

use serde_json::{Map, Value};

use super::definition::{Definition, PROOF_VALUE, Transformation};
use super::{HashData, Proof, Suite, plain_signature};
use crate::jcs;
use crate::key::PublicKey;

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

/// Whether a proof of this suite holds over JSON that is no linked data: members mean what whoever
/// asks has agreed on, so that neither has a context.
///
/// A credential is never judged by this: there a context says what was signed.
#[must_use]
pub fn holds_over_json(json: &Map<String, Value>, proof: &Proof<'_>, key: &PublicKey) -> bool {
    let has_context = |json: &Map<String, Value>| json.contains_key("@context");
    if proof.suite != Suite::EddsaJcs2022 || has_context(json) || has_context(proof.json) {
        return false;
    }
    let Some(hash) = DEFINITION.hash(key.kind()) else {
        return false;
    };
    let mut configuration = proof.json.clone();
    configuration.remove(PROOF_VALUE);
    let canonical = (jcs::canonicalize(json), jcs::canonicalize(&configuration));
    let (Ok(document), Ok(configuration)) = canonical else {
        return false;
    };
    let hash_data = HashData::new(document, configuration, hash);
    plain_signature::holds(&hash_data, proof, key) == Ok(true)
}

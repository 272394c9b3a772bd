//! Who signed an entry, or approved one: a key out of a list, by a proof over the JSON as it stands
//! (did:webvh 1.0, "Authorized Keys" and "The Witness Proofs File").

use serde_json::{Map, Value};

use crate::key::multikey;
use crate::proof::{self, Proof, Suite};
use crate::timestamp::Timestamp;

/// The suite that the method's version 1.0 has, and no other.
const SUITE: Suite = Suite::EddsaJcs2022;

/// Which of these keys, Multikeys all, made `proof` over `json`; None where none did.
///
/// A proof names its key as `did:key:{key}#{key}`, the same key twice, and the did:key is never looked
/// up anywhere.
pub(super) fn signer<'k>(
    json: &Map<String, Value>,
    proof: &Value,
    keys: &'k [String],
    at: Timestamp,
) -> Option<&'k str> {
    let proof = Proof::read(proof).ok()?;
    let has_expired = proof.expires.is_some_and(|expires| expires <= at);
    if proof.suite != SUITE || proof.purpose != "assertionMethod" || has_expired {
        return None;
    }
    let (body, fragment) = proof
        .verification_method
        .strip_prefix("did:key:")?
        .split_once('#')?;
    let key = keys.iter().find(|key| *key == body && body == fragment)?;
    let public = multikey(key).ok()?;
    proof::holds_over_json(json, &proof, &public).then_some(key)
}

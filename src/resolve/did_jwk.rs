//! did:jwk: the identifier is the key, as a JSON Web Key (did:jwk Method Specification, "Read").

use serde_json::Value;

use super::{ControlledDocument, VerificationMethod};
use crate::json;
use crate::key::{KeyError, base64url, jwk};
use crate::policy::Bounds;
use crate::reason::IssuerMethod;

/// The document that `did` stands for, with its one key, which is `#0`.
pub(super) fn document(did: &str, bounds: &Bounds) -> Result<ControlledDocument, KeyError> {
    let encoded = did.strip_prefix("did:jwk:").ok_or(KeyError::Malformed)?;
    // 1. and 2. The JSON, strictly read: a repeated member could make two keys of one text.
    let bytes = base64url(encoded).ok_or(KeyError::Malformed)?;
    let Ok(Value::Object(json)) = json::parse(&bytes, bounds) else {
        return Err(KeyError::Malformed);
    };
    // 3. to 5. A key for encryption, which the method lists for key agreement alone, is refused
    // with the other keys that cannot sign.
    let key = jwk(&json)?;
    Ok(ControlledDocument {
        id: did.to_owned(),
        methods: vec![VerificationMethod::of_did(
            format!("{did}#0"),
            did,
            IssuerMethod::DidJwk,
            key,
        )],
        references: Vec::new(),
    })
}

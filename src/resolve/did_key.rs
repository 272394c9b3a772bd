//! did:key: the identifier is the key (The did:key Method, section 3.1.2).

use super::{ControlledDocument, VerificationMethod};
use crate::key::{KeyError, multikey};
use crate::reason::IssuerMethod;

/// The document that `did` stands for, with its one key.
pub(super) fn document(did: &str) -> Result<ControlledDocument, KeyError> {
    let key_text = did.strip_prefix("did:key:").ok_or(KeyError::Malformed)?;
    let key = multikey(key_text)?;
    Ok(ControlledDocument {
        id: did.to_owned(),
        // Some issuers leave the fragment out; there is but one key that they can mean.
        methods: [did.to_owned(), format!("{did}#{key_text}")]
            .map(|id| VerificationMethod::of_did(id, did, IssuerMethod::DidKey, key.clone()))
            .into(),
        references: Vec::new(),
    })
}

//! Which contexts define a credential's words.

use serde_json::Value;

use crate::credential::Credential;

/// The addresses of the document's contexts, in order; a context written into it has none.
#[must_use]
pub fn contexts(credential: &Credential) -> Vec<&str> {
    match credential.document.get("@context") {
        Some(Value::Array(contexts)) => contexts.iter().filter_map(Value::as_str).collect(),
        Some(context) => context.as_str().into_iter().collect(),
        None => Vec::new(),
    }
}

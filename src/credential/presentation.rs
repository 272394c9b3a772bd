//! Presentations: what a holder hands over, with credentials inside (VC Data Model 2.0, section
//! 4.13, "Verifiable Presentations"; 1.1, section 4.10).

use serde_json::{Map, Value};

use super::read::{list, strings};

/// A presentation: who presents credentials, and the document that says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Presentation {
    /// The whole document, credentials and proofs included, as it was read.
    pub document: Map<String, Value>,
    /// Who presents the credentials, by its own account.
    pub holder: Option<String>,
}

impl Presentation {
    /// Whether a document is a presentation by its type.
    #[must_use]
    pub fn is(document: &Map<String, Value>) -> bool {
        let types = strings(document.get("type"));
        types.iter().any(|kind| kind == "VerifiablePresentation")
    }

    /// Reads a presentation's document.
    #[must_use]
    pub fn read(document: Map<String, Value>) -> Self {
        Self {
            holder: holder(document.get("holder")),
            document,
        }
    }

    /// The entries under `verifiableCredential`, each as it stands: an object, or a token.
    #[must_use]
    pub fn entries(&self) -> Vec<&Value> {
        list(self.document.get("verifiableCredential"))
    }
}

/// The holder is an identifier, or an object with one.
fn holder(value: Option<&Value>) -> Option<String> {
    match list(value).as_slice() {
        [Value::String(id)] => Some(id.clone()),
        [Value::Object(holder)] => holder.get("id")?.as_str().map(str::to_owned),
        // Of several holders none can be picked.
        _ => None,
    }
}

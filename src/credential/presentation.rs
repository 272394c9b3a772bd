//! Presentations: what a holder hands over, with credentials inside (VC Data Model 2.0, section
//! 4.13, "Verifiable Presentations"; 1.1, section 4.10).

use serde_json::{Map, Value};

use super::read::{list, strings};
use crate::jose::Jws;

/// A presentation: who presents credentials, and the document that says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Presentation {
    /// The whole document, credentials and proofs included, as it was read.
    pub document: Map<String, Value>,
    /// Who presents the credentials, by its own account.
    pub holder: Option<String>,
    /// The token around it, where that secures it and no proof inside.
    pub token: Option<Box<Jws>>,
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
            token: None,
        }
    }

    /// Reads the presentation in a token's payload: the payload itself (Securing Verifiable
    /// Credentials using JOSE and COSE 1.0, section 3.1.2), or its `vp` claim, with the holder in
    /// `iss` (VC Data Model 1.1, section 6.3.1). None for another payload.
    #[must_use]
    pub fn read_token(jws: Jws, payload: Value) -> Option<Self> {
        let Value::Object(mut payload) = payload else {
            return None;
        };
        let issuer = holder(payload.get("iss"));
        let document = match payload.remove("vp") {
            Some(Value::Object(document)) if !Self::is(&payload) => document,
            vp => {
                payload.extend(vp.map(|vp| ("vp".to_owned(), vp)));
                payload
            }
        };
        Self::is(&document).then(|| {
            let presentation = Self::read(document);
            Self {
                holder: match (presentation.holder, issuer) {
                    // Of two that differ none can be picked.
                    (Some(holder), Some(issuer)) if holder != issuer => None,
                    (holder, issuer) => holder.or(issuer),
                },
                token: Some(Box::new(jws)),
                ..presentation
            }
        })
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

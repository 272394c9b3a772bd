//! The one form in which a document's JSON says just what its statements say.
//!
//! The same statements can be written as many JSON documents: under an IRI in place of a term,
//! inside `@graph` or `@included`, or attached to another mention of the same identifier. A forger
//! who rewrites a signed badge so that `validUntil` stands where no reader looks keeps the signature
//! intact. VC Data Model 2.0 (section 1.3) asks for the compacted form, and this module holds it.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::contexts;
use crate::json;

/// What a document of the right form refers to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Shape {
    /// The contexts' URLs, each once, in the order of their first mention.
    pub contexts: Vec<String>,
}

/// Why a document's JSON cannot be taken for what its statements say.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ShapeError {
    /// An object, or null, in `@context`.
    InlineContext,
    /// `@context` is missing, of the wrong type or in the wrong place, or its first entry is not
    /// W3C's.
    MalformedContext,
    /// A member that is an IRI, a keyword that does not belong here, or a blank node's label.
    NotCompacted { member: String },
    /// An object inside has the document's own identifier and members beside `id` and `type`.
    SharedIdentifier { id: String },
    /// More references to contexts than are followed.
    TooManyContexts,
    /// A context that is not bundled.
    UnknownContext { url: String },
}

const VC_CONTEXTS: [&str; 2] = [
    "https://www.w3.org/2018/credentials/v1",
    "https://www.w3.org/ns/credentials/v2",
];

/// Classes that some Open Badges contexts give the very IRI of a property, so that the property could
/// be written under the class's name and be overlooked.
const CLASSES_NAMED_LIKE_PROPERTIES: [&str; 10] = [
    "Achievement",
    "Address",
    "Alignment",
    "Criteria",
    "GeoCoordinates",
    "Image",
    "OpenBadgeCredential",
    "Profile",
    "Result",
    "RubricCriterionLevel",
];

/// Checks a whole secured document, proofs and embedded credentials included, and that it has no more than
/// `references` to contexts.
///
/// # Errors
/// The first [`ShapeError`] met.
pub fn shape(document: &Map<String, Value>, references: usize) -> Result<Shape, ShapeError> {
    let mut walk = Walk {
        own_id: document.get("id").and_then(Value::as_str),
        references,
        contexts: Vec::new(),
        seen: BTreeSet::new(),
    };
    walk.object(document, Place::Root)?;
    match walk.contexts.first() {
        Some(first) if VC_CONTEXTS.contains(&first.as_str()) => Ok(Shape {
            contexts: walk.contexts,
        }),
        _ => Err(ShapeError::MalformedContext),
    }
}

struct Walk<'a> {
    own_id: Option<&'a str>,
    references: usize,
    contexts: Vec<String>,
    seen: BTreeSet<String>,
}

/// Where in the document an object stands.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Root,
    /// One of the proofs of the document, or of a credential in it.
    Proof,
    Inside,
}

impl Walk<'_> {
    fn value(&mut self, value: &Value, place: Place) -> Result<(), ShapeError> {
        match value {
            Value::Array(items) => items.iter().try_for_each(|item| self.value(item, place)),
            Value::Object(object) if object.contains_key("@value") => value_object(object),
            Value::Object(object) => self.object(object, place),
            _ => Ok(()),
        }
    }

    fn object(&mut self, object: &Map<String, Value>, place: Place) -> Result<(), ShapeError> {
        // The context first: members are read by it, and a caller is helped most by its fault.
        if let Some(context) = object.get("@context") {
            // A proof over canonical JSON repeats the contexts that it was made under (vc-di-eddsa
            // 1.0, section 3.3.1, step 2).
            let may_stand_here =
                place != Place::Inside || is_credential(object) || is_envelope(object);
            self.context(context, may_stand_here)?;
        }
        self.identifier(object, place)?;
        for (name, value) in object {
            if name == "@context" {
                continue;
            }
            let is_term = !name.starts_with('@') && !name.contains(':') && !name.is_empty();
            if !is_term || CLASSES_NAMED_LIKE_PROPERTIES.contains(&name.as_str()) {
                return Err(ShapeError::NotCompacted {
                    member: name.clone(),
                });
            }
            let is_secured = place == Place::Root || is_credential(object);
            let is_proof = is_secured && name == "proof";
            self.value(
                value,
                if is_proof {
                    Place::Proof
                } else {
                    Place::Inside
                },
            )?;
        }
        Ok(())
    }

    fn identifier(&self, object: &Map<String, Value>, place: Place) -> Result<(), ShapeError> {
        let Some(Value::String(id)) = object.get("id") else {
            return Ok(());
        };
        if id.starts_with("_:") {
            return Err(ShapeError::NotCompacted { member: id.clone() });
        }
        let adds_members = object.keys().any(|name| name != "id" && name != "type")
            && !is_endorsement_subject(object);
        if place != Place::Root && adds_members && self.own_id == Some(id) {
            return Err(ShapeError::SharedIdentifier { id: id.clone() });
        }
        Ok(())
    }

    fn context(&mut self, context: &Value, may_stand_here: bool) -> Result<(), ShapeError> {
        if !may_stand_here {
            return Err(ShapeError::MalformedContext);
        }
        for entry in json::one_or_several(context) {
            self.references = match (entry, self.references.checked_sub(1)) {
                (Value::Object(_) | Value::Null, _) => return Err(ShapeError::InlineContext),
                (Value::String(_), Some(left)) => left,
                (Value::String(_), None) => return Err(ShapeError::TooManyContexts),
                _ => return Err(ShapeError::MalformedContext),
            };
            let url = entry.as_str().unwrap_or_default();
            if contexts::snapshots(url).is_none() {
                return Err(ShapeError::UnknownContext { url: url.into() });
            }
            if self.seen.insert(url.into()) {
                self.contexts.push(url.into());
            }
        }
        Ok(())
    }
}

/// Embedded credentials, endorsements say, bring contexts of their own.
fn is_credential(object: &Map<String, Value>) -> bool {
    has_type(object, "VerifiableCredential")
}

/// Envelopes have to bring a context along (VC Data Model 2.0, section 4.12.1).
fn is_envelope(object: &Map<String, Value>) -> bool {
    has_type(object, "EnvelopedVerifiableCredential")
}

fn has_type(object: &Map<String, Value>, name: &str) -> bool {
    let is = |value: &Value| value.as_str() == Some(name);
    match object.get("type") {
        Some(Value::Array(types)) => types.iter().any(is),
        Some(single) => is(single),
        None => false,
    }
}

/// Whether an object is no more than an endorsement's comment on something (Open Badges 3.0, section
/// B.1.8). It may share its identifier with the credential that it endorses, of which nothing else can
/// be said there.
pub fn is_endorsement_subject(object: &Map<String, Value>) -> bool {
    let types = object.get("type").map_or(&[][..], json::one_or_several);
    let is_its_own = |name: &String| matches!(name.as_str(), "id" | "type" | "endorsementComment");
    types == ["EndorsementSubject"] && object.keys().all(is_its_own)
}

/// A string with a language or a type (JSON-LD 1.1, section 9.5).
fn value_object(object: &Map<String, Value>) -> Result<(), ShapeError> {
    for (name, value) in object {
        let fits = match name.as_str() {
            "@value" => !value.is_object() && !value.is_array(),
            "@language" | "@type" | "@direction" => value.is_string(),
            _ => false,
        };
        if !fits {
            return Err(ShapeError::NotCompacted {
                member: name.clone(),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;

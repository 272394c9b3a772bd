//! What a badge says: one model, which the card draws and into which each format is read.
//!
//! Everything here is a claim of the file's. Whether it is attested is for the
//! [`Report`](crate::Report) to say.

mod annex_i;
mod model;
mod ob3;
mod presentation;
mod read;
mod skill;

pub use annex_i::{Element, Statement};
pub use model::{
    Achievement, Alignment, Claims, Credential, Criteria, DateClaim, Endorsement, EvidenceItem,
    Format, Identifier, Image, Issuer, ResultClaim, ResultDescription, RubricLevel, StatusEntry,
    Subject, Text,
};
pub use presentation::Presentation;
pub use skill::{Framework, Skill};

use serde_json::Value;

/// A JSON document that is no credential.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotACredential {
    /// An array, a string or a number.
    NotAnObject,
    /// An object without the members of a credential.
    OtherJson,
    /// An Open Badge of a generation before 3.0.
    OlderOpenBadge,
}

/// Reads a document of any format that is known.
///
/// # Errors
/// [`NotACredential`] where the document is something else.
pub fn read(document: Value) -> Result<Credential, NotACredential> {
    let Value::Object(document) = document else {
        return Err(NotACredential::NotAnObject);
    };
    let types = read::strings(document.get("type"));
    let has_type = |name: &str| types.iter().any(|kind| kind == name);
    if has_type("Assertion") || document.contains_key("badge") {
        return Err(NotACredential::OlderOpenBadge);
    }
    if !has_type("VerifiableCredential") && !document.contains_key("credentialSubject") {
        return Err(NotACredential::OtherJson);
    }
    Ok(ob3::credential(document, types))
}

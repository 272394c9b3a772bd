//! What a badge says: one model, which the card draws and into which each format is read.
//!
//! Everything here is a claim of the file's. Whether it is attested is for the
//! [`Report`](crate::Report) to say.

mod annex_i;
mod model;
mod ob3;
mod presentation;
mod read;
mod sd_jwt;
mod skill;
mod token;

pub use annex_i::{Element, Statement};
pub use model::{
    Achievement, Alignment, Claims, Credential, Criteria, DateClaim, Endorsement, EvidenceItem,
    Format, Identifier, Image, Issuer, ResultClaim, ResultDescription, RubricLevel, Securing,
    StatusEntry, Subject, Text,
};
pub use presentation::Presentation;
pub use sd_jwt::{Selection, read_sd_jwt};
pub use skill::{Framework, Skill};
pub use token::{PayloadLocation, Token, TokenProfile, read_token};

use serde_json::{Map, Value};

use crate::jose::is_json_serialization;

/// A JSON document that is no credential.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotACredential {
    /// An array, a string or a number.
    NotAnObject,
    /// An object without the members of a credential.
    OtherJson,
    /// An Open Badge of a generation before 3.0.
    OlderOpenBadge,
    /// A presentation, which carries credentials.
    Presentation,
    /// An SD-JWT whose holder could have hidden, or did disclose, what must always be seen.
    SelectedMember { name: &'static str },
    /// A signature in a JSON form (RFC 7515, section 7.2), around something.
    SignedJson,
}

/// Reads a document of any format that is known.
///
/// # Errors
/// [`NotACredential`] where the document is something else.
pub fn read(document: Value) -> Result<Credential, NotACredential> {
    let Value::Object(document) = document else {
        return Err(NotACredential::NotAnObject);
    };
    let types = recognize(&document)?;
    Ok(ob3::credential(document, types))
}

/// The types of a document that is a credential.
fn recognize(document: &Map<String, Value>) -> Result<Vec<String>, NotACredential> {
    let types = read::strings(document.get("type"));
    let has_type = |name: &str| types.iter().any(|kind| kind == name);
    if has_type("VerifiablePresentation") {
        return Err(NotACredential::Presentation);
    }
    if has_type("Assertion") || document.contains_key("badge") {
        return Err(NotACredential::OlderOpenBadge);
    }
    if !has_type("VerifiableCredential") && !document.contains_key("credentialSubject") {
        return Err(match is_json_serialization(document) {
            true => NotACredential::SignedJson,
            false => NotACredential::OtherJson,
        });
    }
    Ok(types)
}

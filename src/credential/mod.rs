//! What a badge says: one model, which the card draws and into which each format is read.
//!
//! Everything here is a claim of the file's. Whether it is attested is for the
//! [`Report`](crate::Report) to say.

mod annex_i;
mod clr2;
mod document;
mod elm;
mod elsewhere;
mod endorsed;
mod model;
mod ob1;
mod ob2;
mod ob3;
mod open_badge;
mod presentation;
mod read;
mod rows;
mod sd_jwt;
mod seal;
mod skill;
mod token;

pub use annex_i::{Element, Statement};
pub(crate) use clr2::record_entries;
pub use clr2::{Association, Record};
pub use document::Document;
pub(crate) use document::NestedPlace;
pub use elsewhere::{RefreshService, SchemaEntry};
pub use endorsed::Endorsed;
pub(crate) use endorsed::{EndorsementEntry, endorsement_comment, endorsement_entries};
pub use model::{
    Achievement, Alignment, Claims, Credential, Criteria, DateClaim, Endorsement, EvidenceItem,
    Format, Identifier, Image, Issuer, ResultClaim, ResultDescription, RubricLevel, Securing,
    StatusEntry, Subject, Text,
};
pub(crate) use open_badge::{Linked, OpenBadge, Verification, is_named, is_revoked};
pub use presentation::{Presentation, PresentationToken};
pub(crate) use read::{boolean, list, numeric_date, object, objects, string, strings};
pub use rows::{Row, RowValue};
pub use sd_jwt::{Selection, read_sd_jwt};
pub use seal::{Seal, read_sealed};
pub use skill::{Framework, Skill};
pub use token::{PayloadLocation, Token, read_token};

use serde_json::{Map, Value};

use crate::jose::is_json_serialization;
use crate::web_address::WebAddress;

/// A JSON document that is no credential.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum NotACredential {
    /// An array, a string or a number.
    NotAnObject,
    /// A badge that can be earned, or an issuer's profile: nobody is said to have earned it.
    NoAward,
    /// An object without the members of a credential.
    OtherJson,
    /// A Blockcerts certificate of version 1, which is no Open Badge.
    OlderBlockcert,
    /// A presentation, which carries credentials.
    Presentation,
    /// An SD-JWT whose holder could have hidden, or did disclose, what must always be seen.
    SelectedMember { name: &'static str },
    /// A signature in a JSON form (RFC 7515, section 7.2), around something.
    SignedJson,
    /// What a European Digital Credential is to be made from, and nobody has issued yet.
    ToBeIssued,
}

/// The types of a document.
pub(crate) fn types(document: &Map<String, Value>) -> Vec<String> {
    strings(document.get("type"))
}

/// Reads a document of any format that is known.
///
/// # Errors
/// [`NotACredential`] where the document is something else.
pub fn read(document: Value) -> Result<Credential, NotACredential> {
    let Value::Object(document) = document else {
        return Err(NotACredential::NotAnObject);
    };
    match recognize(&document) {
        Ok(types) => Ok(w3c(document, types)),
        Err(other) => read_older(document, Securing::Embedded).ok_or(other),
    }
}

/// A credential of W3C's data model, by what its types say that it is.
fn w3c(document: Map<String, Value>, types: Vec<String>) -> Credential {
    match types.iter().any(|kind| kind == elm::TYPE) {
        true => elm::credential(document, types),
        false => ob3::credential(document, types),
    }
}

/// An Open Badge before 3.0; None where the document is something else.
fn read_older(document: Map<String, Value>, securing: Securing) -> Option<Credential> {
    let badge = OpenBadge::read(&document)?;
    Some(Credential {
        format: badge.format,
        claims: badge.claims(),
        document: document.into(),
        securing,
    })
}

/// The types of a document that is a credential of W3C's data model.
fn recognize(document: &Map<String, Value>) -> Result<Vec<String>, NotACredential> {
    let types = types(document);
    let has_type = |name: &str| types.iter().any(|kind| kind == name);
    if has_type("VerifiablePresentation") {
        return Err(NotACredential::Presentation);
    }
    if !has_type("VerifiableCredential") && !document.contains_key("credentialSubject") {
        return Err(not_a_credential(document, &types));
    }
    Ok(types)
}

/// A hosted badge of which no more is known than where its issuer hosts it, as older pictures carry
/// it (Open Badges Baking, "tEXt"). It has no document and claims nothing until that is fetched.
///
/// None for what is no `http` or `https` address.
#[must_use]
pub fn hosted_at(address: &str) -> Option<Credential> {
    WebAddress::parse(address)?;
    Some(Credential {
        document: Document::default(),
        securing: Securing::Embedded,
        format: Format::Ob2,
        claims: Claims {
            id: Some(address.to_owned()),
            ..Claims::default()
        },
    })
}

fn not_a_credential(document: &Map<String, Value>, types: &[String]) -> NotACredential {
    let has = |names: &[&str]| names.iter().all(|name| document.contains_key(*name));
    let is_blockcert = types.iter().any(|kind| kind == "BlockchainCertificate");
    if is_blockcert || has(&["assertion", "certificate", "verify"]) {
        return NotACredential::OlderBlockcert;
    }
    let is_definition = ["BadgeClass", "Issuer", "Profile"]
        .iter()
        .any(|name| types.iter().any(|kind| is_named(kind, name)));
    // A badge class of 1.0 has no type.
    if is_definition || has(&["criteria", "issuer", "name"]) {
        return NotACredential::NoAward;
    }
    if is_json_serialization(document) {
        return NotACredential::SignedJson;
    }
    // As the Commission's Online Credential Builder takes and keeps them.
    let draft = document.get("credential").and_then(Value::as_object);
    if draft.is_some_and(|draft| self::types(draft).iter().any(|kind| kind == elm::TYPE)) {
        return NotACredential::ToBeIssued;
    }
    NotACredential::OtherJson
}

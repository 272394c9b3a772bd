//! The credentials inside a presentation, each read for itself: one that cannot be read does not
//! spoil the others.

use serde_json::{Map, Value};

use super::envelope::Enveloped;
use super::{Credentials, FileKind, Unreadable, sniff};
use crate::credential::{self, Credential, NotACredential, Presentation};
use crate::json;
use crate::policy::Bounds;
use crate::proof;

/// Opens every credential of a presentation.
///
/// # Errors
/// [`Unreadable`] where there is none, or more than can be checked.
pub(super) fn open(
    presentation: Presentation,
    bounds: &Bounds,
) -> Result<(Credentials, Option<Presentation>), Unreadable> {
    let entries = presentation.entries();
    let limit = bounds.credentials;
    if entries.len() > limit {
        return Err(Unreadable::TooManyCredentials { limit });
    }
    if entries.iter().map(|entry| cost(entry)).sum::<usize>() > bounds.presented_values {
        return Err(Unreadable::TooCostly);
    }
    let credentials = entries.into_iter().map(|entry| self::entry(entry, bounds));
    let credentials = credentials.collect();
    let credentials = Credentials::new(credentials).ok_or(Unreadable::BarePresentation)?;
    Ok((credentials, Some(presentation)))
}

/// The values under the proofs of an entry, as often as there are proofs.
fn cost(entry: &Value) -> usize {
    let proofs = proof::proofs(entry.get("proof")).len();
    json::count(entry).saturating_mul(proofs)
}

/// One entry. An object is the credential as it stands, value for value; a string is a token (VC Data
/// Model 1.1, section 6.3.1).
fn entry(entry: &Value, bounds: &Bounds) -> Result<Credential, Unreadable> {
    match entry {
        Value::Object(document) => object(document, bounds),
        Value::String(text) => token(text.as_bytes(), bounds),
        _ => Err(Unreadable::NotACredential(NotACredential::NotAnObject)),
    }
}

fn object(document: &Map<String, Value>, bounds: &Bounds) -> Result<Credential, Unreadable> {
    if Presentation::is(document) {
        return Err(Unreadable::PresentationInside);
    }
    match Enveloped::of(document) {
        Some(Enveloped::Presentation) => Err(Unreadable::PresentationInside),
        Some(envelope) => {
            let content = envelope.token(document).map_err(Unreadable::Envelope)?;
            token(&content, bounds)
        }
        None => {
            let document = Value::Object(document.clone());
            credential::read(document).map_err(Unreadable::NotACredential)
        }
    }
}

/// The credential in a token.
fn token(bytes: &[u8], bounds: &Bounds) -> Result<Credential, Unreadable> {
    match sniff::kind(bytes) {
        FileKind::Jwt => super::token(bytes, bounds).map_err(|why| match why {
            Unreadable::NotACredential(NotACredential::Presentation) => {
                Unreadable::PresentationInside
            }
            other => other,
        }),
        _ => Err(Unreadable::NotACredential(NotACredential::NotAnObject)),
    }
}

//! From a credential's text to the credential: JSON, a token, or one that carries others.

use serde_json::Value;

use super::envelope::Enveloped;
use super::found::Place;
use super::{
    Baked, Carrier, Credentials, FileKind, Opened, Unreadable, presentation, sniff, token,
};
use crate::credential::{self, Presentation};
use crate::json;
use crate::policy::Bounds;

/// What a text comes to, wherever it was found.
type Contents = (Credentials, Option<Presentation>);

/// The credentials that a text is, or carries.
///
/// # Errors
/// Any [`Unreadable`].
pub(super) fn read(baked: Baked, bounds: &Bounds) -> Result<Opened, Unreadable> {
    let text = &baked.text;
    let (credentials, presentation) = match sniff::kind(text) {
        FileKind::Json => document(json::parse(text, bounds).map_err(Unreadable::Json)?, bounds),
        FileKind::Jwt => signed(text, bounds),
        // Older badges carry no more than where their issuer hosts them.
        FileKind::Url if is_baked(&baked) => hosted(text),
        other => Err(Unreadable::Kind(other)),
    }?;
    Ok(Opened {
        carrier: Carrier::of(&baked),
        found: baked.found,
        text: baked.text,
        credentials,
        presentation,
    })
}

/// Whether a text was found in a picture. One by itself is a link, which may be to anything.
fn is_baked(baked: &Baked) -> bool {
    let is_picture =
        |place: &Place| matches!(place, Place::PngChunk { .. } | Place::SvgElement { .. });
    baked.found.places.iter().any(is_picture)
}

fn hosted(address: &[u8]) -> Result<Contents, Unreadable> {
    let address = std::str::from_utf8(address).unwrap_or_default().trim();
    let credential = credential::hosted_at(address).ok_or(Unreadable::Kind(FileKind::Url))?;
    Ok((Credentials::one(credential), None))
}

fn document(json: Value, bounds: &Bounds) -> Result<Contents, Unreadable> {
    if let Value::Object(document) = &json {
        if Presentation::is(document) {
            return presentation::open(Presentation::read(document.clone()), bounds);
        }
        if let Some(sealed) = credential::read_sealed(document, bounds) {
            let credential = sealed.map_err(Unreadable::NotACredential)?;
            return Ok((Credentials::one(credential), None));
        }
        if let Some(envelope) = Enveloped::of(document) {
            let token = envelope.token(document).map_err(Unreadable::Envelope)?;
            return signed(&token, bounds);
        }
    }
    let credential = credential::read(json).map_err(Unreadable::NotACredential)?;
    Ok((Credentials::one(credential), None))
}

/// What is in a token: a credential, or a presentation.
fn signed(text: &[u8], bounds: &Bounds) -> Result<Contents, Unreadable> {
    match token::token(text, bounds) {
        Err(error @ Unreadable::NotACredential(_)) => {
            let presentation = token::presentation(text, bounds).ok_or(error)?;
            presentation::open(presentation, bounds)
        }
        other => Ok((Credentials::one(other?), None)),
    }
}

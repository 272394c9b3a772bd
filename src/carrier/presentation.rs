//! The credentials inside a presentation, each read for itself: one that cannot be read does not
//! spoil the others.

use serde_json::Value;

use super::{Carrier, Credentials, Opened, Unreadable};
use crate::credential::{self, Credential, NotACredential, Presentation};
use crate::policy::Bounds;

/// Opens every credential of a presentation.
///
/// # Errors
/// [`Unreadable`] where there is none, or more than can be checked.
pub(super) fn open(
    carrier: Carrier,
    presentation: Presentation,
    bounds: &Bounds,
) -> Result<Opened, Unreadable> {
    let entries = presentation.entries();
    let limit = bounds.credentials;
    if entries.len() > limit {
        return Err(Unreadable::TooManyCredentials { limit });
    }
    let credentials = entries.into_iter().map(entry).collect();
    let credentials = Credentials::new(credentials).ok_or(Unreadable::BarePresentation)?;
    Ok(Opened {
        carrier,
        credentials,
        presentation: Some(presentation),
    })
}

/// One entry: its JSON is the credential, byte for byte as the presentation has it.
fn entry(entry: &Value) -> Result<Credential, Unreadable> {
    match entry {
        Value::Object(document) if Presentation::is(document) => {
            Err(Unreadable::PresentationInside)
        }
        Value::Object(_) => credential::read(entry.clone()).map_err(Unreadable::NotACredential),
        _ => Err(Unreadable::NotACredential(NotACredential::NotAnObject)),
    }
}

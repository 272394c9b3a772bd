//! A credential's text as it stands in a container.

use super::Unreadable;
use super::found::{Found, Oddity};

/// The exact text of a credential (JSON, a token, or in older badges an address), and where it was
/// found.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Baked {
    pub found: Found,
    /// UTF-8 where the container allows nothing else.
    pub text: Vec<u8>,
}

impl Baked {
    /// The one text of a picture, after another was found in it.
    ///
    /// Readers differ in which of several they take, so a picture with two could show one badge here
    /// and another there. The same text again is harmless, and none at all is no text.
    pub(super) fn only(first: Option<Self>, next: Self) -> Result<Option<Self>, Unreadable> {
        let Some(mut first) = first else {
            return Ok((!next.text.trim_ascii().is_empty()).then_some(next));
        };
        if next.text.trim_ascii().is_empty() {
            return Ok(Some(first));
        }
        if first.text.trim_ascii() != next.text.trim_ascii() {
            return Err(Unreadable::SeveralBaked);
        }
        first.found.add(Oddity::Repeated);
        Ok(Some(first))
    }
}

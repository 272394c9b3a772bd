//! From a file's bytes to the credential inside. What a file is, is told by its content.

mod envelope;
mod opened;
mod presentation;
mod sniff;
mod token;

pub use envelope::EnvelopeError;
use envelope::Enveloped;
pub use opened::{Credentials, Opened};
pub use sniff::FileKind;
pub use token::token;

use serde_json::Value;

use crate::credential::{self, NotACredential, Presentation};
use crate::jose::{JwsError, SdJwtError};
use crate::json::{self, JsonError};
use crate::policy::Bounds;

/// What a credential was found in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Carrier {
    Json,
    /// A JSON Web Token.
    Jwt,
    /// A JSON Web Token with disclosures.
    SdJwt,
}

impl Carrier {
    /// A stroke is in none of a token's own parts.
    fn of_token(bytes: &[u8]) -> Self {
        match bytes.contains(&b'~') {
            true => Self::SdJwt,
            false => Self::Jwt,
        }
    }

    /// The name in the report's contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Jwt => "jwt",
            Self::SdJwt => "sd-jwt",
        }
    }
}

/// Why no badge data was found in a file, or in a part of one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Unreadable {
    /// A presentation without a credential in it.
    BarePresentation,
    /// Not a byte, or nothing but white space.
    Empty,
    /// A token that only its addressee can read (RFC 7516).
    EncryptedToken,
    /// An envelope, whose content cannot be had.
    Envelope(EnvelopeError),
    /// It is meant to be JSON, and is broken.
    Json(JsonError),
    /// A file of another kind than those that can be read.
    Kind(FileKind),
    /// JSON, in a token or for itself, that is no credential.
    NotACredential(NotACredential),
    /// A presentation inside a presentation.
    PresentationInside,
    /// It is meant to be an SD-JWT, and is broken.
    SdJwt(SdJwtError),
    /// It is meant to be a JSON Web Token, and is broken.
    Token(JwsError),
    /// More values under signatures than [`Bounds::presented_values`].
    TooCostly,
    /// Larger than [`Bounds::file_bytes`].
    TooLarge { limit: usize },
    /// More credentials than [`Bounds::credentials`].
    TooManyCredentials { limit: usize },
}

impl Unreadable {
    /// The code in the report's contract.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::BarePresentation => "no-credentials",
            Self::Empty => "empty",
            Self::EncryptedToken => "encrypted-token",
            Self::Envelope(error) => error.code(),
            Self::Json(error) => error.code(),
            Self::Kind(_) => "unsupported-file",
            Self::NotACredential(_) => "not-a-credential",
            Self::PresentationInside => "presentation-inside",
            Self::SdJwt(error) => error.code(),
            Self::Token(error) => error.code(),
            Self::TooCostly => "too-costly",
            Self::TooLarge { .. } => "too-large",
            Self::TooManyCredentials { .. } => "too-many-credentials",
        }
    }
}

/// Finds the credentials in a file: one, or those that a presentation carries.
///
/// # Errors
/// Any [`Unreadable`].
pub fn open(bytes: &[u8], bounds: &Bounds) -> Result<Opened, Unreadable> {
    let limit = bounds.file_bytes;
    if bytes.len() > limit {
        return Err(Unreadable::TooLarge { limit });
    }
    match sniff::kind(bytes) {
        FileKind::Json => document(
            json::parse(bytes, bounds).map_err(Unreadable::Json)?,
            bounds,
        ),
        FileKind::Jwt => signed(Carrier::of_token(bytes), bytes, bounds),
        FileKind::Empty => Err(Unreadable::Empty),
        other => Err(Unreadable::Kind(other)),
    }
}

fn document(json: Value, bounds: &Bounds) -> Result<Opened, Unreadable> {
    let carrier = Carrier::Json;
    if let Value::Object(document) = &json {
        if Presentation::is(document) {
            let presentation = Presentation::read(document.clone());
            return presentation::open(carrier, presentation, bounds);
        }
        if let Some(envelope) = Enveloped::of(document) {
            let token = envelope.token(document).map_err(Unreadable::Envelope)?;
            return signed(carrier, &token, bounds);
        }
    }
    let credential = credential::read(json).map_err(Unreadable::NotACredential)?;
    Ok(Opened::one(carrier, credential))
}

/// What is in a token: a credential, or a presentation.
fn signed(carrier: Carrier, bytes: &[u8], bounds: &Bounds) -> Result<Opened, Unreadable> {
    let is_presentation = Unreadable::NotACredential(NotACredential::Presentation);
    match token(bytes, bounds) {
        Err(error) if error == is_presentation => {
            let presentation = token::presentation(bytes, bounds).ok_or(error)?;
            presentation::open(carrier, presentation, bounds)
        }
        other => Ok(Opened::one(carrier, other?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> Unreadable {
        open(bytes, &Bounds::default()).expect_err("no badge")
    }

    #[test]
    fn says_what_a_file_is_that_it_cannot_read() {
        assert_eq!(refused(b""), Unreadable::Empty);
        assert_eq!(refused(b" \r\n"), Unreadable::Empty);
        assert_eq!(
            refused(b"\x89PNG\r\n\x1a\n..."),
            Unreadable::Kind(FileKind::Png)
        );
        assert_eq!(
            refused(b"<!DOCTYPE html><p>"),
            Unreadable::Kind(FileKind::Html)
        );
        assert_eq!(
            refused(b"eyJhbGciOiJFZERTQSJ9.e30.AA"),
            Unreadable::NotACredential(NotACredential::OtherJson)
        );
    }

    #[test]
    fn says_what_is_wrong_with_json() {
        assert_eq!(
            refused(b"{\"type\": "),
            Unreadable::Json(JsonError::Truncated { line: 1, column: 9 })
        );
        assert_eq!(
            refused(b"[]"),
            Unreadable::NotACredential(NotACredential::NotAnObject)
        );
        assert_eq!(
            refused(b"{\"name\": \"x\"}"),
            Unreadable::NotACredential(NotACredential::OtherJson)
        );
    }

    #[test]
    fn refuses_a_file_that_is_too_large_before_reading_it() {
        let limit = Bounds::default().file_bytes;
        assert_eq!(
            refused(&vec![b' '; limit + 1]),
            Unreadable::TooLarge { limit }
        );
    }
}

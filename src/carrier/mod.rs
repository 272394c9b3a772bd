//! From a file's bytes to the credential inside. What a file is, is told by its content.

mod sniff;
mod token;

pub use sniff::FileKind;
pub use token::token;

use crate::credential::{self, Credential, NotACredential};
use crate::jose::JwsError;
use crate::json::{self, JsonError};
use crate::policy::Bounds;

/// What a credential was found in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Carrier {
    Json,
    /// A JSON Web Token.
    Jwt,
}

impl Carrier {
    /// The name in the report's contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Jwt => "jwt",
        }
    }
}

/// A credential and what it was found in.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub carrier: Carrier,
    pub credential: Credential,
}

/// Why no badge data was found in a file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Unreadable {
    /// Not a byte, or nothing but white space.
    Empty,
    /// A token that only its addressee can read (RFC 7516).
    EncryptedToken,
    /// It is meant to be JSON, and is broken.
    Json(JsonError),
    /// A file of another kind than those that can be read.
    Kind(FileKind),
    /// JSON, in a token or for itself, that is no credential.
    NotACredential(NotACredential),
    /// It is meant to be a JSON Web Token, and is broken.
    Token(JwsError),
    /// Larger than [`Bounds::file_bytes`].
    TooLarge { limit: usize },
}

impl Unreadable {
    /// The code in the report's contract.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::EncryptedToken => "encrypted-token",
            Self::Json(error) => error.code(),
            Self::Kind(_) => "unsupported-file",
            Self::NotACredential(_) => "not-a-credential",
            Self::Token(error) => error.code(),
            Self::TooLarge { .. } => "too-large",
        }
    }
}

/// Finds the credential in a file.
///
/// # Errors
/// Any [`Unreadable`].
pub fn open(bytes: &[u8], bounds: &Bounds) -> Result<Opened, Unreadable> {
    let limit = bounds.file_bytes;
    if bytes.len() > limit {
        return Err(Unreadable::TooLarge { limit });
    }
    let (carrier, credential) = match sniff::kind(bytes) {
        FileKind::Json => {
            let document = json::parse(bytes, bounds).map_err(Unreadable::Json)?;
            let credential = credential::read(document).map_err(Unreadable::NotACredential)?;
            (Carrier::Json, credential)
        }
        FileKind::Jwt => (Carrier::Jwt, token(bytes, bounds)?),
        FileKind::Empty => return Err(Unreadable::Empty),
        other => return Err(Unreadable::Kind(other)),
    };
    Ok(Opened {
        carrier,
        credential,
    })
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

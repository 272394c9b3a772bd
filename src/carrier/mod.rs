//! From a file's bytes to the credentials inside. What a file is, is told by its content.
//!
//! ```text
//!  bytes ──contents──▶ Baked: the exact text of each credential ──read──▶ Opened
//!          (png, svg, zip, data_url)                    (token, presentation, envelope)
//! ```

pub mod bake;
mod baked;
mod contents;
pub mod data_url;
mod embedded;
mod envelope;
pub mod found;
mod opened;
pub mod png;
mod presentation;
mod read;
mod sniff;
pub mod svg;
mod token;
mod unpack;
pub mod zip;

pub use baked::Baked;
pub use contents::{open_all, texts};
pub use data_url::DataUrlError;
pub(crate) use embedded::{cost, embedded};
pub use envelope::EnvelopeError;
pub use found::Found;
pub use opened::{Credentials, Opened};
pub use png::PngError;
pub use sniff::FileKind;
pub use svg::SvgError;
pub use token::token;
pub(crate) use unpack::{NotUnpacked, Unpacker};
pub use zip::ZipError;

use crate::credential::NotACredential;
use crate::jose::{JwsError, SdJwtError};
use crate::json::JsonError;
use crate::policy::Bounds;
use found::Place;

/// What a credential was found in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Carrier {
    Json,
    /// A JSON Web Token.
    Jwt,
    Png,
    /// A JSON Web Token with disclosures.
    SdJwt,
    Svg,
    Zip,
}

impl Carrier {
    /// The name in the report's contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Jwt => "jwt",
            Self::Png => "png",
            Self::SdJwt => "sd-jwt",
            Self::Svg => "svg",
            Self::Zip => "zip",
        }
    }

    /// The outermost container; a data: URL is only a way to write one.
    fn of(baked: &Baked) -> Self {
        for place in &baked.found.places {
            match place {
                Place::DataUrl { .. } => {}
                Place::PngChunk { .. } => return Self::Png,
                Place::SvgElement { .. } => return Self::Svg,
                Place::ZipEntry { .. } => return Self::Zip,
            }
        }
        match sniff::kind(&baked.text) {
            FileKind::Jwt if baked.text.contains(&b'~') => Self::SdJwt,
            FileKind::Jwt => Self::Jwt,
            _ => Self::Json,
        }
    }
}

/// Why no badge data was found in a file, or in a part of one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Unreadable {
    /// A presentation without a credential in it.
    BarePresentation,
    DataUrl(DataUrlError),
    /// Not a byte, or nothing but white space.
    Empty,
    /// A token that only its addressee can read (RFC 7516).
    EncryptedToken,
    /// An envelope, whose content cannot be had.
    Envelope(EnvelopeError),
    /// A file in a ZIP, by its name for showing.
    InZip {
        name: String,
        problem: Box<Unreadable>,
    },
    /// It is meant to be JSON, and is broken.
    Json(JsonError),
    /// A file of another kind than those that can be read.
    Kind(FileKind),
    /// A container where text or, in a ZIP or data: URL, a picture is expected.
    Nested {
        outer: FileKind,
        inner: FileKind,
    },
    /// JSON, in a token or for itself, that is no credential.
    NotACredential(NotACredential),
    /// Credentials inside one another, more than [`Bounds::nested_credentials`] deep.
    NestedTooDeep {
        limit: usize,
    },
    /// A picture without a credential in it.
    NothingBaked(FileKind),
    Png(PngError),
    /// A presentation inside a presentation.
    PresentationInside,
    /// It is meant to be an SD-JWT, and is broken.
    SdJwt(SdJwtError),
    /// A ZIP with this many badges, where one is expected.
    Several {
        count: usize,
    },
    /// A picture with different credentials in it.
    SeveralBaked,
    Svg(SvgError),
    /// It is meant to be a JSON Web Token, and is broken.
    Token(JwsError),
    /// More values under signatures than [`Bounds::presented_values`].
    TooCostly,
    /// Larger than [`Bounds::file_bytes`].
    TooLarge {
        limit: usize,
    },
    /// More credentials than [`Bounds::credentials`].
    TooManyCredentials {
        limit: usize,
    },
    /// Compressed data that comes to more than may be unpacked, which is at most
    /// [`Bounds::file_bytes`], and less where [`Bounds::unpacked_bytes`] is nearly used up.
    UnpackedTooLarge {
        limit: usize,
    },
    Zip(ZipError),
}

impl Unreadable {
    /// The code in the report's contract.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::BarePresentation => "no-credentials",
            Self::DataUrl(_) => "broken-data-url",
            Self::Empty => "empty",
            Self::EncryptedToken => "encrypted-token",
            Self::Envelope(error) => error.code(),
            Self::InZip { problem, .. } => problem.code(),
            Self::Json(error) => error.code(),
            Self::Kind(_) => "unsupported-file",
            Self::Nested { .. } => "nested-container",
            Self::NotACredential(_) => "not-a-credential",
            Self::NestedTooDeep { .. } => "nested-too-deep",
            Self::NothingBaked(_) => "nothing-baked",
            Self::Png(_) => "broken-png",
            Self::PresentationInside => "presentation-inside",
            Self::SdJwt(error) => error.code(),
            Self::Several { .. } => "several-credentials",
            Self::SeveralBaked => "several-baked",
            Self::Svg(SvgError::Entity { .. }) => "xml-entity",
            Self::Svg(_) => "broken-svg",
            Self::Token(error) => error.code(),
            Self::TooCostly => "too-costly",
            Self::TooLarge { .. } => "too-large",
            Self::TooManyCredentials { .. } => "too-many-credentials",
            Self::UnpackedTooLarge { .. } => "unpacked-too-large",
            Self::Zip(ZipError::Encrypted) => "encrypted",
            Self::Zip(ZipError::NoBadge { .. }) => "no-badge-in-zip",
            Self::Zip(_) => "broken-zip",
        }
    }

    /// Whether it is a file that nobody would take for a badge, beside one in a ZIP.
    fn is_other_file(&self) -> bool {
        match self {
            Self::InZip { problem, .. } => problem.is_other_file(),
            Self::Empty | Self::NothingBaked(_) => true,
            Self::Kind(kind) => *kind != FileKind::Url,
            Self::NotACredential(reason) => matches!(
                reason,
                NotACredential::NotAnObject | NotACredential::OtherJson
            ),
            _ => false,
        }
    }
}

/// Finds the credentials in a file: one, or those that a presentation carries.
///
/// # Errors
/// Any [`Unreadable`], and [`Unreadable::Several`] of a ZIP with several badges in it.
pub fn open(bytes: &[u8], bounds: &Bounds) -> Result<Opened, Unreadable> {
    let mut all = open_all(bytes, bounds)?;
    match (all.len(), all.pop()) {
        (1, Some(only)) => only,
        (count, _) => Err(Unreadable::Several { count }),
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
            Unreadable::Png(PngError::Cut { offset: 8 })
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

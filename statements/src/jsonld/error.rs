//! Why a document is no JSON-LD, or none that is read here.

use std::fmt;

/// What ends the conversion of a document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum JsonLdError {
    /// An error that the standard defines, by its code (JSON-LD 1.1 API, section 9.6,
    /// `JsonLdErrorCode`).
    Invalid { code: &'static str },
    /// A part of JSON-LD that neither the bundled contexts nor compacted credentials use: a keyword,
    /// or a container.
    LeftOut { what: &'static str },
}

impl JsonLdError {
    pub(super) fn invalid(code: &'static str) -> Self {
        Self::Invalid { code }
    }
}

/// The standard's own code, or the keyword that is left out.
impl fmt::Display for JsonLdError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid { code } => formatter.write_str(code),
            Self::LeftOut { what } => write!(formatter, "{what} is not supported"),
        }
    }
}

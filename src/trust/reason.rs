//! Why it is, or is not, known who an issuer is.

use super::{NotARegistry, StatementError};
use crate::reason::Unobtained;

/// What registries came to.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum TrustReason {
    /// These registries list the issuer.
    Listed { registries: Vec<String> },
    /// There was no registry to look the issuer up in.
    NoRegistry,
    /// All registries have answered, and none lists the issuer.
    NotListed { registries: Vec<String> },
    /// Of all registries only test registries list the issuer.
    TestRegistryOnly { registries: Vec<String> },
    /// Some registries gave no answer, and the others do not list the issuer.
    Unanswered {
        not_listed_in: Vec<String>,
        unanswered: Vec<Unanswered>,
    },
}

/// A registry that gave no answer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Unanswered {
    /// Its name, or its address where that is all that is known of it.
    pub registry: String,
    pub why: NoAnswer,
}

/// Why a registry gave no answer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NoAnswer {
    /// It is one of more registries in a list than are asked.
    BeyondLimit {
        limit: usize,
    },
    /// The issuer's identifier makes an address of more octets than servers have to take.
    LongAddress {
        limit: usize,
    },
    /// What is there is not of the form that the list of registries says.
    Malformed,
    /// What is there is no list of issuers.
    NotARegistry(NotARegistry),
    /// Its entry in a list of registries names no https address.
    NoAddress,
    /// A statement of a federation that does not hold.
    Statement(StatementError),
    Unobtained(Unobtained),
    /// A kind of registry that is not known here.
    UnsupportedKind {
        name: String,
    },
}

impl TrustReason {
    /// The code in the report's contract.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Listed { .. } => "listed",
            Self::NoRegistry => "no-registry",
            Self::NotListed { .. } => "not-listed",
            Self::TestRegistryOnly { .. } => "test-registry",
            Self::Unanswered { unanswered, .. } => {
                foremost(unanswered).map_or("no-registry", NoAnswer::code)
            }
        }
    }
}

impl NoAnswer {
    fn code(&self) -> &'static str {
        match self {
            Self::BeyondLimit { .. } => "too-many-registries",
            Self::LongAddress { .. } => "long-address",
            Self::Malformed | Self::NotARegistry(_) | Self::NoAddress => "malformed-registry",
            Self::Statement(_) => "refused-statement",
            Self::Unobtained(why) => why.code(),
            Self::UnsupportedKind { .. } => "unsupported-registry",
        }
    }
}

/// Of several reasons the one that somebody can do something about, or else the first.
pub(crate) fn foremost(unanswered: &[Unanswered]) -> Option<&NoAnswer> {
    let whys = || unanswered.iter().map(|registry| &registry.why);
    let not_asked = NoAnswer::Unobtained(Unobtained::NotAsked);
    whys()
        .find(|why| **why == not_asked)
        .or_else(|| whys().next())
}

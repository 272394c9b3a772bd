//! What lists say of a credential, and why they may say nothing: data to compare and to word.

use crate::reason::Reason;
use crate::timestamp::Timestamp;

/// What a list says of a credential.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Standing {
    /// It is not on the list.
    Clear,
    /// Withdrawn for good.
    Revoked,
    /// Withdrawn for now.
    Suspended,
}

/// A list that was looked into.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Consulted {
    pub url: String,
    /// The start of its validity, or the time of its making; None where it states neither.
    pub from: Option<Timestamp>,
    pub keeper: Keeper,
}

/// Whose word a list is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Keeper {
    /// The credential's issuer signed it.
    Issuer,
    /// Another signed it, whom a registry lists under this name.
    Listed { name: String },
    /// Nobody signed it: it is its site's word alone.
    Site,
}

/// Why the question whether a credential was withdrawn came out as it did.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum StatusReason {
    /// The list is by somebody else than the issuer, and no registry says who that is.
    AnothersList {
        url: String,
        issuer: String,
        /// None where the list is for something else than withdrawing.
        says: Option<Standing>,
    },
    /// None of the lists has it.
    Clear { consulted: Vec<Consulted> },
    /// The list is too short to say anything of this credential.
    IndexOutOfRange {
        url: String,
        index: u64,
        entries: u64,
    },
    /// The credential's own entry, which is not as its standard has it.
    MalformedEntry { member: &'static str },
    /// A list that is not as its standard has it.
    MalformedList { url: String, member: &'static str },
    /// The list names credentials by their identifiers, and this one has none.
    NoIdentifier,
    /// The list is for another purpose than the credential's entry.
    OtherPurpose { url: String, purpose: &'static str },
    /// A list has it as withdrawn.
    Revoked { consulted: Consulted },
    /// A list has it as suspended.
    Suspended { consulted: Consulted },
    /// The list unpacks to more bytes than are read.
    TooLarge { url: String, limit: usize },
    /// More entries than are followed.
    TooManyEntries { limit: usize },
    /// The list is not in force, or not known to be what its issuer signed.
    UnreliableList { url: String, why: Box<Reason> },
    /// A list in a form that is not read: a CBOR Web Token.
    UnsupportedFormat { url: String },
    /// A purpose that no standard gives a meaning.
    UnsupportedPurpose { purpose: String },
    /// A value that no standard gives a meaning.
    UnsupportedValue { url: String, value: u64 },
}

impl StatusReason {
    /// The date of the oldest list that a good answer rests on, of those that have one.
    #[must_use]
    pub fn oldest_list(&self) -> Option<Timestamp> {
        match self {
            Self::Clear { consulted } => consulted.iter().filter_map(|list| list.from).min(),
            _ => None,
        }
    }

    /// The code in the report's contract.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::AnothersList { .. } => "another-issuers-list",
            Self::Clear { .. } => "not-revoked",
            Self::IndexOutOfRange { .. } => "index-out-of-range",
            Self::MalformedEntry { .. } => "malformed-status",
            Self::MalformedList { .. } => "malformed-status-list",
            Self::NoIdentifier => "no-identifier",
            Self::OtherPurpose { .. } => "other-status-purpose",
            Self::Revoked { .. } => "revoked",
            Self::Suspended { .. } => "suspended",
            Self::TooLarge { .. } => "too-large",
            Self::TooManyEntries { .. } => "too-many-status-entries",
            Self::UnreliableList { .. } => "unreliable-status-list",
            Self::UnsupportedFormat { .. } => "unsupported-status-list",
            Self::UnsupportedPurpose { .. } => "unsupported-status-purpose",
            Self::UnsupportedValue { .. } => "unsupported-status-value",
        }
    }
}

impl From<StatusReason> for Reason {
    fn from(reason: StatusReason) -> Self {
        Self::Status(reason)
    }
}

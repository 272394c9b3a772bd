//! Why the log of a did:webvh gives no document.

/// What is wrong with a log. `version` is the number of the entry, counted from 1.
///
/// All but [`DidLogError::Deactivated`] leave it open who holds the key: a log that does not verify is
/// no log of the identifier's, and says nothing of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum DidLogError {
    /// The controller has retired the identifier.
    Deactivated { did: String },
    /// The entry is not the one that its version's hash was made of, or does not follow the entry
    /// before it.
    EntryHashMismatch { version: usize },
    /// The entry is dated later than the time that is answered for.
    InTheFuture { version: usize },
    /// The entry is not of the form that the method has for it.
    MalformedEntry { version: usize },
    /// The entry sets a parameter that the method does not know, or one in a way that it forbids.
    MalformedParameter { version: usize, name: String },
    /// The log goes on under another identifier.
    Moved { to: String },
    /// The entry has no later time than the one before it.
    NotLater { version: usize },
    /// No entry is of the identifier that was asked for.
    OtherIdentifier,
    /// The entry's keys are not those that the entry before it had committed to.
    PreRotationMismatch { version: usize },
    /// The identifier is not the hash of the log's first entry.
    ScidMismatch,
    /// More bytes than [`Bounds::did_log_bytes`](crate::policy::Bounds::did_log_bytes), or more
    /// entries than [`Bounds::did_log_entries`](crate::policy::Bounds::did_log_entries).
    TooLong { limit: usize },
    /// The entry has no signature that holds, or one that does not, or one by a key that was not
    /// allowed to make it.
    Unauthorized { version: usize },
    /// A version of the method that is not known.
    UnsupportedVersion { name: String },
    /// Fewer witnesses approved the entry than have to.
    Unwitnessed { version: usize },
}

impl DidLogError {
    /// The code in the report's contract.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Deactivated { .. } => "did-deactivated",
            Self::EntryHashMismatch { .. } | Self::ScidMismatch => "did-log-altered",
            Self::InTheFuture { .. } | Self::NotLater { .. } => "did-log-times",
            Self::MalformedEntry { .. } | Self::MalformedParameter { .. } => "did-log-malformed",
            Self::Moved { .. } => "did-moved",
            Self::OtherIdentifier => "did-log-of-another",
            Self::PreRotationMismatch { .. } | Self::Unauthorized { .. } => "did-log-unauthorized",
            Self::TooLong { .. } => "did-log-too-long",
            Self::UnsupportedVersion { .. } => "unsupported-did-method",
            Self::Unwitnessed { .. } => "did-log-unwitnessed",
        }
    }
}

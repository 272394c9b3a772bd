//! Why a newer version of a credential does not stand in its place.

/// What came of a refresh service.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum RefreshReason {
    /// What it gave is another credential: its identifier or its issuer differs, or it has none.
    AnotherCredential { url: String },
    /// The answer is for another time than now, and what the service gives is of now.
    AnotherTime,
    /// What it gave is not signed by the issuer as it stands.
    NotConfirmed { url: String },
    /// What it gave is no credential.
    NotACredential { url: String },
}

impl RefreshReason {
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::AnotherCredential { .. } => "refreshed-is-another",
            Self::AnotherTime => "refresh-is-of-now",
            Self::NotConfirmed { .. } => "refreshed-not-confirmed",
            Self::NotACredential { .. } => "refreshed-is-no-credential",
        }
    }
}

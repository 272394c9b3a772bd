//! What a reader should know of a badge besides its checks, as data to compare and to word.

/// A remark that changes no verdict.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Note {
    /// The way of signing lets the holder leave out optional details, and does not tell whether the
    /// holder did.
    DetailsMayBeLeftOut,
    /// The signature answers a challenge that somebody set for this occasion; with whose it was, it
    /// was not compared.
    MadeForChallenge { challenge: String },
    /// The signature was made for whoever asks under this domain; with whom, it was not compared.
    MadeForDomain { domain: String },
}

impl Note {
    /// The code in the report's contract, in kebab-case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::DetailsMayBeLeftOut => "details-may-be-left-out",
            Self::MadeForChallenge { .. } => "made-for-challenge",
            Self::MadeForDomain { .. } => "made-for-domain",
        }
    }
}

//! What a reader should know of a badge besides its checks, as data to compare and to word.

use crate::reason::Reason;
use crate::timestamp::Timestamp;

/// A remark that changes no verdict.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Note {
    /// It speaks of somebody else than the record that it stands in.
    AnotherSubject { id: String },
    /// A date of the token and one of the credential differ; the stricter one counts. The standards
    /// disagree on which is meant: Open Badges 3.0 lets the claim replace the member, and
    /// vc-jose-cose says that the claim is about the signature.
    ClaimDiffers { claim: &'static str },
    /// Claims that Open Badges 3.0 (section 8.2.4) asks for, and that the token does not have.
    ClaimsMissing { names: Vec<&'static str> },
    /// The proof says that it was made at a time that is still to come.
    DatedAhead { created: Timestamp },
    /// Parts of the token were withheld, so many at the most: some may be decoys.
    DetailsLeftOut { at_most: usize },
    /// The way of signing lets the holder leave out optional details, and does not tell whether the
    /// holder did.
    DetailsMayBeLeftOut,
    /// A proof inside the token, which the token's signature does not need, was not looked at.
    EmbeddedProofIgnored,
    /// The token points to keys and certificates elsewhere, which were not followed.
    HeaderIgnored { names: Vec<&'static str> },
    /// The holder signed this selection of details with the key that the issuer names for them.
    HolderSigned,
    /// The signature answers a challenge that somebody set for this occasion; with whose it was, it
    /// was not compared.
    MadeForChallenge { challenge: String },
    /// The signature was made for whoever asks under this domain; with whom, it was not compared.
    MadeForDomain { domain: String },
    /// The issuer offers a newer version of it.
    NewerVersion,
    /// No newer version of the credential was found, for this reason.
    NotRefreshed { reason: Reason },
    /// The report is about a newer version, which the issuer's refresh service gave.
    Refreshed { url: String },
    /// Why the issuer withdrew it, in the issuer's words.
    RevocationReason { text: String },
    /// A status list has fewer entries than its standard asks for, so that its host can tell more
    /// easily whose credential is looked up.
    ShortStatusList { url: String, entries: u64 },
    /// The issuer keeps a message about it: its number, and where the issuer says what it means.
    StatusMessage {
        value: u64,
        reference: Option<String>,
    },
}

impl Note {
    /// The code in the report's contract, in kebab-case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::AnotherSubject { .. } => "another-subject",
            Self::ClaimDiffers { .. } => "claim-differs",
            Self::ClaimsMissing { .. } => "claims-missing",
            Self::DatedAhead { .. } => "dated-ahead",
            Self::DetailsLeftOut { .. } => "details-left-out",
            Self::DetailsMayBeLeftOut => "details-may-be-left-out",
            Self::EmbeddedProofIgnored => "embedded-proof-ignored",
            Self::HeaderIgnored { .. } => "header-ignored",
            Self::HolderSigned => "holder-signed",
            Self::MadeForChallenge { .. } => "made-for-challenge",
            Self::MadeForDomain { .. } => "made-for-domain",
            Self::NewerVersion => "newer-version",
            Self::NotRefreshed { .. } => "not-refreshed",
            Self::Refreshed { .. } => "refreshed",
            Self::RevocationReason { .. } => "revocation-reason",
            Self::ShortStatusList { .. } => "short-status-list",
            Self::StatusMessage { .. } => "status-message",
        }
    }
}

//! The only way in for outside bytes: what a report wants, and what was brought.

mod lifetime;
mod media_types;
mod received;
mod relay;
mod source;

pub use lifetime::lifetime;
pub use relay::Relay;
pub use source::{Obtained, Provenance, Source};

use std::collections::BTreeMap;
use std::sync::Arc;

/// A document that a report could use and does not have.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Request {
    pub url: String,
    pub purpose: Purpose,
}

/// What a document is wanted for.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Purpose {
    /// The assertion of a hosted badge, as its issuer's site has it now.
    Assertion,
    /// What a badge before 3.0 stands for.
    BadgeClass,
    /// The document at the address that identifies an issuer, which can list its keys.
    ControllerDocument,
    /// The issuer's DID document, which lists its keys.
    DidDocument,
    /// The log of all versions of the issuer's DID document.
    DidLog,
    /// What a registry says of itself: its keys, and where it is asked about issuers.
    EntityConfiguration,
    /// What a registry states about the issuer.
    EntityStatement,
    /// The DID document of a presentation's holder, or what stands for it.
    HolderDidDocument,
    /// The set of keys at the issuer's own website.
    JwkSet,
    /// The profile of a badge's issuer before 3.0, which says where its badges are hosted and which
    /// keys are its own.
    IssuerProfile,
    /// A key that the issuer's profile lists by its address.
    Key,
    /// A list of registries of issuers.
    KnownRegistries,
    /// A newer version of the credential, from its issuer's refresh service.
    Refresh,
    /// A registry of issuers, in one file.
    Registry,
    /// The issuer's list of withdrawn signed badges before 3.0.
    RevocationList,
    /// What the credential should be built like.
    Schema,
    /// A list that says whether the credential was withdrawn.
    StatusList,
    /// The keys of whoever signed such a list.
    StatusListKeys,
    /// The proofs that witnesses have approved the log of a DID document.
    WitnessProofs,
}

impl Purpose {
    /// In the order of their names.
    pub const ALL: [Self; 19] = [
        Self::Assertion,
        Self::BadgeClass,
        Self::ControllerDocument,
        Self::DidDocument,
        Self::DidLog,
        Self::EntityConfiguration,
        Self::EntityStatement,
        Self::HolderDidDocument,
        Self::JwkSet,
        Self::IssuerProfile,
        Self::Key,
        Self::KnownRegistries,
        Self::Refresh,
        Self::Registry,
        Self::RevocationList,
        Self::Schema,
        Self::StatusList,
        Self::StatusListKeys,
        Self::WitnessProofs,
    ];

    /// Whether a document that a person supplied by hand can serve.
    ///
    /// Registries are known by their addresses alone, and say whether a stranger is an institution: one
    /// that anybody could have written says nothing.
    #[must_use]
    pub fn can_be_attached(self) -> bool {
        !matches!(
            self,
            Self::EntityConfiguration
                | Self::EntityStatement
                | Self::KnownRegistries
                | Self::Registry
        )
    }

    /// The name in the report's contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Assertion => "assertion",
            Self::BadgeClass => "badge-class",
            Self::ControllerDocument => "controller-document",
            Self::DidDocument => "did-document",
            Self::DidLog => "did-log",
            Self::EntityConfiguration => "entity-configuration",
            Self::EntityStatement => "entity-statement",
            Self::HolderDidDocument => "holder-did-document",
            Self::JwkSet => "jwks",
            Self::IssuerProfile => "issuer-profile",
            Self::Key => "key",
            Self::KnownRegistries => "known-registries",
            Self::Refresh => "refresh",
            Self::Registry => "registry",
            Self::RevocationList => "revocation-list",
            Self::Schema => "schema",
            Self::StatusList => "status-list",
            Self::StatusListKeys => "status-list-keys",
            Self::WitnessProofs => "witness-proofs",
        }
    }
}

/// What came of asking for one document.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Answer {
    /// The person, or the page, does not allow the request.
    Declined,
    /// The host answered with this status and body.
    Response { status: u16, body: Vec<u8> },
    /// No answer could be read.
    Unreachable(Unreachable),
}

/// Why no answer could be read, as far as a browser can tell.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unreachable {
    /// No such host, a refused connection, an answer without CORS headers, or a page whose own rules
    /// forbid the request: a browser shows them alike.
    BlockedOrRefused,
    /// An address that is not `https:`, which anybody on the way could answer for.
    Insecure,
    /// A picture, a sound or a film, which no document is.
    Media,
    /// The device is not connected.
    Offline,
    /// The host sends whoever asks to another address, which is not followed: nobody allowed that.
    Redirected,
    /// No answer in the time allowed.
    TimedOut,
    /// The body is larger than allowed.
    TooLarge,
    /// The file has wanted as many documents as are asked for one.
    TooMany,
    /// A web page in place of a document.
    WebPage,
}

/// Answers by URL, each with where it came from.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Evidence {
    answers: BTreeMap<String, Arc<Kept>>,
}

#[derive(Debug, Eq, PartialEq)]
struct Kept {
    answer: Answer,
    provenance: Provenance,
}

impl Evidence {
    /// No evidence at all: everything outside the badge stays unknown.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds the answer for `url`, in place of an earlier one; the caller recorded it.
    pub fn insert(&mut self, url: impl Into<String>, answer: Answer) {
        self.insert_from(url, answer, Provenance::default());
    }

    /// Adds the answer for `url`, in place of an earlier one, and says where it came from.
    pub fn insert_from(&mut self, url: impl Into<String>, answer: Answer, provenance: Provenance) {
        let kept = Arc::new(Kept { answer, provenance });
        self.answers.insert(url.into(), kept);
    }

    /// The answer for exactly this URL.
    #[must_use]
    pub fn answer(&self, url: &str) -> Option<&Answer> {
        self.answers.get(url).map(|kept| &kept.answer)
    }

    /// Whether the answer for this URL came from where a document for this purpose may come from.
    #[must_use]
    pub fn may_serve(&self, url: &str, purpose: Purpose) -> bool {
        let provenance = self.provenance(url);
        purpose.can_be_attached() || provenance.is_none_or(|it| it.source != Source::Attached)
    }

    /// Where the answer for exactly this URL came from.
    #[must_use]
    pub fn provenance(&self, url: &str) -> Option<&Provenance> {
        self.answers.get(url).map(|kept| &kept.provenance)
    }

    /// Takes the answer for `url` away again.
    pub fn remove(&mut self, url: &str) -> Option<Answer> {
        let kept = self.answers.remove(url)?;
        Some(Arc::try_unwrap(kept).map_or_else(|kept| kept.answer.clone(), |kept| kept.answer))
    }

    /// How many URLs have an answer.
    pub(crate) fn len(&self) -> usize {
        self.answers.len()
    }

    /// Shares the answer that `other` has for `url`; whether it has one.
    pub(crate) fn take_from(&mut self, other: &Self, url: &str) -> bool {
        match other.answers.get(url) {
            Some(kept) if !self.answers.contains_key(url) => {
                self.answers.insert(url.to_owned(), Arc::clone(kept));
                true
            }
            _ => false,
        }
    }
}

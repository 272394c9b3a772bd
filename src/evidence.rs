//! The only way in for outside bytes: what a report wants, and what was brought.

use std::collections::BTreeMap;

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
    /// A registry of issuers, in one file.
    Registry,
    /// The issuer's list of withdrawn signed badges before 3.0.
    RevocationList,
    /// A list that says whether the credential was withdrawn.
    StatusList,
    /// The keys of whoever signed such a list.
    StatusListKeys,
    /// The proofs that witnesses have approved the log of a DID document.
    WitnessProofs,
}

impl Purpose {
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
            Self::Registry => "registry",
            Self::RevocationList => "revocation-list",
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
    /// No such host, a refused connection, or an answer without CORS headers: a browser shows them
    /// alike.
    BlockedOrRefused,
    /// The device is not connected.
    Offline,
    /// No answer in the time allowed.
    TimedOut,
    /// The body is larger than allowed.
    TooLarge,
}

/// Answers by URL.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Evidence {
    answers: BTreeMap<String, Answer>,
}

impl Evidence {
    /// No evidence at all: everything outside the badge stays unknown.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds the answer for `url`, in place of an earlier one.
    pub fn insert(&mut self, url: impl Into<String>, answer: Answer) {
        self.answers.insert(url.into(), answer);
    }

    /// The answer for exactly this URL.
    #[must_use]
    pub fn answer(&self, url: &str) -> Option<&Answer> {
        self.answers.get(url)
    }

    /// Takes the answer for `url` away again.
    pub fn remove(&mut self, url: &str) -> Option<Answer> {
        self.answers.remove(url)
    }
}

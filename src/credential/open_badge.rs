//! The documents that a badge before 3.0 is made of: an assertion, its badge class and its issuer's
//! profile, each of which stands in the other or is found at an address (Open Badges 2.0, "Open
//! Badges Vocabulary").

use serde_json::{Map, Value};

use super::read::{list, object, string, strings};
use super::{Claims, Format, ob1, ob2};

pub(super) type Members = Map<String, Value>;

/// One document that another refers to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Linked {
    #[default]
    Missing,
    /// At this address.
    At(String),
    /// Written out; one that has no identifier of its own is its parent's alone.
    Here {
        id: Option<String>,
        members: Members,
    },
}

/// An assertion, with as much of what it refers to as is there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OpenBadge {
    pub format: Format,
    pub assertion: Members,
    pub badge_class: Linked,
    pub issuer: Linked,
}

/// How an assertion asks to be verified.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Verification {
    Hosted,
    /// It does not say.
    Missing,
    /// Another way, by its name.
    Other(String),
    Signed,
}

impl Linked {
    fn read(value: Option<&Value>) -> Self {
        match list(value).as_slice() {
            [Value::String(address)] => Self::At(address.clone()),
            [Value::Object(members)] => Self::Here {
                id: string(members, "id"),
                members: members.clone(),
            },
            // Of several none can be picked.
            _ => Self::Missing,
        }
    }

    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Missing => None,
            Self::At(address) => Some(address),
            Self::Here { id, .. } => id.as_deref(),
        }
    }

    pub fn members(&self) -> Option<&Members> {
        match self {
            Self::Here { members, .. } => Some(members),
            Self::Missing | Self::At(_) => None,
        }
    }
}

impl OpenBadge {
    /// Reads an assertion of any generation before 3.0; None for what is none.
    pub fn read(assertion: &Members) -> Option<Self> {
        let format = format(assertion)?;
        let mut badge = Self {
            format,
            assertion: assertion.clone(),
            badge_class: Linked::Missing,
            issuer: Linked::Missing,
        };
        badge.take_badge_class(Linked::read(assertion.get("badge")));
        Some(badge)
    }

    /// Puts another badge class in the place of this badge's, and that class's issuer with it.
    pub fn take_badge_class(&mut self, badge_class: Linked) {
        let issuer = badge_class
            .members()
            .and_then(|members| members.get("issuer"));
        self.issuer = match Linked::read(issuer) {
            Linked::Here { id: None, members } => Linked::Here {
                id: ob1::origin(&members),
                members,
            },
            other => other,
        };
        self.badge_class = badge_class;
    }

    /// Whether the issuer is known by its origin alone and has no profile, as in 0.5.
    pub fn names_origin_alone(&self) -> bool {
        let issuer = self.issuer.members();
        self.format == Format::Ob1
            && issuer
                .is_some_and(|issuer| !issuer.contains_key("id") && ob1::origin(issuer).is_some())
    }

    /// Where the assertion says that it is hosted: at its `id`, and before 2.0 at its
    /// `verify.url`, if it names one.
    pub fn address(&self) -> Option<String> {
        let id = string(&self.assertion, "id");
        match self.format {
            Format::Ob1 => self
                .instructions()
                .and_then(|verify| string(verify, "url"))
                .or(id),
            _ => id,
        }
    }

    pub fn verification(&self) -> Verification {
        let Some(instructions) = self.instructions() else {
            return Verification::Missing;
        };
        let types = strings(instructions.get("type"));
        for kind in &types {
            // The name, its compact IRI or its full one.
            match kind.rsplit(['#', ':']).next().unwrap_or_default() {
                "HostedBadge" | "hosted" => return Verification::Hosted,
                "SignedBadge" | "signed" => return Verification::Signed,
                _ => {}
            }
        }
        match types.into_iter().next() {
            Some(other) => Verification::Other(other),
            None => Verification::Missing,
        }
    }

    /// The instructions for verification, under either of their names.
    pub fn instructions(&self) -> Option<&Members> {
        ["verification", "verify"]
            .iter()
            .find_map(|name| object(self.assertion.get(*name)))
    }

    /// The assertion with its badge class, and that with its issuer's profile, in their places, as far
    /// as they are there.
    pub fn written_out(&self) -> Members {
        let mut badge_class = match &self.badge_class {
            Linked::Here { members, .. } => members.clone(),
            _ => return self.assertion.clone(),
        };
        if let Linked::Here { members, .. } = &self.issuer {
            badge_class.insert("issuer".to_owned(), Value::Object(members.clone()));
        }
        let mut assertion = self.assertion.clone();
        assertion.insert("badge".to_owned(), Value::Object(badge_class));
        assertion
    }

    pub fn claims(&self) -> Claims {
        match self.format {
            Format::Ob1 => ob1::claims(self),
            _ => ob2::claims(self),
        }
    }
}

/// Whether the document says of itself that it is withdrawn.
pub(crate) fn is_revoked(document: &Members) -> bool {
    super::read::boolean(document, "revoked") == Some(true)
}

/// 2.0 names its context or its type, 1.1 its context; 1.0 and 0.5 are told by their members.
fn format(assertion: &Members) -> Option<Format> {
    assertion.get("badge")?;
    let contexts = strings(assertion.get("@context"));
    let is_version_1 = |context: &String| context.trim_end_matches('/').ends_with("openbadges/v1");
    let types = strings(assertion.get("type"));
    if contexts.iter().any(is_version_1) {
        return Some(Format::Ob1);
    }
    if types.iter().any(|kind| is_named(kind, "Assertion")) {
        return Some(Format::Ob2);
    }
    (types.is_empty() && assertion.contains_key("recipient")).then_some(Format::Ob1)
}

/// Whether a type is `name`, by itself or as an IRI.
pub(crate) fn is_named(kind: &str, name: &str) -> bool {
    kind.rsplit(['#', ':']).next() == Some(name)
}

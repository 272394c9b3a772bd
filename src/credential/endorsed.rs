//! What endorsements stand on: the credential, its achievement, its issuer (Open Badges 3.0,
//! sections B.1.1, B.1.9 and B.1.22, `endorsement` and `endorsementJwt`).

use serde_json::{Map, Value};

use super::Text;
use super::read::{list, objects, string, text};

/// What an endorsement is about.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Endorsed {
    Achievement,
    Credential,
    Issuer,
}

impl Endorsed {
    /// The name in the report's contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Achievement => "achievement",
            Self::Credential => "credential",
            Self::Issuer => "issuer",
        }
    }
}

/// An endorsement as it stands in a credential.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct EndorsementEntry<'a> {
    pub endorsed: Endorsed,
    /// The identifier of what it stands on.
    pub id: Option<String>,
    /// An object, or a token.
    pub entry: &'a Value,
}

/// Every endorsement of a credential's, of its issuer's and of its achievements'.
pub(crate) fn endorsement_entries(document: &Map<String, Value>) -> Vec<EndorsementEntry<'_>> {
    let subjects = objects(document.get("credentialSubject"));
    let achievements = subjects.flat_map(|subject| objects(subject.get("achievement")));
    let issuers = objects(document.get("issuer"));
    std::iter::once((Endorsed::Credential, document))
        .chain(issuers.map(|issuer| (Endorsed::Issuer, issuer)))
        .chain(achievements.map(|achievement| (Endorsed::Achievement, achievement)))
        .flat_map(|(endorsed, members)| entries(endorsed, members))
        .collect()
}

fn entries(endorsed: Endorsed, members: &Map<String, Value>) -> Vec<EndorsementEntry<'_>> {
    let entries = ["endorsement", "endorsementJwt"]
        .into_iter()
        .flat_map(|name| list(members.get(name)));
    entries
        .map(|entry| EndorsementEntry {
            endorsed,
            id: string(members, "id"),
            entry,
        })
        .collect()
}

/// What the endorser says (Open Badges 3.0, section B.1.8, `EndorsementSubject`).
pub(crate) fn endorsement_comment(document: &Map<String, Value>) -> Option<Text> {
    objects(document.get("credentialSubject"))
        .find_map(|subject| text(subject, "endorsementComment"))
}

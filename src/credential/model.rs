//! The model: plain data, each field named as in Open Badges 3.0 (appendix B).

use std::sync::Arc;

use serde_json::{Map, Value};

use super::{Document, Record, RefreshService, Row, SchemaEntry, Seal, Skill, Statement, Token};

/// A credential: the document that was signed, and what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Credential {
    /// The whole document as it was read, the proofs in it included. In a token it is the payload's
    /// credential, completed from the token's claims (VC Data Model 1.1, section 6.3.1).
    pub document: Document,
    pub securing: Securing,
    pub format: Format,
    pub claims: Claims,
}

/// Where the signature is (VC Data Model 2.0, section 4.12, "Securing Mechanisms").
#[derive(Clone, Debug, PartialEq)]
pub enum Securing {
    /// In the document's `proof`, if it has any.
    Embedded,
    /// Around the document, and of no kind that can be checked.
    Seal(Seal),
    /// Around the document.
    Token(Box<Token>),
}

/// The generation and kind of a badge.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// A record of Comprehensive Learner Record 2.0.
    Clr2,
    /// A European Digital Credential, by the European Learning Model 3.
    Elm,
    /// An assertion of Open Badges 0.5, 1.0 or 1.1.
    Ob1,
    /// An assertion of Open Badges 2.0 or 2.1.
    Ob2,
    /// An achievement credential or endorsement of Open Badges 3.0.
    Ob3,
    /// A credential of SD-JWT VC, which is no document of W3C's data model.
    SdJwtVc,
    /// Another W3C Verifiable Credential.
    Vc,
}

impl Format {
    /// The name in the report's contract.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Clr2 => "clr2",
            Self::Elm => "elm",
            Self::Ob1 => "ob1",
            Self::Ob2 => "ob2",
            Self::Ob3 => "ob3",
            Self::SdJwtVc => "sd-jwt-vc",
            Self::Vc => "vc",
        }
    }
}

/// What a badge says of itself.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Claims {
    pub id: Option<String>,
    pub types: Vec<String>,
    pub name: Option<Text>,
    pub description: Option<Text>,
    pub image: Option<Image>,
    pub issuer: Issuer,
    pub awarded_date: Option<DateClaim>,
    /// Every start of validity that is stated: `validFrom`, and `issuanceDate` of VC 1.1.
    pub starts: Vec<DateClaim>,
    /// Every end of validity that is stated: `validUntil`, and `expirationDate` of VC 1.1.
    pub ends: Vec<DateClaim>,
    pub subject: Subject,
    /// What was achieved; a credential of another kind has none.
    pub achievement: Option<Achievement>,
    pub results: Vec<ResultClaim>,
    pub evidence: Vec<EvidenceItem>,
    pub endorsements: Vec<Endorsement>,
    pub status: Vec<StatusEntry>,
    /// The schemas that it should be built like (`credentialSchema`).
    pub schemas: Vec<SchemaEntry>,
    /// The services that give newer versions of it (`refreshService`).
    pub refresh: Vec<RefreshService>,
    /// What a record says besides; no other credential has it.
    pub record: Option<Record>,
    /// What it states of the elements of Annex I, in which of its members.
    pub statements: Vec<Statement>,
    /// What else it says, member for member: a plain credential's subject, the claims of an SD-JWT
    /// VC, or what a European Digital Credential claims.
    pub rows: Vec<Row>,
}

impl Claims {
    /// The title: the achievement's, or the credential's.
    #[must_use]
    pub fn title(&self) -> Option<&Text> {
        let achievement = self.achievement.as_ref();
        achievement
            .and_then(|achievement| achievement.name.as_ref())
            .or(self.name.as_ref())
    }

    /// The picture: the achievement's, or the subject's, or the credential's.
    #[must_use]
    pub fn picture(&self) -> Option<&Image> {
        let achievement = self.achievement.as_ref();
        achievement
            .and_then(|achievement| achievement.image.as_ref())
            .or(self.subject.image.as_ref())
            .or(self.image.as_ref())
    }

    /// The skills: the achievement's alignments, each once.
    #[must_use]
    pub fn skills(&self) -> Vec<Skill> {
        let mut skills: Vec<Skill> = Vec::new();
        for alignment in self.achievement.iter().flat_map(|a| &a.alignments) {
            let skill = Skill::of(alignment);
            if !skills.contains(&skill) {
                skills.push(skill);
            }
        }
        skills
    }
}

/// A text, with its language where it is stated (JSON-LD 1.1, section 4.2.4).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Text {
    pub value: String,
    pub language: Option<String>,
}

/// A date as it was written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DateClaim {
    /// The member that states it.
    pub member: &'static str,
    /// Its text; of a value that is no text, its JSON.
    pub text: String,
}

/// A picture, by URL or data URL.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Image {
    pub url: String,
    pub caption: Option<String>,
}

/// Whom a credential names as its issuer, or a profile elsewhere in it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Issuer {
    pub id: Option<String>,
    pub name: Option<Text>,
    pub url: Option<String>,
    pub email: Option<String>,
    /// As the issuer writes it: a name, or a code of ISO 3166-1.
    pub country: Option<String>,
    pub description: Option<Text>,
    pub image: Option<Image>,
}

/// Who earned it, and how.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Subject {
    pub id: Option<String>,
    pub identifiers: Vec<Identifier>,
    pub image: Option<Image>,
    pub role: Option<String>,
    pub term: Option<String>,
    pub narrative: Option<Text>,
    pub license_number: Option<String>,
    pub credits_earned: Option<String>,
    pub activity_start: Option<DateClaim>,
    pub activity_end: Option<DateClaim>,
    /// Who assessed it.
    pub source: Option<Issuer>,
}

/// An identifier of the recipient, hashed or plain (`IdentityObject`).
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Identifier {
    /// `emailAddress`, `ext:name` and so on.
    pub identity_type: String,
    /// The identifier itself, or `algorithm$hex` where it is hashed.
    pub identity_hash: String,
    pub hashed: bool,
    pub salt: Option<String>,
}

/// What was achieved.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Achievement {
    pub id: Option<String>,
    pub name: Option<Text>,
    pub description: Option<Text>,
    pub achievement_type: Option<String>,
    pub image: Option<Image>,
    pub criteria: Option<Criteria>,
    pub alignments: Vec<Alignment>,
    pub tags: Vec<String>,
    pub creator: Option<Issuer>,
    pub field_of_study: Option<String>,
    pub specialization: Option<String>,
    pub human_code: Option<String>,
    pub credits_available: Option<String>,
    pub language: Option<String>,
    pub version: Option<String>,
    pub result_descriptions: Vec<Arc<ResultDescription>>,
}

/// What it took to earn it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Criteria {
    pub id: Option<String>,
    /// Markdown.
    pub narrative: Option<Text>,
}

/// A link from an achievement to a definition in a framework.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Alignment {
    pub target_name: Option<Text>,
    pub target_url: Option<String>,
    pub target_type: Option<String>,
    pub target_framework: Option<String>,
    pub target_code: Option<String>,
    pub target_description: Option<Text>,
}

/// One result, joined with what the achievement says of that kind of result.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ResultClaim {
    pub value: Option<String>,
    /// `Completed`, `Failed`, `InProgress` and so on; absent means completed.
    pub status: Option<String>,
    /// The level achieved, where it is one of the description's.
    pub achieved_level: Option<RubricLevel>,
    /// One for all results of its kind: copies would grow with the square of the file.
    pub description: Option<Arc<ResultDescription>>,
    pub alignments: Vec<Alignment>,
}

/// A kind of result, and the values that it can take.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ResultDescription {
    pub id: Option<String>,
    pub name: Option<Text>,
    pub result_type: Option<String>,
    pub allowed_values: Vec<String>,
    pub required_value: Option<String>,
    pub required_level: Option<String>,
    pub value_min: Option<String>,
    pub value_max: Option<String>,
    pub levels: Vec<RubricLevel>,
}

/// A level of a rubric.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct RubricLevel {
    pub id: Option<String>,
    pub name: Option<Text>,
    pub level: Option<String>,
    pub description: Option<Text>,
    pub points: Option<String>,
}

/// Something that shows the achievement.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct EvidenceItem {
    pub id: Option<String>,
    pub name: Option<Text>,
    pub description: Option<Text>,
    /// Markdown.
    pub narrative: Option<Text>,
    pub genre: Option<String>,
    pub audience: Option<String>,
}

/// Somebody who vouches for the badge, its achievement or its issuer; not verified here.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Endorsement {
    pub issuer: Issuer,
    pub comment: Option<Text>,
}

/// A way to ask whether the credential is still in force.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct StatusEntry {
    pub id: Option<String>,
    /// Its types; an entry that has none, or is no object, has none here. An entry of the claim `status`
    /// has its name there (Token Status List, section 6.1).
    pub types: Vec<String>,
    /// The entry as it was written; [`status`](crate::status) reads it.
    pub members: Map<String, Value>,
}

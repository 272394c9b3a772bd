//! What a micro-credential should state, and whether a badge states it (Council Recommendation
//! 2022/C 243/02, Annex I, "European standard elements to describe a micro-credential").
//!
//! A statement is what stands in a member that is made for it. Nothing is inferred, and nothing is
//! scored: that an element is not stated says nothing of the course, and Open Badges has no member
//! for some of them.

mod european_learning_model;
mod open_badges;
mod standard;
mod statements;

pub(super) use european_learning_model::EUROPEAN_LEARNING_MODEL;
pub(super) use open_badges::{CLR_2, OPEN_BADGES_2, OPEN_BADGES_3};
pub(super) use statements::statements;

use super::{Claims, Text};

/// One element of Annex I.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Element {
    AssessmentType,
    AwardingBody,
    Date,
    FurtherInformation,
    Grade,
    IssuerCountry,
    Learner,
    Level,
    Outcomes,
    Participation,
    Prerequisites,
    QualityAssurance,
    Stackability,
    Supervision,
    Title,
    Workload,
}

/// What a badge states of an element, and in which of its members.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Statement {
    pub element: Element,
    /// As the badge has it; of a concept its label, of several languages one.
    pub value: Text,
    /// The member's path from the credential's root, in the names of its standard.
    pub member: &'static str,
}

impl Element {
    /// The mandatory elements, in the order of the annex.
    pub const MANDATORY: [Self; 11] = [
        Self::Learner,
        Self::Title,
        Self::IssuerCountry,
        Self::AwardingBody,
        Self::Date,
        Self::Outcomes,
        Self::Workload,
        Self::Level,
        Self::AssessmentType,
        Self::Participation,
        Self::QualityAssurance,
    ];

    /// The optional elements, in the order of the annex.
    pub const OPTIONAL: [Self; 5] = [
        Self::Prerequisites,
        Self::Supervision,
        Self::Grade,
        Self::Stackability,
        Self::FurtherInformation,
    ];

    /// The name in the report, in kebab-case.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::AssessmentType => "assessment-type",
            Self::AwardingBody => "awarding-body",
            Self::Date => "date",
            Self::FurtherInformation => "further-information",
            Self::Grade => "grade",
            Self::IssuerCountry => "issuer-country",
            Self::Learner => "learner",
            Self::Level => "level",
            Self::Outcomes => "learning-outcomes",
            Self::Participation => "participation",
            Self::Prerequisites => "prerequisites",
            Self::QualityAssurance => "quality-assurance",
            Self::Stackability => "stackability",
            Self::Supervision => "supervision",
            Self::Title => "title",
            Self::Workload => "workload",
        }
    }

    /// What a badge states of it; nothing where it says nothing, or its standard has no member for it.
    pub fn statements(self, claims: &Claims) -> impl Iterator<Item = &Statement> {
        let statements = claims.statements.iter();
        statements.filter(move |statement| statement.element == self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credential;
    use serde_json::{Value, json};

    fn of(element: Element, badge: &Value) -> Vec<(&'static str, String)> {
        let credential = credential::read(badge.clone()).unwrap();
        let statements = element.statements(&credential.claims);
        let pair = |it: &Statement| (it.member, it.value.value.clone());
        statements.map(pair).collect()
    }

    fn badge(subject: Value) -> Value {
        json!({"type": ["VerifiableCredential"], "credentialSubject": subject})
    }

    #[test]
    fn nothing_is_stated_by_a_badge_that_says_nothing() {
        let european = json!({
            "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
            "credentialSubject": {"hasClaim": {"specifiedBy": {}, "awardedBy": {"awardingBody": {}}}},
        });
        let assertion = json!({"type": "Assertion", "badge": {"type": "BadgeClass"}});
        for badge in [badge(json!({})), european, assertion] {
            for element in [&Element::MANDATORY[..], &Element::OPTIONAL].concat() {
                assert_eq!(of(element, &badge), [], "{element:?}");
            }
        }
    }

    #[test]
    fn a_level_is_an_alignment_with_the_framework_itself() {
        let target = |url: &str| json!({"type": "Alignment", "targetName": "6", "targetUrl": url});
        let eqf = "http://data.europa.eu/snb/eqf/6";
        let badge = badge(json!({"achievement": {"alignment": [
            target("https://levels.example/eqf/6"),
            target("https://levels.example/?data.europa.eu/snb/eqf/7"),
            target(eqf),
        ]}}));
        let member = "credentialSubject.achievement.alignment.targetUrl";
        assert_eq!(of(Element::Level, &badge), [(member, eqf.to_owned())]);
    }

    #[test]
    fn the_award_has_a_date_of_its_own() {
        let mut badge = badge(json!({}));
        badge["validFrom"] = json!("2024-01-02T00:00:00Z");
        let valid = ("validFrom", "2024-01-02T00:00:00Z".to_owned());
        assert_eq!(of(Element::Date, &badge), [valid]);
        badge["awardedDate"] = json!("2023-05-06T00:00:00Z");
        let awarded = ("awardedDate", "2023-05-06T00:00:00Z".to_owned());
        assert_eq!(of(Element::Date, &badge), [awarded]);
    }

    #[test]
    fn a_country_is_the_issuers_own() {
        let mut badge = badge(json!({}));
        badge["issuer"] = json!({"id": "did:example:1", "address": {"addressCountry": "PT"}});
        let expected = ("issuer.address.addressCountry", "PT".to_owned());
        assert_eq!(of(Element::IssuerCountry, &badge), [expected]);
    }

    #[test]
    fn of_several_languages_one_is_stated_and_the_same_text_once() {
        let mut badge = badge(json!({"achievement": {"name": [
            {"@value": "Travail d’équipe", "@language": "fr"},
            {"@value": "Teamwork", "@language": "en"},
        ]}}));
        badge["name"] = json!("Teamwork");
        let member = "credentialSubject.achievement.name";
        let expected = (member, "Teamwork".to_owned());
        assert_eq!(of(Element::Title, &badge), [expected]);
    }

    /// What was achieved, the credentials in a record state; what it describes, nobody need have earned.
    #[test]
    fn a_record_states_what_is_its_own() {
        let record = json!({
            "type": ["VerifiableCredential", "ClrCredential"],
            "name": "A transcript",
            "credentialSubject": {
                "achievement": {"name": "Welding", "creditsAvailable": 2},
                "association": {"associationType": "isPartOf"},
            },
        });
        let title = ("name", "A transcript".to_owned());
        assert_eq!(of(Element::Title, &record), [title]);
        assert_eq!(of(Element::Workload, &record), []);
        let association = "credentialSubject.association.associationType";
        let part = (association, "isPartOf".to_owned());
        assert_eq!(of(Element::Stackability, &record), [part]);
    }

    #[test]
    fn a_level_that_was_reached_goes_by_its_name() {
        let badge = badge(json!({
            "achievement": {"resultDescription": {"rubricCriterionLevel": [
                {"id": "urn:level:1", "name": "Beginner"}, {"id": "urn:level:2", "name": "Master"},
            ]}},
            "result": [{"achievedLevel": "urn:level:2"}, {"achievedLevel": "urn:level:3"}],
        }));
        let member = "credentialSubject.result.achievedLevel";
        let expected = [
            (member, "Master".to_owned()),
            (member, "urn:level:3".to_owned()),
        ];
        assert_eq!(of(Element::Grade, &badge), expected);
    }

    #[test]
    fn an_older_badge_states_in_members_of_its_own() {
        let badge = json!({
            "type": "Assertion",
            "recipient": {"type": "email", "hashed": false, "identity": "ada@example.org"},
            "issuedOn": 1_262_304_000,
            "badge": {
                "name": "Teamwork",
                "criteria": "https://example.org/criteria",
                "alignment": {"targetName": "Collaboration"},
                "extensions:assessmentExtension": {"assessments": [{"type": "Exam"}]},
                "issuer": {"id": "https://example.org", "name": "Example College"},
            },
        });
        for (element, member, value) in [
            (Element::Learner, "recipient.identity", "ada@example.org"),
            (Element::Title, "badge.name", "Teamwork"),
            (
                Element::AwardingBody,
                "badge.issuer.name",
                "Example College",
            ),
            (Element::Date, "issuedOn", "2010-01-01T00:00:00Z"),
            (
                Element::Outcomes,
                "badge.alignment.targetName",
                "Collaboration",
            ),
            (
                Element::AssessmentType,
                "badge.extensions:assessmentExtension.assessments.type",
                "Exam",
            ),
            (
                Element::FurtherInformation,
                "badge.criteria",
                "https://example.org/criteria",
            ),
        ] {
            assert_eq!(of(element, &badge), [(member, value.to_owned())]);
        }
        assert_eq!(of(Element::IssuerCountry, &badge), []);
    }
}

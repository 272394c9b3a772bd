//! What a micro-credential should state, and whether a badge states it (Council Recommendation
//! 2022/C 243/02, Annex I, "European standard elements to describe a micro-credential").
//!
//! A statement is what stands in a member that is made for it. Nothing is inferred, and nothing is
//! scored: that an element is not stated says nothing of the course, and Open Badges has no member
//! for some of them.

use super::{Claims, DateClaim, Issuer, Text};

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

/// What a badge states, and in which of its members.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Statement {
    pub value: String,
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

    /// What an Open Badge states of it; nothing where it has no statement, or no member for one.
    #[must_use]
    pub fn statements(self, claims: &Claims) -> Vec<Statement> {
        match self {
            Self::AwardingBody => awarding_body(claims),
            Self::Date => date(claims),
            Self::FurtherInformation => further_information(claims),
            Self::Grade => grade(claims),
            Self::IssuerCountry => {
                let country = claims.issuer.country.as_deref();
                stated("issuer.address.addressCountry", country)
            }
            Self::Learner => learner(claims),
            Self::Level => level(claims),
            Self::Outcomes => outcomes(claims),
            Self::QualityAssurance => quality_assurance(claims),
            Self::Title => title(claims),
            Self::Workload => workload(claims),
            // Open Badges 3.0 has no member for these.
            Self::AssessmentType
            | Self::Participation
            | Self::Prerequisites
            | Self::Stackability
            | Self::Supervision => Vec::new(),
        }
    }
}

fn stated<'a>(member: &'static str, values: impl IntoIterator<Item = &'a str>) -> Vec<Statement> {
    let values = values.into_iter().filter(|value| !value.trim().is_empty());
    let statement = |value: &str| Statement {
        value: value.to_owned(),
        member,
    };
    values.map(statement).collect()
}

fn value(text: Option<&Text>) -> Option<&str> {
    text.map(|text| text.value.as_str())
}

fn learner(claims: &Claims) -> Vec<Statement> {
    let subject = &claims.subject;
    // A hash tells nobody who the learner is, though it can be compared with a name that is known.
    let identifiers = subject.identifiers.iter();
    let identifiers = identifiers.map(|identifier| identifier.identity_hash.as_str());
    [
        stated("credentialSubject.identifier", identifiers),
        stated("credentialSubject.id", subject.id.as_deref()),
    ]
    .concat()
}

fn title(claims: &Claims) -> Vec<Statement> {
    let achievement = claims.achievement.as_ref();
    let achievement = achievement.and_then(|achievement| value(achievement.name.as_ref()));
    let name = value(claims.name.as_ref()).filter(|name| Some(*name) != achievement);
    [
        stated("credentialSubject.achievement.name", achievement),
        stated("name", name),
    ]
    .concat()
}

fn awarding_body(claims: &Claims) -> Vec<Statement> {
    let name = |issuer: Option<&Issuer>, member| {
        let named = issuer.and_then(|issuer| value(issuer.name.as_ref()).or(issuer.id.as_deref()));
        stated(member, named)
    };
    let creator = claims.achievement.as_ref();
    let creator = creator.and_then(|achievement| achievement.creator.as_ref());
    [
        name(Some(&claims.issuer), "issuer"),
        name(creator, "credentialSubject.achievement.creator"),
        name(claims.subject.source.as_ref(), "credentialSubject.source"),
    ]
    .concat()
}

/// The award's own date, or else the start of validity, which replaces it where a badge is issued
/// again (Open Badges 3.0, appendix B, `awardedDate`).
fn date(claims: &Claims) -> Vec<Statement> {
    let statement = |claim: &DateClaim| Statement {
        value: claim.text.clone(),
        member: claim.member,
    };
    match &claims.awarded_date {
        Some(awarded) => vec![statement(awarded)],
        None => claims.starts.iter().map(statement).collect(),
    }
}

fn outcomes(claims: &Claims) -> Vec<Statement> {
    let Some(achievement) = &claims.achievement else {
        return Vec::new();
    };
    let criteria = achievement.criteria.as_ref();
    let narrative = criteria.and_then(|criteria| value(criteria.narrative.as_ref()));
    let alignments = achievement.alignments.iter();
    let alignments = alignments.filter_map(|alignment| value(alignment.target_name.as_ref()));
    [
        stated("credentialSubject.achievement.criteria", narrative),
        stated("credentialSubject.achievement.alignment", alignments),
    ]
    .concat()
}

/// Open Badges states credits without their unit.
fn workload(claims: &Claims) -> Vec<Statement> {
    let available = claims.achievement.as_ref();
    let available = available.and_then(|achievement| achievement.credits_available.as_deref());
    let earned = claims.subject.credits_earned.as_deref();
    [
        stated("credentialSubject.creditsEarned", earned),
        stated("credentialSubject.achievement.creditsAvailable", available),
    ]
    .concat()
}

/// An alignment with a level of the European Qualifications Framework.
fn level(claims: &Claims) -> Vec<Statement> {
    let alignments = claims.achievement.iter().flat_map(|it| &it.alignments);
    let urls = alignments.filter_map(|alignment| alignment.target_url.as_deref());
    let levels = urls.filter(|url| {
        let path = url.split_once("://").map(|(_, path)| path);
        path.is_some_and(|path| path.starts_with("data.europa.eu/snb/eqf/"))
    });
    stated("credentialSubject.achievement.alignment", levels)
}

/// Who endorses it; whether anybody does, the check of endorsements says.
fn quality_assurance(claims: &Claims) -> Vec<Statement> {
    let endorsers = claims.endorsements.iter().filter_map(|endorsement| {
        let issuer = &endorsement.issuer;
        value(issuer.name.as_ref()).or(issuer.id.as_deref())
    });
    stated("endorsement", endorsers)
}

fn grade(claims: &Claims) -> Vec<Statement> {
    let results = || claims.results.iter();
    let levels = results().filter_map(|result| result.achieved_level.as_ref());
    let levels = levels.filter_map(|level| value(level.name.as_ref()).or(level.level.as_deref()));
    let values = results().filter_map(|result| result.value.as_deref());
    let statuses = results().filter_map(|result| result.status.as_deref());
    [
        stated("credentialSubject.result.value", values),
        stated("credentialSubject.result.achievedLevel", levels),
        stated("credentialSubject.result.status", statuses),
    ]
    .concat()
}

fn further_information(claims: &Claims) -> Vec<Statement> {
    let criteria = claims.achievement.as_ref();
    let criteria = criteria.and_then(|achievement| achievement.criteria.as_ref());
    let evidence = claims.evidence.iter();
    let evidence = evidence.filter_map(|item| value(item.name.as_ref()).or(item.id.as_deref()));
    [
        stated(
            "credentialSubject.achievement.criteria.id",
            criteria.and_then(|criteria| criteria.id.as_deref()),
        ),
        stated("evidence", evidence),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credential;
    use serde_json::{Value, json};

    fn of(element: Element, badge: &Value) -> Vec<(&'static str, String)> {
        let credential = credential::read(badge.clone()).unwrap();
        let statements = element.statements(&credential.claims).into_iter();
        statements.map(|it| (it.member, it.value)).collect()
    }

    fn badge(subject: Value) -> Value {
        json!({"type": ["VerifiableCredential"], "credentialSubject": subject})
    }

    #[test]
    fn nothing_is_stated_by_a_badge_that_says_nothing() {
        let badge = badge(json!({}));
        for element in [&Element::MANDATORY[..], &Element::OPTIONAL].concat() {
            assert_eq!(of(element, &badge), [], "{element:?}");
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
        let member = "credentialSubject.achievement.alignment";
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
}

//! Open Badges 3.0 and plain W3C credentials (Open Badges 3.0, appendix B; VC Data Model 1.1 and
//! 2.0).

use std::sync::Arc;

use serde_json::{Map, Value};

use super::annex_i::{self, OPEN_BADGES_3};
use super::read::{
    boolean, dates, image, list, literal, number, object, objects, string, strings, text,
};
use super::rows::RowReader;
use super::{
    Achievement, Alignment, Claims, Credential, Criteria, Endorsement, EvidenceItem, Format,
    Identifier, Issuer, ResultClaim, ResultDescription, Row, RubricLevel, Securing, StatusEntry,
    Subject, clr2, elsewhere,
};

type Members = Map<String, Value>;

const OB3_TYPES: [&str; 3] = [
    "AchievementCredential",
    "EndorsementCredential",
    "OpenBadgeCredential",
];

/// Reads a document of these types; what it does not say is left out.
pub(super) fn credential(document: Members, types: Vec<String>) -> Credential {
    let format = format(&types);
    let claims = claims(&document, types);
    Credential {
        format,
        claims: match format {
            Format::Clr2 => clr2::claims(&document, claims),
            Format::Vc => Claims {
                rows: rows(&document),
                ..claims
            },
            _ => claims,
        },
        securing: Securing::Embedded,
        document: document.into(),
    }
}

/// What a plain credential says of its subjects; their identifiers are the recipient's.
fn rows(document: &Members) -> Vec<Row> {
    let mut reader = RowReader::new(literal, |_| false);
    let subjects = objects(document.get("credentialSubject"));
    let rows = |subject: &Members| reader.rows(subject.iter().filter(|(name, _)| *name != "id"));
    subjects.flat_map(rows).collect()
}

fn format(types: &[String]) -> Format {
    let is_any = |names: &[&str]| types.iter().any(|kind| names.contains(&kind.as_str()));
    if is_any(&[clr2::TYPE]) {
        Format::Clr2
    } else if is_any(&OB3_TYPES) {
        Format::Ob3
    } else {
        Format::Vc
    }
}

pub(super) fn claims(document: &Members, types: Vec<String>) -> Claims {
    let subject = object(document.get("credentialSubject"));
    let achievement = subject.and_then(|subject| object(subject.get("achievement")));
    let achievement = achievement.map(self::achievement);
    let descriptions = achievement
        .as_ref()
        .map(|achievement| achievement.result_descriptions.as_slice());
    let results = subject.map_or_else(Vec::new, |subject| {
        objects(subject.get("result"))
            .map(|entry| result(entry, descriptions.unwrap_or_default()))
            .collect()
    });
    Claims {
        id: string(document, "id"),
        types,
        name: text(document, "name"),
        description: text(document, "description"),
        image: image(document.get("image")),
        issuer: issuer(document.get("issuer")).unwrap_or_default(),
        awarded_date: dates(document, "awardedDate").into_iter().next(),
        starts: [
            dates(document, "validFrom"),
            dates(document, "issuanceDate"),
        ]
        .concat(),
        ends: [
            dates(document, "validUntil"),
            dates(document, "expirationDate"),
        ]
        .concat(),
        subject: subject.map(self::subject).unwrap_or_default(),
        evidence: objects(document.get("evidence")).map(evidence).collect(),
        endorsements: endorsements(document, subject),
        status: list(document.get("credentialStatus"))
            .into_iter()
            .map(status)
            .collect(),
        schemas: list(document.get("credentialSchema"))
            .into_iter()
            .map(elsewhere::schema)
            .collect(),
        refresh: objects(document.get("refreshService"))
            .map(elsewhere::service)
            .collect(),
        statements: annex_i::statements(document, &OPEN_BADGES_3),
        rows: Vec::new(),
        achievement,
        results,
        record: None,
    }
}

/// A profile, or the identifier alone.
fn issuer(value: Option<&Value>) -> Option<Issuer> {
    match list(value).as_slice() {
        [Value::String(id)] => Some(Issuer {
            id: Some(id.clone()),
            ..Issuer::default()
        }),
        [Value::Object(profile)] => Some(Issuer {
            id: string(profile, "id"),
            name: text(profile, "name"),
            url: string(profile, "url"),
            email: string(profile, "email"),
            country: object(profile.get("address")).and_then(|address| {
                let country = string(address, "addressCountry");
                country.or_else(|| string(address, "addressCountryCode"))
            }),
            description: text(profile, "description"),
            image: image(profile.get("image")),
        }),
        // Of several issuers none can be picked.
        _ => None,
    }
}

fn subject(subject: &Members) -> Subject {
    Subject {
        id: string(subject, "id"),
        identifiers: objects(subject.get("identifier"))
            .filter_map(identifier)
            .collect(),
        image: image(subject.get("image")),
        role: string(subject, "role"),
        term: string(subject, "term"),
        narrative: text(subject, "narrative"),
        license_number: string(subject, "licenseNumber"),
        credits_earned: number(subject, "creditsEarned"),
        activity_start: dates(subject, "activityStartDate").into_iter().next(),
        activity_end: dates(subject, "activityEndDate").into_iter().next(),
        source: issuer(subject.get("source")),
    }
}

fn identifier(identity: &Members) -> Option<Identifier> {
    Some(Identifier {
        identity_type: string(identity, "identityType")?,
        identity_hash: string(identity, "identityHash")?,
        hashed: boolean(identity, "hashed")?,
        salt: string(identity, "salt"),
    })
}

pub(super) fn achievement(achievement: &Members) -> Achievement {
    Achievement {
        id: string(achievement, "id"),
        name: text(achievement, "name"),
        description: text(achievement, "description"),
        achievement_type: string(achievement, "achievementType"),
        image: image(achievement.get("image")),
        criteria: object(achievement.get("criteria")).map(|criteria| Criteria {
            id: string(criteria, "id"),
            narrative: text(criteria, "narrative"),
        }),
        alignments: alignments(achievement),
        tags: strings(achievement.get("tag")),
        creator: issuer(achievement.get("creator")),
        field_of_study: string(achievement, "fieldOfStudy"),
        specialization: string(achievement, "specialization"),
        human_code: string(achievement, "humanCode"),
        credits_available: number(achievement, "creditsAvailable"),
        language: string(achievement, "inLanguage"),
        version: string(achievement, "version"),
        result_descriptions: objects(achievement.get("resultDescription"))
            .map(|description| Arc::new(result_description(description)))
            .collect(),
    }
}

fn alignments(of: &Members) -> Vec<Alignment> {
    let alignment = |alignment: &Members| Alignment {
        target_name: text(alignment, "targetName"),
        target_url: string(alignment, "targetUrl"),
        target_type: string(alignment, "targetType"),
        target_framework: string(alignment, "targetFramework"),
        target_code: string(alignment, "targetCode"),
        target_description: text(alignment, "targetDescription"),
    };
    objects(of.get("alignment")).map(alignment).collect()
}

fn result_description(description: &Members) -> ResultDescription {
    let level = |level: &Members| RubricLevel {
        id: string(level, "id"),
        name: text(level, "name"),
        level: string(level, "level"),
        description: text(level, "description"),
        points: number(level, "points"),
    };
    ResultDescription {
        id: string(description, "id"),
        name: text(description, "name"),
        result_type: string(description, "resultType"),
        allowed_values: strings(description.get("allowedValue")),
        required_value: number(description, "requiredValue"),
        required_level: string(description, "requiredLevel"),
        value_min: number(description, "valueMin"),
        value_max: number(description, "valueMax"),
        levels: objects(description.get("rubricCriterionLevel"))
            .map(level)
            .collect(),
    }
}

fn result(result: &Members, descriptions: &[Arc<ResultDescription>]) -> ResultClaim {
    let reference = string(result, "resultDescription");
    let description = descriptions
        .iter()
        .find(|description| reference.is_some() && description.id == reference);
    let achieved = string(result, "achievedLevel");
    ResultClaim {
        value: number(result, "value"),
        status: string(result, "status"),
        achieved_level: description
            .into_iter()
            .flat_map(|description| &description.levels)
            .find(|level| achieved.is_some() && level.id == achieved)
            .cloned(),
        description: description.cloned(),
        alignments: alignments(result),
    }
}

pub(super) fn evidence(evidence: &Members) -> EvidenceItem {
    EvidenceItem {
        id: string(evidence, "id"),
        name: text(evidence, "name"),
        description: text(evidence, "description"),
        narrative: text(evidence, "narrative"),
        genre: string(evidence, "genre"),
        audience: string(evidence, "audience"),
    }
}

/// Endorsements of the credential, its issuer and its achievement.
fn endorsements(document: &Members, subject: Option<&Members>) -> Vec<Endorsement> {
    let achievement = subject.and_then(|subject| object(subject.get("achievement")));
    [Some(document), object(document.get("issuer")), achievement]
        .into_iter()
        .flatten()
        .flat_map(|of| objects(of.get("endorsement")))
        .map(|endorsement| Endorsement {
            issuer: issuer(endorsement.get("issuer")).unwrap_or_default(),
            comment: object(endorsement.get("credentialSubject"))
                .and_then(|subject| text(subject, "endorsementComment")),
        })
        .collect()
}

/// An entry of any form: one that cannot be understood is still an entry.
fn status(entry: &Value) -> StatusEntry {
    let members = entry.as_object().cloned().unwrap_or_default();
    StatusEntry {
        id: string(&members, "id"),
        types: strings(members.get("type")),
        members,
    }
}

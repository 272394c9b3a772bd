//! European Digital Credentials: the European Learning Model, version 3, on VC Data Model 1.1.

mod label;

use std::sync::Arc;

use serde_json::{Map, Value};

pub(super) use self::label::label;

use self::label::summary;
use super::annex_i::{self, EUROPEAN_LEARNING_MODEL};
use super::read::{dates, list, object, objects, string};
use super::rows::RowReader;
use super::{
    Achievement, Alignment, Claims, Credential, EvidenceItem, Format, Identifier, Issuer,
    ResultClaim, ResultDescription, Row, RowValue, Securing, Subject, Text, ob3,
};

type Members = Map<String, Value>;

/// The type of these credentials, beside W3C's.
pub(super) const TYPE: &str = "EuropeanDigitalCredential";

/// Reads a document of these types; what it does not say is left out.
pub(super) fn credential(document: Members, types: Vec<String>) -> Credential {
    Credential {
        format: Format::Elm,
        claims: claims(&document, types),
        securing: Securing::Embedded,
        document: document.into(),
    }
}

fn claims(document: &Members, types: Vec<String>) -> Claims {
    let subject = object(document.get("credentialSubject"));
    let learning: Vec<&Members> = subject
        .map(|subject| objects(subject.get("hasClaim")).collect())
        .unwrap_or_default();
    let display = object(document.get("displayParameter"));
    let awarded = learning.iter().find_map(|claim| awarding_date(claim));
    let issued = || dates(document, "issued").into_iter().next();
    Claims {
        name: display.and_then(|display| text(display, "title")),
        description: display.and_then(|display| text(display, "description")),
        issuer: issuer(document),
        awarded_date: awarded.or_else(issued),
        subject: Subject {
            source: learning
                .iter()
                .flat_map(|claim| objects(claim.get("provenBy")))
                .find_map(|assessment| object(assessment.get("assessedBy")))
                .map(organisation),
            ..subject.map(person).unwrap_or_default()
        },
        achievement: achievement(&learning),
        results: learning
            .iter()
            .flat_map(|claim| objects(claim.get("provenBy")))
            .filter_map(result)
            .collect(),
        evidence: objects(document.get("evidence")).map(evidence).collect(),
        statements: annex_i::statements(document, &EUROPEAN_LEARNING_MODEL),
        rows: rows(&learning),
        // Dates, status and schema are W3C's.
        ..ob3::claims(document, types)
    }
}

fn text(members: &Members, name: &str) -> Option<Text> {
    list(members.get(name)).into_iter().find_map(label)
}

fn texts(members: &Members, name: &str) -> Vec<Text> {
    list(members.get(name))
        .into_iter()
        .filter_map(label)
        .collect()
}

/// Several in one line.
fn joined(members: &Members, name: &str) -> Option<String> {
    let texts: Vec<String> = texts(members, name)
        .into_iter()
        .map(|it| it.value)
        .collect();
    (!texts.is_empty()).then(|| texts.join(", "))
}

fn awarding_date(claim: &Members) -> Option<super::DateClaim> {
    let process = object(claim.get("awardedBy"))?;
    dates(process, "awardingDate").into_iter().next()
}

/// An organisation, or its identifier alone.
fn issuer(document: &Members) -> Issuer {
    match list(document.get("issuer")).as_slice() {
        [Value::Object(issuer)] => organisation(issuer),
        [Value::String(id)] => Issuer {
            id: Some(id.clone()),
            ..Issuer::default()
        },
        // Of several issuers none can be picked.
        _ => Issuer::default(),
    }
}

/// An `Organisation`.
fn organisation(organisation: &Members) -> Issuer {
    let location = object(organisation.get("location"));
    let address = location.and_then(|location| object(location.get("address")));
    let contact = object(organisation.get("contactPoint"));
    let name = ["legalName", "prefLabel", "altLabel", "name"];
    Issuer {
        id: string(organisation, "id"),
        name: name.iter().find_map(|name| text(organisation, name)),
        url: text(organisation, "homepage").map(|page| page.value),
        email: contact
            .and_then(|contact| text(contact, "emailAddress"))
            .map(|it| it.value),
        country: address
            .and_then(|address| text(address, "countryCode"))
            .map(|it| it.value),
        description: None,
        image: None,
    }
}

/// A `Person`, with what identifies them by the names that Open Badges 3.0 has for it.
fn person(person: &Members) -> Subject {
    let value = |name| text(person, name).map(|text| text.value);
    let parts: Vec<String> = ["givenName", "familyName"]
        .into_iter()
        .filter_map(value)
        .collect();
    let parts = (!parts.is_empty()).then(|| parts.join(" "));
    let emails = objects(person.get("contactPoint"))
        .flat_map(|contact| texts(contact, "emailAddress"))
        .map(|text| ("emailAddress", text.value));
    let names = value("fullName").or(parts).map(|name| ("ext:name", name));
    let identifiers = [
        value("nationalID").map(|id| ("nationalIdentityNumber", id)),
        value("identifier").map(|id| ("identifier", id)),
    ];
    let identifier = |(identity_type, identity_hash): (&str, String)| Identifier {
        identity_type: identity_type.to_owned(),
        identity_hash,
        hashed: false,
        salt: None,
    };
    let all = names.into_iter().chain(emails);
    Subject {
        id: string(person, "id"),
        identifiers: all
            .chain(identifiers.into_iter().flatten())
            .map(identifier)
            .collect(),
        ..Subject::default()
    }
}

/// The one thing that is claimed; of several, what they have in common is their skills.
fn achievement(learning: &[&Members]) -> Option<Achievement> {
    let alignments = learning
        .iter()
        .flat_map(|claim| alignments(claim))
        .collect();
    let [only] = learning else {
        return (!learning.is_empty()).then_some(Achievement {
            alignments,
            ..Achievement::default()
        });
    };
    let specification = object(only.get("specifiedBy"));
    let of = |name| specification.and_then(|specification| joined(specification, name));
    Some(Achievement {
        name: text(only, "title"),
        description: text(only, "description"),
        achievement_type: of("dcType").or_else(|| string(only, "type")),
        field_of_study: of("thematicArea"),
        language: of("language"),
        alignments,
        ..Achievement::default()
    })
}

/// The skills that a claim's learning outcomes are related to; an outcome without one is a skill by
/// its own title.
fn alignments(claim: &Members) -> Vec<Alignment> {
    let specifications = objects(claim.get("specifiedBy"));
    let outcomes = specifications.flat_map(|it| objects(it.get("learningOutcome")));
    outcomes
        .flat_map(|outcome| {
            let skills: Vec<Alignment> = ["relatedESCOSkill", "relatedSkill"]
                .iter()
                .flat_map(|name| list(outcome.get(*name)))
                .map(|skill| Alignment {
                    target_name: label(skill),
                    target_url: skill.get("id").and_then(Value::as_str).map(str::to_owned),
                    ..Alignment::default()
                })
                .collect();
            match skills.is_empty() {
                true => vec![Alignment {
                    target_name: text(outcome, "title"),
                    ..Alignment::default()
                }],
                false => skills,
            }
        })
        .collect()
}

/// A `LearningAssessment` with a grade.
fn result(assessment: &Members) -> Option<ResultClaim> {
    let specification = object(assessment.get("specifiedBy"));
    Some(ResultClaim {
        value: Some(text(assessment, "grade")?.value),
        description: Some(Arc::new(ResultDescription {
            name: text(assessment, "title"),
            result_type: specification.and_then(|it| joined(it, "dcType")),
            ..ResultDescription::default()
        })),
        ..ResultClaim::default()
    })
}

fn evidence(evidence: &Members) -> EvidenceItem {
    EvidenceItem {
        id: string(evidence, "id"),
        name: text(evidence, "title").or_else(|| text(evidence, "dcType")),
        description: text(evidence, "description"),
        narrative: text(evidence, "evidenceStatement"),
        ..EvidenceItem::default()
    }
}

/// What is claimed, member for member.
fn rows(learning: &[&Members]) -> Vec<Row> {
    let mut reader = RowReader::new(summary, is_no_content);
    let row = |claim: &&Members| Row {
        name: string(claim, "type").unwrap_or_else(|| "hasClaim".to_owned()),
        value: RowValue::Rows(reader.rows(*claim)),
    };
    learning.iter().map(row).collect()
}

/// Identifiers within the document, what is shown as skills, and the bytes of pictures.
fn is_no_content(name: &str) -> bool {
    matches!(
        name,
        "content"
            | "contentEncoding"
            | "contentType"
            | "id"
            | "inScheme"
            | "relatedESCOSkill"
            | "relatedSkill"
            | "type"
    )
}

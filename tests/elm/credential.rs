//! A European Digital Credential of the tests' own.

use assay::Report;
use assay::credential::{Element, Row, RowValue};
use serde_json::{Value, json};

pub fn concept(id: &str, label: &str) -> Value {
    json!({"id": id, "type": "Concept", "prefLabel": {"fr": format!("fr: {label}"), "en": label}})
}

pub fn note(text: &str) -> Value {
    json!({"id": "urn:note", "type": "Note", "noteLiteral": {"en": text}})
}

/// An organisation of this name in France.
pub fn organisation(id: &str, name: &str) -> Value {
    let france = "http://publications.europa.eu/resource/authority/country/FRA";
    json!({
        "id": id,
        "type": "Organisation",
        "legalName": {"de": format!("de: {name}"), "en": name},
        "location": {"address": {"countryCode": {"id": france, "type": "Concept"}}},
        "homepage": {"type": "WebResource", "contentURL": "https://college.example"},
        "contactPoint": {"emailAddress": {"id": "mailto:office@college.example"}},
        "accreditation": {"type": "Accreditation", "title": {"en": format!("Audit of {name}")}},
    })
}

/// What was learnt, with every member that an element of Annex I is stated in.
pub fn achievement() -> Value {
    json!({
        "id": "urn:achievement",
        "type": "LearningAchievement",
        "title": {"es": "Soldadura", "en": "Welding"},
        "awardedBy": {
            "type": "AwardingProcess",
            "awardingBody": organisation("urn:body", "A guild"),
            "awardingDate": "2024-05-06T00:00:00Z",
        },
        "additionalNote": note("Welding only"),
        "influencedBy": {
            "type": "LearningActivity",
            "specifiedBy": {"mode": concept("urn:mode", "Blended")},
        },
        "provenBy": {
            "type": "LearningAssessment",
            "title": {"en": "Final test"},
            "grade": note("Pass"),
            "idVerification": concept("urn:supervised", "Supervised onsite"),
            "assessedBy": organisation("urn:assessor", "An assessor"),
            "specifiedBy": {"dcType": concept("urn:practical", "Practical test")},
        },
        "specifiedBy": {
            "type": "Qualification",
            "dcType": concept("urn:short", "Short programme"),
            "eqfLevel": concept("http://data.europa.eu/snb/eqf/4", "Level 4"),
            "nqfLevel": concept("urn:nqf", "National level 3"),
            "creditPoint": {"point": "2", "framework": concept("urn:ects", "ECTS")},
            "volumeOfLearning": "PT60H",
            "entryRequirement": note("Eyesight"),
            "isPartialQualification": true,
            "thematicArea": [concept("urn:a", "Metals"), concept("urn:b", "Crafts")],
            "language": concept("urn:eng", "English"),
            "learningOutcome": [
                {
                    "type": "LearningOutcome",
                    "title": {"en": "Joins metals"},
                    "relatedESCOSkill": concept("http://data.europa.eu/esco/skill/1", "weld"),
                    "relatedSkill": concept("http://data.europa.eu/snb/dcf/2", "plan a weld"),
                },
                {"type": "LearningOutcome", "title": {"en": "Works safely"}},
            ],
        },
    })
}

/// A credential of this issuer that claims this.
pub fn claiming(issuer: &str, claims: &Value) -> Value {
    json!({
        "@context": [
            "https://www.w3.org/2018/credentials/v1",
            "http://data.europa.eu/snb/model/context/edc-ap",
        ],
        "id": "urn:credential:1",
        "type": ["VerifiableCredential", "EuropeanDigitalCredential"],
        "displayParameter": {
            "type": "DisplayParameter",
            "title": {"en": "Certificate of welding", "fr": "Certificat"},
            "description": {"en": "has learnt to weld"},
        },
        "issuer": organisation(issuer, "A college"),
        "issuanceDate": "2024-06-01T00:00:00Z",
        "issued": "2024-06-01T00:00:00Z",
        "validFrom": "2024-06-01T00:00:00Z",
        "credentialSubject": {
            "id": "urn:person",
            "type": "Person",
            "givenName": {"en": "Ada"},
            "familyName": {"en": "Example"},
            "fullName": {"en": "Ada Example"},
            "contactPoint": {"emailAddress": {"id": "mailto:ada@example.org"}},
            "nationalID": {"type": "LegalIdentifier", "notation": "AB-1"},
            "hasClaim": claims,
        },
    })
}

/// One that nobody signed.
pub fn unsigned() -> Value {
    claiming("urn:org", &achievement())
}

/// What a report has for an element: each value with its member.
pub fn stated(report: &Report, element: Element) -> Vec<(String, &'static str)> {
    let statements = element.statements(&report.claims);
    statements
        .map(|statement| (statement.value.value.clone(), statement.member))
        .collect()
}

/// The texts of rows with the names on the way to them.
pub fn texts(rows: &[Row]) -> Vec<String> {
    let row = |row: &Row| match &row.value {
        RowValue::LeftOut => vec![format!("{}: …", row.name)],
        RowValue::Rows(inner) => {
            let path = |text: String| format!("{} > {text}", row.name);
            texts(inner).into_iter().map(path).collect()
        }
        RowValue::Text(text) => vec![format!("{}: {}", row.name, text.value)],
    };
    rows.iter().flat_map(row).collect()
}

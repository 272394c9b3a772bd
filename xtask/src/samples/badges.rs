//! What the samples say.

use anyhow::Result;
use serde_json::{Value, json};
use signing::Issuer;

use super::picture;

pub(super) const VC2: &str = "https://www.w3.org/ns/credentials/v2";
const VC1: &str = "https://www.w3.org/2018/credentials/v1";
pub(super) const OB3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// The least that a badge has to say.
pub fn minimal(issuer: &Issuer) -> Value {
    json!({
        "@context": [VC2, OB3],
        "id": "urn:uuid:0a4f7e52-5a1c-4f0e-9a37-5b2f0f5b7c11",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "First Aid at Work",
        "issuer": {"id": issuer.id(), "type": ["Profile"], "name": "Harbour Training"},
        "validFrom": "2025-02-03T09:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [email("learner@example.com")],
            "achievement": {
                "id": "urn:uuid:5d1a3c9e-0b0c-4a44-8a43-0f6e3a7b9d02",
                "type": ["Achievement"],
                "name": "First Aid at Work",
                "description": "Gives first aid until help arrives.",
                "criteria": {"narrative": "Attended one day and passed a practical test."},
            },
        },
    })
}

/// The same on the older data model.
pub fn older(issuer: &Issuer) -> Value {
    let mut badge = minimal(issuer);
    badge["@context"] = json!([VC1, OB3, "https://w3id.org/security/suites/ed25519-2020/v1"]);
    badge["id"] = json!("urn:uuid:6b0f8c1d-2b55-4d38-8d1c-8a1b6f0e2c44");
    badge["issuanceDate"] = badge["validFrom"].take();
    if let Some(badge) = badge.as_object_mut() {
        badge.remove("validFrom");
    }
    badge
}

/// Badges that a holder presents together.
pub fn presentation(holder: &Issuer, badges: &[Value]) -> Value {
    json!({
        "@context": [VC2],
        "type": ["VerifiablePresentation"],
        "holder": holder.id(),
        "verifiableCredential": badges,
    })
}

/// The identifier of the badge that has every field.
const RICH: &str = "https://credentials.example.edu/badges/8c1f2f1e";

/// Every field that the card can show.
pub fn rich(issuer: &Issuer) -> Result<Value> {
    Ok(json!({
        "@context": [VC2, OB3, "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"],
        "id": RICH,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Data Analysis with Python",
        "description": "A short course of the School of Continuing Education.",
        "issuer": {
            "id": issuer.id(),
            "type": ["Profile"],
            "name": "Northfield University, Continuing Education",
            "url": "https://continuing.northfield.example",
            "email": "credentials@northfield.example",
            "description": "Short courses for people at work.",
        },
        "validFrom": "2025-02-03T09:00:00+01:00",
        "validUntil": "2099-02-03T09:00:00+01:00",
        "awardedDate": "2025-02-01T17:30:00+01:00",
        "credentialSubject": subject()?,
        "evidence": [
            {
                "id": "https://portfolio.example.org/bicycle-counts",
                "type": ["Evidence"],
                "name": "Bicycle counts in Northfield",
                "description": "The final project, with its notebook and data.",
                "narrative": "Cleaned **three years** of counter data and found where riders turn back.",
                "genre": "Project report",
                "audience": "City planning office",
            },
            {
                "type": ["Evidence"],
                "name": "Oral examination",
                "narrative": "Twenty minutes, questions on *method* and *limits*.",
            },
        ],
        "endorsement": [endorsement(RICH)?],
        "credentialSchema": [{
            "id": "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
            "type": "1EdTechJsonSchemaValidator2019",
        }],
    }))
}

fn subject() -> Result<Value> {
    Ok(json!({
        "id": "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
        "type": ["AchievementSubject"],
        "identifier": [
            hashed_email("learner@example.com", "northfield"),
            {
                "type": "IdentityObject",
                "identityType": "ext:name",
                "identityHash": "Robin Learner",
                "hashed": false,
            },
        ],
        "role": "Participant",
        "term": "Winter 2024/25",
        "licenseNumber": "NF-DA-2025-0117",
        "creditsEarned": 3,
        "activityStartDate": "2024-10-14",
        "activityEndDate": "2025-01-31",
        "narrative": "Worked in a team of two on open data of the city.",
        "source": {
            "id": "https://continuing.northfield.example/assessors",
            "type": ["Profile"],
            "name": "Northfield Assessment Office",
        },
        "achievement": achievement()?,
        "result": [
            {
                "type": ["Result"],
                "resultDescription": "urn:uuid:1d4c6f0a-7f0b-4b57-9b52-d1a6f7a0c001",
                "value": "A",
            },
            {
                "type": ["Result"],
                "resultDescription": "urn:uuid:1d4c6f0a-7f0b-4b57-9b52-d1a6f7a0c002",
                "achievedLevel": "urn:uuid:1d4c6f0a-7f0b-4b57-9b52-d1a6f7a0c012",
                "status": "Completed",
            },
            {
                "type": ["Result"],
                "resultDescription": "urn:uuid:1d4c6f0a-7f0b-4b57-9b52-d1a6f7a0c003",
                "value": "87",
            },
        ],
    }))
}

fn achievement() -> Result<Value> {
    Ok(json!({
        "id": "https://credentials.example.edu/achievements/data-analysis-python",
        "type": ["Achievement"],
        "achievementType": "MicroCredential",
        "name": "Data Analysis with Python",
        "description": "Cleans, explores and presents data with Python, and says what the data cannot show.",
        "image": {
            "id": picture::data_url()?,
            "type": "Image",
            "caption": "A star in a ring on a dark green octagon",
        },
        "criteria": {
            "id": "https://continuing.northfield.example/courses/data-analysis",
            "narrative": "To earn it, a participant\n\n1. attends **ten** of twelve sessions,\n2. hands in a *project* with its notebook, and\n3. passes an oral examination.\n\nThe [course page](https://continuing.northfield.example/courses/data-analysis) has the reading list.",
        },
        "creator": {
            "id": "https://continuing.northfield.example",
            "type": ["Profile"],
            "name": "Northfield University, Continuing Education",
        },
        "fieldOfStudy": "Data science",
        "specialization": "Exploratory analysis",
        "humanCode": "DA-101",
        "creditsAvailable": 3,
        "inLanguage": "en",
        "version": "2024.2",
        "tag": ["data analysis", "python", "statistics", "open data"],
        "alignment": alignments(),
        "resultDescription": result_descriptions(),
    }))
}

fn alignments() -> Value {
    json!([
        alignment(
            "Python (computer programming)",
            "http://data.europa.eu/esco/skill/ccd0a1d9-afda-43d9-b901-96344886e14d",
            json!({"targetFramework": "ESCO", "targetType": "ceasn:Competency"}),
        ),
        alignment(
            "perform data analysis",
            "http://data.europa.eu/esco/skill/2b92a5b2-6758-4ee3-9fb4-b6387a55cc8f",
            json!({"targetDescription": "Collect data and statistics to test and evaluate, in order to find useful information."}),
        ),
        alignment(
            "Data Scientists",
            "https://www.onetonline.org/link/summary/15-2051.00",
            json!({"targetCode": "15-2051.00", "targetFramework": "O*NET-SOC"}),
        ),
        alignment(
            "Summarise, represent and interpret data",
            "https://caseregistry.imsglobal.org/uri/6b9d2c1a-d7cc-11e8-824f-0242ac160002",
            json!({"targetType": "CFItem", "targetCode": "S-ID.1"}),
        ),
        alignment(
            "Data literacy",
            "https://credentialfinder.org/competency/ce-1f0f4f1e-6a3c-4f9d-8a52-0d4bd6bb5a10",
            json!({"targetType": "CTDL"}),
        ),
        alignment(
            "Level 5",
            "http://data.europa.eu/snb/eqf/5",
            json!({"targetFramework": "European Qualifications Framework"}),
        ),
        alignment(
            "Explains uncertainty to lay people",
            "https://continuing.northfield.example/outcomes/7",
            json!({"targetFramework": "Northfield graduate outcomes", "targetCode": "NF-7"}),
        ),
    ])
}

fn alignment(name: &str, url: &str, more: Value) -> Value {
    let mut alignment = more;
    alignment["type"] = json!(["Alignment"]);
    alignment["targetName"] = json!(name);
    alignment["targetUrl"] = json!(url);
    alignment
}

fn result_descriptions() -> Value {
    json!([
        {
            "id": "urn:uuid:1d4c6f0a-7f0b-4b57-9b52-d1a6f7a0c001",
            "type": ["ResultDescription"],
            "name": "Project grade",
            "resultType": "LetterGrade",
            "allowedValue": ["D", "C", "B", "A"],
            "requiredValue": "C",
        },
        {
            "id": "urn:uuid:1d4c6f0a-7f0b-4b57-9b52-d1a6f7a0c002",
            "type": ["ResultDescription"],
            "name": "Communication of findings",
            "resultType": "RubricCriterionLevel",
            "requiredLevel": "urn:uuid:1d4c6f0a-7f0b-4b57-9b52-d1a6f7a0c011",
            "rubricCriterionLevel": [
                {
                    "id": "urn:uuid:1d4c6f0a-7f0b-4b57-9b52-d1a6f7a0c011",
                    "type": ["RubricCriterionLevel"],
                    "name": "Competent",
                    "level": "1",
                    "points": "2",
                    "description": "States the main finding and how sure it is.",
                },
                {
                    "id": "urn:uuid:1d4c6f0a-7f0b-4b57-9b52-d1a6f7a0c012",
                    "type": ["RubricCriterionLevel"],
                    "name": "Proficient",
                    "level": "2",
                    "points": "4",
                    "description": "Also says what the data cannot show, in words that a lay reader follows.",
                },
            ],
        },
        {
            "id": "urn:uuid:1d4c6f0a-7f0b-4b57-9b52-d1a6f7a0c003",
            "type": ["ResultDescription"],
            "name": "Oral examination",
            "resultType": "Percent",
            "valueMin": "0",
            "valueMax": "100",
            "requiredValue": "60",
        },
    ])
}

/// Somebody in no list, who endorses what has this identifier.
fn endorsement(id: &str) -> Result<Value> {
    let forum = Issuer::did_key("employers' forum");
    forum.sign(json!({
        "@context": [VC2, OB3],
        "id": "urn:uuid:3f0f2b9a-53d1-4a4c-a4a6-2d6f8f6f9e10",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "name": "Endorsement of Data Analysis with Python",
        "issuer": {
            "id": forum.id(),
            "type": ["Profile"],
            "name": "Northfield Employers’ Forum",
        },
        "validFrom": "2025-01-10T00:00:00Z",
        "credentialSubject": {
            "id": id,
            "type": ["EndorsementSubject"],
            "endorsementComment": "We hire from this course.",
        },
    }))
}

/// A recipient by e-mail address.
pub(super) fn email(address: &str) -> Value {
    json!({
        "type": "IdentityObject",
        "identityType": "emailAddress",
        "identityHash": address,
        "hashed": false,
    })
}

fn hashed_email(address: &str, salt: &str) -> Value {
    use sha2::{Digest as _, Sha256};
    let digest = Sha256::digest(format!("{address}{salt}"));
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    json!({
        "type": "IdentityObject",
        "identityType": "emailAddress",
        "identityHash": format!("sha256${hex}"),
        "hashed": true,
        "salt": salt,
    })
}

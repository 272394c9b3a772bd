//! A record with three credentials: a good one, one past its date, and one without a signature.

use anyhow::Result;
use serde_json::{Value, json};
use signing::Issuer;

use super::badges::{OB3, VC2, email};

const CLR2: &str = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";
const CERTIFICATE: &str = "urn:uuid:9d7c2a10-5b0e-4c5e-8e1b-0a6b4f1c7e01";
const ANALYSIS: &str = "urn:uuid:9d7c2a10-5b0e-4c5e-8e1b-0a6b4f1c7e02";
const WRITING: &str = "urn:uuid:9d7c2a10-5b0e-4c5e-8e1b-0a6b4f1c7e03";
const FIRST_AID: &str = "urn:uuid:9d7c2a10-5b0e-4c5e-8e1b-0a6b4f1c7e04";

/// What a school has on a learner, with what somebody else awarded.
pub fn record(school: &Issuer, company: &Issuer) -> Result<Value> {
    let mut expired = credential(company, "Harbour Training", "First Aid at Work", FIRST_AID);
    expired["validUntil"] = json!("2023-12-31T23:59:59Z");
    expired["validFrom"] = json!("2021-12-31T09:00:00Z");
    let own = |name, id| credential(school, "Northfield University", name, id);
    let association = |kind: &str, source: &str, target: &str| {
        json!({
            "type": "Association",
            "associationType": kind,
            "sourceId": source,
            "targetId": target,
        })
    };
    school.sign(json!({
        "@context": [VC2, CLR2, OB3],
        "id": "urn:uuid:9d7c2a10-5b0e-4c5e-8e1b-0a6b4f1c7e00",
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": "Record of Data Work",
        "description": "What Alex Sommer has earned at Northfield, and brought along.",
        "issuer": {"id": school.id(), "type": ["Profile"], "name": "Northfield University"},
        "validFrom": "2025-02-03T09:00:00Z",
        "partial": true,
        "credentialSubject": {
            "type": ["ClrSubject"],
            "identifier": [email("learner@example.com")],
            "verifiableCredential": [
                school.sign(own("Data Analysis with Python", ANALYSIS))?,
                company.sign(expired)?,
                own("Academic Writing", WRITING),
            ],
            "achievement": [achievement("Certificate of Data Work", CERTIFICATE)],
            "association": [
                association("isPartOf", ANALYSIS, CERTIFICATE),
                association("precedes", WRITING, ANALYSIS),
            ],
        },
    }))
}

fn credential(issuer: &Issuer, calls_itself: &str, name: &str, achievement_id: &str) -> Value {
    let award = name.to_lowercase().replace(' ', "-");
    json!({
        "@context": [VC2, OB3],
        "id": format!("https://credentials.example.edu/awards/{award}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": name,
        "issuer": {"id": issuer.id(), "type": ["Profile"], "name": calls_itself},
        "validFrom": "2024-07-01T09:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [email("learner@example.com")],
            "achievement": achievement(name, achievement_id),
        },
    })
}

fn achievement(name: &str, id: &str) -> Value {
    json!({
        "id": id,
        "type": ["Achievement"],
        "name": name,
        "description": name,
        "criteria": {"narrative": "Attended, and passed the examination."},
    })
}

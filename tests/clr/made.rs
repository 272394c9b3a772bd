//! Records made for these tests, and what they come to.

use assay::trust::Registry;
use assay::{Outcome, Policy, Question, Report};
use serde_json::{Value, json};
use signing::{Issuer, members};

use crate::support;

pub const V2: &str = "https://www.w3.org/ns/credentials/v2";
pub const OB3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
pub const CLR: &str = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

pub const LEARNER: &str = "urn:example:learner";

/// The record's issuer.
pub fn school() -> Issuer {
    Issuer::did_key("school")
}

/// An issuer of credentials that others put in their records.
pub fn company() -> Issuer {
    Issuer::did_key("company")
}

/// A badge of `issuer`'s for nobody that it identifies, not signed yet.
pub fn badge(issuer: &Issuer, name: &str) -> Value {
    json!({
        "@context": [V2, OB3],
        "id": format!("urn:example:{name}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer.id(), "type": ["Profile"], "name": "An issuer"},
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": format!("urn:example:achievement:{name}"),
                "type": ["Achievement"],
                "name": name,
                "criteria": {"narrative": "Pass."},
                "description": name,
            },
        },
    })
}

/// The same badge for the learner whose record it is.
pub fn badge_for_learner(issuer: &Issuer, name: &str) -> Value {
    let mut badge = badge(issuer, name);
    badge["credentialSubject"]["id"] = json!(LEARNER);
    badge
}

/// The same badge, signed by its issuer.
pub fn signed(issuer: &Issuer, name: &str) -> Value {
    issuer.sign(badge(issuer, name)).unwrap()
}

pub fn with(mut document: Value, name: &str, value: Value) -> Value {
    document[name] = value;
    document
}

/// A record of the school's that holds these entries, not signed yet.
pub fn unsigned_record(entries: Vec<Value>) -> Value {
    json!({
        "@context": [V2, CLR, OB3],
        "id": "urn:example:record",
        "type": ["VerifiableCredential", "ClrCredential"],
        "issuer": {"id": school().id(), "type": ["Profile"], "name": "A school"},
        "validFrom": "2024-01-01T00:00:00Z",
        "name": "A record",
        "credentialSubject": {
            "id": LEARNER,
            "type": ["ClrSubject"],
            "verifiableCredential": entries,
        },
    })
}

/// The same record, its statements signed by the school.
pub fn record(entries: Vec<Value>) -> Value {
    school().sign(unsigned_record(entries)).unwrap()
}

/// The same record, its JSON signed by the school.
pub fn jcs_record(entries: Vec<Value>) -> Value {
    let jcs = members(assay::proof::Suite::EddsaJcs2022);
    school().sign_with(unsigned_record(entries), jcs).unwrap()
}

/// What is known of a record where a registry lists the school.
pub fn judge(record: &Value) -> Report {
    support::report(record, &listed())
}

/// A registry that lists the school alone.
pub fn listed() -> Policy {
    let registry = json!({
        "name": "A registry",
        "issuers": [{"id": school().id(), "name": "The listed school"}],
    });
    Policy {
        registries: vec![Registry::parse(registry.to_string().as_bytes()).unwrap()],
        ..Policy::default()
    }
}

/// The verdict on each credential of a record, `unreadable: code` among them.
pub fn verdicts(report: &Report) -> Vec<String> {
    let verdict = |credential: &Result<Report, assay::Unreadable>| match credential {
        Ok(report) => report.verdict.code().to_owned(),
        Err(why) => format!("unreadable: {}", why.code()),
    };
    report.credentials.iter().map(verdict).collect()
}

/// The outcome and the code of a check of a record's first credential.
pub fn first(report: &Report, question: Question) -> (Outcome, &'static str) {
    let check = report.credentials[0].as_ref().unwrap().checks.get(question);
    (check.outcome, check.reason.code())
}

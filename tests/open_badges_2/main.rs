//! Open Badges before 3.0: confirmed by their issuer's site, or signed with a key that its profile
//! lists.

#[path = "../support/mod.rs"]
mod support;

mod corpus;
mod hosted;
mod signed;

use assay::evidence::Answer;
use assay::{Evidence, Outcome, Policy, Question, Report, open, verify};
use serde_json::{Value, json};
use support::now;

pub const ASSERTION: &str = "https://badges.example/assertions/1";
pub const BADGE_CLASS: &str = "https://badges.example/classes/1";
pub const ISSUER: &str = "https://badges.example/issuer";

pub fn assertion() -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": ASSERTION,
        "recipient": {"type": "email", "hashed": false, "identity": "ada@example.com"},
        "badge": BADGE_CLASS,
        "verification": {"type": "HostedBadge"},
        "issuedOn": "2024-01-01T00:00:00Z",
    })
}

pub fn badge_class() -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "type": "BadgeClass",
        "id": BADGE_CLASS,
        "name": "Welding",
        "description": "Welds.",
        "image": "https://badges.example/welding.png",
        "criteria": {"narrative": "A test."},
        "issuer": ISSUER,
    })
}

pub fn issuer() -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Issuer", "id": ISSUER, "name": "An issuer", "url": ISSUER,
        "email": "badges@badges.example",
    })
}

pub fn answer(status: u16, body: &Value) -> Answer {
    let body = body.to_string().into_bytes();
    Answer::Response { status, body }
}

/// What the issuer's site says, with this assertion.
pub fn site(assertion: &Value) -> Evidence {
    let mut evidence = Evidence::none();
    evidence.insert(ASSERTION, answer(200, assertion));
    evidence.insert(BADGE_CLASS, answer(200, &badge_class()));
    evidence.insert(ISSUER, answer(200, &issuer()));
    evidence
}

pub fn report(file: &str, evidence: &Evidence) -> Report {
    let policy = Policy::default();
    let opened = open(file.as_bytes(), &policy.bounds).unwrap();
    verify(opened.credentials.only().unwrap(), evidence, &policy, now())
}

pub fn outcome(report: &Report, question: Question) -> (Outcome, &'static str) {
    let check = report.checks.get(question);
    (check.outcome, check.reason.code())
}

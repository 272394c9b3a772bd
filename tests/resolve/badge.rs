//! A badge, its signers, and what it comes to.

use assay::evidence::{Answer, Purpose};
use assay::{Evidence, IssuerMethod, Outcome, Policy, Question, Reason, Report, open, verify};
use serde_json::{Value, json};
use signing::Issuer;

use crate::support::now;

/// A badge that names `issuer`, not signed yet.
pub fn badge(issuer: &str) -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:uuid:1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer, "type": ["Profile"], "name": "An issuer"},
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:uuid:2",
                "type": ["Achievement"],
                "name": "Welding",
                "description": "Welds.",
                "criteria": {"narrative": "A test."},
            },
        },
    })
}

/// The same, signed by whoever; it says that `issuer` has issued it.
pub fn signed(signer: &Issuer, issuer: &str) -> Value {
    signer.sign(badge(issuer)).unwrap()
}

pub fn judge(badge: &Value, evidence: &Evidence) -> Report {
    judge_bytes(badge.to_string().as_bytes(), evidence)
}

pub fn judge_bytes(badge: &[u8], evidence: &Evidence) -> Report {
    let policy = Policy::default();
    let opened = open(badge, &policy.bounds).unwrap();
    verify(opened.credentials.only().unwrap(), evidence, &policy, now())
}

/// Evidence in which each address answers with this.
pub fn served(answers: &[(&str, &str)]) -> Evidence {
    let mut evidence = Evidence::none();
    for (url, body) in answers {
        let body = body.as_bytes().to_vec();
        evidence.insert(*url, Answer::Response { status: 200, body });
    }
    evidence
}

/// Adds an answer that nothing is there.
pub fn missing(evidence: &mut Evidence, url: &str) {
    let (status, body) = (404, Vec::new());
    evidence.insert(url, Answer::Response { status, body });
}

pub fn issuer_key(report: &Report) -> (Outcome, Reason) {
    let check = report.checks.get(Question::IssuerKey);
    (check.outcome, check.reason.clone())
}

/// What the issuer's key comes to where the issuer has listed it.
pub fn listed(method: IssuerMethod) -> (Outcome, Reason) {
    (Outcome::Pass, Reason::KeyOfIssuer { method })
}

pub fn wants(report: &Report) -> Vec<(&str, Purpose)> {
    let wants = report.wants.iter();
    wants
        .map(|want| (want.url.as_str(), want.purpose))
        .collect()
}

/// A document of `id` that lists these keys for assertions, as its methods `#key-1` and so on.
pub fn document(id: &str, keys: &[&Issuer]) -> Value {
    let methods = keys.iter().zip(1..).map(|(key, number)| {
        json!({
            "id": format!("{id}#key-{number}"),
            "type": "Multikey",
            "controller": id,
            "publicKeyMultibase": key.multikey(),
        })
    });
    let methods: Vec<Value> = methods.collect();
    let names: Vec<Value> = methods.iter().map(|method| method["id"].clone()).collect();
    json!({
        "@context": "https://www.w3.org/ns/cid/v1",
        "id": id,
        "verificationMethod": methods,
        "assertionMethod": names,
    })
}

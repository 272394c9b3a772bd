//! A badge in a token, and its signers: one for each algorithm.

use assay::evidence::Answer;
use assay::key::{Algorithm, KeyKind};
use assay::{Evidence, Outcome, Policy, Question, Reason, Report, open, verify};
use serde_json::{Value, json};
use signing::{Issuer, base64url};

use crate::support::now;

pub const VC1: &str = "https://www.w3.org/2018/credentials/v1";
pub const VC2: &str = "https://www.w3.org/ns/credentials/v2";
pub const OB3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// Every algorithm, with the kind of key that it takes.
pub const SIGNERS: [(Algorithm, KeyKind); 10] = [
    (Algorithm::EdDsa, KeyKind::Ed25519),
    (Algorithm::Es256, KeyKind::P256),
    (Algorithm::Es256k, KeyKind::Secp256k1),
    (Algorithm::Es384, KeyKind::P384),
    (Algorithm::Ps256, KeyKind::Rsa),
    (Algorithm::Ps384, KeyKind::Rsa),
    (Algorithm::Ps512, KeyKind::Rsa),
    (Algorithm::Rs256, KeyKind::Rsa),
    (Algorithm::Rs384, KeyKind::Rsa),
    (Algorithm::Rs512, KeyKind::Rsa),
];

pub fn issuer(kind: KeyKind) -> Issuer {
    Issuer::did_key_of("an issuer of tokens", kind)
}

pub fn stranger(kind: KeyKind) -> Issuer {
    Issuer::did_key_of("a stranger with tokens", kind)
}

/// A badge on data model 2.0, at the top level of the payload.
pub fn badge(issuer: &str) -> Value {
    json!({
        "@context": [VC2, OB3],
        "id": "urn:uuid:1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer, "type": ["Profile"], "name": "An issuer"},
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:somebody",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:uuid:2",
                "type": ["Achievement"],
                "name": "Welding",
                "description": "Welds.",
                "criteria": {"narrative": "A test."},
            },
        },
        "iss": issuer,
        "jti": "urn:uuid:1",
        "nbf": 1_704_067_200,
        "sub": "did:example:somebody",
    })
}

/// The same on data model 1.1, in the `vc` claim.
pub fn older_badge(issuer: &str) -> Value {
    let mut vc = badge(issuer);
    let members = vc.as_object_mut().unwrap();
    members.insert("@context".into(), json!([VC1, OB3]));
    let valid_from = members.remove("validFrom").unwrap();
    members.insert("issuanceDate".into(), valid_from);
    let claims = ["iss", "jti", "nbf", "sub"].map(|name| (name, members.remove(name).unwrap()));
    let mut payload = json!({"vc": vc});
    for (name, claim) in claims {
        payload[name] = claim;
    }
    payload
}

/// An issuer of P-256, its badge, and the header that names its key.
pub struct Example {
    pub issuer: Issuer,
    pub header: Value,
    pub payload: Value,
}

impl Example {
    pub fn new() -> Self {
        let issuer = issuer(KeyKind::P256);
        Self {
            header: json!({"typ": "JWT", "kid": issuer.method()}),
            payload: badge(issuer.id()),
            issuer,
        }
    }

    pub fn signed(&self) -> String {
        let signed = self
            .issuer
            .token(Algorithm::Es256, &self.header, &self.payload);
        signed.unwrap()
    }
}

pub fn report(token: &str, evidence: &Evidence) -> Report {
    let policy = Policy::default();
    let opened = open(token.as_bytes(), &policy.bounds).unwrap();
    verify(opened.credentials.only().unwrap(), evidence, &policy, now())
}

/// The verdict's code without any evidence; `unreadable` where there is no credential.
pub fn verdict(token: &str) -> String {
    crate::support::verdict(token.as_bytes(), &Evidence::none())
}

pub fn integrity(token: &str) -> (Outcome, Reason) {
    check(&report(token, &Evidence::none()), Question::Integrity)
}

pub fn check(report: &Report, question: Question) -> (Outcome, Reason) {
    let check = report.checks.get(question);
    (check.outcome, check.reason.clone())
}

/// Expects that nobody is led to rely on it.
#[track_caller]
pub fn refused(token: &str) {
    let verdict = verdict(token);
    let good = ["unreadable", "invalid", "unconfirmed"];
    assert!(good.contains(&verdict.as_str()), "{verdict}: {token}");
}

/// A token's three parts.
pub fn parts(token: &str) -> [&str; 3] {
    token.split('.').collect::<Vec<_>>().try_into().unwrap()
}

/// A token of parts that do not belong together.
pub fn token(header: &Value, payload: &Value, signature: &str) -> String {
    let [header, payload] = [header, payload].map(|part| base64url(part.to_string()));
    format!("{header}.{payload}.{signature}")
}

pub fn served(url: &str, body: &Value) -> Evidence {
    let mut evidence = Evidence::none();
    let body = body.to_string().into_bytes();
    evidence.insert(url, Answer::Response { status: 200, body });
    evidence
}

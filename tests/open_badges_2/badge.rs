//! A badge of 2.0 and the documents that it refers to, each at its address.

use assay::evidence::{Answer, Purpose};
use assay::key::{Algorithm, KeyKind};
use assay::{Evidence, Outcome, Policy, Question, Reason, Report, open, verify};
use serde_json::{Value, json};
use signing::Issuer;

use crate::support::now;

pub const ASSERTION: &str = "https://badges.example/assertions/1";
pub const CLASS: &str = "https://badges.example/classes/welding";
pub const PROFILE: &str = "https://badges.example/issuer";
pub const KEY: &str = "https://badges.example/keys/1";
pub const LIST: &str = "https://badges.example/revoked";

const CONTEXT: &str = "https://w3id.org/openbadges/v2";

/// A hosted assertion, its badge class and its issuer elsewhere.
pub fn assertion() -> Value {
    json!({
        "@context": CONTEXT,
        "type": "Assertion",
        "id": ASSERTION,
        "recipient": {"type": "email", "hashed": false, "identity": "ada@example.com"},
        "issuedOn": "2024-03-14T09:00:00Z",
        "badge": CLASS,
        "verification": {"type": "HostedBadge"},
    })
}

pub fn badge_class() -> Value {
    json!({
        "@context": CONTEXT,
        "type": "BadgeClass",
        "id": CLASS,
        "name": "Welding",
        "description": "Welds steel.",
        "image": "https://badges.example/welding.png",
        "criteria": {"narrative": "A test."},
        "alignment": [{
            "targetName": "weld metal", "targetUrl": "https://skills.example/weld",
            "targetFramework": "Skills", "targetCode": "W-1",
        }],
        "tags": ["metal"],
        "issuer": PROFILE,
    })
}

pub fn profile() -> Value {
    json!({
        "@context": CONTEXT,
        "type": "Issuer",
        "id": PROFILE,
        "name": "A school",
        "url": "https://badges.example",
        "email": "office@badges.example",
    })
}

/// A value with one member replaced, or added.
pub fn with(mut json: Value, member: &str, value: Value) -> Value {
    json[member] = value;
    json
}

pub fn without(mut json: Value, member: &str) -> Value {
    json.as_object_mut().unwrap().remove(member).unwrap();
    json
}

pub fn response(status: u16, body: &str) -> Answer {
    Answer::Response {
        status,
        body: body.as_bytes().to_vec(),
    }
}

/// What each address serves.
pub fn serving(documents: &[(&str, Value)]) -> Evidence {
    let mut evidence = Evidence::none();
    for (url, document) in documents {
        evidence.insert(*url, response(200, &document.to_string()));
    }
    evidence
}

/// The assertion, its badge class and its issuer, as they are.
pub fn site() -> Evidence {
    site_with(assertion(), profile())
}

pub fn site_with(assertion: Value, profile: Value) -> Evidence {
    serving(&[
        (ASSERTION, assertion),
        (CLASS, badge_class()),
        (PROFILE, profile),
    ])
}

pub fn judge(file: &str, evidence: &Evidence) -> Report {
    judge_for(file, evidence, &Policy::default())
}

pub fn judge_for(file: &str, evidence: &Evidence, policy: &Policy) -> Report {
    let opened = open(file.as_bytes(), &policy.bounds).unwrap_or_else(|why| panic!("{why:?}"));
    verify(opened.credentials.only().unwrap(), evidence, policy, now())
}

pub fn answer(report: &Report, question: Question) -> (Outcome, &Reason) {
    let check = report.checks.get(question);
    (check.outcome, &check.reason)
}

pub fn code(report: &Report, question: Question) -> (Outcome, &'static str) {
    let (outcome, reason) = answer(report, question);
    (outcome, reason.code())
}

pub fn wants(report: &Report) -> Vec<(&str, Purpose)> {
    let wants = report.wants.iter();
    wants
        .map(|want| (want.url.as_str(), want.purpose))
        .collect()
}

/// A key that signs badges.
pub fn signer(name: &str) -> Issuer {
    Issuer::did_key_of(name, KeyKind::Ed25519)
}

/// Its public key as Open Badges 2.0 publishes keys (RFC 8410, section 4).
pub fn pem(issuer: &Issuer) -> String {
    use base64ct::{Base64, Base64UrlUnpadded, Encoding as _};
    let jwk = issuer.jwk().unwrap();
    let point = Base64UrlUnpadded::decode_vec(jwk["x"].as_str().unwrap()).unwrap();
    let prefix = [0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0];
    let text = Base64::encode_string(&[&prefix[..], &point].concat());
    format!("-----BEGIN PUBLIC KEY-----\n{text}\n-----END PUBLIC KEY-----\n")
}

pub fn key_document(issuer: &Issuer) -> Value {
    json!({
        "@context": CONTEXT,
        "type": "CryptographicKey",
        "id": KEY,
        "owner": PROFILE,
        "publicKeyPem": pem(issuer),
    })
}

/// An assertion that asks to be verified by a signature of the key at [`KEY`].
pub fn signed_assertion() -> Value {
    let verification = json!({"type": "SignedBadge", "creator": KEY});
    with(assertion(), "verification", verification)
}

pub fn token(issuer: &Issuer, payload: &Value) -> String {
    issuer.token(Algorithm::EdDsa, &json!({}), payload).unwrap()
}

/// The issuer's site, with a profile that lists the key.
pub fn signers_site(issuer: &Issuer) -> Evidence {
    signers_site_with(
        with(profile(), "publicKey", json!(KEY)),
        key_document(issuer),
    )
}

pub fn signers_site_with(profile: Value, key: Value) -> Evidence {
    serving(&[(CLASS, badge_class()), (PROFILE, profile), (KEY, key)])
}

//! Schemas inside a credential, which is verified first.

use assay::evidence::Answer;
use assay::key::Algorithm;
use assay::present::english;
use assay::{Evidence, Outcome, Question, Reason, Report, SchemaReason, Unobtained, Verdict};
use serde_json::{Value, json};
use signing::Issuer;

use crate::{SCHEMA, badge, broken, does_not_fit, fits, followed, judge, schema_check};

fn author() -> Issuer {
    Issuer::did_key("an author of schemas")
}

/// Not signed yet.
fn credential(author: &Issuer, mut schema: Value) -> Value {
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "id": SCHEMA,
        "type": ["VerifiableCredential", "JsonSchemaCredential"],
        "issuer": author.id(),
        "validFrom": "2025-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "https://schema.example/plain.json",
            "type": "JsonSchema",
            "jsonSchema": schema,
        },
    })
}

fn token(credential: &Value) -> String {
    let header = json!({"typ": "vc+jwt", "kid": author().method()});
    let token = author().token(Algorithm::EdDsa, &header, credential);
    token.unwrap()
}

fn judged(body: &str) -> Report {
    let mut evidence = Evidence::none();
    let body = body.as_bytes().to_vec();
    evidence.insert(SCHEMA, Answer::Response { status: 200, body });
    let named = json!({"id": SCHEMA, "type": "JsonSchemaCredential"});
    judge(&badge(named), &evidence)
}

#[test]
fn a_schema_that_its_author_signed_counts_like_one_that_nobody_signs() {
    for (schema, expected) in [
        (fits(), followed(&[SCHEMA])),
        (does_not_fit(), broken(SCHEMA)),
    ] {
        let credential = credential(&author(), schema);
        let signed = author().sign(credential.clone()).unwrap().to_string();
        for body in [signed, token(&credential)] {
            let report = judged(&body);
            assert_eq!(schema_check(&report), expected);
            assert_eq!(report.verdict, Verdict::Unlisted);
            assert_eq!(report.wants, []);
        }
    }
}

/// Nothing is said of a schema that somebody may have altered.
#[test]
fn a_schema_that_is_not_its_authors_settles_nothing() {
    let whole = || credential(&author(), fits());
    let signed = |credential: Value| author().sign(credential).unwrap();
    let mut altered = signed(whole());
    altered["credentialSubject"]["jsonSchema"]["required"] = json!(["id"]);
    let mut expired = whole();
    expired["validUntil"] = json!("2025-06-01T00:00:00Z");
    let strangers = Issuer::did_key("a stranger").sign(whole()).unwrap();
    for (case, credential, why) in [
        ("altered", altered, "signature-mismatch"),
        ("unsigned", whole(), "no-proof"),
        ("expired", signed(expired), "expired"),
        ("another's", strangers, "strangers-key"),
    ] {
        let report = judged(&credential.to_string());
        let (outcome, reason) = schema_check(&report);
        assert_eq!(outcome, Outcome::Unknown, "{case}");
        assert_eq!(reason.code(), "unreliable-schema");
        let Reason::Schema(SchemaReason::Unreliable { why: found, .. }) = reason else {
            panic!("{case}: {reason:?}")
        };
        assert_eq!(found.code(), why, "{case}");
        assert_eq!(report.verdict, Verdict::Unlisted);
        let words = english::detail(report.checks.get(Question::Schema));
        assert!(
            words.starts_with("Its schema is in a credential"),
            "{words}"
        );
    }
}

#[test]
fn what_is_no_credential_with_a_schema() {
    let with = |change: fn(&mut Value)| {
        let mut credential = credential(&author(), fits());
        change(&mut credential);
        author().sign(credential).unwrap().to_string()
    };
    for (body, code) in [
        (fits().to_string(), "malformed-document"),
        ("[]".into(), "malformed-document"),
        (
            with(|it| it["type"] = json!(["VerifiableCredential"])),
            "malformed-document",
        ),
        (
            with(|it| {
                it["credentialSubject"]["jsonSchema"] = json!("https://schema.example/plain.json")
            }),
            "malformed-document",
        ),
        (
            with(|it| it["id"] = json!("https://schema.example/other.json")),
            "not-its-address",
        ),
    ] {
        let (outcome, reason) = schema_check(&judged(&body));
        assert_eq!((outcome, reason.code()), (Outcome::Unknown, code), "{body}");
    }
}

#[test]
fn its_authors_keys_are_wanted() {
    let author = Issuer::did_web("an author of schemas", "did:web:schema.example");
    let signed = author.sign(credential(&author, fits())).unwrap();
    let report = judged(&signed.to_string());
    let keys = "https://schema.example/.well-known/did.json";
    let wants: Vec<&str> = report.wants.iter().map(|want| want.url.as_str()).collect();
    assert_eq!(wants, [keys]);
    let why = Unobtained::NotAsked;
    let url = keys.to_owned();
    let why = Box::new(Reason::Unobtained { url, why });
    let url = SCHEMA.to_owned();
    let reason = SchemaReason::Unreliable { url, why };
    assert_eq!(
        schema_check(&report),
        (Outcome::Unknown, Reason::Schema(reason))
    );
}

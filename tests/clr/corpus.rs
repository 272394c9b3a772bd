//! 1EdTech's records: what each comes to, and each credential in it.

use std::fs;

use assay::evidence::Answer;
use assay::{Evidence, Policy, open, verify};
use serde_json::{Value, json};

use crate::made::verdicts;
use crate::support::{corpus, now};

/// A file, its verdict with the code of its integrity and of its issuer's key, the verdicts on its
/// credentials, and why these are stricter than the source's, which calls every one but the unsigned
/// valid.
type Row = (
    &'static str,
    [&'static str; 3],
    &'static [&'static str],
    &'static str,
);

const ROWS: [Row; 6] = [
    (
        "complex.json",
        ["unconfirmed", "Ed25519Signature2020", "unbound-issuer"],
        &["unconfirmed"; 6],
        "the issuers are UUIDs, and nothing links a did:key to one",
    ),
    (
        "simple-noproof.json",
        ["unconfirmed", "no-proof", "no-valid-signature"],
        &["unconfirmed"],
        "nobody signed the record; the credential's key is no document",
    ),
    (
        "simple.json",
        ["unconfirmed", "not-fetched", "not-fetched"],
        &["unconfirmed"],
        "the issuers' documents, at their https addresses, are not at hand",
    ),
    (
        "simple.jwt",
        ["unconfirmed", "vc-jwt", "not-fetched"],
        &["unconfirmed"],
        "the key comes with the token, and the issuer's own set is not at hand",
    ),
    (
        "simple_old_safesigned.json",
        ["unconfirmed", "unknown-context", "no-valid-signature"],
        &["unconfirmed"],
        "a draft of the context that was never published",
    ),
    (
        "simple_v1.json",
        [
            "unconfirmed",
            "unsupported-did-method",
            "no-valid-signature",
        ],
        &["unconfirmed"; 6],
        "the keys stand in the fragments of https URLs, which are no documents",
    ),
];

#[test]
fn one_edtech() {
    let Some(folder) = corpus("1edtech-public-validator/inspector-clr/src/test/resources/clr20")
    else {
        return;
    };
    let policy = Policy::default();
    let mut wrong = Vec::new();
    for (name, expected, inner, why) in ROWS {
        let opened = open(&fs::read(folder.join(name)).unwrap(), &policy.bounds).unwrap();
        let credential = opened.credentials.only().unwrap();
        assert_eq!(credential.format.code(), "clr2", "{name}");
        let report = verify(credential, &Evidence::none(), &policy, now());
        let [integrity, key, ..] = report.checks.all();
        let actual = [
            report.verdict.code(),
            integrity.reason.code(),
            key.reason.code(),
        ];
        if actual != expected || verdicts(&report) != inner {
            wrong.push(format!(
                "{name}: {actual:?} {:?} ({why})",
                verdicts(&report)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), ROWS.len());
}

/// With the issuer's set of keys at hand, the token and the token in it come to what the source says.
#[test]
fn one_edtechs_token_with_its_issuers_keys() {
    let Some(folder) = corpus("1edtech-public-validator/inspector-clr/src/test/resources/clr20")
    else {
        return;
    };
    let policy = Policy::default();
    let token = fs::read(folder.join("simple.jwt")).unwrap();
    let opened = open(&token, &policy.bounds).unwrap();
    let credential = opened.credentials.only().unwrap();
    let assay::credential::Securing::Token(around) = &credential.securing else {
        panic!("a token");
    };
    let key = around.jws.header.jwk.clone().expect("a key");
    let mut evidence = Evidence::none();
    let body = json!({"keys": [key]}).to_string().into_bytes();
    evidence.insert(
        "https://example.edu/.well-known/jwks.json",
        Answer::Response { status: 200, body },
    );
    let report = verify(credential, &evidence, &policy, now());
    assert_eq!(report.verdict.code(), "unlisted");
    assert_eq!(verdicts(&report), ["unlisted"]);
}

/// With the documents of both issuers at hand, the record and the badge in it come to what the source
/// says.
#[test]
fn one_edtechs_record_with_its_issuers_documents() {
    let Some(folder) = corpus("1edtech-public-validator/inspector-clr/src/test/resources/clr20")
    else {
        return;
    };
    let policy = Policy::default();
    let bytes = fs::read(folder.join("simple.json")).unwrap();
    let record: Value = serde_json::from_slice(&bytes).unwrap();
    let mut evidence = Evidence::none();
    for secured in [
        &record,
        &record["credentialSubject"]["verifiableCredential"][0],
    ] {
        let issuer = secured["issuer"]["id"].as_str().unwrap();
        let method = secured["proof"][0]["verificationMethod"].as_str().unwrap();
        let (_, key) = method.split_once('#').unwrap();
        let document = json!({
            "id": issuer,
            "verificationMethod": [{
                "id": method,
                "type": "Multikey",
                "controller": issuer,
                "publicKeyMultibase": key,
            }],
            "assertionMethod": [method],
        });
        let body = document.to_string().into_bytes();
        evidence.insert(issuer, Answer::Response { status: 200, body });
    }
    let opened = open(&bytes, &policy.bounds).unwrap();
    let report = verify(
        opened.credentials.only().unwrap(),
        &evidence,
        &policy,
        now(),
    );
    assert_eq!(report.verdict.code(), "unlisted");
    assert_eq!(verdicts(&report), ["unlisted"]);
}

//! Credentials that no model of ours is made for: what they say is shown member for member, and only
//! what the proof covers is attested.

mod support;

use std::fs;

use assay::credential::{Row, RowValue};
use assay::key::{Algorithm, KeyKind};
use assay::{Evidence, Outcome, Policy, Question, Report, Verdict, open, verify};
use serde_json::{Value, json};
use signing::{Issuer, disclosure};
use support::{corpus, expectations, now, report};

/// A degree, as W3C's standard has it for its example.
fn degree(issuer: &Issuer) -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://www.w3.org/ns/credentials/examples/v2",
        ],
        "type": ["VerifiableCredential", "ExampleDegreeCredential"],
        "issuer": issuer.id(),
        "credentialSubject": {
            "id": "did:example:somebody",
            "degree": {
                "id": "urn:example:degree",
                "type": "ExampleBachelorDegree",
                "name": "Bachelor of Science",
            },
        },
    })
}

/// Each row in a line, what stands in another indented.
fn lines(rows: &[Row]) -> Vec<String> {
    let row = |row: &Row| match &row.value {
        RowValue::LeftOut => vec![format!("{} …", row.name)],
        RowValue::Rows(inner) => {
            let inner = lines(inner).into_iter().map(|line| format!("  {line}"));
            std::iter::once(row.name.clone()).chain(inner).collect()
        }
        RowValue::Text(text) => vec![format!("{}: {}", row.name, text.value)],
    };
    rows.iter().flat_map(row).collect()
}

fn read(bytes: &[u8]) -> Report {
    let opened = open(bytes, &Policy::default().bounds).unwrap();
    let credential = opened.credentials.only().unwrap();
    verify(credential, &Evidence::none(), &Policy::default(), now())
}

#[test]
fn a_subject_is_shown_member_for_member() {
    let issuer = Issuer::did_key("a university");
    let report = report(&issuer.sign(degree(&issuer)).unwrap(), &Policy::default());
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert!(report.is_attested());
    let expected = [
        "degree",
        "  name: Bachelor of Science",
        "  id: urn:example:degree",
        "  type: ExampleBachelorDegree",
    ];
    assert_eq!(lines(&report.claims.rows), expected);
    // The identifier is the recipient's.
    assert_eq!(
        report.claims.subject.id.as_deref(),
        Some("did:example:somebody")
    );
}

#[test]
fn every_subject_is_shown() {
    let credential = json!({
        "type": "VerifiableCredential",
        "credentialSubject": [{"id": "urn:a", "spouse": "B"}, {"id": "urn:b", "spouse": "A"}],
    });
    let report = report(&credential, &Policy::default());
    assert_eq!(lines(&report.claims.rows), ["spouse: B", "spouse: A"]);
}

/// What no context defines is not signed: the whole is not attested, as for badges.
#[test]
fn what_the_proof_does_not_cover_is_not_attested() {
    let issuer = Issuer::did_key("a university");
    let mut credential = issuer.sign(degree(&issuer)).unwrap();
    credential["@context"].as_array_mut().unwrap().pop();
    credential["credentialSubject"]["honours"] = json!("First class");
    let report = report(&credential, &Policy::default());
    assert_ne!(
        report.checks.get(Question::Integrity).outcome,
        Outcome::Pass
    );
    assert!(!report.is_attested());
}

#[test]
fn an_sd_jwt_vc_shows_what_its_holder_discloses() {
    let issuer = Issuer::did_key_of("a registry", KeyKind::P256);
    let (name, first) = disclosure(&json!(["a salt", "given_name", "Ada"]));
    let (_, second) = disclosure(&json!(["a salt", "birthdate", "1815-12-10"]));
    let payload = json!({
        "vct": "https://types.example/identity",
        "iss": issuer.id(),
        "nbf": 1_704_067_200,
        "_sd": [first, second],
        "_sd_alg": "sha-256",
        "address": {"locality": "London"},
    });
    let header = json!({"typ": "dc+sd-jwt", "kid": issuer.method()});
    let token = issuer.token(Algorithm::Es256, &header, &payload).unwrap();
    let report = read(format!("{token}~{name}~").as_bytes());
    assert!(report.is_attested());
    let expected = [
        "address",
        "  locality: London",
        "given_name: Ada",
        "vct: https://types.example/identity",
    ];
    assert_eq!(lines(&report.claims.rows), expected);
}

/// A badge's own parts show what it says.
#[test]
fn a_badge_has_no_rows() {
    let badge = json!({
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "credentialSubject": {"achievement": {"name": "Welding"}},
    });
    assert_eq!(report(&badge, &Policy::default()).claims.rows, []);
}

/// W3C's documents for the data model, none of them signed. The suite asks to tell those that
/// conform from those that do not; what is asked here is that each is read or told for what it is,
/// and that none is confirmed.
#[test]
fn w3cs_documents_are_read_and_none_is_confirmed() {
    let Some(root) = corpus("w3c-vc-data-model-2.0-test-suite") else {
        return;
    };
    let mut read_as_credentials = 0;
    for [path, expected, ..] in expectations(&root) {
        let bytes = fs::read(root.join(&path)).unwrap();
        let opened = match open(&bytes, &Policy::default().bounds) {
            Ok(opened) => opened,
            Err(why) => {
                // Presentations without a credential conform, and hold nothing to show.
                let is_bare = why.code() == "no-credentials";
                assert!(is_bare || expected != "valid-model", "{path}: {why:?}");
                continue;
            }
        };
        for credential in &opened.credentials {
            let Ok(credential) = credential else {
                assert_ne!(expected, "valid-model", "{path}");
                continue;
            };
            assert_eq!(credential.format.code(), "vc", "{path}");
            let report = verify(credential, &Evidence::none(), &Policy::default(), now());
            assert_eq!(report.verdict, Verdict::Unconfirmed, "{path}");
            read_as_credentials += 1;
        }
    }
    assert!(read_as_credentials > 100, "{read_as_credentials}");
}

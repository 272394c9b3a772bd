//! Third-party documents and logs, and what each comes to.

use std::fs;
use std::path::Path;

use assay::evidence::Answer;
use assay::key::KeyKind;
use assay::resolve::{ControlledDocument, Relationship, Resolver, document_url};
use assay::{Evidence, Policy, Reliance, Verdict};
use serde_json::Value;

use crate::badge::{document, judge};
use crate::support::corpus;
use signing::Issuer;

fn read(path: &Path) -> Option<Value> {
    serde_json::from_slice(&fs::read(path).ok()?).ok()
}

/// Documents of did:web as they are served, with the kinds of their keys for assertions.
const SERVED: [(&str, &str, &[KeyKind]); 4] = [
    (
        "did-documents/digitalcredentials.github.io/dcc-did-web/did.json",
        "did:web:digitalcredentials.github.io:dcc-did-web",
        &[KeyKind::Ed25519],
    ),
    (
        "did-documents/digitalcredentials.github.io/dcc-did-web/multikey/did.json",
        "did:web:digitalcredentials.github.io:dcc-did-web:multikey",
        &[KeyKind::Ed25519],
    ),
    (
        "did-documents/trustvc.github.io/did/1/did.json",
        "did:web:trustvc.github.io:did:1",
        &[KeyKind::Bls12381G2],
    ),
    (
        "dcc-vc-test-fixtures/dids/legacy/did.json",
        "did:web:digitalcredentials.github.io:vc-test-fixtures:dids:legacy",
        &[KeyKind::Ed25519],
    ),
];

#[test]
fn documents_of_did_web() {
    for (path, did, kinds) in SERVED {
        let (folder, file) = path.split_once('/').unwrap();
        let Some(folder) = corpus(folder) else {
            continue;
        };
        let body = fs::read(folder.join(file)).unwrap();
        let document = ControlledDocument::read(&serde_json::from_slice(&body).unwrap()).unwrap();
        assert_eq!(document.id, did);
        let mut evidence = Evidence::none();
        let url = document_url(did).unwrap();
        evidence.insert(url, Answer::Response { status: 200, body });
        let policy = Policy::default();
        let now = crate::support::now();
        let relationship = Relationship::AssertionMethod;
        let resolver = Resolver::new(&evidence, &policy, relationship, now);
        let methods = document.methods.iter().map(|method| {
            let found = resolver.verification_method(&method.id).unwrap();
            assert!(found.is_for(relationship), "{}", method.id);
            assert!(resolver.bind(did, &found).is_ok());
            found.key.unwrap().kind()
        });
        assert_eq!(methods.collect::<Vec<_>>(), kinds, "{did}");
    }
}

/// 1EdTech's credentials, were their issuer to list the key that signed them. Most of these documents
/// are nowhere, so that this one is made here.
#[test]
fn one_edtechs_issuers() {
    let Some(folder) = corpus("1edtech-public-validator") else {
        return;
    };
    let folder = folder.join("inspector-vc/src/test/resources/ob30");
    let mut listed = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let Some(badge) = read(&path) else { continue };
        let proof = badge["proof"].get(0).unwrap_or(&badge["proof"]);
        let method = proof["verificationMethod"].as_str();
        let Some((issuer, key)) = method.and_then(|method| method.split_once('#')) else {
            continue;
        };
        if badge["issuer"]["id"] != issuer || !issuer.starts_with("https:") {
            continue;
        }
        let key = serde_json::json!({
            "id": method, "type": "Multikey", "controller": issuer, "publicKeyMultibase": key,
        });
        let own = serde_json::json!({"id": issuer, "assertionMethod": [key]});
        let mut evidence = Evidence::none();
        let body = own.to_string().into_bytes();
        evidence.insert(issuer, Answer::Response { status: 200, body });
        let without = judge(&badge, &Evidence::none()).verdict;
        assert!([Verdict::Unconfirmed, Verdict::Invalid].contains(&without));
        let with = judge(&badge, &evidence).verdict;
        listed += usize::from(with.reliance() > without.reliance());
        // A stranger's document at the same address confirms none of them.
        let stranger = document(issuer, &[&Issuer::did_key("a stranger")]).to_string();
        let (status, body) = (200, stranger.into_bytes());
        evidence.insert(issuer, Answer::Response { status, body });
        let verdict = judge(&badge, &evidence).verdict;
        assert_eq!(verdict.reliance(), Reliance::Nothing, "{}", path.display());
    }
    println!("{listed} credentials confirmed by a document of their issuer");
    assert_eq!(listed, 11);
}

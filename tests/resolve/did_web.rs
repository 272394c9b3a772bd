//! did:web: where the document is, and what it may look like.

use assay::evidence::Purpose;
use assay::{Evidence, IssuerMethod, Outcome, Reason, Verdict};
use serde_json::{Value, json};
use signing::Issuer;

use crate::badge::{document, issuer_key, judge, listed, served, signed, wants};

const DID: &str = "did:web:badges.example";
const URL: &str = "https://badges.example/.well-known/did.json";

fn issuer(did: &str) -> Issuer {
    Issuer::did_web("an issuer with a domain", did)
}

/// What the issuer's key comes to where the domain serves this.
fn with(document: &Value) -> (Outcome, Reason) {
    let badge = signed(&issuer(DID), DID);
    issuer_key(&judge(&badge, &served(&[(URL, &document.to_string())])))
}

fn key_not_listed() -> (Outcome, Reason) {
    let (method, controller) = (format!("{DID}#key-1"), DID.to_owned());
    (Outcome::Fail, Reason::KeyNotListed { method, controller })
}

#[test]
fn where_the_document_is() {
    for (did, url) in [
        (DID, URL),
        (
            "did:web:badges.example:issuers:1",
            "https://badges.example/issuers/1/did.json",
        ),
        (
            "did:web:badges.example%3A8443",
            "https://badges.example:8443/.well-known/did.json",
        ),
        (
            "did:web:badges.example%3a8443:a",
            "https://badges.example:8443/a/did.json",
        ),
    ] {
        let issuer = issuer(did);
        let badge = signed(&issuer, did);
        let without = judge(&badge, &Evidence::none());
        assert_eq!(wants(&without), [(url, Purpose::DidDocument)]);
        let body = document(did, &[&issuer]).to_string();
        let report = judge(&badge, &served(&[(url, &body)]));
        assert_eq!(report.verdict, Verdict::Unlisted, "{did}");
        assert_eq!(issuer_key(&report), listed(IssuerMethod::DidWeb));
    }
}

#[test]
fn no_address_is_asked_that_is_no_public_hosts() {
    for did in [
        "did:web:127.0.0.1",
        "did:web:127.0.0.1%3A8080",
        "did:web:2130706433",
        "did:web:0x7f.1",
        "did:web:%5B::1%5D",
        "did:web:badges.example:..:..:admin",
        "did:web:badges.example:%2e%2e",
        "did:web:user@badges.example",
        "did:web:",
    ] {
        let report = judge(&signed(&issuer(did), did), &Evidence::none());
        assert_eq!(report.verdict, Verdict::Unconfirmed, "{did}");
        assert_eq!(report.wants, [], "{did}");
    }
}

#[test]
fn other_methods_are_not_looked_up() {
    for did in [
        "did:ion:EiA",
        "did:ethr:0x1",
        "did:ebsi:z1",
        "did:tdw:Qm:a.example",
    ] {
        let report = judge(&signed(&issuer(did), did), &Evidence::none());
        assert_eq!(report.verdict, Verdict::Unconfirmed);
        assert_eq!(report.wants, []);
        let integrity = report.checks.get(assay::Question::Integrity);
        let unsupported = Reason::UnsupportedDidMethod { did: did.into() };
        assert_eq!(integrity.reason, unsupported);
    }
}

#[test]
fn the_document_is_the_identifiers_own() {
    let good = document(DID, &[&issuer(DID)]);
    for id in [
        json!("did:web:other.example"),
        json!("did:web:BADGES.example"),
        json!(format!("{DID}#")),
        json!("https://badges.example"),
        json!(1),
        json!(null),
    ] {
        let mut document = good.clone();
        document["id"] = id;
        assert_eq!(
            with(&document),
            (Outcome::Unknown, Reason::NoValidSignature)
        );
    }
}

#[test]
fn forms_that_a_document_may_have() {
    let good = document(DID, &[&issuer(DID)]);
    let method = good["verificationMethod"][0].clone();
    let mut relative = method.clone();
    relative["id"] = json!("#key-1");
    let altered = |name: &str, value: Value| {
        let mut document = good.clone();
        document[name] = value;
        document
    };
    let bare = |name: &str, value: Value| json!({"id": DID, name: value});
    for document in [
        good.clone(),
        altered(
            "@context",
            json!(["https://www.w3.org/ns/did/v1", {"@vocab": "https://a.example/"}, 1]),
        ),
        altered("@context", json!(null)),
        altered("assertionMethod", json!(["#key-1"])),
        altered("assertionMethod", json!("#key-1")),
        altered("assertionMethod", json!([method])),
        altered(
            "assertionMethod",
            json!(["did:key:z6Mk#z6Mk", 1, {}, "#key-1"]),
        ),
        altered(
            "verificationMethod",
            json!([{"type": "Multikey"}, method, "#key-2"]),
        ),
        altered("verificationMethod", json!([relative])),
        bare("assertionMethod", json!([relative])),
        bare("assertionMethod", json!(method)),
        altered("alsoKnownAs", json!(["did:web:other.example"])),
    ] {
        assert_eq!(with(&document), listed(IssuerMethod::DidWeb), "{document}");
    }
}

#[test]
fn forms_that_a_key_may_have() {
    let issuer = issuer(DID);
    let key = |kind: &str, name: &str, value: Value| json!({"id": "#key-1", "type": kind, "controller": DID, name: value});
    let multikey = json!(issuer.multikey());
    for method in [
        key("Multikey", "publicKeyMultibase", multikey.clone()),
        key(
            "Ed25519VerificationKey2020",
            "publicKeyMultibase",
            multikey.clone(),
        ),
        key("JsonWebKey", "publicKeyJwk", issuer.jwk().unwrap()),
        key("JsonWebKey2020", "publicKeyJwk", issuer.jwk().unwrap()),
    ] {
        let document = json!({"id": DID, "assertionMethod": [method]});
        assert_eq!(with(&document), listed(IssuerMethod::DidWeb), "{document}");
    }
    let unknown = key("SomethingOfOurOwn", "publicKeyMultibase", multikey);
    let (outcome, _) = with(&json!({"id": DID, "assertionMethod": [unknown]}));
    assert_eq!(outcome, Outcome::Unknown);
}

#[test]
fn what_does_not_list_the_key() {
    let good = document(DID, &[&issuer(DID)]);
    let altered = |pointer: &str, value: Value| {
        let mut document = good.clone();
        *document.pointer_mut(pointer).unwrap() = value;
        document
    };
    for document in [
        altered("/assertionMethod", json!([])),
        altered("/assertionMethod", json!(["key-1"])),
        altered("/assertionMethod", json!(["#key-10"])),
        altered("/assertionMethod", json!([{"id": "#key-1"}])),
        altered("/verificationMethod", json!([])),
        altered("/verificationMethod/0/id", json!("#key-2")),
        altered(
            "/verificationMethod/0/controller",
            json!("did:web:other.example"),
        ),
        altered("/verificationMethod/0/controller", json!(null)),
        json!({"id": DID}),
    ] {
        let (outcome, reason) = with(&document);
        // Two different keys of one name are no document.
        let is_none = reason == Reason::NoValidSignature && outcome == Outcome::Unknown;
        assert!(
            (outcome, reason) == key_not_listed() || is_none,
            "{document}"
        );
    }
    let listed_for_another = altered("/assertionMethod", json!([]));
    assert_eq!(with(&listed_for_another), key_not_listed());
}

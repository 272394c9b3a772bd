//! Whose key it is: by did:web, and by the set of keys at an https issuer's website.

use assay::evidence::{Purpose, Request};
use assay::key::{Algorithm, KeyKind};
use assay::{Evidence, IssuerMethod, Outcome, Question, Reason, Verdict};
use serde_json::{Value, json};
use signing::Issuer;

use crate::token::{badge, check, issuer, report, served, stranger};

const WEBSITE: &str = "https://badges.example/issuers/1";
const JWKS: &str = "https://badges.example/.well-known/jwks.json";

fn signed(issuer: &Issuer, header: &Value, id: &str) -> String {
    issuer.token(Algorithm::Rs256, header, &badge(id)).unwrap()
}

fn set(issuer: &Issuer, more: Value) -> Evidence {
    let mut key = issuer.jwk().unwrap();
    key.as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    served(JWKS, &json!({"keys": [{"kty": "oct", "k": "AAAA"}, key]}))
}

#[test]
fn a_key_in_the_issuers_set() {
    let issuer = issuer(KeyKind::Rsa);
    for header in [
        json!({"kid": "key-1"}),
        json!({"kid": format!("{JWKS}#key-1")}),
        json!({"jwk": issuer.jwk().unwrap()}),
        json!({"jwk": {"alg": "RS256", "kty": "RSA", "n": issuer.jwk().unwrap()["n"], "e": "AQAB"}}),
        json!({}),
    ] {
        let token = signed(&issuer, &header, WEBSITE);
        for more in [
            json!({"kid": "key-1"}),
            json!({"kid": "key-1", "iss": WEBSITE}),
        ] {
            let report = report(&token, &set(&issuer, more));
            assert_eq!(report.verdict, Verdict::Unlisted, "{header}");
            let method = IssuerMethod::JwkSet;
            let expected = (Outcome::Pass, Reason::KeyOfIssuer { method });
            assert_eq!(check(&report, Question::IssuerKey), expected);
        }
    }
}

#[test]
fn a_set_that_was_not_asked_for_is_wanted() {
    let issuer = issuer(KeyKind::Rsa);
    let (url, purpose) = (JWKS.to_owned(), Purpose::JwkSet);
    for header in [
        json!({"kid": "key-1"}),
        json!({"jwk": issuer.jwk().unwrap()}),
    ] {
        let report = report(&signed(&issuer, &header, WEBSITE), &Evidence::none());
        assert_eq!(report.verdict, Verdict::Unconfirmed);
        let url = url.clone();
        assert_eq!(report.wants, [Request { url, purpose }], "{header}");
    }
}

/// PEERS: a JWT's key is taken from its own header, without a link to the issuer.
#[test]
fn a_key_that_the_token_brings_along_is_nobodys() {
    let (issuer, stranger) = (issuer(KeyKind::Rsa), stranger(KeyKind::Rsa));
    let token = signed(&stranger, &json!({"jwk": stranger.jwk().unwrap()}), WEBSITE);
    let without = report(&token, &Evidence::none());
    assert_eq!(without.verdict, Verdict::Unconfirmed);
    assert_eq!(check(&without, Question::Integrity).0, Outcome::Pass);
    let with = report(&token, &set(&issuer, json!({})));
    assert_eq!(with.verdict, Verdict::Invalid);
}

/// PEERS: any `kid` over HTTP is resolved without comparing it with `iss`.
#[test]
fn a_set_at_another_website_is_nobodys() {
    let stranger = stranger(KeyKind::Rsa);
    let elsewhere = "https://stranger.example/.well-known/jwks.json";
    let mut key = stranger.jwk().unwrap();
    key["kid"] = json!("key-1");
    let evidence = served(elsewhere, &json!({"keys": [key]}));
    for kid in ["key-1".to_owned(), format!("{elsewhere}#key-1")] {
        let token = signed(&stranger, &json!({"kid": kid, "jku": elsewhere}), WEBSITE);
        assert_eq!(report(&token, &evidence).verdict, Verdict::Unconfirmed);
    }
}

#[test]
fn a_key_of_another_issuer_in_the_same_set() {
    let issuer = issuer(KeyKind::Rsa);
    let other = json!({"kid": "key-1", "iss": "https://badges.example/issuers/2"});
    let token = signed(&issuer, &json!({"kid": "key-1"}), WEBSITE);
    let report = report(&token, &set(&issuer, other));
    assert_eq!(report.verdict, Verdict::Invalid);
}

#[test]
fn what_is_no_set_leaves_the_question_open() {
    let issuer = issuer(KeyKind::Rsa);
    let token = signed(&issuer, &json!({"kid": "key-1"}), WEBSITE);
    for body in [json!({}), json!([]), json!({"keys": {}})] {
        let report = report(&token, &served(JWKS, &body));
        assert_eq!(report.verdict, Verdict::Unconfirmed, "{body}");
    }
}

#[test]
fn a_did_web_lists_the_key() {
    let did = "did:web:badges.example";
    let issuer = Issuer::did_web("an issuer with a domain", did);
    let evidence = served(
        "https://badges.example/.well-known/did.json",
        &issuer.did_document(),
    );
    let token = |header: Value| {
        issuer
            .token(Algorithm::EdDsa, &header, &badge(did))
            .unwrap()
    };
    for header in [
        json!({"kid": format!("{did}#key-1")}),
        json!({"kid": "#key-1"}),
        json!({"kid": "key-1"}),
        // The document's own name, and one that it does not have for the key.
        json!({"kid": did}),
        json!({"kid": "a-thumbprint"}),
        json!({"jwk": issuer.jwk().unwrap()}),
        json!({}),
    ] {
        let report = report(&token(header.clone()), &evidence);
        assert_eq!(report.verdict, Verdict::Unlisted, "{header}");
    }
    let mut document = issuer.did_document();
    document["assertionMethod"] = json!([]);
    let evidence = served("https://badges.example/.well-known/did.json", &document);
    for header in [json!({"kid": "#key-1"}), json!({})] {
        let report = report(&token(header.clone()), &evidence);
        assert!(
            report.verdict.reliance() == assay::Reliance::Nothing,
            "{header}"
        );
    }
}

#[test]
fn issuers_that_cannot_be_looked_up() {
    let issuer = issuer(KeyKind::Rsa);
    for id in ["http://badges.example", "urn:uuid:1", "did:example:1"] {
        for header in [
            json!({"kid": "key-1"}),
            json!({"jwk": issuer.jwk().unwrap()}),
        ] {
            let report = report(&signed(&issuer, &header, id), &Evidence::none());
            assert_eq!(report.verdict, Verdict::Unconfirmed);
            let (outcome, reason) = check(&report, Question::IssuerKey);
            assert_eq!(outcome, Outcome::Unknown, "{reason:?}");
            assert_eq!(report.wants, []);
        }
    }
}

//! The same in tokens, whose issuers' keys are looked for in the website's set first.

use assay::evidence::Purpose;
use assay::key::Algorithm;
use assay::{Evidence, IssuerMethod, Outcome, Reason, Report, Verdict};
use serde_json::{Value, json};
use signing::Issuer;

use crate::badge::{badge, document, issuer_key, judge_bytes, listed, missing, served, wants};
use crate::website::{ISSUER, JWKS};

fn signer() -> Issuer {
    Issuer::did_key("an issuer with an address")
}

fn judge(header: &Value, evidence: &Evidence) -> Report {
    let payload = badge(ISSUER);
    let token = signer().token(Algorithm::EdDsa, header, &payload).unwrap();
    judge_bytes(token.as_bytes(), evidence)
}

fn set(key: &Issuer) -> String {
    json!({"keys": [key.jwk().unwrap()]}).to_string()
}

#[test]
fn a_did_that_the_token_names_and_the_set_has_the_key_of() {
    let header = json!({"kid": signer().method()});
    let without = judge(&header, &Evidence::none());
    assert_eq!(without.verdict, Verdict::Unconfirmed);
    let both = [
        (JWKS, Purpose::JwkSet),
        (ISSUER, Purpose::ControllerDocument),
    ];
    assert_eq!(wants(&without), both);
    let report = judge(&header, &served(&[(JWKS, &set(&signer()))]));
    assert_eq!(issuer_key(&report), listed(IssuerMethod::JwkSet));
    assert_eq!(report.wants, []);
    let other = served(&[(JWKS, &set(&Issuer::did_key("another")))]);
    assert_eq!(judge(&header, &other).verdict, Verdict::Unconfirmed);
}

#[test]
fn a_method_of_the_document_at_the_issuers_address() {
    let header = json!({"kid": format!("{ISSUER}#key-1")});
    let body = document(ISSUER, &[&signer()]).to_string();
    let report = judge(&header, &served(&[(ISSUER, &body)]));
    assert_eq!(
        issuer_key(&report),
        listed(IssuerMethod::ControllerDocument)
    );
    let other = document(ISSUER, &[&Issuer::did_key("another")]).to_string();
    let report = judge(&header, &served(&[(ISSUER, &other)]));
    assert_eq!(report.verdict, Verdict::Invalid);
    // The name may as well be one out of the set.
    let mut key = signer().jwk().unwrap();
    key["kid"] = header["kid"].clone();
    let set = json!({"keys": [key]}).to_string();
    let report = judge(&header, &served(&[(JWKS, &set)]));
    assert_eq!(issuer_key(&report), listed(IssuerMethod::JwkSet));
    let without = judge(&header, &Evidence::none());
    assert_eq!(wants(&without).len(), 2);
}

/// The set is the place where any other key of a token's has to be (Open Badges 3.0, recommended
/// practices), and the document does not stand in for it.
#[test]
fn a_website_without_a_set() {
    let body = document(ISSUER, &[&signer()]).to_string();
    for header in [
        json!({"kid": "key-1"}),
        json!({"jwk": signer().jwk().unwrap()}),
        json!({}),
    ] {
        let mut evidence = served(&[(ISSUER, &body)]);
        let without = judge(&header, &evidence);
        assert_eq!(wants(&without), [(JWKS, Purpose::JwkSet)]);
        missing(&mut evidence, JWKS);
        let report = judge(&header, &evidence);
        assert_eq!(report.verdict, Verdict::Unconfirmed, "{header}");
        assert_eq!(report.wants, []);
    }
}

#[test]
fn a_set_that_has_not_the_key() {
    let body = document(ISSUER, &[&signer()]).to_string();
    let set = set(&Issuer::did_key("another"));
    let evidence = served(&[(JWKS, &set), (ISSUER, &body)]);
    let report = judge(&json!({"kid": "key-7"}), &evidence);
    let (method, controller) = ("key-7".to_owned(), ISSUER.to_owned());
    let expected = Reason::KeyNotListed { method, controller };
    assert_eq!(issuer_key(&report), (Outcome::Fail, expected));
}

//! Who holds the key: five of the nineteen.

use assay::evidence::Purpose;
use assay::key::Algorithm;
use assay::policy::Bounds;
use assay::proof::{Proof, Secured, hash_data};
use assay::{Evidence, IssuerMethod, Outcome, Question, Reason, Verdict, jsonld};
use serde_json::{Value, json};
use signing::{Issuer, KeyKind};

use crate::badge::{
    badge, document, issuer_key, judge, judge_bytes, listed, served, signed, wants,
};
use crate::support::object;

const ANYONE: &str = "did:web:anyone.example";
const DID_JSON: &str = "https://anyone.example/.well-known/did.json";
const ADDRESS: &str = "https://anyone.example/issuers/1";
const JWKS: &str = "https://anyone.example/.well-known/jwks.json";

fn owner() -> Issuer {
    Issuer::did_key("anyone")
}

fn attacker() -> Issuer {
    Issuer::did_key("an attacker")
}

/// A badge that the attacker signs in another's name, with this for its verification method.
fn forged(issuer: &str, method: &str) -> Value {
    let members = json!({
        "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022",
        "verificationMethod": method,
    });
    attacker().sign_with(badge(issuer), members).unwrap()
}

/// The key is taken from the URL fragment without fetching the DID document, so that
/// `did:web:anyone#<attacker's key>` passes.
#[test]
fn false_good_01_a_key_in_a_fragment_is_not_the_issuers() {
    for (issuer, url) in [(ANYONE, DID_JSON), (ADDRESS, ADDRESS)] {
        let badge = forged(issuer, &format!("{issuer}#{}", attacker().multikey()));
        let without = judge(&badge, &Evidence::none());
        assert_eq!(without.verdict, Verdict::Unconfirmed);
        assert_eq!(wants(&without).len(), 1);
        let own = document(issuer, &[&owner()]).to_string();
        let with = judge(&badge, &served(&[(url, &own)]));
        assert_eq!(with.verdict, Verdict::Invalid);
    }
}

/// A missing controller skips the issuer binding, so that any issuer string passes.
#[test]
fn false_good_02_a_method_without_a_controller_is_nobodys() {
    let issuer = owner().known_as(ANYONE);
    let badge = signed(&issuer, ANYONE);
    let mut document = document(ANYONE, &[&issuer]);
    let whole = judge(&badge, &served(&[(DID_JSON, &document.to_string())]));
    assert_eq!(issuer_key(&whole), listed(IssuerMethod::DidWeb));
    let method = document["verificationMethod"][0].as_object_mut().unwrap();
    method.remove("controller");
    let report = judge(&badge, &served(&[(DID_JSON, &document.to_string())]));
    assert_eq!(report.verdict, Verdict::Invalid);
    // A key without a document of its own is not any issuer's either.
    for issuer in [
        "did:web:bank.example",
        "https://bank.example",
        "urn:uuid:2",
        "Bank",
    ] {
        let report = judge(&signed(&attacker(), issuer), &Evidence::none());
        assert_eq!(report.verdict.reliance(), assay::Reliance::Nothing);
    }
}

/// A JWT's key is taken from its own header, without a link to the issuer, and its `kid`
/// is resolved without comparing it to `iss`.
#[test]
fn false_good_03_a_token_does_not_say_whose_its_key_is() {
    let stranger = Issuer::did_key_of("an attacker", KeyKind::P256);
    let elsewhere = "https://attacker.example/.well-known/jwks.json";
    let own = json!({"keys": [owner().jwk().unwrap()]}).to_string();
    let mut key = stranger.jwk().unwrap();
    key["kid"] = json!("key-1");
    let strangers = json!({"keys": [key]}).to_string();
    let evidence = served(&[(JWKS, &own), (elsewhere, &strangers)]);
    for header in [
        json!({"jwk": stranger.jwk().unwrap()}),
        json!({"kid": "key-1"}),
        json!({"kid": "key-1", "jku": elsewhere}),
        json!({"kid": format!("{elsewhere}#key-1")}),
        json!({"kid": stranger.method()}),
        json!({"kid": stranger.did_jwk().unwrap() + "#0"}),
    ] {
        let payload = badge(ADDRESS);
        let token = stranger.token(Algorithm::Es256, &header, &payload).unwrap();
        let without = judge_bytes(token.as_bytes(), &Evidence::none());
        let with = judge_bytes(token.as_bytes(), &evidence);
        for report in [without, with] {
            assert_ne!(issuer_key(&report).0, Outcome::Pass, "{header}");
            assert_eq!(report.verdict.reliance(), assay::Reliance::Nothing);
        }
    }
}

/// Issuers that are URLs are sent to DID resolution, `cryptosuite` is not typed, and a
/// minimal credential of VC 2.0 fails expansion.
#[test]
fn false_bad_15_issuers_by_address_typed_suites_and_minimal_credentials() {
    let issuer = owner().known_as(ADDRESS);
    let minimal = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential"],
        "issuer": ADDRESS,
        "credentialSubject": {"id": "did:example:subject"},
    });
    let own = document(ADDRESS, &[&issuer]).to_string();
    for badge in [issuer.sign(minimal).unwrap(), signed(&issuer, ADDRESS)] {
        let without = judge(&badge, &Evidence::none());
        assert_eq!(wants(&without), [(ADDRESS, Purpose::ControllerDocument)]);
        let report = judge(&badge, &served(&[(ADDRESS, &own)]));
        assert_eq!(report.verdict, Verdict::Unlisted);
        // The suite's name has a datatype of its own in what is hashed.
        let mut unsecured = object(&badge);
        let entry = unsecured.remove("proof").unwrap();
        let (bounds, document) = (Bounds::default(), object(&badge));
        let shape = jsonld::shape(&document, bounds.context_references).unwrap();
        let secured = Secured {
            document: &unsecured,
            left_out: None,
            shape: &shape,
            bounds: &bounds,
        };
        let proof = Proof::read(&entry).unwrap();
        for hashes in hash_data(secured, &proof, &[], KeyKind::Ed25519).unwrap() {
            let typed = "\"eddsa-rdfc-2022\"^^<https://w3id.org/security#cryptosuiteString>";
            assert!(hashes.canonical_proof.contains(typed));
        }
    }
}

/// A missing `id` is treated as fatal, and so are `assertionMethod` entries that are
/// objects.
#[test]
fn false_bad_18_credentials_without_an_id_and_methods_that_stand_in_their_list() {
    let issuer = owner().known_as(ANYONE);
    let mut document = document(ANYONE, &[&issuer]);
    let methods = document["verificationMethod"].take();
    document["assertionMethod"] = methods;
    document
        .as_object_mut()
        .unwrap()
        .remove("verificationMethod");
    let mut badge = badge(ANYONE);
    badge.as_object_mut().unwrap().remove("id");
    let badge = issuer.sign(badge).unwrap();
    let report = judge(&badge, &served(&[(DID_JSON, &document.to_string())]));
    assert_eq!(report.verdict, Verdict::Unlisted);
    // A document without one is nobody's.
    document.as_object_mut().unwrap().remove("id");
    let report = judge(&badge, &served(&[(DID_JSON, &document.to_string())]));
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    let integrity = &report.checks.get(Question::Integrity).reason;
    let url = DID_JSON.to_owned();
    assert_eq!(*integrity, Reason::MalformedDocument { url });
}

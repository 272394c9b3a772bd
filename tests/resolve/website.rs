//! Issuers whose identifier is a web address: by the document there, or by their website's keys.

use assay::evidence::{Answer, Purpose, Unreachable};
use assay::{Evidence, IssuerMethod, Outcome, Reason, Unobtained, Verdict};
use serde_json::{Value, json};
use signing::Issuer;

use crate::badge::{document, issuer_key, judge, listed, missing, served, signed, wants};

pub const ISSUER: &str = "https://badges.example/issuers/1";
pub const JWKS: &str = "https://badges.example/.well-known/jwks.json";

/// An issuer with a key of its own address's.
fn own() -> Issuer {
    Issuer::did_key("an issuer with an address").known_as(ISSUER)
}

/// An issuer that signs with a key that stands elsewhere.
fn elsewhere() -> Issuer {
    Issuer::did_key("an issuer with an address")
}

/// What the issuer's key comes to on a badge signed by `signer`, where the address answers with this.
fn with(signer: &Issuer, document: &Value) -> (Outcome, Reason) {
    let mut evidence = served(&[(ISSUER, &document.to_string())]);
    missing(&mut evidence, JWKS);
    issuer_key(&judge(&signed(signer, ISSUER), &evidence))
}

fn key_not_listed(signer: &Issuer) -> (Outcome, Reason) {
    let (method, controller) = (signer.method().to_owned(), ISSUER.to_owned());
    (Outcome::Fail, Reason::KeyNotListed { method, controller })
}

fn unbound(signer: &Issuer) -> (Outcome, Reason) {
    let (issuer, controller) = (ISSUER.to_owned(), signer.id().to_owned());
    (
        Outcome::Unknown,
        Reason::UnboundIssuer { issuer, controller },
    )
}

#[test]
fn a_key_of_the_document_at_the_issuers_address() {
    let issuer = own();
    let badge = signed(&issuer, ISSUER);
    let without = judge(&badge, &Evidence::none());
    assert_eq!(without.verdict, Verdict::Unconfirmed);
    assert_eq!(wants(&without), [(ISSUER, Purpose::ControllerDocument)]);
    let body = document(ISSUER, &[&issuer]).to_string();
    let report = judge(&badge, &served(&[(ISSUER, &body)]));
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(
        issuer_key(&report),
        listed(IssuerMethod::ControllerDocument)
    );
    assert_eq!(report.wants, []);
}

#[test]
fn a_profile_can_be_the_document() {
    let issuer = own();
    let mut profile = document(ISSUER, &[&issuer]);
    profile["type"] = json!(["Profile"]);
    profile["name"] = json!("An issuer");
    let listed = listed(IssuerMethod::ControllerDocument);
    assert_eq!(with(&issuer, &profile), listed);
    // One that says nothing of keys is about something else.
    let profile = json!({"id": ISSUER, "type": ["Profile"], "name": "An issuer"});
    let (outcome, _) = with(&issuer, &profile);
    assert_eq!(outcome, Outcome::Unknown);
    assert_eq!(with(&elsewhere(), &profile), unbound(&elsewhere()));
}

#[test]
fn the_document_is_the_addresss_own() {
    let issuer = own();
    let good = document(ISSUER, &[&issuer]);
    for id in [
        json!(format!("{ISSUER}/")),
        json!("https://badges.example/issuers/2"),
        json!("did:web:badges.example"),
        json!(null),
    ] {
        let mut document = good.clone();
        document["id"] = id;
        let (outcome, reason) = with(&issuer, &document);
        assert_eq!(
            (outcome, reason),
            (Outcome::Unknown, Reason::NoValidSignature)
        );
        assert_eq!(with(&elsewhere(), &document), unbound(&elsewhere()));
    }
}

#[test]
fn a_document_that_does_not_list_the_key() {
    let issuer = own();
    let good = document(ISSUER, &[&issuer]);
    let altered = |pointer: &str, value: Value| {
        let mut document = good.clone();
        *document.pointer_mut(pointer).unwrap() = value;
        with(&issuer, &document)
    };
    let expected = key_not_listed(&issuer);
    assert_eq!(altered("/assertionMethod", json!([])), expected);
    let name = "/verificationMethod/0/id";
    assert_eq!(altered(name, json!("#key-2")), expected);
    let controller = "/verificationMethod/0/controller";
    for other in [json!(null), json!("https://badges.example"), json!(["x"])] {
        assert_eq!(altered(controller, other), expected);
    }
}

/// 1EdTech's validator would take the key from there.
#[test]
fn a_key_in_the_fragment_of_an_address() {
    let stranger = Issuer::did_key("a stranger");
    let url = format!("{ISSUER}#{}", stranger.multikey());
    let mut badge = crate::badge::badge(ISSUER);
    let members = json!({
        "type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", "verificationMethod": url,
    });
    badge = stranger.sign_with(badge, members).unwrap();
    let report = judge(&badge, &Evidence::none());
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    let body = document(ISSUER, &[&own()]).to_string();
    let report = judge(&badge, &served(&[(ISSUER, &body)]));
    assert_eq!(report.verdict, Verdict::Invalid);
}

#[test]
fn a_key_that_stands_elsewhere_is_asked_for_at_the_issuers() {
    let badge = signed(&elsewhere(), ISSUER);
    let report = judge(&badge, &Evidence::none());
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    let both = [
        (JWKS, Purpose::JwkSet),
        (ISSUER, Purpose::ControllerDocument),
    ];
    assert_eq!(wants(&report), both);
    let (url, why) = (ISSUER.to_owned(), Unobtained::NotAsked);
    let unknown = (Outcome::Unknown, Reason::Unobtained { url, why });
    assert_eq!(issuer_key(&report), unknown);
}

#[test]
fn a_key_that_stands_elsewhere_is_listed_by_the_issuer() {
    let signer = elsewhere();
    let method = |id: &str, controller: &str| {
        json!({
            "id": id, "type": "Multikey", "controller": controller,
            "publicKeyMultibase": signer.multikey(),
        })
    };
    let url = signer.method();
    for document in [
        json!({"id": ISSUER, "assertionMethod": [url]}),
        json!({"id": ISSUER, "assertionMethod": url}),
        json!({"id": ISSUER, "assertionMethod": [method(url, signer.id())]}),
        json!({
            "id": ISSUER, "assertionMethod": [url],
            "verificationMethod": [method(url, signer.id())],
        }),
        // Under a name of the issuer's own.
        json!({"id": ISSUER, "assertionMethod": [method("#key-1", ISSUER)]}),
    ] {
        let expected = listed(IssuerMethod::ControllerDocument);
        assert_eq!(with(&signer, &document), expected, "{document}");
    }
    for document in [
        json!({"id": ISSUER, "authentication": [url]}),
        json!({"id": ISSUER, "verificationMethod": [method(url, signer.id())]}),
        json!({"id": ISSUER, "assertionMethod": [signer.id()]}),
        json!({"id": ISSUER, "assertionMethod": [format!("{url}x")]}),
        // The same name for another key.
        json!({"id": ISSUER, "assertionMethod": [url], "verificationMethod": [{
            "id": url, "type": "Multikey", "controller": signer.id(),
            "publicKeyMultibase": Issuer::did_key("another").multikey(),
        }]}),
    ] {
        assert_eq!(
            with(&signer, &document),
            key_not_listed(&signer),
            "{document}"
        );
    }
}

#[test]
fn a_key_that_the_issuer_has_withdrawn() {
    let signer = elsewhere();
    let mut document = document(ISSUER, &[&signer]);
    document["verificationMethod"][0]["revoked"] = json!("2026-01-01T00:00:00Z");
    let (outcome, reason) = with(&signer, &document);
    assert_eq!(outcome, Outcome::Fail);
    assert!(matches!(reason, Reason::KeyRevoked { .. }), "{reason:?}");
}

#[test]
fn a_key_that_stands_elsewhere_is_in_the_websites_set() {
    let signer = elsewhere();
    let badge = signed(&signer, ISSUER);
    let with = |more: Value| {
        let mut key = signer.jwk().unwrap();
        let members = key.as_object_mut().unwrap();
        members.extend(more.as_object().unwrap().clone());
        let mut evidence = served(&[(JWKS, &json!({"keys": [key]}).to_string())]);
        missing(&mut evidence, ISSUER);
        issuer_key(&judge(&badge, &evidence))
    };
    assert_eq!(with(json!({})), listed(IssuerMethod::JwkSet));
    assert_eq!(with(json!({"iss": ISSUER})), listed(IssuerMethod::JwkSet));
    // Another issuer of the same website's, and a set that may be for other work.
    let other = json!({"iss": "https://badges.example/issuers/2"});
    assert_eq!(with(other), unbound(&signer));
    let other = Issuer::did_key("another").jwk().unwrap();
    assert_eq!(with(other), unbound(&signer));
}

#[test]
fn a_key_that_the_issuer_says_nothing_of() {
    let signer = elsewhere();
    let badge = signed(&signer, ISSUER);
    let mut evidence = Evidence::none();
    missing(&mut evidence, ISSUER);
    missing(&mut evidence, JWKS);
    assert_eq!(issuer_key(&judge(&badge, &evidence)), unbound(&signer));
    // Whoever could not be reached may yet know it.
    for (answer, why) in [
        (Answer::Declined, Unobtained::Declined),
        (
            Answer::Unreachable(Unreachable::BlockedOrRefused),
            Unobtained::Unreachable(Unreachable::BlockedOrRefused),
        ),
    ] {
        let url = ISSUER.to_owned();
        evidence.insert(ISSUER, answer);
        let expected = (Outcome::Unknown, Reason::Unobtained { url, why });
        assert_eq!(issuer_key(&judge(&badge, &evidence)), expected);
    }
}

/// Both the key's own document and the issuer's are needed, and asked for in turn.
#[test]
fn a_did_web_that_the_issuer_lists() {
    let did = "did:web:keys.example";
    let url = "https://keys.example/.well-known/did.json";
    let signer = Issuer::did_key("an issuer with an address").known_as(did);
    let badge = signed(&signer, ISSUER);
    let own = document(did, &[&signer]).to_string();
    let list = json!({"id": ISSUER, "assertionMethod": [signer.method()]}).to_string();
    let report = judge(&badge, &served(&[(ISSUER, &list)]));
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    assert_eq!(wants(&report), [(url, Purpose::DidDocument)]);
    let report = judge(&badge, &served(&[(ISSUER, &list), (url, &own)]));
    assert_eq!(
        issuer_key(&report),
        listed(IssuerMethod::ControllerDocument)
    );
    // A key that its own document has dropped is nobody's any more.
    let own = document(did, &[&Issuer::did_key("another")]).to_string();
    let report = judge(&badge, &served(&[(ISSUER, &list), (url, &own)]));
    assert_ne!(report.verdict, Verdict::Unlisted);
}

/// Anybody on the way can alter what has no encryption, and no public host serves the others.
#[test]
fn addresses_that_are_not_asked() {
    for issuer in [
        "http://badges.example/issuers/1",
        "https://127.0.0.1/issuers/1",
        "https://user@badges.example/",
        "ftp://badges.example/",
        "urn:uuid:2",
        "badges.example",
    ] {
        let report = judge(&signed(&elsewhere(), issuer), &Evidence::none());
        assert_eq!(report.verdict, Verdict::Unconfirmed, "{issuer}");
        assert_eq!(report.wants, [], "{issuer}");
        let own = Issuer::did_key("an issuer with an address").known_as(issuer);
        let report = judge(&signed(&own, issuer), &Evidence::none());
        assert_eq!(report.verdict, Verdict::Unconfirmed, "{issuer}");
        assert_eq!(report.wants, [], "{issuer}");
    }
}

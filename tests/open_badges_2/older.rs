//! Open Badges 1.1, 1.0 and 0.5: read, and checked as far as their standards allow.

use assay::credential::{Format, NotACredential};
use assay::evidence::Purpose;
use assay::{Outcome, Policy, Question, Unreadable, Verdict, open, verify};
use serde_json::{Value, json};

use crate::badge::*;
use crate::support::now;

const PLACE: &str = "https://old.example/assertions/1";
const CLASS_1: &str = "https://old.example/class";
const ISSUER_1: &str = "https://old.example/issuer";

fn version_1(extra: Value) -> Value {
    let mut badge = json!({
        "uid": "abc-1",
        "recipient": {"type": "email", "hashed": true, "salt": "deadsea", "identity": "sha256$00"},
        "badge": CLASS_1,
        "verify": {"type": "hosted", "url": PLACE},
        "issuedOn": 1_395_112_143,
    });
    badge
        .as_object_mut()
        .unwrap()
        .extend(extra.as_object().unwrap().clone());
    badge
}

fn documents(assertion: &Value) -> assay::Evidence {
    serving(&[
        (PLACE, assertion.clone()),
        (
            CLASS_1,
            json!({
                "name": "Robotics", "description": "Robots.", "image": "https://old.example/i.png",
                "criteria": "https://old.example/criteria", "issuer": ISSUER_1, "tags": ["robots"],
                "alignment": [{"name": "CCSS", "url": "https://std.example/1", "description": "d"}],
            }),
        ),
        (
            ISSUER_1,
            json!({"name": "An old school", "url": "https://old.example"}),
        ),
    ])
}

#[test]
fn hosted_badges_of_1_0_and_1_1() {
    let newer = json!({
        "@context": "https://w3id.org/openbadges/v1", "type": "Assertion", "id": PLACE,
    });
    for extra in [json!({}), newer] {
        let badge = version_1(extra);
        let opened = open(badge.to_string().as_bytes(), &Policy::default().bounds).unwrap();
        let credential = opened.credentials.only().unwrap();
        assert_eq!(credential.format, Format::Ob1);
        let report = verify(credential, &documents(&badge), &Policy::default(), now());
        assert_eq!(report.verdict, Verdict::Unlisted);
        let claims = &report.claims;
        assert_eq!(
            claims.awarded_date.as_ref().unwrap().text,
            "2014-03-18T03:09:03Z"
        );
        let achievement = claims.achievement.as_ref().unwrap();
        assert_eq!(achievement.name.as_ref().unwrap().value, "Robotics");
        assert_eq!(
            achievement.criteria.as_ref().unwrap().id.as_deref(),
            Some("https://old.example/criteria")
        );
        let skill = &claims.skills()[0];
        assert_eq!(skill.name.as_ref().unwrap().value, "CCSS");
        assert_eq!(claims.issuer.id.as_deref(), Some(ISSUER_1));
    }
}

/// Before 2.0 no rule said where an issuer's badges have to be, so a stray one is not refuted.
#[test]
fn a_badge_at_another_site_than_its_issuers() {
    let place = "https://elsewhere.example/1";
    let badge = version_1(json!({"verify": {"type": "hosted", "url": place}}));
    let mut evidence = documents(&badge);
    evidence.insert(place, response(200, &badge.to_string()));
    let report = judge(&badge.to_string(), &evidence);
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    assert_eq!(
        code(&report, Question::IssuerKey),
        (Outcome::Unknown, "hosted-elsewhere")
    );
}

/// The key of a signed badge of 1.x is wherever the badge says, so that it proves the signature and
/// not whose it is.
#[test]
fn a_signed_badge_of_1_1() {
    let school = signer("an old school");
    let verify = json!({"type": "signed", "url": "https://old.example/key.pem"});
    let badge = version_1(json!({"verify": verify}));
    let text = token(&school, &badge);
    let report = judge(&text, &documents(&badge));
    assert_eq!(
        wants(&report),
        [("https://old.example/key.pem", Purpose::Key)]
    );
    let mut evidence = documents(&badge);
    evidence.insert("https://old.example/key.pem", response(200, &pem(&school)));
    let report = judge(&text, &evidence);
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    assert_eq!(
        code(&report, Question::Integrity),
        (Outcome::Pass, "ob2-jws")
    );
    assert_eq!(
        code(&report, Question::IssuerKey),
        (Outcome::Unknown, "unbound-issuer")
    );
    let report = judge(&token(&signer("a stranger"), &badge), &evidence);
    assert_eq!(report.verdict, Verdict::Invalid);
}

/// 1.1's list maps identifiers to reasons.
#[test]
fn a_revocation_list_of_1_1() {
    let school = signer("an old school");
    let badge = version_1(json!({"verify": {"type": "signed", "url": KEY}}));
    let key = with(key_document(&school), "owner", json!(ISSUER_1));
    for (list, expected) in [
        (json!({"abc-1": "By mistake."}), Verdict::Revoked),
        (json!({"abc-2": "By mistake."}), Verdict::Unlisted),
    ] {
        let mut evidence = documents(&badge);
        let issuer = json!({"name": "An old school", "publicKey": KEY, "revocationList": LIST});
        evidence.insert(ISSUER_1, response(200, &issuer.to_string()));
        evidence.insert(KEY, response(200, &key.to_string()));
        evidence.insert(LIST, response(200, &list.to_string()));
        let report = judge(&token(&school, &badge), &evidence);
        assert_eq!(report.verdict, expected);
    }
}

fn version_0_5(recipient: &str) -> Value {
    json!({
        "recipient": recipient,
        "salt": "sel gris",
        "issued_on": "2011-06-01",
        "badge": {
            "version": "0.5.0",
            "name": "Old",
            "image": "https://old.example/i.png",
            "description": "An old one.",
            "criteria": "https://old.example/criteria",
            "issuer": {"origin": "https://old.example", "name": "An old school", "contact": "a@old.example"},
        },
    })
}

#[test]
fn a_badge_of_0_5_says_nothing_of_where_it_is() {
    let report = judge(
        &version_0_5("ada@example.com").to_string(),
        &assay::Evidence::none(),
    );
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    assert_eq!(
        code(&report, Question::Integrity),
        (Outcome::Unknown, "no-address")
    );
    assert_eq!(report.claims.title().unwrap().value, "Old");
    assert_eq!(
        report.claims.issuer.id.as_deref(),
        Some("https://old.example")
    );
    assert_eq!(report.claims.issuer.email.as_deref(), Some("a@old.example"));
}

#[test]
fn a_badge_of_0_5_at_its_issuers_origin() {
    let badge = assay::credential::hosted_at(PLACE).unwrap();
    let evidence = serving(&[(PLACE, version_0_5("ada@example.com"))]);
    let report = verify(&badge, &evidence, &Policy::default(), now());
    assert_eq!(report.verdict, Verdict::Unlisted);
    let badge = assay::credential::hosted_at("https://elsewhere.example/1").unwrap();
    let evidence = serving(&[(
        "https://elsewhere.example/1",
        version_0_5("ada@example.com"),
    )]);
    let report = verify(&badge, &evidence, &Policy::default(), now());
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

#[test]
fn documents_that_award_nothing() {
    let class_1 = json!({"name": "n", "description": "d", "criteria": "c", "issuer": "i"});
    for document in [badge_class(), profile(), class_1] {
        let refused = open(document.to_string().as_bytes(), &Policy::default().bounds);
        let expected = Unreadable::NotACredential(NotACredential::NoAward);
        assert_eq!(refused.unwrap_err(), expected);
    }
}

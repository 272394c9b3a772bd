//! Each credential of a record gets the verdict that it has by itself, and none changes the record's.

use assay::key::{Algorithm, KeyKind};
use assay::policy::Bounds;
use assay::proof::Suite;
use assay::{Evidence, Note, Policy, Verdict, open, verify};
use serde_json::{Value, json};
use signing::{Issuer, base64url, members};

use crate::made::*;
use crate::support::{now, report, verdict};

/// A record that is in order, and what one credential in it comes to.
fn alone_and_in_record(credential: Value, expected: &str) {
    let mut alone = credential.to_string();
    if let Value::String(token) = &credential {
        alone.clone_from(token);
    }
    assert_eq!(verdict(alone.as_bytes(), &Evidence::none()), expected);
    for record in [
        record(vec![credential.clone()]),
        jcs_record(vec![credential.clone()]),
    ] {
        let report = judge(&record);
        assert_eq!(report.verdict, Verdict::Genuine, "{record}");
        assert_eq!(verdicts(&report), [expected], "{record}");
    }
}

#[test]
fn a_signed_credential_of_another_issuer() {
    alone_and_in_record(signed(&company(), "course"), "unlisted");
}

#[test]
fn one_that_expired() {
    let badge = badge(&company(), "course");
    let badge = with(badge, "validUntil", json!("2025-01-01T00:00:00Z"));
    alone_and_in_record(company().sign(badge).unwrap(), "expired");
}

#[test]
fn one_that_was_altered() {
    let mut badge = signed(&company(), "course");
    badge["credentialSubject"]["achievement"]["name"] = json!("Another course");
    alone_and_in_record(badge, "invalid");
}

#[test]
fn one_that_a_stranger_signed() {
    let badge = badge(&company(), "course");
    alone_and_in_record(Issuer::did_key("stranger").sign(badge).unwrap(), "invalid");
}

/// The school's key does not make the company's credential genuine.
#[test]
fn one_that_the_records_issuer_signed_in_anothers_name() {
    let badge = badge(&company(), "course");
    alone_and_in_record(school().sign(badge).unwrap(), "invalid");
}

#[test]
fn one_whose_status_cannot_be_asked() {
    let status = json!({"id": "urn:example:status", "type": "1EdTechRevocationList"});
    let badge = with(badge(&company(), "course"), "credentialStatus", status);
    let badge = with(
        badge,
        "@context",
        json!([
            V2,
            OB3,
            "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
        ]),
    );
    alone_and_in_record(company().sign(badge).unwrap(), "status-unknown");
}

#[test]
fn a_token_as_text_and_in_an_envelope() {
    let issuer = Issuer::did_key_of("company", KeyKind::P256);
    let mut payload = badge(&issuer, "course");
    let claims = json!({"iss": issuer.id(), "jti": "urn:example:course", "nbf": 1_704_067_200});
    payload
        .as_object_mut()
        .unwrap()
        .extend(claims.as_object().unwrap().clone());
    let header = json!({"kid": issuer.method()});
    let token = issuer.token(Algorithm::Es256, &header, &payload).unwrap();
    alone_and_in_record(json!(token), "unlisted");
    let envelope = |token: &str| {
        json!({
            "@context": V2,
            "id": format!("data:application/vc+jwt,{token}"),
            "type": "EnvelopedVerifiableCredential",
        })
    };
    alone_and_in_record(envelope(&token), "unlisted");
    let (rest, _) = token.rsplit_once('.').unwrap();
    let forged = format!("{rest}.{}", base64url([1; 64]));
    alone_and_in_record(json!(forged), "invalid");
    alone_and_in_record(envelope(&forged), "invalid");
}

#[test]
fn each_of_several_for_itself() {
    let mut altered = signed(&company(), "altered");
    altered["validFrom"] = json!("2023-01-01T00:00:00Z");
    let entries = vec![
        signed(&company(), "good"),
        altered,
        signed(&school(), "own"),
        json!("not a token"),
        json!({"id": "urn:example:reference"}),
    ];
    let expected = [
        "unlisted",
        "invalid",
        "genuine",
        "unreadable: not-a-credential",
        "unreadable: not-a-credential",
    ];
    let report = judge(&record(entries));
    assert_eq!(report.verdict, Verdict::Genuine);
    assert_eq!(verdicts(&report), expected);
}

/// Credentials with good signatures of their own stay good in a record that nobody can rely on.
#[test]
fn a_record_that_is_altered_or_unsigned_takes_nothing_from_signed_credentials() {
    let entries = vec![signed(&company(), "course")];
    let mut altered = record(entries.clone());
    altered["name"] = json!("Another record");
    for (file, expected) in [
        (altered, Verdict::Invalid),
        (unsigned_record(entries), Verdict::Unconfirmed),
    ] {
        let report = judge(&file);
        assert_eq!(report.verdict, expected);
        assert_eq!(verdicts(&report), ["unlisted"]);
    }
}

#[test]
fn a_record_in_a_token() {
    let issuer = Issuer::did_key_of("school", KeyKind::P256);
    let mut payload = unsigned_record(vec![signed(&company(), "course"), badge(&issuer, "own")]);
    payload["issuer"]["id"] = json!(issuer.id());
    payload["iss"] = json!(issuer.id());
    let header = json!({"kid": issuer.method()});
    let token = issuer.token(Algorithm::Es256, &header, &payload).unwrap();
    let policy = Policy::default();
    let opened = open(token.as_bytes(), &policy.bounds).unwrap();
    let credential = opened.credentials.only().unwrap();
    let report = verify(credential, &Evidence::none(), &policy, now());
    assert_eq!(credential.format.code(), "clr2");
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(verdicts(&report), ["unlisted", "unlisted"]);
}

/// A record in a record is judged like any other credential, and so is what it holds, as deep as the
/// bound says and no deeper.
#[test]
fn records_inside_records() {
    let limit = Bounds::default().nested_credentials;
    let mut file = signed(&company(), "course");
    for depth in 0..=limit {
        let name = format!("urn:example:record:{depth}");
        let record = with(unsigned_record(vec![file]), "id", json!(name));
        file = school().sign(record).unwrap();
    }
    let mut report = &judge(&file);
    for _ in 0..limit {
        assert_eq!(report.verdict, Verdict::Genuine);
        report = report.credentials[0].as_ref().unwrap();
    }
    assert_eq!(verdicts(report), ["unreadable: nested-too-deep"]);
}

#[test]
fn more_credentials_than_are_checked() {
    let limit = Bounds::default().credentials;
    let bare = json!({"type": "VerifiableCredential", "credentialSubject": {}});
    let report = judge(&unsigned_record(vec![bare; limit + 5]));
    let verdicts = verdicts(&report);
    assert_eq!(verdicts.len(), limit + 1);
    assert_eq!(verdicts[limit], "unreadable: too-many-credentials");
    assert!(
        verdicts[..limit]
            .iter()
            .all(|verdict| verdict == "unconfirmed")
    );
}

fn count(json: &Value) -> usize {
    1 + match json {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0,
    }
}

#[test]
fn more_signed_values_than_are_checked() {
    let mut many = signed(&company(), "many");
    many["proof"] = json!(vec![many["proof"].clone(); 16]);
    let mut policy = Policy::default();
    policy.bounds.presented_values = 2 * 16 * count(&many);
    let report = report(&unsigned_record(vec![many; 3]), &policy);
    assert_eq!(
        verdicts(&report),
        ["unlisted", "unlisted", "unreadable: too-costly"]
    );
}

/// Documents that credentials in the record need are wanted by the record, each once.
#[test]
fn what_credentials_want_is_wanted_by_the_record() {
    let issuer = Issuer::did_web("elsewhere", "did:web:elsewhere.example");
    let entries = ["one", "two"].map(|name| signed(&issuer, name)).to_vec();
    let report = judge(&record(entries));
    assert_eq!(verdicts(&report), ["unconfirmed", "unconfirmed"]);
    let wants: Vec<&str> = report.wants.iter().map(|want| want.url.as_str()).collect();
    assert_eq!(wants, ["https://elsewhere.example/.well-known/did.json"]);
}

#[test]
fn a_credential_of_somebody_else_is_pointed_out() {
    let mut others = badge(&company(), "course");
    others["credentialSubject"]["id"] = json!("urn:example:somebody-else");
    let others = company().sign(others).unwrap();
    let own = company()
        .sign(badge_for_learner(&company(), "own"))
        .unwrap();
    let report = judge(&record(vec![others, own]));
    let notes = |index: usize| &report.credentials[index].as_ref().unwrap().notes;
    let id = "urn:example:somebody-else".to_owned();
    assert_eq!(notes(0), &[Note::AnotherSubject { id }]);
    assert!(notes(1).is_empty());
}

/// Other credentials may have a member of that name; it makes them no records.
#[test]
fn only_records_hold_credentials() {
    let mut file = unsigned_record(vec![signed(&company(), "course")]);
    file["type"] = json!(["VerifiableCredential"]);
    let file = school()
        .sign_with(file, members(Suite::EddsaJcs2022))
        .unwrap();
    assert!(judge(&file).credentials.is_empty());
}

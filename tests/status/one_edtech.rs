//! `1EdTechRevocationList`: JSON by identifiers, which nobody signs.

use assay::status::{Consulted, Keeper, StatusReason};
use assay::{Note, Reason};
use serde_json::{Value, json};

use crate::list::*;

const EXTENSIONS: &str = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";

fn badge_with_id(id: Option<&str>) -> String {
    let school = school();
    let status = json!({"id": LIST, "type": "1EdTechRevocationList"});
    let mut badge = badge(&school, status);
    badge["@context"]
        .as_array_mut()
        .unwrap()
        .push(json!(EXTENSIONS));
    match id {
        Some(id) => badge["id"] = json!(id),
        None => drop(badge.as_object_mut().unwrap().remove("id")),
    }
    school.sign(badge).unwrap().to_string()
}

fn listing_revoked(revoked: Value) -> assay::Evidence {
    serving(&json!({"id": LIST, "issuer": school().id(), "revokedCredential": revoked}).to_string())
}

#[test]
fn a_badge_that_the_list_does_not_have_rests_on_the_sites_word() {
    for revoked in [
        json!([]),
        json!([{"id": "urn:uuid:0002"}, {"id": "urn:uuid:00011"}]),
        json!({"id": "urn:uuid:0002", "revoked": true}),
        json!([{"id": "urn:uuid:0001", "revoked": false}]),
    ] {
        let badge = badge_with_id(Some("urn:uuid:0001"));
        let report = judge(&badge, &listing_revoked(revoked));
        assert_eq!(codes(&report), IN_FORCE);
        let consulted = vec![Consulted {
            url: LIST.into(),
            from: None,
            keeper: Keeper::Site,
        }];
        let clear = Reason::Status(StatusReason::Clear { consulted });
        assert_eq!(reason(&report), &clear);
    }
}

#[test]
fn a_badge_that_the_list_has_is_withdrawn() {
    for revoked in [
        json!([{"id": "urn:uuid:0002"}, {"id": "urn:uuid:0001"}]),
        json!({"id": "urn:uuid:0001", "revoked": true}),
        json!([{"id": " urn:uuid:0001 "}]),
        // Called off in one place and not in the other.
        json!([{"id": "urn:uuid:0001", "revoked": false}, {"id": "urn:uuid:0001"}]),
    ] {
        let badge = badge_with_id(Some("urn:uuid:0001"));
        assert_eq!(codes(&judge(&badge, &listing_revoked(revoked))), REVOKED);
    }
}

#[test]
fn the_issuers_reason_is_told() {
    let revoked = json!([{"id": "urn:uuid:0001", "revocationReason": "Awarded by mistake."}]);
    let report = judge(
        &badge_with_id(Some("urn:uuid:0001")),
        &listing_revoked(revoked),
    );
    let text = "Awarded by mistake.".to_owned();
    assert_eq!(report.notes, [Note::RevocationReason { text }]);
}

/// However the address is written.
#[test]
fn an_address_is_the_same_in_capitals() {
    let badge = badge_with_id(Some("https://school.example/badges/1"));
    let revoked = json!([{"id": "HTTPS://School.Example:443/badges/1"}]);
    assert_eq!(codes(&judge(&badge, &listing_revoked(revoked))), REVOKED);
}

#[test]
fn what_is_no_list_says_nothing() {
    let badge = badge_with_id(Some("urn:uuid:0001"));
    for (body, code) in [
        (json!([]), "malformed-document"),
        (json!({}), "malformed-status-list"),
        (json!({"message": "not found"}), "malformed-status-list"),
        (json!({"revokedCredential": [1]}), "malformed-status-list"),
        (
            json!({"revokedCredential": [{"revoked": true}]}),
            "malformed-status-list",
        ),
        (
            json!({"id": "https://status.example/lists/4", "revokedCredential": []}),
            "not-its-address",
        ),
    ] {
        let report = judge(&badge, &serving(&body.to_string()));
        assert_eq!(codes(&report), unknown(code), "{body}");
    }
}

/// The standard lets an empty list be left out.
#[test]
fn a_list_that_says_that_it_is_the_list_may_be_empty() {
    let body = json!({"id": LIST, "issuer": school().id()});
    let report = judge(
        &badge_with_id(Some("urn:uuid:0001")),
        &serving(&body.to_string()),
    );
    assert_eq!(codes(&report), IN_FORCE);
}

#[test]
fn a_badge_without_an_identifier_cannot_be_looked_up() {
    let report = judge(&badge_with_id(None), &listing_revoked(json!([])));
    assert_eq!(codes(&report), unknown("no-identifier"));
}

#[test]
fn another_issuers_list_is_not_this_ones() {
    let body =
        json!({"id": LIST, "issuer": {"id": "did:web:other.example"}, "revokedCredential": []});
    let report = judge(
        &badge_with_id(Some("urn:uuid:0001")),
        &serving(&body.to_string()),
    );
    assert_eq!(codes(&report), unknown("another-issuers-list"));
}

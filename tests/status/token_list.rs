//! Token Status List, by scenario.

use assay::key::Algorithm;
use serde_json::{Value, json};
use signing::Issuer;

use crate::list::*;

/// A badge in a token whose claim names this index of the list.
fn badge_at(index: impl Into<Value>) -> String {
    let school = school();
    let mut badge = badge(&school, Value::Null);
    badge.as_object_mut().unwrap().remove("credentialStatus");
    badge["status"] = json!({"status_list": {"idx": index.into(), "uri": LIST}});
    token(&school, "vc+jwt", &badge)
}

/// Its claims, with the standard's first example of so many bits.
fn claims(bits: u8, bytes: &[u8]) -> Value {
    json!({
        "sub": LIST, "iat": 1_780_000_000, "exp": 1_800_000_000, "ttl": 43_200,
        "status_list": {"bits": bits, "lst": encoded_token_list(bytes)},
    })
}

fn served_token(claims: &Value) -> assay::Evidence {
    serving(&token(&school(), "statuslist+jwt", claims))
}

/// Section 4.1: bits from the right of each byte.
#[test]
fn the_standards_examples() {
    let one = served_token(&claims(1, &[0xb9, 0xa3]));
    let two = served_token(&claims(2, &[0xc9, 0x44, 0xf9]));
    for (list, index, expected) in [
        (&one, 0, REVOKED),
        (&one, 1, IN_FORCE),
        (&one, 7, REVOKED),
        (&one, 15, REVOKED),
        (&one, 16, unknown("index-out-of-range")),
        (&two, 0, REVOKED),
        (&two, 1, SUSPENDED),
        (&two, 2, IN_FORCE),
        (&two, 3, unknown("unsupported-status-value")),
        (&two, 12, unknown("index-out-of-range")),
    ] {
        assert_eq!(codes(&judge(&badge_at(index), list)), expected, "{index}");
    }
}

#[test]
fn values_of_four_and_of_eight_bits() {
    for (bits, bytes, index, expected) in [
        (4, [0x12, 0x00], 0, SUSPENDED),
        (4, [0x12, 0x00], 1, REVOKED),
        (4, [0x12, 0x00], 2, IN_FORCE),
        (8, [0x01, 0x0b], 0, REVOKED),
        (8, [0x01, 0x0b], 1, unknown("unsupported-status-value")),
    ] {
        let list = served_token(&claims(bits, &bytes));
        assert_eq!(codes(&judge(&badge_at(index), &list)), expected);
    }
}

#[test]
fn an_sd_jwt_vc() {
    let school = school();
    let claims_of_badge = json!({
        "vct": "https://types.example/badge", "iss": school.id(),
        "status": {"status_list": {"idx": 0, "uri": LIST}},
    });
    let badge = format!("{}~", token(&school, "dc+sd-jwt", &claims_of_badge));
    for (byte, expected) in [(1, REVOKED), (2, IN_FORCE)] {
        let list = served_token(&claims(1, &[byte]));
        assert_eq!(codes(&judge(&badge, &list)), expected);
    }
    let report = judge(&badge, &assay::Evidence::none());
    assert_eq!(codes(&report), unknown("not-fetched"));
    assert_eq!(wants(&report), [(LIST, "status-list")]);
}

/// Each method that the claim names is an entry, and each counts.
#[test]
fn a_method_that_is_not_known_leaves_it_open() {
    let school = school();
    let mut badge = badge(&school, Value::Null);
    badge.as_object_mut().unwrap().remove("credentialStatus");
    badge["status"] = json!({
        "other_method": {"uri": "https://status.example/other"},
        "status_list": {"idx": 1, "uri": LIST},
    });
    let badge = token(&school, "vc+jwt", &badge);
    let list = served_token(&claims(1, &[0b01]));
    assert_eq!(codes(&judge(&badge, &list)), unknown("unsupported-status"));
    let list = served_token(&claims(1, &[0b10]));
    assert_eq!(codes(&judge(&badge, &list)), REVOKED);
}

#[test]
fn a_list_that_is_not_as_it_should_be() {
    let with = |member: &str, value: Value| {
        let mut claims = claims(1, &[0]);
        claims[member] = value;
        claims
    };
    let without = |member: &str| {
        let mut claims = claims(1, &[0]);
        claims.as_object_mut().unwrap().remove(member);
        claims
    };
    let lst = encoded_token_list(&[0]);
    for (claims, code) in [
        (
            with("sub", json!("https://status.example/lists/4")),
            "not-its-address",
        ),
        (without("sub"), "malformed-status-list"),
        (without("iat"), "malformed-status-list"),
        (without("status_list"), "malformed-status-list"),
        (
            with("status_list", json!({"bits": 3, "lst": lst})),
            "malformed-status-list",
        ),
        (
            with("status_list", json!({"bits": 0, "lst": lst})),
            "malformed-status-list",
        ),
        (
            with("status_list", json!({"bits": 1, "lst": "AAAA"})),
            "malformed-status-list",
        ),
        (with("exp", json!(1_780_000_001)), "unreliable-status-list"),
        (with("exp", json!("never")), "unreliable-status-list"),
        (with("iat", json!(1_790_000_000)), "unreliable-status-list"),
        (with("nbf", json!(1_790_000_000)), "unreliable-status-list"),
    ] {
        let report = judge(&badge_at(0), &served_token(&claims));
        assert_eq!(codes(&report), unknown(code), "{claims}");
    }
}

/// RFC 8725, section 3.11: a token that was signed as something else is no list.
#[test]
fn a_token_of_another_type_is_no_list() {
    for typ in ["JWT", "vc+jwt", "statuslist+cwt"] {
        let body = token(&school(), typ, &claims(1, &[0]));
        let report = judge(&badge_at(0), &serving(&body));
        assert_eq!(codes(&report), unknown("malformed-status-list"), "{typ}");
    }
}

#[test]
fn a_cbor_web_token_is_not_read() {
    let mut evidence = assay::Evidence::none();
    let body = vec![0xd2, 0x84, 0x58, 0x20];
    evidence.insert(
        LIST,
        assay::evidence::Answer::Response { status: 200, body },
    );
    let report = judge(&badge_at(0), &evidence);
    assert_eq!(codes(&report), unknown("unsupported-status-list"));
}

/// The list has to be by a key of the badge's issuer, also where it names no issuer.
#[test]
fn a_strangers_list() {
    let stranger = Issuer::did_key("a stranger");
    let mut named = claims(1, &[0]);
    named["iss"] = json!(stranger.id());
    let mut pretended = claims(1, &[0]);
    pretended["iss"] = json!(school().id());
    for (claims, code) in [
        (claims(1, &[0]), "unreliable-status-list"),
        (named, "another-issuers-list"),
        (pretended, "unreliable-status-list"),
    ] {
        let body = token(&stranger, "statuslist+jwt", &claims);
        let report = judge(&badge_at(0), &serving(&body));
        assert_eq!(codes(&report), unknown(code), "{claims}");
    }
}

/// A hint that leads nowhere is no reason to give up: the issuer's keys are tried.
#[test]
fn a_key_that_is_only_hinted_at() {
    let header = json!({"typ": "statuslist+jwt", "kid": "12"});
    let body = school().token(Algorithm::EdDsa, &header, &claims(1, &[1]));
    let report = judge(&badge_at(0), &serving(&body.unwrap()));
    assert_eq!(codes(&report), REVOKED);
}

#[test]
fn a_list_that_nobody_signed() {
    let body = token(&school(), "statuslist+jwt", &claims(1, &[0]));
    let (_, rest) = body.split_once('.').unwrap();
    let (payload, _) = rest.split_once('.').unwrap();
    let header = signing::base64url(json!({"alg": "none", "typ": "statuslist+jwt"}).to_string());
    let report = judge(&badge_at(0), &serving(&format!("{header}.{payload}.")));
    assert_eq!(codes(&report), unknown("unreliable-status-list"));
}

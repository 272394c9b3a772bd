//! How long a list may be kept.

use assay::Timestamp;
use assay::policy::Bounds;
use assay::status::fresh_until;
use serde_json::{Value, json};

use crate::list::*;

const FETCHED: &str = "2026-06-01T00:00:00Z";

fn time(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn until(body: &str) -> Option<Timestamp> {
    fresh_until(LIST, body.as_bytes(), time(FETCHED), &Bounds::default())
}

fn bitstring(ttl: Value, valid_until: Value) -> String {
    let mut list = revocations(&[]);
    list["credentialSubject"]["ttl"] = ttl;
    list["validUntil"] = valid_until;
    school().sign(list).unwrap().to_string()
}

#[test]
fn milliseconds_in_bitstring_status_list() {
    let body = bitstring(json!(300_000), json!("2026-06-02T00:00:00Z"));
    assert_eq!(until(&body), Some(time("2026-06-01T00:05:00Z")));
}

#[test]
fn the_end_of_validity_where_that_is_sooner() {
    let body = bitstring(json!(300_000), json!("2026-06-01T00:01:00Z"));
    assert_eq!(until(&body), Some(time("2026-06-01T00:01:00Z")));
}

#[test]
fn seconds_in_token_status_list() {
    let lst = encoded_token_list(&[0]);
    let claims = json!({
        "sub": LIST, "iat": 1_780_000_000, "ttl": 43_200, "status_list": {"bits": 1, "lst": lst},
    });
    let body = token(&school(), "statuslist+jwt", &claims);
    assert_eq!(until(&body), Some(time("2026-06-01T12:00:00Z")));
}

#[test]
fn what_says_nothing_of_it() {
    let list = school().sign(revocations(&[])).unwrap();
    for body in [
        list.to_string(),
        "{}".into(),
        "<html>".into(),
        String::new(),
    ] {
        assert_eq!(until(&body), None);
    }
}

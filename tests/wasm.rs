//! The core in a browser: the same badges, the same verdicts as natively.
#![cfg(target_arch = "wasm32")]

use assay::{Evidence, Policy, Timestamp, Verdict, open, verify};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn verdict(badge: &[u8]) -> Verdict {
    let policy = Policy::default();
    let opened = open(badge, &policy.bounds).expect("a badge");
    let at = Timestamp::parse("2026-06-01T00:00:00Z").expect("a time");
    let credential = opened.credentials.only().expect("one credential");
    verify(credential, &Evidence::none(), &policy, at).verdict
}

#[wasm_bindgen_test]
fn a_good_signature_is_good() {
    assert_eq!(
        verdict(include_bytes!("../samples/rich-genuine.json")),
        Verdict::Unlisted
    );
    assert_eq!(
        verdict(include_bytes!("../samples/older-standard.json")),
        Verdict::Unlisted
    );
}

#[wasm_bindgen_test]
fn an_altered_badge_is_invalid() {
    assert_eq!(
        verdict(include_bytes!("../samples/altered.json")),
        Verdict::Invalid
    );
    assert_eq!(
        verdict(include_bytes!("../samples/strangers-key.json")),
        Verdict::Invalid
    );
}

#[wasm_bindgen_test]
fn what_is_not_there_is_not_established() {
    assert_eq!(
        verdict(include_bytes!("../samples/unsigned.json")),
        Verdict::Unconfirmed
    );
    assert_eq!(
        verdict(include_bytes!("../samples/domain-issuer.json")),
        Verdict::Unconfirmed
    );
}

/// A list of equal values is the deepest recursion there is; the stack here is a megabyte.
#[wasm_bindgen_test]
fn deep_data_does_not_exhaust_the_stack() {
    let nested = "[".repeat(60) + &"]".repeat(60);
    let badge = format!(r#"{{"type": "VerifiableCredential", "credentialSubject": {nested}}}"#);
    assert_eq!(verdict(badge.as_bytes()), Verdict::Unconfirmed);

    let badge = String::from_utf8_lossy(include_bytes!("../samples/rich-genuine.json"));
    let many = format!("[{}\"A\"]", "\"A\", ".repeat(2_000));
    let at = badge.find("\"allowedValue\": [").expect("a list") + "\"allowedValue\": ".len();
    let end = at + badge[at..].find(']').expect("its end") + 1;
    let badge = format!("{}{many}{}", &badge[..at], &badge[end..]);
    assert_eq!(verdict(badge.as_bytes()), Verdict::Unconfirmed);
}

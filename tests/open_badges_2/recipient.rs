//! Whom a badge before 3.0 belongs to: plain or hashed, in every form that its standards have.

use assay::{Outcome, Policy, Question};
use serde_json::{Value, json};

use crate::badge::*;

/// The hashes of `ada@example.com`, with the salt `deadsea` or without, by `sha256sum`, `md5sum` and
/// `sha1sum`.
const SALTED_SHA256: &str = "551d0262b1a4997040d39cf9f18722b7b45b2bf8bf53b64e2089b61ed3daa9bc";
const SHA256: &str = "b5fc85e55755f9e0d030a10ab4429b6b2944855f9a0d60077fe832becbc41d72";
const SALTED_MD5: &str = "b7489f9a2da7b604301cfcb4fea0e656";
const SALTED_SHA1: &str = "41aabfe4fb88313bb572a9599509a1adee476804";

fn hashed(algorithm: &str, hash: &str, salt: Option<&str>) -> Value {
    let identity = format!("{algorithm}${hash}");
    let mut recipient = json!({"type": "email", "hashed": true, "identity": identity});
    if let Some(salt) = salt {
        recipient["salt"] = json!(salt);
    }
    recipient
}

fn compared(assertion: Value, typed: &str) -> (Outcome, &'static str) {
    let policy = Policy {
        recipient: Some(typed.into()),
        ..Policy::default()
    };
    let evidence = site_with(assertion.clone(), profile());
    let report = judge_for(&assertion.to_string(), &evidence, &policy);
    code(&report, Question::Recipient)
}

#[test]
fn hashes() {
    let upper = SALTED_SHA256.to_uppercase();
    for recipient in [
        hashed("sha256", SALTED_SHA256, Some("deadsea")),
        hashed("sha256", &upper, Some("deadsea")),
        hashed("sha256", SHA256, None),
        hashed("md5", SALTED_MD5, Some("deadsea")),
        hashed("sha1", SALTED_SHA1, Some("deadsea")),
        // Some leave out that it is a hash.
        without(hashed("sha256", SALTED_SHA256, Some("deadsea")), "hashed"),
        // One of several.
        json!([hashed("sha256", "00", None), hashed("sha256", SHA256, None)]),
    ] {
        let badge = with(assertion(), "recipient", recipient.clone());
        let matches = compared(badge.clone(), "ada@example.com");
        assert_eq!(matches, (Outcome::Pass, "matches"), "{recipient}");
        let lowercased = compared(badge.clone(), " Ada@Example.COM ");
        assert_eq!(lowercased, (Outcome::Pass, "matches-lowercased"));
        let differs = compared(badge, "eve@example.com");
        assert_eq!(differs, (Outcome::Fail, "differs"));
    }
}

/// A hash of another kind is no reason to say that it is not the person's.
#[test]
fn a_hash_that_cannot_be_compared() {
    for recipient in [
        hashed("sha512", "00", None),
        json!({"type": "email", "hashed": true, "identity": SHA256}),
    ] {
        let badge = with(assertion(), "recipient", recipient);
        let unknown = compared(badge, "ada@example.com");
        assert_eq!(unknown, (Outcome::Unknown, "unsupported-hash"));
    }
}

#[test]
fn other_identifiers_than_addresses() {
    for (kind, identity) in [
        ("url", "https://people.example/ada"),
        ("telephone", "+16175551212"),
        ("id", "did:example:ada"),
        ("schema:email", "ada@example.com"),
    ] {
        let recipient = json!({"type": kind, "hashed": false, "identity": identity});
        let badge = with(assertion(), "recipient", recipient);
        assert_eq!(
            compared(badge, identity),
            (Outcome::Pass, "matches"),
            "{kind}"
        );
    }
    let nobody = without(assertion(), "recipient");
    let unknown = compared(nobody, "ada@example.com");
    assert_eq!(unknown, (Outcome::Unknown, "no-identifier"));
}

#[test]
fn the_recipient_of_0_5() {
    for (recipient, salt) in [
        ("ada@example.com".to_owned(), None),
        (format!("sha256${SALTED_SHA256}"), Some("deadsea")),
        (format!("sha1${SALTED_SHA1}"), Some("deadsea")),
        (format!("md5${SALTED_MD5}"), Some("deadsea")),
    ] {
        let mut badge = json!({
            "recipient": recipient,
            "badge": {"name": "Old", "issuer": {"origin": "https://old.example", "name": "o"}},
        });
        if let Some(salt) = salt {
            badge["salt"] = json!(salt);
        }
        assert_eq!(
            compared(badge, "ada@example.com"),
            (Outcome::Pass, "matches")
        );
    }
}

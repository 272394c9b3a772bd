//! Dates and contexts in other forms than the usual one.

use assay::key::KeyKind;
use assay::policy::Bounds;
use assay::present::english;
use assay::proof::{Proof, Secured, hash_data};
use assay::{Evidence, Question, Verdict, jsonld};
use serde_json::{Value, json};
use signing::Issuer;

use crate::badge::{badge, judge};
use crate::support::object;

fn school() -> Issuer {
    Issuer::did_key("a school")
}

fn dated(from: &str, until: &str) -> Value {
    let mut badge = badge(school().id());
    badge["validFrom"] = json!(from);
    badge["validUntil"] = json!(until);
    school().sign(badge).unwrap()
}

/// What the signature of a badge is made over, under the newest contexts.
fn canonical(badge: &Value) -> String {
    let bounds = Bounds::default();
    let document = object(badge);
    let mut unsecured = document.clone();
    let entry = unsecured.remove("proof").unwrap();
    let shape = jsonld::shape(&document, bounds.context_references).unwrap();
    let secured = Secured {
        document: &unsecured,
        left_out: None,
        shape: &shape,
        bounds: &bounds,
    };
    let proof = Proof::read(&entry).unwrap();
    let hashes = hash_data(secured, &proof, &[], KeyKind::Ed25519).unwrap();
    hashes.into_iter().next().unwrap().canonical_document
}

/// `+00:00`, microseconds and no time zone; the lexical form must survive into the hash.
#[test]
fn false_bad_14_dates_in_every_form_count_and_are_hashed_as_written() {
    let datatype = "^^<http://www.w3.org/2001/XMLSchema#dateTime>";
    for from in [
        "2024-01-01T00:00:00Z",
        "2024-01-01T00:00:00+00:00",
        "2024-01-01T00:00:00.123456Z",
        "2024-01-01T00:00:00.000+05:30",
        "2024-01-01T00:00:00",
    ] {
        let signed = dated(from, "2030-01-01T00:00:00Z");
        let report = judge(&signed, &Evidence::none());
        assert_eq!(report.verdict, Verdict::Unlisted, "{from}");
        assert!(canonical(&signed).contains(&format!("\"{from}\"{datatype}")));
        // The same moment in another form is another signed text.
        let mut respelt = signed;
        respelt["validFrom"] = json!("2024-01-01T00:00:00.0Z");
        let report = judge(&respelt, &Evidence::none());
        assert_eq!(report.verdict, Verdict::Invalid, "{from}");
    }
}

/// A day's shift in display.
#[test]
fn false_bad_14_a_day_is_the_issuers_day() {
    for (until, day) in [
        ("2025-03-14T23:30:00-05:00", "14 March 2025"),
        ("2025-03-15T00:30:00+13:00", "15 March 2025"),
        ("2025-03-14T00:00:00Z", "14 March 2025"),
        ("2025-03-14T23:59:59.999999", "14 March 2025"),
    ] {
        let report = judge(&dated("2024-01-01T00:00:00Z", until), &Evidence::none());
        assert_eq!(report.verdict, Verdict::Expired);
        let headline = english::headline(&report);
        assert!(headline.contains(day), "{headline}");
    }
}

/// `context.json`, 3.0.1, 3.0.2, 3.0.3 and the beta differ.
#[test]
fn false_bad_16_every_published_context_in_each_of_its_forms() {
    const V1: &str = "https://www.w3.org/2018/credentials/v1";
    const V2: &str = "https://www.w3.org/ns/credentials/v2";
    const OB: &str = "https://purl.imsglobal.org/spec/ob/v3p0/";
    const PROOFS: &str = "https://w3id.org/security/data-integrity/v2";
    const BETA: &str = "https://imsglobal.github.io/openbadges-specification/context.json";
    for (first, context, forms) in [
        (V1, format!("{OB}context.json"), 3),
        (V1, BETA.to_owned(), 4),
        (V1, format!("{OB}context-3.0.1.json"), 2),
        (V2, format!("{OB}context-3.0.2.json"), 1),
        (V2, format!("{OB}context-3.0.3.json"), 5),
    ] {
        let mut badge = badge(school().id());
        badge["@context"] = json!([first, context]);
        if first == V1 {
            badge["@context"] = json!([first, context, PROOFS]);
            badge["issuanceDate"] = badge["validFrom"].take();
            badge.as_object_mut().unwrap().remove("validFrom");
        }
        let signed = school().sign_in_each_form(badge).unwrap();
        assert_eq!(signed.len(), forms, "{context}");
        for signed in signed {
            let report = judge(&signed, &Evidence::none());
            let reason = &report.checks.get(Question::Integrity).reason;
            assert_eq!(report.verdict, Verdict::Unlisted, "{context}: {reason:?}");
        }
    }
}

/// 3.0.3 gained terms after its publication: whoever signs with an older copy leaves them out of what is
/// signed, which is no forgery.
#[test]
fn false_bad_16_terms_that_a_context_gained_after_its_publication() {
    let mut badge = badge(school().id());
    badge["awardedDate"] = json!("2024-01-01T00:00:00Z");
    let signed = school().sign_in_each_form(badge).unwrap();
    let verdicts: Vec<Verdict> = signed
        .iter()
        .map(|signed| judge(signed, &Evidence::none()).verdict)
        .collect();
    let (with, without) = (Verdict::Unlisted, Verdict::Unconfirmed);
    assert!(
        verdicts.contains(&with) && verdicts.contains(&without),
        "{verdicts:?}"
    );
    assert!(verdicts.iter().all(|it| [with, without].contains(it)));
}

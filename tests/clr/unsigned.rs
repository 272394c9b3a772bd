//! Credentials without a signature of their own, in a record that has one: they rest on the record's
//! issuer, and are never genuine by themselves.

use assay::evidence::Answer;
use assay::proof::Suite;
use assay::{Basis, Evidence, Outcome, Question, Verdict, open, verify};
use serde_json::{Value, json};
use signing::members;

use crate::made::*;
use crate::support::now;

#[test]
fn one_of_the_records_own_issuer_rests_on_the_record() {
    for file in [
        record(vec![badge(&school(), "course")]),
        jcs_record(vec![badge(&school(), "course")]),
    ] {
        let report = judge(&file);
        assert_eq!(report.verdict, Verdict::Genuine);
        let inner = report.credentials[0].as_ref().unwrap();
        assert_eq!(
            (inner.verdict, inner.basis),
            (Verdict::Unlisted, Basis::Record)
        );
        assert!(inner.is_attested() && inner.listings.is_empty());
        for (question, expected) in [
            (Question::Integrity, (Outcome::Pass, "covered-by-record")),
            (Question::IssuerKey, (Outcome::Pass, "signed-with-record")),
            (
                Question::IssuerIdentity,
                (Outcome::Unknown, "not-signed-by-itself"),
            ),
        ] {
            assert_eq!(first(&report, question), expected);
        }
    }
}

#[test]
fn one_of_another_issuer_is_vouched_for_by_the_records_alone() {
    let report = judge(&record(vec![badge(&company(), "course")]));
    let inner = report.credentials[0].as_ref().unwrap();
    assert_eq!(
        (inner.verdict, inner.basis),
        (Verdict::Unconfirmed, Basis::Record)
    );
    assert!(!inner.is_attested());
    let key = first(&report, Question::IssuerKey);
    assert_eq!(key, (Outcome::Unknown, "record-issuer-only"));
}

#[test]
fn one_without_an_issuer() {
    let mut badge = badge(&school(), "course");
    badge.as_object_mut().unwrap().remove("issuer");
    let report = judge(&record(vec![badge]));
    assert_eq!(verdicts(&report), ["unconfirmed"]);
    assert_eq!(
        first(&report, Question::IssuerKey),
        (Outcome::Unknown, "no-issuer")
    );
}

/// Its own dates and status count.
#[test]
fn one_that_is_not_in_force() {
    let extensions = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";
    let status = json!({"id": "urn:example:status", "type": "1EdTechRevocationList"});
    let course = || {
        with(
            badge(&school(), "course"),
            "@context",
            json!([V2, OB3, extensions]),
        )
    };
    for (badge, expected) in [
        (
            with(course(), "validUntil", json!("2025-01-01T00:00:00Z")),
            "expired",
        ),
        (
            with(course(), "validFrom", json!("2090-01-01T00:00:00Z")),
            "not-yet-valid",
        ),
        (with(course(), "validUntil", json!("never")), "unconfirmed"),
        (with(course(), "credentialStatus", status), "status-unknown"),
    ] {
        assert_eq!(verdicts(&judge(&jcs_record(vec![badge]))), [expected]);
    }
}

/// A record that is not in force carries nothing that is.
#[test]
fn in_a_record_that_is_not_in_force() {
    let course = || vec![badge(&school(), "course")];
    let jcs = || members(Suite::EddsaJcs2022);
    for (name, value, expected) in [
        ("validUntil", json!("2025-01-01T00:00:00Z"), "expired"),
        ("validFrom", json!("2090-01-01T00:00:00Z"), "not-yet-valid"),
        ("validUntil", json!("never"), "unconfirmed"),
    ] {
        let file = with(unsigned_record(course()), name, value);
        let report = judge(&school().sign_with(file, jcs()).unwrap());
        assert_eq!(report.verdict.code(), expected);
        assert_eq!(verdicts(&report), [expected]);
    }
}

/// In a record that nobody signed, or that is not its issuer's, nothing vouches for it.
#[test]
fn in_a_record_that_does_not_hold() {
    let course = vec![badge(&school(), "course")];
    let mut altered = record(course.clone());
    altered["name"] = json!("Another record");
    let strangers = signing::Issuer::did_key("stranger").sign(unsigned_record(course.clone()));
    for file in [unsigned_record(course), altered, strangers.unwrap()] {
        let report = judge(&file);
        let inner = report.credentials[0].as_ref().unwrap();
        assert_eq!(
            (inner.verdict, inner.basis),
            (Verdict::Unconfirmed, Basis::Signature)
        );
        let integrity = first(&report, Question::Integrity);
        assert_eq!(integrity, (Outcome::Absent, "no-proof"));
    }
}

/// What makes a signature that cannot be judged is a signature all the same.
#[test]
fn an_unknown_proof_is_not_taken_for_none() {
    let proof = json!({
        "type": "DataIntegrityProof",
        "cryptosuite": "a-suite-of-tomorrow",
        "proofPurpose": "assertionMethod",
        "verificationMethod": school().method(),
        "proofValue": "z3",
    });
    let badge = with(badge(&school(), "course"), "proof", proof);
    let report = judge(&record(vec![badge]));
    assert_eq!(verdicts(&report), ["unconfirmed"]);
    let integrity = first(&report, Question::Integrity);
    assert_eq!(integrity, (Outcome::Unknown, "unsupported-suite"));
}

/// Its status is asked like any other's where its issuer signed the record, and not where another did:
/// then anybody could have named the list.
#[test]
fn one_that_can_be_withdrawn() {
    let list = "https://school.example/revoked";
    let entry = json!({"id": list, "type": "1EdTechRevocationList"});
    let extensions = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";
    let course = |issuer: &signing::Issuer| {
        let badge = with(badge(issuer, "course"), "credentialStatus", entry.clone());
        with(badge, "@context", json!([V2, OB3, extensions]))
    };
    let listing = |ids: Value| {
        let body = json!({"id": list, "issuer": school().id(), "revokedCredential": ids});
        let body = body.to_string().into_bytes();
        let mut evidence = Evidence::none();
        evidence.insert(list, Answer::Response { status: 200, body });
        evidence
    };
    let revoked = listing(json!([{"id": "urn:example:course"}]));
    let clear = listing(json!([]));
    let policy = listed();
    for (issuer, evidence, verdict, wants) in [
        (school(), &Evidence::none(), "status-unknown", 1),
        (school(), &clear, "unlisted", 0),
        (school(), &revoked, "revoked", 0),
        (company(), &revoked, "unconfirmed", 0),
    ] {
        let file = jcs_record(vec![course(&issuer)]).to_string();
        let opened = open(file.as_bytes(), &policy.bounds).unwrap();
        let record = opened.credentials.only().unwrap();
        let report = verify(record, evidence, &policy, now());
        assert_eq!(report.verdict, Verdict::Genuine);
        assert_eq!(verdicts(&report), [verdict]);
        assert_eq!(report.wants.len(), wants);
    }
}

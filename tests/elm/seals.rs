//! Electronic seals: recognised, and never taken for good or bad.

use assay::carrier::Unreadable;
use assay::credential::NotACredential;
use assay::present::english;
use assay::{Evidence, Outcome, Policy, Question, Reason, Report, Verdict, open, verify};
use serde_json::{Value, json};
use signing::base64url;

use crate::credential::unsigned;
use crate::support::{now, report};

/// A seal around this text; `certificate` is what names whose it is.
fn sealed(payload: &str, certificate: &str) -> Value {
    let header = json!({"alg": "RS256", certificate: ["AA=="], "sigT": "2024-06-01T00:00:00Z"});
    let protected = base64url(header.to_string());
    json!({
        "payload": base64url(payload),
        "signatures": [{"protected": protected, "header": {"etsiU": []}, "signature": "AA"}],
    })
}

fn integrity(report: &Report) -> (Outcome, &Reason) {
    let check = report.checks.get(Question::Integrity);
    (check.outcome, &check.reason)
}

#[test]
fn a_seal_leaves_open_whether_it_is_intact() {
    for certificate in ["x5c", "x5t#S256", "x5t#o", "sigX5ts", "x5u"] {
        let report = report(
            &sealed(&unsigned().to_string(), certificate),
            &Policy::default(),
        );
        assert_eq!(report.verdict, Verdict::Unconfirmed);
        let algorithms = vec!["RS256".to_owned()];
        let reason = Reason::UncheckedSeal { algorithms };
        assert_eq!(integrity(&report), (Outcome::Unknown, &reason));
        assert_eq!(
            report.checks.get(Question::IssuerKey).outcome,
            Outcome::Unknown
        );
        assert_eq!(report.claims.title().unwrap().value, "Welding");
        assert!(!report.is_attested());
        assert_eq!(report.wants, []);
    }
}

#[test]
fn the_person_is_told_where_a_seal_is_checked() {
    let report = report(&sealed(&unsigned().to_string(), "x5c"), &Policy::default());
    let check = report.checks.get(Question::Integrity);
    let detail = english::detail(check);
    assert!(
        detail.contains("JAdES, RS256") && detail.contains("can't check"),
        "{detail}"
    );
    let next = english::next_step(&check.reason).unwrap();
    assert!(next.contains("European Commission"), "{next}");
}

/// A proof inside is the seal's content, and lifts nothing.
#[test]
fn a_proof_inside_a_seal_is_not_looked_at() {
    let mut credential = unsigned();
    credential["proof"] = json!({"type": "DataIntegrityProof"});
    let report = report(&sealed(&credential.to_string(), "x5c"), &Policy::default());
    assert_eq!(integrity(&report).1.code(), "unsupported-seal");
}

#[test]
fn a_seal_around_something_else_is_no_credential() {
    let presentation = json!({"type": "VerifiablePresentation", "verifiableCredential": []});
    for payload in ["{}", "[]", "broken", &presentation.to_string()] {
        let file = sealed(payload, "x5c").to_string();
        assert_eq!(
            open(file.as_bytes(), &Policy::default().bounds),
            Err(Unreadable::NotACredential(NotACredential::SignedJson)),
            "{payload}"
        );
    }
}

#[test]
fn a_sealed_credential_has_dates_like_any_other() {
    let mut credential = unsigned();
    credential["expirationDate"] = json!("2025-01-01T00:00:00Z");
    let file = sealed(&credential.to_string(), "x5c").to_string();
    let opened = open(file.as_bytes(), &Policy::default().bounds).unwrap();
    let credential = opened.credentials.only().unwrap();
    let report = verify(credential, &Evidence::none(), &Policy::default(), now());
    assert_eq!(report.checks.get(Question::Dates).outcome, Outcome::Fail);
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

/// What credentials are made from has all the members of one, a level further in.
#[test]
fn a_draft_is_not_taken_for_what_was_issued() {
    let draft = json!({"credential": unsigned(), "deliveryDetails": {}}).to_string();
    assert_eq!(
        open(draft.as_bytes(), &Policy::default().bounds),
        Err(Unreadable::NotACredential(NotACredential::ToBeIssued))
    );
}

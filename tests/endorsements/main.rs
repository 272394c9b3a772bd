//! Endorsements: each is verified by itself, has to be about the thing that it stands on, and changes no
//! verdict.
//!
//! A fixture's name says what it comes to; [`comes_to`] holds that.

mod forgery;
mod made;
#[path = "../support/mod.rs"]
mod support;
mod words;

use assay::key::{Algorithm, KeyKind};
use assay::nested::EndorsementCounts;
use assay::policy::Bounds;
use assay::{Outcome, Policy, Question, Reason, Verdict};
use serde_json::{Value, json};
use signing::{Issuer, base64url};

use made::*;

/// The outcome of a badge's check, and the outcome and code of its only endorsement, wherever that
/// stands; the verdict is the badge's own.
fn comes_to(endorsement: &dyn Fn(&str) -> Value, expected: (Outcome, &str)) {
    for (place, id) in [
        ("", BADGE.to_owned()),
        ("/issuer", school().id().to_owned()),
        ("/credentialSubject/achievement", ACHIEVEMENT.to_owned()),
    ] {
        let endorsement = endorsement(&id);
        let member = match endorsement {
            Value::String(_) => "endorsementJwt",
            _ => "endorsement",
        };
        let report = judge(&endorsed(place, member, vec![endorsement]));
        assert_eq!(report.verdict, Verdict::Unlisted, "{place}");
        let [only] = report.endorsements.as_slice() else {
            panic!("one endorsement: {place}");
        };
        assert_eq!((only.outcome, only.reason.code()), expected, "{place}");
        assert_eq!(
            report.checks.get(Question::Endorsements).outcome,
            expected.0
        );
    }
}

#[test]
fn a_good_one() {
    comes_to(&|id| signed(&partner(), id), (Outcome::Pass, "verdict"));
}

#[test]
fn a_good_one_in_a_token() {
    comes_to(&|id| token(id, |_| ()), (Outcome::Pass, "verdict"));
}

#[test]
fn one_that_was_altered() {
    let altered = |id: &str| {
        let mut endorsement = signed(&partner(), id);
        endorsement["credentialSubject"]["endorsementComment"] = json!("Even better.");
        endorsement
    };
    comes_to(&altered, (Outcome::Fail, "verdict"));
}

#[test]
fn one_in_a_token_that_was_altered() {
    let altered = |id: &str| {
        let Value::String(token) = token(id, |_| ()) else {
            panic!("a token");
        };
        let (rest, _) = token.rsplit_once('.').unwrap();
        json!(format!("{rest}.{}", base64url([1; 64])))
    };
    comes_to(&altered, (Outcome::Fail, "verdict"));
}

#[test]
fn one_that_a_stranger_signed() {
    let strangers = |id: &str| {
        let stranger = Issuer::did_key("stranger");
        stranger.sign(endorsement(&partner(), id)).unwrap()
    };
    comes_to(&strangers, (Outcome::Fail, "verdict"));
}

#[test]
fn one_that_nobody_signed() {
    let unsigned = |id: &str| endorsement(&partner(), id);
    comes_to(&unsigned, (Outcome::Unknown, "verdict"));
}

#[test]
fn one_that_expired() {
    let expired = |id: &str| {
        let mut endorsement = endorsement(&partner(), id);
        endorsement["validUntil"] = json!("2025-01-01T00:00:00Z");
        partner().sign(endorsement).unwrap()
    };
    comes_to(&expired, (Outcome::Fail, "verdict"));
}

#[test]
fn one_of_something_else() {
    let of_another = |_: &str| signed(&partner(), "urn:example:another");
    comes_to(&of_another, (Outcome::Fail, "endorses-another"));
    let of_another = |_: &str| token("urn:example:another", |_| ());
    comes_to(&of_another, (Outcome::Fail, "endorses-another"));
}

#[test]
fn one_that_says_not_what_it_endorses() {
    let of_nothing = |_: &str| {
        let mut endorsement = endorsement(&partner(), "");
        let subject = endorsement["credentialSubject"].as_object_mut().unwrap();
        subject.remove("id");
        partner().sign(endorsement).unwrap()
    };
    comes_to(&of_nothing, (Outcome::Unknown, "no-identifier"));
}

#[test]
fn a_credential_of_another_kind() {
    let other = |id: &str| {
        let mut other = endorsement(&partner(), id);
        other["type"] = json!(["VerifiableCredential"]);
        partner().sign(other).unwrap()
    };
    comes_to(&other, (Outcome::Fail, "not-an-endorsement"));
    let other = |id: &str| {
        token(id, |payload| {
            payload["type"] = json!("VerifiableCredential")
        })
    };
    comes_to(&other, (Outcome::Fail, "not-an-endorsement"));
}

#[test]
fn what_is_no_credential() {
    comes_to(&|_| json!("not a token"), (Outcome::Unknown, "unreadable"));
}

/// An endorser whose keys have to be asked for: the badge wants that, and no more is known.
#[test]
fn one_of_an_endorser_at_a_domain() {
    let endorser = Issuer::did_web("partner", "did:web:partner.example");
    let report = judge(&endorsed("", "endorsement", vec![signed(&endorser, BADGE)]));
    assert_eq!(report.endorsements[0].outcome, Outcome::Unknown);
    let wants: Vec<&str> = report.wants.iter().map(|want| want.url.as_str()).collect();
    assert_eq!(wants, ["https://partner.example/.well-known/did.json"]);
}

/// Of several all have to hold.
#[test]
fn several() {
    let good = || signed(&partner(), BADGE);
    let bad = || signed(&partner(), "urn:example:another");
    let open = || endorsement(&partner(), BADGE);
    for (entries, expected) in [
        (vec![good(), good()], (Outcome::Pass, 2, 0, 0)),
        (vec![good(), open()], (Outcome::Unknown, 2, 0, 1)),
        (vec![good(), open(), bad()], (Outcome::Fail, 3, 1, 1)),
    ] {
        let entries: Vec<Value> = entries.into_iter().enumerate().map(numbered).collect();
        let report = judge(&endorsed("", "endorsement", entries));
        let check = report.checks.get(Question::Endorsements);
        let (outcome, all, failed, open) = expected;
        assert_eq!(check.outcome, outcome);
        let counts = EndorsementCounts { all, failed, open };
        assert_eq!(check.reason, Reason::Endorsements(counts));
        assert_eq!(report.verdict, Verdict::Unlisted);
    }
}

/// Each with an identifier of its own, signed anew where it was signed.
fn numbered((index, mut endorsement): (usize, Value)) -> Value {
    endorsement["id"] = json!(format!("urn:example:endorsement:{index}"));
    match endorsement.as_object_mut().unwrap().remove("proof") {
        Some(_) => partner().sign(endorsement).unwrap(),
        None => endorsement,
    }
}

#[test]
fn none() {
    let report = judge(&school().sign(unsigned_badge()).unwrap());
    let check = report.checks.get(Question::Endorsements);
    assert_eq!(
        (check.outcome, &check.reason),
        (Outcome::Absent, &Reason::EndorsementsAbsent)
    );
}

#[test]
fn more_than_are_checked() {
    let mut badge = unsigned_badge();
    let limit = Bounds::default().credentials;
    badge["endorsementJwt"] = json!(vec!["a.b.c"; limit + 10]);
    let report = judge(&badge);
    assert_eq!(report.endorsements.len(), limit + 1);
    let last = report.endorsements.last().unwrap();
    assert_eq!(
        last.credential.as_ref().unwrap_err().code(),
        "too-many-credentials"
    );
}

/// A badge in a token carries endorsements like any other.
#[test]
fn on_a_badge_in_a_token() {
    let issuer = Issuer::did_key_of("school", KeyKind::P256);
    let mut payload = unsigned_badge();
    payload["issuer"]["id"] = json!(issuer.id());
    payload["endorsement"] = json!([signed(&partner(), BADGE)]);
    payload["endorsementJwt"] = json!([token(BADGE, |_| ())]);
    let header = json!({"kid": issuer.method()});
    let token = issuer.token(Algorithm::Es256, &header, &payload).unwrap();
    let opened = assay::open(token.as_bytes(), &Bounds::default()).unwrap();
    let badge = opened.credentials.only().unwrap();
    let none = assay::Evidence::none();
    let report = assay::verify(badge, &none, &Policy::default(), support::now());
    assert_eq!(report.verdict, Verdict::Unlisted);
    let check = report.checks.get(Question::Endorsements);
    assert_eq!(
        (check.outcome, check.reason.code()),
        (Outcome::Pass, "endorsements-hold")
    );
}

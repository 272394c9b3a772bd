//! Which proofs count, and whose key made them.

use assay::key::KeyKind;
use assay::proof::Suite;
use assay::{Evidence, Outcome, Question, Reason, Report, Verdict};
use serde_json::{Value, json};
use signing::{Issuer, members, proof_key};

use crate::badge::{badge, judge};
use crate::support::object;

fn school() -> Issuer {
    Issuer::did_key("a school")
}

fn stranger() -> Issuer {
    Issuer::did_key("a stranger")
}

fn integrity(report: &Report) -> (Outcome, Reason) {
    let check = report.checks.get(Question::Integrity);
    (check.outcome, check.reason.clone())
}

/// The proof of `signer` over a document, with these members besides.
fn proof(signer: &Issuer, document: &Value, more: Value) -> Value {
    let mut members = members(Suite::EddsaRdfc2022);
    let more = object(&more);
    members.as_object_mut().unwrap().extend(more);
    signer.sign_with(document.clone(), members).unwrap()["proof"].take()
}

fn with(mut document: Value, proofs: &[&Value]) -> Value {
    document["proof"] = proofs.iter().map(|proof| (*proof).clone()).collect();
    document
}

fn verdict(document: &Value) -> Verdict {
    judge(document, &Evidence::none()).verdict
}

/// `ecdsa-sd-2023`: the base signature is checked with the key inside the proof, which anybody can make.
#[test]
fn false_good_10_the_key_inside_a_proof_vouches_for_nothing() {
    let issuer = Issuer::did_key_of("a school", KeyKind::P256);
    let unsigned = badge(issuer.id());
    let honest = members(Suite::EcdsaSd2023);
    let good = issuer.sign_with(unsigned.clone(), honest.clone()).unwrap();
    assert_eq!(verdict(&good), Verdict::Unlisted);

    let inside = Issuer::did_key_of(&proof_key(&object(&unsigned)), KeyKind::P256);
    let mut in_its_name = honest;
    in_its_name["verificationMethod"] = json!(issuer.method());
    let forged = inside.sign_with(unsigned, in_its_name).unwrap();
    let report = judge(&forged, &Evidence::none());
    let mechanism = Suite::EcdsaSd2023.into();
    let mismatch = Reason::SignatureMismatch { mechanism };
    assert_eq!(integrity(&report), (Outcome::Fail, mismatch));
    assert_eq!(report.verdict, Verdict::Invalid);
}

/// `previousProof` is not enforced.
#[test]
fn false_good_11_a_proof_on_top_of_others_needs_them() {
    let unsigned = badge(school().id());
    let below = proof(&stranger(), &unsigned, json!({"id": "urn:uuid:below"}));
    let document = with(unsigned.clone(), &[&below]);
    let more = json!({"id": "urn:uuid:above", "previousProof": "urn:uuid:below"});
    let above = proof(&school(), &document, more);
    assert_eq!(
        verdict(&with(unsigned.clone(), &[&below, &above])),
        Verdict::Unlisted
    );

    let mut altered = below.clone();
    altered["created"] = json!("2020-01-01T00:00:00Z");
    for proofs in [&[&above][..], &[&altered, &above], &[&above, &altered]] {
        let report = judge(&with(unsigned.clone(), proofs), &Evidence::none());
        assert_eq!(report.verdict, Verdict::Invalid, "{proofs:?}");
    }
}

/// Of a set only the first proof of a known suite is checked: a stranger's in front of the issuer's, or
/// in its place.
#[test]
fn false_good_11_every_proof_of_a_set_is_looked_at() {
    let unsigned = badge(school().id());
    let good = proof(&school(), &unsigned, json!({}));
    let strangers = proof(&stranger(), &unsigned, json!({}));
    let unknown = json!({"type": "DataIntegrityProof", "cryptosuite": "xyz-2030"});
    let mut broken = good.clone();
    broken["created"] = json!("2020-01-01T00:00:00Z");
    for (proofs, expected) in [
        (&[&strangers, &good][..], Verdict::Unlisted),
        (&[&broken, &good], Verdict::Unlisted),
        (&[&unknown, &good], Verdict::Unlisted),
        (&[&strangers], Verdict::Invalid),
        (&[&strangers, &broken], Verdict::Invalid),
        // One that cannot be judged may yet be the issuer's.
        (&[&unknown, &strangers], Verdict::Unconfirmed),
    ] {
        let report = judge(&with(unsigned.clone(), proofs), &Evidence::none());
        assert_eq!(report.verdict, expected, "{proofs:?}");
        assert_eq!(report.proofs.len(), proofs.len());
    }
}

//! Records rewritten so that their signature still holds: nothing may look better for it.

use assay::{Outcome, Question, Verdict};
use serde_json::{Value, json};

use crate::made::*;

const VERIFIABLE: &str = "/credentialSubject/verifiableCredential";

fn entries(record: &mut Value) -> &mut Vec<Value> {
    record
        .pointer_mut(VERIFIABLE)
        .unwrap()
        .as_array_mut()
        .unwrap()
}

/// Statements are signed, not where they stand: what two credentials say of one learner can be
/// exchanged under the signature. So with one learner in both, nothing of either is settled.
#[test]
fn achievements_exchanged_between_unsigned_credentials() {
    let expired = badge_for_learner(&school(), "medicine");
    let expired = with(expired, "validUntil", json!("2025-01-01T00:00:00Z"));
    let honest = record(vec![expired, badge_for_learner(&school(), "first-aid")]);
    let mut forged = honest.clone();
    let [medicine, first_aid] =
        [0, 1].map(|index| entries(&mut forged)[index]["credentialSubject"].clone());
    entries(&mut forged)[0]["credentialSubject"] = first_aid;
    entries(&mut forged)[1]["credentialSubject"] = medicine;
    for file in [&honest, &forged] {
        let report = judge(file);
        // The signature does hold.
        assert_eq!(report.verdict, Verdict::Genuine);
        assert_eq!(verdicts(&report), ["unconfirmed", "unconfirmed"]);
        let integrity = first(&report, Question::Integrity);
        assert_eq!(integrity, (Outcome::Unknown, "ambiguous-in-record"));
    }
}

/// The same cannot be done where the JSON is signed.
#[test]
fn achievements_exchanged_under_a_signature_over_json() {
    let expired = badge_for_learner(&school(), "medicine");
    let expired = with(expired, "validUntil", json!("2025-01-01T00:00:00Z"));
    let honest = jcs_record(vec![expired, badge_for_learner(&school(), "first-aid")]);
    assert_eq!(verdicts(&judge(&honest)), ["expired", "unlisted"]);
    let mut forged = honest;
    entries(&mut forged).swap(0, 1);
    let report = judge(&forged);
    assert_eq!(report.verdict, Verdict::Invalid);
    assert_eq!(verdicts(&report), ["unconfirmed", "unconfirmed"]);
}

/// An end of validity moved to a second mention of the same credential.
#[test]
fn an_end_moved_to_a_second_mention() {
    let end = json!("2025-01-01T00:00:00Z");
    let honest = record(vec![with(
        badge(&school(), "course"),
        "validUntil",
        end.clone(),
    )]);
    assert_eq!(verdicts(&judge(&honest)), ["expired"]);
    let mut forged = honest;
    let course = &mut entries(&mut forged)[0];
    course.as_object_mut().unwrap().remove("validUntil");
    let mention = json!({
        "@context": course["@context"],
        "id": course["id"],
        "type": course["type"],
        "validUntil": end,
    });
    entries(&mut forged).push(mention);
    let report = judge(&forged);
    assert_eq!(report.verdict, Verdict::Genuine);
    assert_eq!(verdicts(&report), ["unconfirmed", "unconfirmed"]);
}

/// A bad signature moved to a second mention, so that the credential would seem to have none.
#[test]
fn a_proof_moved_to_a_second_mention() {
    let mut revoked = signed(&school(), "course");
    revoked["validFrom"] = json!("2024-06-01T00:00:00Z");
    let honest = record(vec![revoked]);
    assert_eq!(verdicts(&judge(&honest)), ["invalid"]);
    let mut forged = honest;
    let course = &mut entries(&mut forged)[0];
    let proof = course.as_object_mut().unwrap().remove("proof");
    let mention = json!({
        "@context": course["@context"],
        "id": course["id"],
        "type": course["type"],
        "proof": proof,
    });
    entries(&mut forged).push(mention);
    let report = judge(&forged);
    assert_eq!(report.verdict, Verdict::Genuine);
    assert_eq!(verdicts(&report), ["unconfirmed", "invalid"]);
}

/// A credential that takes the record's own identifier, to add to what the record says.
#[test]
fn a_credential_with_the_records_identifier() {
    let badge = with(
        badge(&school(), "course"),
        "id",
        json!("urn:example:record"),
    );
    let honest = unsigned_record(vec![badge.clone()]);
    // The signing helper holds to the rule as well, so only a signature over JSON can be made.
    assert!(school().sign(honest.clone()).is_err());
    let report = judge(&honest);
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    assert_eq!(verdicts(&report), ["unconfirmed"]);
}

/// A credential put into a signed record, with and without a signature of its own.
#[test]
fn a_credential_added_to_a_signed_record() {
    let mut forged = record(vec![badge(&school(), "course")]);
    entries(&mut forged).push(badge(&school(), "added"));
    entries(&mut forged).push(signed(&company(), "elsewhere"));
    let report = judge(&forged);
    assert_eq!(report.verdict, Verdict::Invalid);
    assert_eq!(
        verdicts(&report),
        ["unconfirmed", "unconfirmed", "unlisted"]
    );
}

/// A stranger's record around the school's own words: the stranger alone vouches for them.
#[test]
fn a_strangers_record_does_not_speak_for_the_school() {
    let stranger = signing::Issuer::did_key("stranger");
    let mut file = unsigned_record(vec![badge(&school(), "course")]);
    file["issuer"]["id"] = json!(stranger.id());
    let report = judge(&stranger.sign(file).unwrap());
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(verdicts(&report), ["unconfirmed"]);
    assert_eq!(first(&report, Question::IssuerKey).1, "record-issuer-only");
}

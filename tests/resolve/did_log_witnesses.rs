//! did:webvh: witnesses who have to approve what a log says.

use assay::evidence::Purpose;
use assay::resolve::DidLogError;
use assay::{IssuerMethod, Outcome, Reason, Unobtained};
use serde_json::{Value, json};
use signing::{DidLog, Issuer, KeyKind};

use crate::badge::{self, judge, listed, wants};
use crate::did_log::{Keys, evidence, refused};

const PROOFS: &str = "https://history.example/.well-known/did-witness.json";

fn witness(number: usize) -> Issuer {
    Issuer::did_key(&format!("witness {number}"))
}

/// The rule that so many of the witnesses with these numbers have to approve.
fn rule(threshold: usize, numbers: &[usize]) -> Value {
    let witnesses = numbers
        .iter()
        .map(|number| json!({"id": witness(*number).id()}));
    let witnesses: Vec<Value> = witnesses.collect();
    json!({"threshold": threshold, "witnesses": witnesses})
}

/// A log with these rules for witnesses, by the index of the entry that sets them.
fn log(rules: &[(usize, Value)]) -> DidLog {
    Keys::new().log(|drafts| {
        for (index, rule) in rules {
            drafts[*index].parameters["witness"] = rule.clone();
        }
    })
}

/// A file of proofs: which witness approves which version.
fn proofs(log: &DidLog, approvals: &[(usize, usize)]) -> Value {
    let entries = approvals.iter().map(|(number, index)| {
        let id = log.version_ids().remove(*index);
        json!({"versionId": id, "proof": [witness(*number).approve(&id).unwrap()]})
    });
    entries.collect()
}

fn issuer_key(log: &DidLog, proofs: &Value) -> (Outcome, Reason) {
    let badge = Keys::new().badge(&log.did());
    badge::issuer_key(&judge(&badge, &evidence(log, Some(proofs))))
}

#[track_caller]
fn approved(log: &DidLog, proofs: &Value) {
    assert_eq!(issuer_key(log, proofs), listed(IssuerMethod::DidWebvh));
}

#[track_caller]
fn unapproved(log: &DidLog, proofs: &Value, version: usize) {
    let error = DidLogError::Unwitnessed { version };
    let expected = (Outcome::Unknown, Reason::DidLog(error));
    assert_eq!(issuer_key(log, proofs), expected);
}

#[test]
fn as_many_as_have_to() {
    let log = log(&[(0, rule(2, &[1, 2, 3]))]);
    approved(&log, &proofs(&log, &[(1, 2), (3, 2)]));
    // Whoever approves a version approves those before it.
    approved(&log, &proofs(&log, &[(1, 0), (1, 2), (2, 2)]));
    unapproved(&log, &proofs(&log, &[(1, 2)]), 1);
    unapproved(&log, &proofs(&log, &[(1, 2), (1, 1)]), 1);
    unapproved(&log, &proofs(&log, &[(1, 2), (4, 2)]), 1);
    unapproved(&log, &proofs(&log, &[(1, 2), (2, 1)]), 3);
    unapproved(&log, &json!([]), 1);
    unapproved(&log, &json!({}), 1);
}

#[test]
fn the_proofs_are_wanted_and_nothing_is_known_without_them() {
    let log = log(&[(0, rule(1, &[1]))]);
    let badge = Keys::new().badge(&log.did());
    let report = judge(&badge, &evidence(&log, None));
    assert_eq!(wants(&report), [(PROOFS, Purpose::WitnessProofs)]);
    let (url, why) = (PROOFS.to_owned(), Unobtained::NotAsked);
    let expected = (Outcome::Unknown, Reason::Unobtained { url, why });
    assert_eq!(badge::issuer_key(&report), expected);
    // They are of no use where the log itself does not hold.
    let mut log = log;
    log.entries[1]["state"]["more"] = json!(1);
    refused(&log, DidLogError::EntryHashMismatch { version: 2 });
}

#[test]
fn a_proof_that_does_not_hold_counts_for_nothing() {
    let log = log(&[(0, rule(1, &[1]))]);
    let good = proofs(&log, &[(1, 2)]);
    let with = |name: &str, value: Value| {
        let mut altered = good.clone();
        altered[0]["proof"][0][name] = value;
        altered
    };
    approved(&log, &good);
    let stranger = witness(9);
    for proofs in [
        with("proofValue", json!("z1")),
        with("created", json!("2025-02-03T09:00:01Z")),
        with("verificationMethod", json!(stranger.method())),
        with("verificationMethod", json!(witness(1).id())),
        with("proofPurpose", json!("authentication")),
    ] {
        unapproved(&log, &proofs, 1);
    }
    // A good one beside it does.
    let mut both = with("proofValue", json!("z1"));
    both.as_array_mut()
        .unwrap()
        .extend(good.as_array().unwrap().clone());
    approved(&log, &both);
}

/// The approval is of the version that it was signed for, and of no other log's.
#[test]
fn an_approval_of_something_else() {
    let log = log(&[(0, rule(1, &[1]))]);
    let other = Keys::new().log(|drafts| {
        drafts[0].parameters["witness"] = rule(1, &[1]);
        drafts[0].time = "2024-12-31T00:00:00Z";
    });
    unapproved(&log, &proofs(&other, &[(1, 2)]), 1);
    let mut renamed = proofs(&other, &[(1, 2)]);
    renamed[0]["versionId"] = json!(log.version_ids()[2]);
    unapproved(&log, &renamed, 1);
    // A version that is not published yet.
    let id = "4-QmQvFgRe9yNYAT253FoGixHgRsZDCxeWQoU12varD5CDdJ";
    let ahead = json!([{"versionId": id, "proof": [witness(1).approve(id).unwrap()]}]);
    unapproved(&log, &ahead, 1);
}

/// New witnesses count from the next entry on; the first ones at once.
#[test]
fn who_has_to_approve_which_entry() {
    let replaced = log(&[(0, rule(1, &[1])), (1, rule(1, &[2]))]);
    approved(&replaced, &proofs(&replaced, &[(1, 1), (2, 2)]));
    unapproved(&replaced, &proofs(&replaced, &[(1, 0), (2, 2)]), 2);
    unapproved(&replaced, &proofs(&replaced, &[(1, 2)]), 3);
    let ended = log(&[(0, rule(1, &[1])), (1, json!({}))]);
    approved(&ended, &proofs(&ended, &[(1, 1)]));
    unapproved(&ended, &proofs(&ended, &[(1, 0)]), 2);
    let begun = log(&[(1, rule(1, &[1]))]);
    approved(&begun, &proofs(&begun, &[(1, 2)]));
    unapproved(&begun, &proofs(&begun, &[(1, 1)]), 3);
    unapproved(&begun, &json!([]), 2);
}

/// A rule that is no good is never taken for none.
#[test]
fn rules_that_are_no_good() {
    let p256 = Issuer::did_key_of("witness", KeyKind::P256);
    let one = |id: &str| json!({"threshold": 1, "witnesses": [{"id": id}]});
    for rule in [
        rule(0, &[1]),
        rule(2, &[1]),
        rule(1, &[1, 1]),
        rule(1, &[]),
        json!({"witnesses": [{"id": witness(1).id()}]}),
        json!({"threshold": "1", "witnesses": [{"id": witness(1).id()}]}),
        json!({"threshold": 1}),
        one("did:web:a.example"),
        one(witness(1).multikey()),
        one(witness(1).method()),
        one(p256.id()),
        one("did:key:z6Mk"),
    ] {
        let (version, name) = (1, "witness".to_owned());
        let log = log(&[(0, rule)]);
        refused(&log, DidLogError::MalformedParameter { version, name });
    }
}

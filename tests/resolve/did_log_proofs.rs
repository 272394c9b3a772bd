//! did:webvh: who may sign an entry, and how.

use assay::IssuerMethod;
use assay::resolve::DidLogError;
use serde_json::{Value, json};
use signing::{DidLog, Issuer, KeyKind, multihash};

use crate::badge::listed;
use crate::did_log::{Keys, issuer_key, refused};

#[test]
fn an_entry_by_a_key_that_was_not_allowed_to() {
    let keys = Keys::new();
    let by = |index: usize, signer| keys.log(|drafts| drafts[index].signer = signer);
    for (log, version) in [
        (by(0, &keys.stranger), 1),
        (by(1, &keys.stranger), 2),
        // A new key signs from the next entry on.
        (by(1, &keys.second), 2),
        // The replaced one does not sign any more, nor does one that signs badges.
        (by(2, &keys.first), 3),
        (by(2, &keys.issuer), 3),
    ] {
        refused(&log, DidLogError::Unauthorized { version });
    }
}

#[test]
fn every_proof_has_to_hold() {
    let keys = Keys::new();
    let proofs = |proofs: &dyn Fn(&Value) -> Value| {
        let mut log = keys.log(|_| ());
        let proof = proofs(&log.entries[2]["proof"][0]);
        log.entries[2]["proof"] = proof;
        log
    };
    let good = [
        proofs(&|proof| json!([proof])),
        proofs(&|proof| proof.clone()),
        proofs(&|proof| json!([proof, proof])),
    ];
    for log in good {
        assert_eq!(issuer_key(&log), listed(IssuerMethod::DidWebvh));
    }
    let with = |name: &str, value: Value| {
        proofs(&|proof| {
            let mut other = proof.clone();
            other[name] = value.clone();
            json!([proof, other])
        })
    };
    let stranger = keys.stranger.multikey();
    for log in [
        proofs(&|_| json!([])),
        proofs(&|_| json!(null)),
        proofs(&|proof| json!([proof, {}])),
        proofs(&|proof| Value::Array(vec![proof.clone(); 17])),
        with("proofValue", json!("z1")),
        with("created", json!("2025-02-03T09:00:01Z")),
        with("@context", json!("https://www.w3.org/ns/credentials/v2")),
        with("verificationMethod", json!(keys.second.multikey())),
        with(
            "verificationMethod",
            json!(format!("did:key:{}#{stranger}", keys.second.multikey())),
        ),
        with(
            "verificationMethod",
            json!(format!("did:key:{stranger}#{}", keys.second.multikey())),
        ),
    ] {
        refused(&log, DidLogError::Unauthorized { version: 3 });
    }
}

/// Signed as it stands, so that only what the proof says of itself is wrong.
#[test]
fn a_proof_for_other_work_of_another_suite_or_that_has_expired() {
    let keys = Keys::new();
    let with = |members: Value| {
        let mut log = keys.log(|_| ());
        let mut entry = log.entries[2].as_object().unwrap().clone();
        entry.remove("proof");
        let proof = keys.second.sign_json(&entry, members).unwrap();
        log.entries[2]["proof"] = json!([proof]);
        log
    };
    let later = json!({"expires": "2026-06-01T00:00:01Z"});
    assert_eq!(issuer_key(&with(later)), listed(IssuerMethod::DidWebvh));
    for members in [
        json!({"proofPurpose": "authentication"}),
        json!({"cryptosuite": "eddsa-rdfc-2022"}),
        json!({"cryptosuite": "ecdsa-jcs-2019"}),
        json!({"type": "Ed25519Signature2020"}),
        json!({"expires": "2026-06-01T00:00:00Z"}),
    ] {
        let log = with(members);
        refused(&log, DidLogError::Unauthorized { version: 3 });
    }
}

/// The suite takes Ed25519 and nothing else, though the signature would match.
#[test]
fn a_key_that_the_suite_does_not_take() {
    let keys = Keys::new();
    let p256 = Issuer::did_key_of("a log's first key", KeyKind::P256);
    let mut drafts = keys.drafts();
    drafts.truncate(1);
    drafts[0].parameters["updateKeys"] = json!([p256.multikey()]);
    drafts[0].signer = &p256;
    let log = DidLog::new(&drafts).unwrap();
    refused(&log, DidLogError::Unauthorized { version: 1 });
}

#[test]
fn keys_that_were_announced_before() {
    let keys = Keys::new();
    let announced = |second: Value, signer| {
        keys.log(|drafts| {
            let hashes = [multihash(keys.second.multikey()), multihash("unused")];
            drafts[0].parameters["nextKeyHashes"] = json!(hashes);
            drafts[1].parameters = second.clone();
            drafts[1].signer = signer;
        })
    };
    let (second, stranger) = (keys.second.multikey(), keys.stranger.multikey());
    // The entry is signed by the keys that it reveals, and may end the practice.
    let good = json!({"updateKeys": [second], "nextKeyHashes": []});
    let log = announced(good.clone(), &keys.second);
    assert_eq!(issuer_key(&log), listed(IssuerMethod::DidWebvh));
    let log = announced(good, &keys.first);
    refused(&log, DidLogError::Unauthorized { version: 2 });
    for parameters in [
        json!({}),
        json!({"nextKeyHashes": []}),
        json!({"updateKeys": [second]}),
        json!({"updateKeys": [stranger], "nextKeyHashes": []}),
        json!({"updateKeys": [second, stranger], "nextKeyHashes": []}),
        json!({"updateKeys": [keys.first.multikey()], "nextKeyHashes": []}),
    ] {
        let log = announced(parameters, &keys.second);
        refused(&log, DidLogError::PreRotationMismatch { version: 2 });
    }
}

//! Proofs and sets of proofs, altered.

use assay::key::KeyKind;
use assay::proof::Suite;
use assay::{Note, Outcome, Policy, Reason, Timestamp, Verdict};
use serde_json::{Value, json};

use crate::signer::{
    EXTENSIONS, OB3, SIGNERS, Signer, VC2, after, integrity, put, refused, take, value, verdict,
};
use crate::support::report;

#[test]
fn altered_proof_options() {
    after(|badge| badge["proof"]["created"] = json!("2020-01-01T00:00:00Z"));
    after(|badge| badge["proof"]["proofPurpose"] = json!("authentication"));
    after(|badge| badge["proof"]["cryptosuite"] = json!("none"));
    after(|badge| badge["proof"]["domain"] = json!("example.com"));
    after(|badge| badge["proof"]["verificationMethod"] = badge["issuer"]["id"].clone());
    after(|badge| badge["proof"]["@context"] = json!(VC2));
    after(|badge| badge["proof"]["@context"] = json!([VC2, OB3, EXTENSIONS, VC2]));
    after(|badge| drop(take(badge, "proof")));
}

#[test]
fn signed_for_another_purpose_or_no_longer() {
    for signer in SIGNERS {
        let sign = |more: Value| signer.sign_with(signer.unsigned(), more);
        refused(&sign(json!({"proofPurpose": "authentication"})));
        refused(&sign(json!({"expires": "2025-01-01T00:00:00Z"})));
    }
}

#[test]
fn proof_sets_need_one_proof_of_the_issuers() {
    for signer in SIGNERS {
        let good = signer.signed();
        let stranger = signer.sign_by(&signer.stranger(), signer.unsigned(), json!({}));
        let set = |proofs: &[&Value]| {
            let mut badge = good.clone();
            badge["proof"] = proofs.iter().map(|proof| (*proof).clone()).collect();
            badge
        };
        let mut broken = good["proof"].clone();
        let (bytes, encode) = value(&broken);
        put(&mut broken, json!(encode(&vec![7; bytes.len()])));
        let unknown = json!({"type": "DataIntegrityProof", "cryptosuite": "xyz-2030"});
        // The report names each, in the document's order.
        let report = report(
            &set(&[&broken, &unknown, &good["proof"]]),
            &Policy::default(),
        );
        let [broken_report, unknown_report, good_report] = report.proofs.as_slice() else {
            panic!("three proofs")
        };
        assert_eq!(unknown_report.suite.as_deref(), Some("xyz-2030"));
        assert_eq!(unknown_report.integrity.1.code(), "unsupported-suite");
        assert_ne!(broken_report.integrity.0, Outcome::Pass);
        assert_eq!(good_report.integrity.0, Outcome::Pass);
        assert_eq!(good_report.signer_key.0, Outcome::Pass);
        // One that holds suffices, wherever it stands.
        assert_eq!(verdict(&set(&[&broken, &good["proof"]])), Verdict::Expired);
        assert_eq!(verdict(&set(&[&good["proof"], &unknown])), Verdict::Expired);
        refused(&set(&[&broken, &stranger["proof"], &unknown]));
        refused(&set(&[]));
        let many: Vec<&Value> = std::iter::repeat_n(&good["proof"], 17).collect();
        refused(&set(&many));
    }
}

/// No standard refuses a date that is still to come. It is pointed out; one that is none leaves the
/// question open.
#[test]
fn signed_in_the_future_or_at_no_time() {
    for signer in SIGNERS {
        let signed = |created: &str| {
            let badge = signer.unsigned();
            signer.sign_with(badge, json!({"created": created}))
        };
        let notes = |created: &str| report(&signed(created), &Policy::default()).notes;
        let created = Timestamp::parse("2099-01-01T00:00:00Z").unwrap();
        let ahead = Note::DatedAhead { created };
        assert!(notes("2099-01-01T00:00:00Z").contains(&ahead), "{signer:?}");
        // A clock may be ahead by five minutes.
        let slightly = notes("2026-06-01T00:04:00Z");
        assert!(!slightly.iter().any(|note| note.code() == "dated-ahead"));
        assert_eq!(verdict(&signed("2099-01-01T00:00:00Z")), Verdict::Expired);
        signer.after(|badge| badge["proof"]["created"] = json!("yesterday"));
    }
}

/// Work grows with values, proofs and snapshots of contexts: their product is bounded.
#[test]
fn more_work_than_any_badge_needs() {
    for signer in SIGNERS {
        let mut badge = signer.signed();
        let alignment = |n: usize| json!({"type": ["Alignment"], "targetName": format!("{n}")});
        badge["credentialSubject"]["achievement"]["alignment"] =
            (0..4_500).map(alignment).collect();
        badge["proof"] = std::iter::repeat_n(badge["proof"].clone(), 16).collect();
        let costly = (Outcome::Unknown, Reason::CanonicalizationTooCostly);
        assert_eq!(integrity(&badge), costly);
    }
}

#[test]
fn proofs_that_name_all_others_before_them() {
    let id = |n: usize| format!("urn:uuid:{n}");
    after(|badge| {
        let proof = |n: usize| {
            let mut proof = badge["proof"].clone();
            proof["id"] = json!(id(n));
            proof["previousProof"] = (0..n).map(id).collect();
            proof
        };
        badge["proof"] = (0..16).map(proof).collect();
    });
}

#[test]
fn a_proof_on_top_of_one_that_does_not_hold() {
    for signer in SIGNERS {
        let id = "urn:uuid:first";
        let badge = signer.sign_with(signer.unsigned(), json!({"previousProof": id}));
        refused(&badge);
        let mut circle = badge;
        circle["proof"]["id"] = json!(id);
        refused(&circle);
    }
}

/// The issuer's proof on top of a stranger's: it holds with that one alone.
#[test]
fn a_proof_on_top_of_another() {
    // The contexts of the suites that are older than Data Integrity define no `previousProof`.
    let knows_chains = |signer: &Signer| signer.0.cryptosuite().is_some();
    for signer in SIGNERS.into_iter().filter(knows_chains) {
        let (first, second) = ("urn:uuid:first", "urn:uuid:second");
        let id = json!({"id": first});
        let below = signer.sign_by(&signer.stranger(), signer.unsigned(), id)["proof"].take();
        let mut badge = signer.unsigned();
        badge["proof"] = json!([below]);
        let more = json!({"id": second, "previousProof": first});
        let mut badge = signer.sign_with(badge, more);
        let above = badge["proof"].take();
        badge["proof"] = json!([below, above]);
        assert_eq!(verdict(&badge), Verdict::Expired, "{:?}", signer.0);

        let mut alone = badge.clone();
        alone["proof"] = above;
        refused(&alone);
        let mut altered = badge.clone();
        altered["proof"][0]["created"] = json!("2020-01-01T00:00:00Z");
        refused(&altered);
        // Another good proof by the stranger, under the same name.
        let id = json!({"id": first, "created": "2020-01-01T00:00:00Z"});
        let other = signer.sign_by(&signer.stranger(), signer.unsigned(), id);
        badge["proof"][0] = other["proof"].clone();
        refused(&badge);
    }
}

/// The same where the stranger's proof is of a suite that is older than chains.
#[test]
fn a_proof_on_top_of_one_of_an_older_suite() {
    let above = Signer(Suite::EddsaRdfc2022, KeyKind::Ed25519);
    let older = |signer: &Signer| signer.0.cryptosuite().is_none();
    for below in SIGNERS.into_iter().filter(older) {
        let first = "urn:uuid:first";
        let mut badge = below.unsigned_by(above.issuer().id());
        let proof = below.sign_by(&below.stranger(), badge.clone(), json!({"id": first}));
        let proof = proof["proof"].clone();
        badge["proof"] = json!([proof]);
        let mut badge = above.sign_with(badge, json!({"previousProof": first}));
        badge["proof"] = json!([proof, badge["proof"]]);
        assert_eq!(verdict(&badge), Verdict::Expired, "{:?}", below.0);
        badge["proof"][0]["created"] = json!("2020-01-01T00:00:00Z");
        refused(&badge);
    }
}

//! What the words mean, altered.

use assay::key::KeyKind;
use assay::proof::Suite;
use assay::{Outcome, Reason, Verdict};
use serde_json::{Value, json};

use crate::signer::{
    ED25519_2018, ED25519_2020, EXTENSIONS, JWS_2020, OB3, SIGNERS, Signer, VC2, after, integrity,
    refused, take, verdict,
};

/// Even what the issuer signed is not shown as attested where no context says what it means.
#[test]
fn undefined_members_that_were_signed() {
    for signer in SIGNERS {
        let mut badge = signer.unsigned();
        badge["credentialSubject"]["achievement"]["grade"] = json!("A");
        let badge = signer.sign(badge);
        let (outcome, reason) = integrity(&badge);
        assert_eq!(
            (outcome, reason.code()),
            (Outcome::Unknown, "uncovered-terms")
        );
        refused(&badge);
    }
}

/// Under JCS contexts may be put behind the signed ones; they define nothing of what was signed.
#[test]
fn contexts_put_behind_the_signed_ones() {
    for signer in [
        Signer(Suite::EcdsaJcs2019, KeyKind::P256),
        Signer(Suite::EddsaJcs2022, KeyKind::Ed25519),
    ] {
        let with_extensions = |mut badge: Value| {
            let contexts = badge["@context"].as_array_mut().unwrap();
            contexts.push(json!(EXTENSIONS));
            badge
        };
        let mut badge = signer.unsigned();
        badge["@context"] = json!([VC2, OB3]);
        let undefined = badge.clone();
        drop(take(&mut badge, "refreshService"));
        let badge = with_extensions(signer.sign(badge));
        assert_eq!(verdict(&badge), Verdict::Expired);
        let undefined = integrity(&with_extensions(signer.sign(undefined)));
        let terms = vec!["1EdTechCredentialRefresh".into()];
        assert_eq!(
            undefined,
            (Outcome::Unknown, Reason::UndefinedTerms { terms })
        );
        // In front of them, or between, they are others than those that were signed.
        for at in [0, 1] {
            let mut badge = badge.clone();
            badge["@context"]
                .as_array_mut()
                .unwrap()
                .insert(at, json!(EXTENSIONS));
            refused(&badge);
        }
    }
}

/// Spruce's libraries write the suite's context into the proof.
#[test]
fn a_context_that_the_proof_brings_along() {
    let own_in_proof = |signer: &Signer| {
        let suites = [Suite::Ed25519Signature2020, Suite::JsonWebSignature2020];
        suites.contains(&signer.0)
    };
    for signer in SIGNERS.into_iter().filter(own_in_proof) {
        let own = signer.context().unwrap();
        let mut badge = signer.unsigned();
        badge["@context"] = json!([VC2, OB3, EXTENSIONS]);
        let badge = signer.sign_with(badge, json!({"@context": own}));
        assert_eq!(verdict(&badge), Verdict::Expired, "{signer:?}");
        let with = |context: Value| {
            let mut badge = badge.clone();
            badge["proof"]["@context"] = context;
            badge
        };
        // As good in the document: it states the same there.
        let mut moved = badge.clone();
        moved["@context"].as_array_mut().unwrap().push(json!(own));
        drop(take(&mut moved["proof"], "@context"));
        assert_eq!(verdict(&moved), Verdict::Expired, "{signer:?}");

        let mut without = badge.clone();
        drop(take(&mut without["proof"], "@context"));
        refused(&without);
        for other in [VC2, OB3, ED25519_2018, "https://example.com/c"] {
            refused(&with(json!(other)));
            refused(&with(json!([own, other])));
        }
        let purpose = json!({"assertionMethod": "https://w3id.org/security#authenticationMethod"});
        refused(&with(json!([own, purpose])));
        refused(&with(json!([own, null])));
        let mut altered = badge.clone();
        altered["proof"]["created"] = json!("2020-01-01T00:00:00Z");
        refused(&altered);
    }
}

/// Suites of Data Integrity replace a proof's context by the document's: it would be covered by nothing.
#[test]
fn a_context_in_a_proof_that_none_asks_for() {
    for signer in SIGNERS {
        for context in [ED25519_2020, JWS_2020] {
            if signer.context() != Some(context) {
                signer.after(|badge| badge["proof"]["@context"] = json!(context));
            }
        }
    }
}

#[test]
fn contexts_that_change_what_words_mean() {
    after(|badge| {
        let contexts = badge["@context"].as_array_mut().unwrap();
        contexts.push(json!({"achievementType": "https://example.com/nothing"}));
    });
    after(|badge| {
        badge["@context"]
            .as_array_mut()
            .unwrap()
            .push(json!({"@vocab": "urn:x:"}))
    });
    after(|badge| {
        badge["@context"]
            .as_array_mut()
            .unwrap()
            .push(json!("https://example.com/c"))
    });
    after(|badge| {
        badge["@context"]
            .as_array_mut()
            .unwrap()
            .insert(0, json!(null))
    });
    after(|badge| badge["@context"] = json!(OB3));
    after(|badge| badge["credentialSubject"]["@context"] = json!({"result": null}));
}

//! What the words mean, altered.

use assay::key::KeyKind;
use assay::proof::Suite;
use assay::{Outcome, Reason, Verdict};
use serde_json::{Value, json};

use crate::signer::{
    EXTENSIONS, OB3, SIGNERS, Signer, VC2, after, integrity, refused, take, verdict,
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

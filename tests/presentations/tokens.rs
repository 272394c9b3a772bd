//! Presentations that carry tokens, in envelopes or as they are, and presentations in tokens.

use assay::carrier::Carrier;
use assay::policy::Bounds;
use assay::{Evidence, Outcome, Unreadable, open};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::{Value, json};

use crate::made::{V2, judge, judge_bytes, presentation, signed, verdicts};

const HOLDER: &str = "did:example:holder";

/// A token around `payload`, with a signature by nobody.
fn token(payload: &Value) -> String {
    let encode = |bytes: &[u8]| Base64UrlUnpadded::encode_string(bytes);
    let payload = encode(payload.to_string().as_bytes());
    let header = encode(br#"{"alg":"ES256"}"#);
    format!("{header}.{payload}.{}", encode(&[0; 64]))
}

fn credential() -> Value {
    json!({"@context": V2, "type": "VerifiableCredential", "credentialSubject": {"id": "did:example:a"}})
}

fn envelope(kind: &str, media_type: &str, content: &str) -> Value {
    json!({"@context": V2, "type": kind, "id": format!("data:application/{media_type},{content}")})
}

fn enveloped(content: &str) -> Value {
    envelope("EnvelopedVerifiableCredential", "vc+jwt", content)
}

/// No token's signature is good here, and each is read all the same.
#[test]
fn tokens_among_other_credentials() {
    let plain = token(&credential());
    let file = presentation(vec![
        enveloped(&plain),
        json!(plain),
        signed("linked-data"),
        enveloped("eyJ.oops"),
        enveloped(&token(&json!({"vp": presentation(vec![credential()])}))),
    ]);
    assert_eq!(
        verdicts(&file),
        [
            "unconfirmed",
            "unconfirmed",
            "unlisted",
            "unreadable: not-a-credential",
            "unreadable: presentation-inside",
        ]
    );
}

/// The envelope alone is a file too.
#[test]
fn an_envelope_without_a_presentation() {
    let file = enveloped(&token(&credential()));
    let opened = open(file.to_string().as_bytes(), &Bounds::default()).unwrap();
    assert_eq!(opened.carrier, Carrier::Json);
    assert_eq!(opened.presentation, None);
    assert!(opened.credentials.only().is_some());
    let empty = json!({"type": "EnvelopedVerifiableCredential", "id": "urn:x"});
    let refused = judge(&empty, &Evidence::none()).unwrap_err();
    assert!(matches!(refused, Unreadable::Envelope(_)), "{refused:?}");
}

/// By the `vp` claim with the holder in `iss`, as the payload itself, and in an envelope.
#[test]
fn a_presentation_in_a_token() {
    let inside = presentation(vec![signed("one"), signed("two")]);
    let mut itself = inside.clone();
    itself["holder"] = json!(HOLDER);
    let claim = token(&json!({"iss": HOLDER, "vp": inside}));
    let itself = token(&itself);
    let kind = "EnvelopedVerifiablePresentation";
    let wrapped = envelope(kind, "vp+jwt", &itself).to_string();
    for file in [claim, itself, wrapped] {
        let (verdicts, holder) = judge_bytes(file.as_bytes(), &Evidence::none()).unwrap();
        assert_eq!(verdicts, ["unlisted", "unlisted"]);
        let holder = holder.unwrap();
        assert_eq!(holder.holder.as_deref(), Some(HOLDER));
        assert_ne!(holder.outcome, Outcome::Pass);
    }
}

/// A proof inside a token's presentation is not the token's signature, and does not stand in for it.
#[test]
fn a_token_around_a_signed_presentation() {
    let alice = signing::Issuer::did_key("holder");
    let mut inside = presentation(vec![signed("one")]);
    inside["holder"] = json!(alice.id());
    let inside = alice.present(inside).unwrap();
    let file = token(&json!({"iss": alice.id(), "vp": inside}));
    let (_, holder) = judge_bytes(file.as_bytes(), &Evidence::none()).unwrap();
    assert_ne!(holder.unwrap().outcome, Outcome::Pass);
}

#[test]
fn a_token_whose_claims_name_two_holders() {
    let mut inside = presentation(vec![signed("one")]);
    inside["holder"] = json!("did:example:another");
    let file = token(&json!({"iss": HOLDER, "vp": inside}));
    let (_, holder) = judge_bytes(file.as_bytes(), &Evidence::none()).unwrap();
    assert_eq!(holder.unwrap().holder, None);
}

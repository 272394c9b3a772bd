//! SD-JWT: what the holder shows, what the issuer signed, and the holder's own signature.

use assay::key::{Algorithm, KeyKind};
use assay::{Evidence, HashAlgorithm, Note, Outcome, Reason, Verdict};
use serde_json::{Value, json};
use signing::{Issuer, base64url, disclosure};

use crate::token::{Example, check, integrity, issuer, refused, report, stranger, verdict};

/// A badge whose subject's achievement and source the holder may leave out.
fn badge() -> (String, [String; 2]) {
    let mut example = Example::new();
    example.header["typ"] = json!("vc+sd-jwt");
    let subject = example.payload["credentialSubject"]
        .as_object_mut()
        .unwrap();
    let achievement = subject.remove("achievement").unwrap();
    let (achievement, first) = disclosure(&json!(["a salt", "achievement", achievement]));
    let (source, second) = disclosure(&json!(["a salt", "source", "did:example:assessor"]));
    subject.insert("_sd".into(), json!([first, second]));
    let holder = Issuer::did_key_of("a holder", KeyKind::P256);
    example.payload["cnf"] = json!({"jwk": holder.jwk().unwrap()});
    (example.signed(), [achievement, source])
}

fn sd_jwt_vc(issuer: &Issuer, more: Value) -> String {
    let mut payload = json!({
        "vct": "https://types.example/welding", "iss": issuer.id(), "nbf": 1_704_067_200,
    });
    payload
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    let header = json!({"typ": "dc+sd-jwt", "kid": issuer.method()});
    issuer.token(Algorithm::Es256, &header, &payload).unwrap()
}

#[test]
fn a_w3c_credential_with_all_or_some_of_it() {
    let (token, [achievement, source]) = badge();
    let whole = report(
        &format!("{token}~{achievement}~{source}~"),
        &Evidence::none(),
    );
    assert_eq!(whole.verdict, Verdict::Unlisted);
    let (outcome, reason) = check(&whole, assay::Question::Integrity);
    assert_eq!((outcome, reason.code()), (Outcome::Pass, "vc+sd-jwt"));
    assert_eq!(whole.notes, []);
    let part = report(&format!("{token}~{achievement}~"), &Evidence::none());
    assert_eq!(part.verdict, Verdict::Unlisted);
    assert_eq!(part.notes, [Note::DetailsLeftOut { at_most: 1 }]);
}

#[test]
fn disclosures_that_the_issuer_did_not_sign() {
    let (token, [achievement, _]) = badge();
    let (other, _) = disclosure(&json!(["a salt", "achievement", {"name": "Brain surgery"}]));
    for forged in [
        format!("{token}~{other}~"),
        format!("{token}~{achievement}~{other}~"),
        format!("{token}~{achievement}~{achievement}~"),
        format!("{token}~{achievement}=~"),
    ] {
        let (outcome, reason) = integrity(&forged);
        assert_eq!(
            (outcome, reason.code()),
            (Outcome::Fail, "malformed-disclosure")
        );
        assert_eq!(verdict(&forged), "invalid");
    }
}

#[test]
fn an_sd_jwt_vc() {
    let issuer = issuer(KeyKind::P256);
    let (name, digest) = disclosure(&json!(["a salt", "name", "Welding"]));
    let token = format!("{}~{name}~", sd_jwt_vc(&issuer, json!({"_sd": [digest]})));
    let good = report(&token, &Evidence::none());
    assert_eq!(good.verdict, Verdict::Unlisted);
    assert_eq!(
        check(&good, assay::Question::Integrity).1.code(),
        "dc+sd-jwt"
    );
    let expired = format!("{}~", sd_jwt_vc(&issuer, json!({"exp": 1_735_689_600})));
    assert_eq!(verdict(&expired), "expired");
    let status = json!({"status": {"status_list": {"idx": 1, "uri": "https://status.example"}}});
    let status = format!("{}~", sd_jwt_vc(&issuer, status));
    assert_eq!(verdict(&status), "status-unknown");
}

#[test]
fn an_sd_jwt_vc_by_a_stranger_or_altered() {
    let (issuer, stranger) = (issuer(KeyKind::P256), stranger(KeyKind::P256));
    let payload = json!({"vct": "https://types.example/welding", "iss": issuer.id()});
    for kid in [issuer.method(), stranger.method()] {
        let header = json!({"typ": "dc+sd-jwt", "kid": kid});
        let token = stranger.token(Algorithm::Es256, &header, &payload).unwrap();
        assert_eq!(verdict(&format!("{token}~")), "invalid");
    }
    let good = sd_jwt_vc(&issuer, json!({}));
    let [header, _, signature] = crate::token::parts(&good);
    let other =
        base64url(json!({"vct": "https://types.example/other", "iss": issuer.id()}).to_string());
    refused(&format!("{header}.{other}.{signature}~"));
    refused(&format!("{}~", &good[..good.len() - 4]));
}

/// The holder's token over what is before it.
fn bound(holder: &Issuer, shown: &str, typ: &str) -> String {
    let header = json!({"typ": typ});
    let hash = base64url(HashAlgorithm::Sha256.digest(shown));
    let claims = json!({"aud": "https://who.example", "nonce": "1", "iat": 1, "sd_hash": hash});
    let token = holder.token(Algorithm::Es256, &header, &claims).unwrap();
    format!("{shown}{token}")
}

#[test]
fn a_holder_signs_what_is_shown() {
    let (token, [achievement, source]) = badge();
    let shown = format!("{token}~{achievement}~");
    let holder = Issuer::did_key_of("a holder", KeyKind::P256);
    let good = bound(&holder, &shown, "kb+jwt");
    let report = report(&good, &Evidence::none());
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert!(report.notes.contains(&Note::HolderSigned));
    let stranger = stranger(KeyKind::P256);
    let (_, binding) = good.rsplit_once('~').unwrap();
    for forged in [
        bound(&stranger, &shown, "kb+jwt"),
        bound(&holder, &shown, "JWT"),
        // Somebody took a detail away, or put one in.
        format!("{token}~{binding}"),
        format!("{shown}{source}~{binding}"),
    ] {
        assert_eq!(
            integrity(&forged),
            (Outcome::Fail, Reason::KeyBindingMismatch)
        );
    }
}

#[test]
fn what_a_holder_must_not_choose() {
    let mut example = Example::new();
    let (status, digest) = disclosure(&json!(["a salt", "credentialStatus", {"type": "x"}]));
    example.payload["_sd"] = json!([digest]);
    assert_eq!(
        verdict(&format!("{}~{status}~", example.signed())),
        "unreadable"
    );
}

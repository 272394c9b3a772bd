//! Signed badges: a token around the assertion, by a key that the issuer's profile lists.

use assay::evidence::Purpose;
use assay::key::{Algorithm, KeyKind};
use assay::{Basis, Note, Outcome, Question, Reason, Verdict};
use serde_json::{Value, json};
use signing::Issuer;

use crate::badge::*;

const NAME: &str = "a school";

fn signed() -> String {
    token(&signer(NAME), &signed_assertion())
}

#[test]
fn a_badge_signed_with_a_key_that_the_profile_lists() {
    let report = judge(&signed(), &signers_site(&signer(NAME)));
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(report.basis, Basis::Signature);
    assert_eq!(
        code(&report, Question::Integrity),
        (Outcome::Pass, "ob2-jws")
    );
    assert_eq!(
        code(&report, Question::IssuerKey),
        (Outcome::Pass, "issuer-profile")
    );
    let no_way = (Outcome::Absent, &Reason::NoStatusMethod);
    assert_eq!(answer(&report, Question::Status), no_way);
    assert_eq!(report.claims.title().unwrap().value, "Welding");
    assert_eq!(wants(&report), []);
}

/// What the standard recommends: RSA with SHA-256, and the key in PEM.
#[test]
fn a_badge_signed_with_rsa() {
    let school = Issuer::did_key_of(NAME, KeyKind::Rsa);
    let key = with(
        key_document(&signer(NAME)),
        "publicKeyPem",
        json!(school.pem().unwrap()),
    );
    let evidence = signers_site_with(with(profile(), "publicKey", json!(KEY)), key);
    let sign = |algorithm| {
        school
            .token(algorithm, &json!({}), &signed_assertion())
            .unwrap()
    };
    let badge = sign(Algorithm::Rs256);
    assert_eq!(judge(&badge, &evidence).verdict, Verdict::Unlisted);
    let broken = format!("{}AAAA", &badge[..badge.len() - 4]);
    assert_eq!(judge(&broken, &evidence).verdict, Verdict::Invalid);
}

#[test]
fn asks_for_one_document_after_another() {
    let mut evidence = assay::Evidence::none();
    let profile = with(profile(), "publicKey", json!(KEY));
    let profile = with(profile, "revocationList", json!(LIST));
    let list = json!({"type": "RevocationList", "id": LIST, "revokedAssertions": []});
    for (url, purpose, document, verdict) in [
        (
            CLASS,
            Purpose::BadgeClass,
            badge_class(),
            Verdict::Unconfirmed,
        ),
        (
            PROFILE,
            Purpose::IssuerProfile,
            profile,
            Verdict::Unconfirmed,
        ),
        (
            KEY,
            Purpose::Key,
            key_document(&signer(NAME)),
            Verdict::Unconfirmed,
        ),
        (LIST, Purpose::RevocationList, list, Verdict::StatusUnknown),
    ] {
        let report = judge(&signed(), &evidence);
        assert_eq!(report.verdict, verdict);
        assert_eq!(wants(&report), [(url, purpose)]);
        evidence.insert(url, response(200, &document.to_string()));
    }
    let report = judge(&signed(), &evidence);
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(
        code(&report, Question::Status),
        (Outcome::Pass, "not-revoked")
    );
}

#[test]
fn an_altered_assertion() {
    let token = signed();
    let forged = token_around(
        &token,
        &with(
            signed_assertion(),
            "issuedOn",
            json!("2020-01-01T00:00:00Z"),
        ),
    );
    let report = judge(&forged, &signers_site(&signer(NAME)));
    assert_eq!(report.verdict, Verdict::Invalid);
    assert_eq!(
        code(&report, Question::Integrity),
        (Outcome::Fail, "signature-mismatch")
    );
}

/// The header and the signature of a token, with another payload between them.
fn token_around(token: &str, payload: &Value) -> String {
    let parts: Vec<&str> = token.split('.').collect();
    let payload = signing::base64url(payload.to_string());
    format!("{}.{payload}.{}", parts[0], parts[2])
}

#[test]
fn keys_that_are_not_the_issuers() {
    let stranger = signer("a stranger");
    let strangers_key = "https://evil.example/key";
    let naming = |key: &str| {
        let verification = json!({"type": "SignedBadge", "creator": key});
        token(&stranger, &with(assertion(), "verification", verification))
    };
    let mut evidence = signers_site(&signer(NAME));
    let key = with(key_document(&stranger), "id", json!(strangers_key));
    evidence.insert(strangers_key, response(200, &key.to_string()));
    // A key that the profile does not list, whatever it says of its owner.
    let report = judge(&naming(strangers_key), &evidence);
    assert_eq!(report.verdict, Verdict::Invalid);
    assert_eq!(
        code(&report, Question::IssuerKey),
        (Outcome::Fail, "key-not-listed")
    );
    // A signature by another key than the one named.
    let report = judge(&naming(KEY), &evidence);
    assert_eq!(report.verdict, Verdict::Invalid);
    assert_eq!(
        code(&report, Question::Integrity),
        (Outcome::Fail, "signature-mismatch")
    );
    // The key in the token's own header.
    let header = json!({"jwk": stranger.jwk().unwrap()});
    let brought = stranger
        .token(Algorithm::EdDsa, &header, &signed_assertion())
        .unwrap();
    assert_eq!(judge(&brought, &evidence).verdict, Verdict::Invalid);
}

#[test]
fn a_key_that_names_another_owner_or_none() {
    let listing = with(profile(), "publicKey", json!(KEY));
    let key = key_document(&signer(NAME));
    for key in [
        with(key.clone(), "owner", json!("https://other.example/issuer")),
        without(key, "owner"),
    ] {
        let evidence = signers_site_with(listing.clone(), key);
        let report = judge(&signed(), &evidence);
        assert_eq!(report.verdict, Verdict::Invalid);
        assert_eq!(
            code(&report, Question::IssuerKey),
            (Outcome::Fail, "key-not-listed")
        );
    }
}

/// A profile in the signed payload is the signer's own word.
#[test]
fn a_profile_that_the_badge_has_written_out_proves_nothing() {
    let stranger = signer("a stranger");
    let mine = with(profile(), "publicKey", key_document(&stranger));
    let class = with(badge_class(), "issuer", mine);
    let badge = token(&stranger, &with(signed_assertion(), "badge", class));
    let report = judge(&badge, &assay::Evidence::none());
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    assert_eq!(wants(&report), [(PROFILE, Purpose::IssuerProfile)]);
    let report = judge(&badge, &signers_site(&signer(NAME)));
    assert_eq!(report.verdict, Verdict::Invalid);
}

#[test]
fn a_key_that_the_profile_has_written_out() {
    let key = key_document(&signer(NAME));
    for key in [key.clone(), without(key.clone(), "owner"), json!([key])] {
        let evidence = serving(&[
            (CLASS, badge_class()),
            (PROFILE, with(profile(), "publicKey", key)),
        ]);
        assert_eq!(judge(&signed(), &evidence).verdict, Verdict::Unlisted);
    }
}

#[test]
fn one_of_several_keys() {
    let old = "https://badges.example/keys/0";
    let profile = with(profile(), "publicKey", json!([old, KEY]));
    let unnamed = with(assertion(), "verification", json!({"type": "signed"}));
    let badge = token(&signer(NAME), &unnamed);
    let mut evidence = signers_site_with(profile, key_document(&signer(NAME)));
    // The other is not needed.
    let report = judge(&badge, &evidence);
    assert_eq!(report.verdict, Verdict::Unlisted);
    assert_eq!(wants(&report), []);
    // While one is missing, the mismatch of the other settles nothing.
    let other = token(&signer("an older key"), &unnamed);
    let report = judge(&other, &evidence);
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    assert_eq!(wants(&report), [(old, Purpose::Key)]);
    let key = with(key_document(&signer("an older key")), "id", json!(old));
    evidence.insert(old, response(200, &key.to_string()));
    assert_eq!(judge(&other, &evidence).verdict, Verdict::Unlisted);
    assert_eq!(
        judge(&token(&signer("a stranger"), &unnamed), &evidence).verdict,
        Verdict::Invalid
    );
}

#[test]
fn a_key_that_was_withdrawn_or_is_none() {
    let listing = with(profile(), "publicKey", json!(KEY));
    let key = key_document(&signer(NAME));
    for (key, question, expected) in [
        (
            with(key.clone(), "revoked", json!("2025-01-01T00:00:00Z")),
            Question::IssuerKey,
            (Outcome::Fail, "key-revoked"),
        ),
        (
            with(
                key.clone(),
                "publicKeyPem",
                json!("-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----"),
            ),
            Question::Integrity,
            (Outcome::Fail, "private-key"),
        ),
        (
            without(key, "publicKeyPem"),
            Question::Integrity,
            (Outcome::Unknown, "malformed-key"),
        ),
    ] {
        let report = judge(&signed(), &signers_site_with(listing.clone(), key));
        assert_eq!(code(&report, question), expected);
    }
}

#[test]
fn an_algorithm_that_signs_nothing() {
    let header = signing::base64url(json!({"alg": "none"}).to_string());
    let payload = signing::base64url(signed_assertion().to_string());
    let report = judge(
        &format!("{header}.{payload}."),
        &signers_site(&signer(NAME)),
    );
    assert_eq!(report.verdict, Verdict::Invalid);
}

#[test]
fn revocation_lists() {
    let listing = with(profile(), "publicKey", json!(KEY));
    let listing = with(listing, "revocationList", json!(LIST));
    let reason = || Note::RevocationReason {
        text: "By mistake.".into(),
    };
    for (entries, expected, notes) in [
        (json!([]), Verdict::Unlisted, vec![]),
        (
            json!(["https://badges.example/assertions/2"]),
            Verdict::Unlisted,
            vec![],
        ),
        (json!([ASSERTION]), Verdict::Revoked, vec![]),
        (json!(ASSERTION), Verdict::Revoked, vec![]),
        (json!([{"id": ASSERTION}]), Verdict::Revoked, vec![]),
        (
            json!([{"id": ASSERTION, "revocationReason": "By mistake."}]),
            Verdict::Revoked,
            vec![reason()],
        ),
        (
            json!([{"id": ASSERTION, "revoked": false}]),
            Verdict::Unlisted,
            vec![],
        ),
        (json!([{"uid": "u-1"}]), Verdict::Revoked, vec![]),
        // An entry that cannot be read may be this one.
        (json!([7]), Verdict::StatusUnknown, vec![]),
        (
            json!([{"revocationReason": "?"}]),
            Verdict::StatusUnknown,
            vec![],
        ),
    ] {
        let list = json!({"type": "RevocationList", "id": LIST, "revokedAssertions": entries});
        let mut evidence = signers_site_with(listing.clone(), key_document(&signer(NAME)));
        evidence.insert(LIST, response(200, &list.to_string()));
        let badge = token(
            &signer(NAME),
            &with(signed_assertion(), "uid", json!("u-1")),
        );
        let report = judge(&badge, &evidence);
        assert_eq!(report.verdict, expected, "{entries}");
        assert_eq!(report.notes, notes);
    }
}

#[test]
fn another_issuers_revocation_list_settles_nothing() {
    let listing = with(profile(), "publicKey", json!(KEY));
    let listing = with(listing, "revocationList", json!(LIST));
    let mut evidence = signers_site_with(listing, key_document(&signer(NAME)));
    let list = json!({"issuer": "https://other.example/issuer", "revokedAssertions": [ASSERTION]});
    evidence.insert(LIST, response(200, &list.to_string()));
    assert_eq!(judge(&signed(), &evidence).verdict, Verdict::StatusUnknown);
}

#[test]
fn the_assertion_of_a_signed_badge_without_its_signature() {
    let report = judge(
        &signed_assertion().to_string(),
        &signers_site(&signer(NAME)),
    );
    assert_eq!(report.verdict, Verdict::Unconfirmed);
    let missing = (Outcome::Unknown, &Reason::TokenMissing);
    assert_eq!(answer(&report, Question::Integrity), missing);
    assert_eq!(wants(&report), []);
    // A site that serves it vouches for it no more than the file does.
    let file = assertion().to_string();
    let report = judge(&file, &site_with(signed_assertion(), profile()));
    assert_eq!(answer(&report, Question::Integrity), missing);
}

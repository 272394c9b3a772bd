//! Signed badges: a token by a key that the issuer's profile lists.

use assay::evidence::Answer;
use assay::key::{Algorithm, KeyKind};
use assay::{Evidence, Reliance, Verdict};
use serde_json::{Value, json};
use signing::Issuer;

use crate::{ISSUER, answer, assertion, issuer, report, site};

const KEY: &str = "https://badges.example/key";
const REVOKED: &str = "https://badges.example/revoked";

fn signed(issuer: &Issuer) -> String {
    let mut badge = assertion();
    badge["verification"] = json!({"type": "SignedBadge", "creator": KEY});
    issuer.token(Algorithm::Rs256, &json!({}), &badge).unwrap()
}

fn evidence(key: &Issuer, more: Value) -> Evidence {
    let mut profile = issuer();
    profile["publicKey"] = json!(KEY);
    profile["revocationList"] = json!(REVOKED);
    let mut evidence = site(&assertion());
    evidence.insert(ISSUER, answer(200, &profile));
    let document = json!({
        "@context": "https://w3id.org/openbadges/v2",
        "type": "CryptographicKey", "id": KEY, "owner": ISSUER, "publicKeyPem": key.pem().unwrap(),
    });
    evidence.insert(KEY, answer(200, &document));
    let list = json!({
        "@context": "https://w3id.org/openbadges/v2", "type": "RevocationList",
        "id": REVOKED, "issuer": ISSUER, "revokedAssertions": more,
    });
    evidence.insert(REVOKED, answer(200, &list));
    evidence
}

fn honest() -> Issuer {
    Issuer::did_key_of("an issuer of older badges", KeyKind::Rsa)
}

#[test]
fn a_key_that_the_profile_lists() {
    let report = report(&signed(&honest()), &evidence(&honest(), json!([])));
    assert_eq!(report.verdict, Verdict::Unlisted);
}

#[test]
fn withdrawn_by_the_issuers_list() {
    for entry in [json!(crate::ASSERTION), json!({"id": crate::ASSERTION})] {
        let evidence = evidence(&honest(), json!([entry]));
        assert_eq!(
            report(&signed(&honest()), &evidence).verdict,
            Verdict::Revoked
        );
    }
    let mut evidence = evidence(&honest(), json!([]));
    evidence.insert(REVOKED, Answer::Declined);
    assert_eq!(
        report(&signed(&honest()), &evidence).verdict,
        Verdict::StatusUnknown
    );
}

#[test]
fn a_strangers_or_a_broken_signature() {
    let stranger = Issuer::did_key_of("a stranger with older badges", KeyKind::Rsa);
    let by_stranger = report(&signed(&stranger), &evidence(&honest(), json!([])));
    assert_eq!(by_stranger.verdict.reliance(), Reliance::Nothing);
    let good = signed(&honest());
    let broken = format!("{}AAAA", &good[..good.len() - 4]);
    let broken = report(&broken, &evidence(&honest(), json!([])));
    assert_eq!(broken.verdict.reliance(), Reliance::Nothing);
}

#[test]
fn a_key_that_the_profile_does_not_list() {
    let mut evidence = evidence(&honest(), json!([]));
    evidence.insert(ISSUER, answer(200, &issuer()));
    let report = report(&signed(&honest()), &evidence);
    assert_eq!(report.verdict.reliance(), Reliance::Nothing);
}

#[test]
fn the_payload_alone_is_unsigned() {
    let mut badge = assertion();
    badge["verification"] = json!({"type": "SignedBadge", "creator": KEY});
    let report = report(&badge.to_string(), &evidence(&honest(), json!([])));
    assert_eq!(report.verdict, Verdict::Unconfirmed);
}

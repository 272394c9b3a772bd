//! Third-party tokens: our verdict of each, and why it is no better.

use std::fs;

use assay::jose::{Jws, SdJwt, TokenProfile};
use assay::key::{Algorithm, jwk};
use assay::policy::Bounds;
use assay::proof::verify_token;
use serde_json::{Value, json};

use crate::support::{corpus, expectations};
use crate::token::{served, verdict};

/// Whether a token's signature is by the key in a file of W3C's suite; its verdict here, and its
/// verdict if the issuer's website lists that key.
fn w3c(path: &str, key: &str) -> (Option<bool>, String, String) {
    let folder = corpus("w3c-vc-jose-cose-test-suite").expect("looked for before");
    let text = fs::read_to_string(folder.join(path)).unwrap();
    let key: Value = serde_json::from_slice(&fs::read(folder.join(key)).unwrap()).unwrap();
    let set = json!({"keys": [key["publicKeyJwk"]]});
    let listed = served("https://example.issuer/.well-known/jwks.json", &set);
    let listed = crate::support::verdict(text.trim().as_bytes(), &listed);
    let key = key["publicKeyJwk"].as_object().map(jwk);
    let bounds = Bounds::default();
    let token = match text.contains('~') {
        true => SdJwt::parse(text.trim(), &bounds)
            .ok()
            .map(|it| it.issuer_signed),
        false => Jws::parse(text.trim(), &bounds).ok(),
    };
    let holds = token.map(|jws| match &key {
        Some(Ok(key)) => verify_token(&jws, TokenProfile::VcJoseCose, key).is_ok(),
        _ => false,
    });
    (holds, verdict(text.trim()), listed)
}

/// Every credential of W3C's suite for tokens: whether its signature is by the key that the suite
/// names, our verdict if the issuer's website lists that key, and why it is that. With no list at hand
/// none is better than `unconfirmed`.
const W3C: [(&str, Option<bool>, &str, &str); 10] = [
    (
        "credential-jose-minimal",
        Some(true),
        "unlisted",
        "the suite calls it valid",
    ),
    (
        "credential-issuer-match-signed",
        Some(true),
        "unlisted",
        "the suite calls it valid",
    ),
    (
        "credential-jose-unknown-extensions",
        Some(false),
        "unconfirmed",
        "ES512, which badges don't use; the suite means another key",
    ),
    (
        "credential-jose-bad-signature",
        Some(false),
        "invalid",
        "the signature does not match",
    ),
    (
        "credential-jose-bad-media-type",
        Some(true),
        "invalid",
        "`typ` and `cty` are no credential's",
    ),
    (
        "credential-jose-vc-vp-claims",
        Some(true),
        "unconfirmed",
        "`vc` and `vp` stand beside the credential",
    ),
    (
        "credential-sdjwt-selective",
        Some(true),
        "unlisted",
        "the suite calls it valid",
    ),
    (
        "credential-sdjwt-nested",
        Some(false),
        "unconfirmed",
        "ES512, which badges don't use: stricter than the suite",
    ),
    (
        "credential-sdjwt-bad-signature",
        Some(false),
        "invalid",
        "the signature does not match",
    ),
    (
        "credential-sdjwt-bad-media-type",
        Some(true),
        "invalid",
        "`typ` and `cty` are no credential's",
    ),
];

#[test]
fn w3cs_suite() {
    let Some(folder) = corpus("w3c-vc-jose-cose-test-suite") else {
        return;
    };
    let rows = expectations(&folder);
    let mut wrong = Vec::new();
    for (name, holds, expected, why) in W3C {
        let path = format!("tests/input/{name}.txt");
        let [.., key] = rows
            .iter()
            .find(|row| row[0] == path)
            .expect("a row")
            .clone();
        let actual = w3c(&path, &key);
        if actual != (holds, "unconfirmed".to_owned(), expected.to_owned()) {
            wrong.push(format!(
                "{name}: {actual:?}, expected {holds:?} {expected} ({why})"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every example of the SD-JWT drafts is signed by one key, and their disclosures are the issuer's.
#[test]
fn examples_of_sd_jwt() {
    let Some(folder) = corpus("sd-jwt-ietf") else {
        return;
    };
    let key = "rendered/selective-disclosure-jwt/052-appendix-A.5.json";
    let key: Value = serde_json::from_slice(&fs::read(folder.join(key)).unwrap()).unwrap();
    let key = jwk(key.as_object().unwrap()).unwrap();
    let bounds = Bounds::default();
    let mut count = 0;
    for [path, expected, ..] in expectations(&folder) {
        let text = fs::read_to_string(folder.join(&path)).unwrap();
        let text: String = text.split_whitespace().collect();
        let sd_jwt =
            SdJwt::parse(&text, &bounds).unwrap_or_else(|error| panic!("{path}: {error:?}"));
        assert_eq!(expected, "valid");
        let jws = &sd_jwt.issuer_signed;
        let valid = verify_token(jws, TokenProfile::SdJwtVc, &key);
        assert!(valid.is_ok(), "{path}: {valid:?}");
        assert!(sd_jwt.disclosed.is_ok(), "{path}: {:?}", sd_jwt.disclosed);
        if let Some(binding) = &sd_jwt.key_binding {
            let holder = jwk(sd_jwt.payload["cnf"]["jwk"].as_object().unwrap()).unwrap();
            assert!(binding.is_of_these_disclosures, "{path}");
            assert!(
                verify_token(&binding.jws, TokenProfile::SdJwtVc, &holder).is_ok(),
                "{path}"
            );
        }
        count += 1;
    }
    assert_eq!(count, 14);
}

/// 1EdTech's tokens bring their keys along, and nothing ties these to the issuers.
#[test]
fn one_edtechs_tokens_are_not_confirmed() {
    let Some(folder) = corpus("1edtech-public-validator") else {
        return;
    };
    let mut count = 0;
    for [path, ..] in expectations(&folder) {
        let Ok(text) = fs::read_to_string(folder.join(&path)) else {
            continue;
        };
        if !text.trim_start().starts_with("ey") {
            continue;
        }
        let verdict = verdict(text.trim());
        let ours = ["unconfirmed", "invalid", "unreadable"];
        assert!(ours.contains(&verdict.as_str()), "{path}: {verdict}");
        println!("{verdict} {path}");
        count += 1;
    }
    assert!(count > 0);
}

/// A token of the older form: its did:example has no document anywhere.
#[test]
fn spruceids_token() {
    let Some(folder) = corpus("spruceid-ssi") else {
        return;
    };
    let text = fs::read_to_string(folder.join("examples/files/vc.jwt")).unwrap();
    assert_eq!(verdict(text.trim()), "unconfirmed");
    let jws = Jws::parse(text.trim(), &Bounds::default()).unwrap();
    assert_eq!(jws.header.algorithm(), Ok(Algorithm::Ps256));
}

//! Signatures and keys that are not the issuer's, or not of the suite.

use assay::key::KeyKind;
use assay::proof::Suite;
use assay::{Outcome, Reason, Verdict};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::json;
use signing::members;

use crate::signer::{SIGNERS, Signer, after, integrity, put, refused, value, verdict};

#[test]
fn signed_by_a_stranger() {
    for signer in SIGNERS {
        let sign = |badge| signer.sign_by(&signer.stranger(), badge, json!({}));
        assert_eq!(verdict(&sign(signer.unsigned())), Verdict::Invalid);
        // A did:web and an https issuer, for whom anybody could sign with a key of their own.
        for id in ["did:web:famous.example", "https://famous.example/issuer"] {
            refused(&sign(signer.unsigned_by(id)));
        }
    }
}

/// Wrong verdict 1 of peers: a key in the fragment is not the issuer's document.
#[test]
fn a_key_in_the_fragment() {
    for signer in SIGNERS {
        let stranger = signer.stranger();
        let key = stranger.id().strip_prefix("did:key:").unwrap();
        for issuer in ["did:web:famous.example", "https://famous.example"] {
            let method = json!({"verificationMethod": format!("{issuer}#{key}")});
            refused(&signer.sign_by(&stranger, signer.unsigned_by(issuer), method));
        }
    }
}

#[test]
fn a_proof_from_another_badge() {
    for signer in SIGNERS {
        let mut other = signer.unsigned();
        other["credentialSubject"]["achievement"]["name"] = json!("Soldering");
        let other = signer.sign(other);
        signer.after(|badge| badge["proof"] = other["proof"].clone());
    }
}

/// A signature that holds, with the kind of key that another suite takes.
#[test]
fn a_key_that_does_not_fit_the_suite() {
    for signer in SIGNERS {
        let badge = signer.signed();
        for other in Suite::ALL {
            let mut relabelled = badge.clone();
            let names = members(other);
            relabelled["proof"]["type"] = names["type"].clone();
            match names.get("cryptosuite") {
                Some(name) => relabelled["proof"]["cryptosuite"] = name.clone(),
                None => drop(
                    relabelled["proof"]
                        .as_object_mut()
                        .unwrap()
                        .remove("cryptosuite"),
                ),
            }
            if other != signer.0 {
                refused(&relabelled);
            }
        }
    }
    let signer = Signer(Suite::EcdsaJcs2019, KeyKind::P256);
    let mut badge = signer.signed();
    badge["proof"]["cryptosuite"] = json!("eddsa-jcs-2022");
    let unfit = Reason::UnfitKey {
        mechanism: Suite::EddsaJcs2022.into(),
        key: KeyKind::P256,
    };
    assert_eq!(integrity(&badge), (Outcome::Unknown, unfit));
}

#[test]
fn signatures_of_other_lengths_and_values() {
    let lengths = [0, 1, 63, 64, 65, 95, 96, 97, 128];
    for bytes in lengths
        .map(|length| vec![7; length])
        .iter()
        .chain([&vec![0; 64]])
    {
        after(|badge| {
            let (_, encode) = value(&badge["proof"]);
            put(&mut badge["proof"], json!(encode(bytes)));
        });
    }
    for signer in SIGNERS {
        let badge = signer.signed();
        let (bytes, encode) = value(&badge["proof"]);
        let truncated = &bytes[..bytes.len() - 1];
        let longer = [&bytes[..], &[0]].concat();
        for wrong in [truncated, &longer, &bytes[1..], &bytes.repeat(2)] {
            signer.after(|badge| put(&mut badge["proof"], json!(encode(wrong))));
        }
    }
    for text in ["", "z", "u", "..", "not base58: 0OIl", "mAAAA"] {
        after(|badge| put(&mut badge["proof"], json!(text)));
    }
    after(|badge| put(&mut badge["proof"], json!({"@value": "z"})));
    after(|badge| put(&mut badge["proof"], json!(null)));
}

/// The same signature under another header: another algorithm of the key's, no algorithm, an algorithm
/// with a shared secret, an encoded payload.
#[test]
fn headers_of_detached_signatures() {
    let detached = |signer: &Signer| signer.signed()["proof"].get("jws").is_some();
    for signer in SIGNERS.into_iter().filter(detached) {
        let names = [
            "none", "HS256", "RS256", "PS384", "ES256", "ES384", "ES256K", "EdDSA",
        ];
        let headers = names.map(|name| json!({"alg": name, "b64": false, "crit": ["b64"]}));
        let encoded = json!({"alg": "EdDSA", "b64": true, "crit": ["b64"]});
        for header in headers
            .into_iter()
            .chain([encoded, json!({"alg": "EdDSA"})])
        {
            let mut badge = signer.signed();
            let jws = badge["proof"]["jws"].as_str().unwrap();
            let (own, signature) = jws.split_once("..").unwrap();
            let header = Base64UrlUnpadded::encode_string(header.to_string().as_bytes());
            if header != own {
                badge["proof"]["jws"] = json!(format!("{header}..{signature}"));
                refused(&badge);
            }
        }
    }
}

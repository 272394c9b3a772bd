//! The method specifications' own examples: each DID stands for the key of its document.

mod support;

use std::fs;

use assay::key::KeyError;
use assay::policy::Bounds;
use assay::resolve::{ControlledDocument, verification_method};
use assay::{Evidence, Reason};
use serde_json::Value;
use support::{corpus, object};

fn read(path: &std::path::Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn unsupported<T>(kind: &str) -> Result<T, KeyError> {
    Err(KeyError::Unsupported { kind: kind.into() })
}

/// Compares the key of `url` with the one that the published document gives it; true where the key
/// is of a kind that is known here.
fn compare(url: &str, document: &ControlledDocument) -> bool {
    let resolved = verification_method(url, &Evidence::none(), &Bounds::default());
    let published = document.method(url).unwrap();
    match resolved {
        Ok(method) => {
            // A type that was never standardised hides one document's key from us.
            if published.key != unsupported("P256Key2021") {
                assert_eq!(method.key, published.key, "{url}");
            }
            assert!(method.key.is_ok() && method.for_assertions, "{url}");
            assert_eq!(method.controller, published.controller);
            true
        }
        Err(Reason::UnsupportedKey(KeyError::Unsupported { .. })) => {
            assert!(published.key.is_err(), "{url}");
            false
        }
        Err(reason) => panic!("{url}: {reason:?}"),
    }
}

/// Files of W3C's Credentials Community Group, with how many of their keys are known here.
const DID_KEY: [(&str, usize); 4] = [
    ("ed25519-x25519.json", 5),
    // The other two are of P-521.
    ("nist-curves.json", 5),
    ("rsa.json", 0),
    ("secp256k1.json", 0),
];

#[test]
fn did_key() {
    let Some(folder) = corpus("w3c-ccg-did-key/test-vectors") else {
        return;
    };
    for (name, expected) in DID_KEY {
        let mut known = 0;
        for (did, vector) in object(&read(&folder.join(name))) {
            let document = vector.get("didDocument").unwrap_or(&vector);
            let document = ControlledDocument::read(document).unwrap();
            let key = did.strip_prefix("did:key:").unwrap();
            known += usize::from(compare(&format!("{did}#{key}"), &document));
        }
        assert_eq!(known, expected, "{name}");
    }
}

#[test]
fn did_jwk() {
    let Some(folder) = corpus("did-jwk-web") else {
        return;
    };
    let p256 = ControlledDocument::read(&read(&folder.join("did-jwk.01.json"))).unwrap();
    assert!(compare(&format!("{}#0", p256.id), &p256));
    // There is but one key, with but one name.
    for url in [p256.id.clone(), format!("{}#1", p256.id)] {
        let refused = verification_method(&url, &Evidence::none(), &Bounds::default());
        let controller = p256.id.clone();
        assert_eq!(
            refused,
            Err(Reason::KeyNotListed {
                method: url,
                controller
            })
        );
    }
    // The second example is a key for encryption.
    let x25519 = ControlledDocument::read(&read(&folder.join("did-jwk.02.json"))).unwrap();
    let url = format!("{}#0", x25519.id);
    assert_eq!(
        verification_method(&url, &Evidence::none(), &Bounds::default()),
        Err(Reason::UnsupportedKey(KeyError::NotForSigning))
    );
}

#[test]
fn json_web_keys_of_a_document() {
    let Some(folder) = corpus("did-jwk-web") else {
        return;
    };
    let document = ControlledDocument::read(&read(&folder.join("vc-jws-2020.02.json"))).unwrap();
    let kinds: Vec<_> = document
        .methods
        .iter()
        .map(|method| match &method.key {
            Ok(key) => key.kind().name(),
            Err(KeyError::Unsupported { kind }) => kind,
            Err(error) => panic!("{}: {error:?}", method.id),
        })
        .collect();
    assert_eq!(
        kinds,
        [
            "Ed25519",
            "EC secp256k1",
            "RSA",
            "P-256",
            "P-384",
            "EC P-521"
        ]
    );
}

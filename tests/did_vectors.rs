//! The method specifications' own examples: each DID stands for the key of its document.

mod support;

use std::fs;

use assay::Reason;
use assay::key::{KeyError, KeyKind};
use assay::resolve::ControlledDocument;
use serde_json::Value;
use support::{corpus, object, verification_method};

fn read(path: &std::path::Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn unsupported(kind: &str) -> KeyError {
    KeyError::Unsupported { kind: kind.into() }
}

/// Compares the key of `url` with the one that the published document gives it, and says of what kind
/// it is; the error where it is of a kind that is not known here.
fn compare(url: &str, document: &ControlledDocument) -> Result<KeyKind, KeyError> {
    let resolved = verification_method(url);
    let published = document.method(url);
    match resolved {
        Ok(method) => {
            let published = published.unwrap();
            assert_eq!(method.key, published.key, "{url}");
            assert!(method.key.is_ok() && method.for_assertions, "{url}");
            assert_eq!(method.controller, published.controller);
            method.key.map(|key| key.kind())
        }
        Err(Reason::UnsupportedKey(error)) => {
            assert!(published.is_none_or(|method| method.key.is_err()), "{url}");
            Err(error)
        }
        Err(reason) => panic!("{url}: {reason:?}"),
    }
}

/// A file, how many of its keys are of each kind, and those that are not known here, by their multicodec
/// numbers.
type DidKeys = (
    &'static str,
    &'static [(KeyKind, usize)],
    &'static [&'static str],
);

/// Files of W3C's Credentials Community Group.
const DID_KEY: [DidKeys; 6] = [
    // The last is of both of BLS12-381's groups at once, which no suite uses.
    (
        "bls12381.json",
        &[(KeyKind::Bls12381G2, 5)],
        &["multicodec 0xee01"],
    ),
    ("ed25519-x25519.json", &[(KeyKind::Ed25519, 5)], &[]),
    // P-521, which no suite of badges takes.
    (
        "nist-curves.json",
        &[(KeyKind::P256, 3), (KeyKind::P384, 2)],
        &["multicodec 0x8224", "multicodec 0x8224"],
    ),
    ("rsa.json", &[(KeyKind::Rsa, 2)], &[]),
    ("secp256k1.json", &[(KeyKind::Secp256k1, 6)], &[]),
    // X25519, with which nobody signs.
    ("x25519.json", &[], &["multicodec 0xec01"; 4]),
];

#[test]
fn did_key() {
    let Some(folder) = corpus("w3c-ccg-did-key/test-vectors") else {
        return;
    };
    for (name, kinds, unknown) in DID_KEY {
        let mut read_kinds = Vec::new();
        let mut refused = Vec::new();
        let file = object(&read(&folder.join(name)));
        // One file has its documents a level further in.
        let vectors = file.get("didDocument").map_or_else(|| file.clone(), object);
        for (did, vector) in vectors {
            let document = vector.get("didDocument").unwrap_or(&vector);
            let document = ControlledDocument::read(document).unwrap();
            let key = did.strip_prefix("did:key:").unwrap();
            match compare(&format!("{did}#{key}"), &document) {
                Ok(kind) => read_kinds.push(kind),
                Err(error) => refused.push(error),
            }
        }
        let count = |kind: &KeyKind| read_kinds.iter().filter(|read| *read == kind).count();
        for (kind, expected) in kinds {
            assert_eq!(count(kind), *expected, "{name}: {}", kind.name());
        }
        let total: usize = kinds.iter().map(|(_, count)| count).sum();
        assert_eq!(read_kinds.len(), total, "{name}");
        let unknown: Vec<_> = unknown.iter().map(|kind| unsupported(kind)).collect();
        assert_eq!(refused, unknown, "{name}");
    }
}

#[test]
fn did_jwk() {
    let Some(folder) = corpus("did-jwk-web") else {
        return;
    };
    let p256 = ControlledDocument::read(&read(&folder.join("did-jwk.01.json"))).unwrap();
    assert_eq!(compare(&format!("{}#0", p256.id), &p256), Ok(KeyKind::P256));
    // There is but one key, with but one name.
    for url in [p256.id.clone(), format!("{}#1", p256.id)] {
        let refused = verification_method(&url);
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
        verification_method(&url),
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
        ["Ed25519", "secp256k1", "RSA", "P-256", "P-384", "EC P-521"]
    );
}

//! The key of a verification method, by the type that the method has (Controlled Identifiers 1.0,
//! section 2.2; the older types as their suites' contexts define them).

use serde_json::{Map, Value};

use crate::key::multikey::base58btc;
use crate::key::{KeyError, KeyKind, PublicKey, bls12381_g2, ed25519, jwk, multikey};
use crate::key::{p256, p384, pem, secp256k1};

/// How a type has its key written: under which member, and who reads it.
type Form = (
    &'static str,
    fn(&Map<String, Value>) -> Result<PublicKey, KeyError>,
);

/// Types that are for keys of one kind, with the forms that they have it in. The first that is there
/// counts.
const TYPES: [(&str, KeyKind, &[Form]); 8] = [
    (
        "Bls12381G2Key2020",
        KeyKind::Bls12381G2,
        &[(BASE58, |method| bls12381_g2(&base58(method)?))],
    ),
    (
        "EcdsaSecp256k1VerificationKey2019",
        KeyKind::Secp256k1,
        &[
            (JWK, key_jwk),
            (MULTIBASE, key_multibase),
            (BASE58, |method| secp256k1(&base58(method)?)),
        ],
    ),
    (
        "EcdsaSecp256r1VerificationKey2019",
        KeyKind::P256,
        &[(JWK, key_jwk), (MULTIBASE, key_multibase)],
    ),
    (
        "Ed25519VerificationKey2018",
        KeyKind::Ed25519,
        &[(BASE58, |method| ed25519(&base58(method)?)), (JWK, key_jwk)],
    ),
    (
        "Ed25519VerificationKey2020",
        KeyKind::Ed25519,
        &[(MULTIBASE, key_multibase)],
    ),
    (
        "P256Key2021",
        KeyKind::P256,
        &[(BASE58, |method| p256(&base58(method)?))],
    ),
    (
        "P384Key2021",
        KeyKind::P384,
        &[(BASE58, |method| p384(&base58(method)?))],
    ),
    (
        "RsaVerificationKey2018",
        KeyKind::Rsa,
        &[(JWK, key_jwk), (PEM, key_pem)],
    ),
];

const BASE58: &str = "publicKeyBase58";
const JWK: &str = "publicKeyJwk";
const MULTIBASE: &str = "publicKeyMultibase";
const PEM: &str = "publicKeyPem";

/// Where a method would publish the key's private part.
const PRIVATE: [&str; 6] = [
    "privateKeyBase58",
    "privateKeyJwk",
    "privateKeyMultibase",
    "privateKeyPem",
    "secretKeyJwk",
    "secretKeyMultibase",
];

/// The key of a method.
///
/// # Errors
/// [`KeyError::Private`] where the private part stands beside it, [`KeyError::Unsupported`] for a type that is not known, [`KeyError::Malformed`] where the key is
/// not of its type's kind or form, and any other.
pub(super) fn key(method: &Map<String, Value>) -> Result<PublicKey, KeyError> {
    if PRIVATE.iter().any(|name| method.contains_key(*name)) {
        return Err(KeyError::Private);
    }
    let name = method.get("type").and_then(Value::as_str);
    let name = name.unwrap_or_default();
    match name {
        "Multikey" => return key_multibase(method),
        "JsonWebKey" | "JsonWebKey2020" => return key_jwk(method),
        _ => (),
    }
    let known = TYPES.iter().find(|(known, ..)| *known == name);
    let Some((_, kind, forms)) = known else {
        return Err(KeyError::Unsupported { kind: name.into() });
    };
    let form = forms
        .iter()
        .find(|(member, _)| method.contains_key(*member));
    let (_, read) = form.ok_or(KeyError::Malformed)?;
    let key = read(method)?;
    let is_of_its_type = key.kind() == *kind;
    is_of_its_type.then_some(key).ok_or(KeyError::Malformed)
}

fn key_jwk(method: &Map<String, Value>) -> Result<PublicKey, KeyError> {
    match method.get(JWK) {
        Some(Value::Object(key)) => jwk(key),
        _ => Err(KeyError::Malformed),
    }
}

fn key_multibase(method: &Map<String, Value>) -> Result<PublicKey, KeyError> {
    multikey(text(method, MULTIBASE)?)
}

fn key_pem(method: &Map<String, Value>) -> Result<PublicKey, KeyError> {
    pem(text(method, PEM)?)
}

fn base58(method: &Map<String, Value>) -> Result<Vec<u8>, KeyError> {
    base58btc(&format!("z{}", text(method, BASE58)?)).ok_or(KeyError::Malformed)
}

fn text<'a>(method: &'a Map<String, Value>, name: &str) -> Result<&'a str, KeyError> {
    let text = method.get(name).and_then(Value::as_str);
    text.ok_or(KeyError::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(kind: &str, name: &str, value: Value) -> Result<KeyKind, KeyError> {
        let method = json!({"id": "#k", "type": kind, name: value});
        key(method.as_object().unwrap()).map(|key| key.kind())
    }

    #[test]
    fn a_key_is_of_the_kind_that_its_type_says() {
        let p256 = json!("zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv");
        let jwk = json!({
            "kty": "EC", "crv": "P-256",
            "x": "igrFmi0whuihKnj9R3Om1SoMph72wUGeFaBbzG2vzns",
            "y": "efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM",
        });
        let mut private = jwk.clone();
        private["d"] = json!("gPh-VvVS8MbvKQ9LSVVmfnxnKjHn4Tqj0bmbpehRlpc");
        assert_eq!(read("Multikey", MULTIBASE, p256.clone()), Ok(KeyKind::P256));
        for kind in [
            "Ed25519VerificationKey2020",
            "EcdsaSecp256k1VerificationKey2019",
        ] {
            let mistyped = read(kind, MULTIBASE, p256.clone());
            assert_eq!(mistyped, Err(KeyError::Malformed));
        }
        for kind in [
            "JsonWebKey",
            "JsonWebKey2020",
            "EcdsaSecp256r1VerificationKey2019",
        ] {
            assert_eq!(read(kind, JWK, jwk.clone()), Ok(KeyKind::P256));
            let refused = read(kind, JWK, private.clone());
            assert_eq!(refused, Err(KeyError::Private));
        }
    }

    #[test]
    fn an_ed25519_key_in_either_form_of_2018() {
        let kind = "Ed25519VerificationKey2018";
        let base58 = json!("2sXRz2VfrpySNEL6xmXJWQg6iY94qwNp1qrJJFBuPWmH");
        let x = "G80iskrv_nE69qbGLSpeOHJgmV4MKIzsy5l5iT6pCww";
        let jwk = json!({"kty": "OKP", "crv": "Ed25519", "x": x});
        assert_eq!(read(kind, BASE58, base58), Ok(KeyKind::Ed25519));
        assert_eq!(read(kind, JWK, jwk), Ok(KeyKind::Ed25519));
    }

    #[test]
    fn a_key_is_in_a_form_that_its_type_has() {
        let ed25519 = json!("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");
        for (kind, name) in [
            ("Ed25519VerificationKey2018", MULTIBASE),
            ("Multikey", BASE58),
            ("JsonWebKey", MULTIBASE),
        ] {
            let refused = read(kind, name, ed25519.clone());
            assert_eq!(refused, Err(KeyError::Malformed), "{kind}");
        }
        let unknown = KeyError::Unsupported { kind: "X".into() };
        assert_eq!(read("X", MULTIBASE, ed25519), Err(unknown));
    }

    #[test]
    fn refuses_a_key_beside_its_private_part() {
        for name in PRIVATE {
            assert_eq!(read("Multikey", name, json!("z")), Err(KeyError::Private));
        }
    }
}

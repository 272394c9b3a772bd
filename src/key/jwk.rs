//! JSON Web Keys (RFC 7517): octet key pairs (RFC 8037), elliptic curves (RFC 7518, section 6.2; RFC
//! 8812, section 3.1) and RSA (RFC 7518, section 6.3).

use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::{Map, Value};

use super::{Algorithm, Bls12381G2, KeyError, KeyKind, PublicKey};
use super::{bls12381_g2, ed25519, p256, p384, rsa, secp256k1};

/// The members of private keys, of every type (RFC 7518, section 6; RFC 8037, section 2).
const PRIVATE: [&str; 8] = ["d", "dp", "dq", "k", "oth", "p", "q", "qi"];

/// Reads a key: Ed25519, P-256, P-384, secp256k1, RSA or BLS12-381 G2.
///
/// Of BLS12-381 there are but drafts, which differ in how they name type and curve; a compressed point
/// is read under any of these names.
///
/// # Errors
/// [`KeyError::Private`] for a key with its private part (Controlled Identifiers 1.0, section 2.2.3:
/// "MUST NOT include any members of the private information class"), [`KeyError::NotForSigning`] for
/// one whose `use`, `key_ops` or `alg` is other than a signature's, [`KeyError::Malformed`] where the
/// `alg` is another kind of key's, and any other.
pub fn jwk(jwk: &Map<String, Value>) -> Result<PublicKey, KeyError> {
    if PRIVATE.iter().any(|name| jwk.contains_key(*name)) {
        return Err(KeyError::Private);
    }
    if !is_for_signing(jwk) {
        return Err(KeyError::NotForSigning);
    }
    let key = match (text(jwk, "kty")?, text(jwk, "crv")) {
        ("OKP", Ok("Ed25519")) => ed25519(&coordinate(jwk, "x", 32)?),
        ("EC", Ok("P-256")) => p256(&point(jwk, 32)?),
        ("EC", Ok("P-384")) => p384(&point(jwk, 48)?),
        ("EC", Ok("secp256k1")) => secp256k1(&point(jwk, 32)?),
        ("RSA", _) => rsa(&number(jwk, "n")?, &number(jwk, "e")?),
        ("EC" | "OKP", Ok("Bls12381G2" | "BLS12381G2" | "BLS12381_G2")) => {
            // Of an uncompressed point the whole of `x` and `y` would have to be read.
            match jwk.contains_key("y") {
                true => Err(KeyError::Malformed),
                false => bls12381_g2(&coordinate(jwk, "x", Bls12381G2::LENGTH)?),
            }
        }
        (kind, curve) => Err(KeyError::Unsupported {
            kind: format!("{kind} {}", curve.unwrap_or_default())
                .trim()
                .into(),
        }),
    }?;
    match jwk.get("alg") {
        None => Ok(key),
        // BBS has no names that are settled.
        Some(_) if key.kind() == KeyKind::Bls12381G2 => Ok(key),
        Some(name) => for_algorithm(key, name),
    }
}

/// RFC 7517, section 4.4: the algorithm that the key is for.
fn for_algorithm(key: PublicKey, name: &Value) -> Result<PublicKey, KeyError> {
    let Some(algorithm) = name.as_str().and_then(Algorithm::of) else {
        return Err(KeyError::NotForSigning);
    };
    match key {
        key if !algorithm.fits(key.kind()) => Err(KeyError::Malformed),
        #[cfg(feature = "complete")]
        PublicKey::Rsa(key) => Ok(PublicKey::Rsa(key.for_algorithm(algorithm))),
        key => Ok(key),
    }
}

/// RFC 7517, sections 4.2 and 4.3: what the key is for, where it says so.
fn is_for_signing(jwk: &Map<String, Value>) -> bool {
    let verifies = |operations: &Value| {
        let mut operations = operations.as_array().into_iter().flatten();
        operations.any(|operation| operation == "verify")
    };
    jwk.get("use").is_none_or(|purpose| purpose == "sig") && jwk.get("key_ops").is_none_or(verifies)
}

/// A point in SEC 1's uncompressed form.
fn point(jwk: &Map<String, Value>, length: usize) -> Result<Vec<u8>, KeyError> {
    let (x, y) = (coordinate(jwk, "x", length)?, coordinate(jwk, "y", length)?);
    Ok([vec![4], x, y].concat())
}

/// A coordinate, which has the curve's full length (RFC 7518, section 6.2.1.2).
fn coordinate(
    jwk: &Map<String, Value>,
    name: &'static str,
    length: usize,
) -> Result<Vec<u8>, KeyError> {
    base64url(text(jwk, name)?)
        .filter(|bytes| bytes.len() == length)
        .ok_or(KeyError::Malformed)
}

/// A number, big-endian (RFC 7518, section 2, "Base64urlUInt").
fn number(jwk: &Map<String, Value>, name: &'static str) -> Result<Vec<u8>, KeyError> {
    base64url(text(jwk, name)?).ok_or(KeyError::Malformed)
}

fn text<'a>(jwk: &'a Map<String, Value>, name: &'static str) -> Result<&'a str, KeyError> {
    let text = jwk.get(name).and_then(Value::as_str);
    text.ok_or(KeyError::Malformed)
}

/// Bytes from base64url without padding, in its one canonical spelling.
pub(crate) fn base64url(text: &str) -> Option<Vec<u8>> {
    Base64UrlUnpadded::decode_vec(text).ok()
}

/// Writes what [`base64url`] reads.
pub(crate) fn to_base64url(bytes: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::{KeyKind, multikey};
    use serde_json::json;

    fn read(key: &Value) -> Result<PublicKey, KeyError> {
        jwk(key.as_object().unwrap())
    }

    fn p256_key() -> Value {
        json!({
            "kty": "EC", "crv": "P-256",
            "x": "igrFmi0whuihKnj9R3Om1SoMph72wUGeFaBbzG2vzns",
            "y": "efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM",
        })
    }

    #[test]
    fn reads_the_same_key_as_its_multikey_form() {
        let multikey = multikey("zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv");
        assert_eq!(read(&p256_key()), multikey);
        assert_eq!(multikey.map(|key| key.kind()), Ok(KeyKind::P256));
    }

    #[test]
    fn refuses_a_private_key() {
        let mut key = p256_key();
        key["d"] = json!("gPh-VvVS8MbvKQ9LSVVmfnxnKjHn4Tqj0bmbpehRlpc");
        assert_eq!(read(&key), Err(KeyError::Private));
    }

    #[test]
    fn refuses_a_key_for_other_work() {
        for (name, value) in [("use", json!("enc")), ("key_ops", json!(["sign"]))] {
            let mut key = p256_key();
            key[name] = value;
            assert_eq!(read(&key), Err(KeyError::NotForSigning));
        }
    }

    #[test]
    fn refuses_coordinates_of_other_lengths_spellings_and_curves() {
        let x = p256_key()["x"].as_str().unwrap().to_owned();
        for wrong in [
            "",
            &x[1..],
            &format!("{x}="),
            &format!("{x}AA"),
            // The same bytes, with stray bits in the last letter.
            &x.replace("zns", "znt"),
            // A number that is no point's coordinate.
            &"_".repeat(43),
            // Another point's.
            "efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM",
        ] {
            let mut key = p256_key();
            key["x"] = json!(wrong);
            assert_eq!(read(&key), Err(KeyError::Malformed), "{wrong}");
        }
        let mut key = p256_key();
        key["crv"] = json!("P-384");
        assert_eq!(read(&key), Err(KeyError::Malformed));
    }

    #[test]
    fn names_the_kind_of_key_that_it_does_not_know() {
        let unsupported = |kind: &str| Err(KeyError::Unsupported { kind: kind.into() });
        let p521 = json!({"kty": "EC", "crv": "P-521", "x": "", "y": ""});
        assert_eq!(read(&p521), unsupported("EC P-521"));
        let symmetric = json!({"kty": "oct"});
        assert_eq!(read(&symmetric), unsupported("oct"));
    }

    #[test]
    fn an_algorithm_is_one_of_the_key_s_own_kind() {
        let with = |algorithm: Value| {
            let mut key = p256_key();
            key["alg"] = algorithm;
            read(&key).map(|key| key.kind())
        };
        assert_eq!(with(json!("ES256")), Ok(KeyKind::P256));
        for other in ["ES384", "ES256K", "RS256", "EdDSA"] {
            assert_eq!(with(json!(other)), Err(KeyError::Malformed), "{other}");
        }
        for other in [json!("ECDH-ES"), json!("none"), json!("HS256"), json!(7)] {
            assert_eq!(with(other), Err(KeyError::NotForSigning));
        }
    }

    #[test]
    fn reads_secp256k1() {
        // Of RFC 8812's curve, from the did:key method's vectors.
        let key = json!({
            "kty": "EC", "crv": "secp256k1",
            "x": "h0wVx_2iDlOcblulc8E5iEw1EYh5n1RYtLQfeSTyNc0",
            "y": "O2EATIGbu6DezKFptj5scAIRntgfecanVNXxat1rnwE",
        });
        let multikey = multikey("zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme");
        assert_eq!(read(&key), multikey);
        assert_eq!(multikey.map(|key| key.kind()), Ok(KeyKind::Secp256k1));
    }

    #[test]
    fn reads_bls12381_g2_by_the_names_of_its_drafts() {
        let point = Base64UrlUnpadded::encode_string(&[&[0x81][..], &[1; 95]].concat());
        for (kind, curve) in [
            ("EC", "BLS12381_G2"),
            ("OKP", "Bls12381G2"),
            ("EC", "BLS12381G2"),
        ] {
            let mut key = json!({"kty": kind, "crv": curve, "x": point});
            assert_eq!(read(&key).map(|key| key.kind()), Ok(KeyKind::Bls12381G2));
            key["y"] = json!(point);
            assert_eq!(read(&key), Err(KeyError::Malformed));
        }
    }
}

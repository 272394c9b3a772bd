//! Keys in PEM (RFC 7468): a `SubjectPublicKeyInfo` (RFC 5280, section 4.1.2.7) or PKCS#1's own form.
//! Open Badges 2.0 has its keys so (`CryptographicKey`, `publicKeyPem`).

use rsa::pkcs1;
use rsa::pkcs8::SubjectPublicKeyInfoRef;
use rsa::pkcs8::der::pem::Decoder;
use rsa::pkcs8::der::{Decode as _, asn1::Null, asn1::ObjectIdentifier};

use super::{KeyError, PublicKey, ed25519, p256, p384, rsa_pkcs1, secp256k1};

/// The longest text that is decoded: an RSA key of 8192 bits takes about 1,500 characters, and some
/// files describe the key before its first line.
const LONGEST: usize = 10_000;

/// The algorithms of keys (RFC 8410, section 3; RFC 5480, section 2.1.1) and their curves (RFC 5480,
/// section 2.1.1.1; SEC 2, appendix A.2.1).
const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");
const ELLIPTIC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");
const SECP256K1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.10");

/// Reads the one key of a text: `PUBLIC KEY` for RSA, P-256, P-384, secp256k1 and Ed25519, or
/// `RSA PUBLIC KEY`.
///
/// # Errors
/// [`KeyError::Private`] for a private key, [`KeyError::Unsupported`] for certificates and anything
/// else that PEM can hold, and any other.
pub fn pem(text: &str) -> Result<PublicKey, KeyError> {
    if text.len() > LONGEST {
        return Err(KeyError::Malformed);
    }
    let text = text.trim();
    // Such a key is known to the world, whether or not a public one follows.
    if text.contains("PRIVATE KEY-----") {
        return Err(KeyError::Private);
    }
    let mut decoder = Decoder::new_detect_wrap(text.as_bytes()).map_err(|_| KeyError::Malformed)?;
    let mut der = Vec::new();
    let decoded = decoder.decode_to_end(&mut der);
    decoded.map_err(|_| KeyError::Malformed)?;
    match decoder.type_label() {
        "PUBLIC KEY" => subject_public_key_info(&der),
        "RSA PUBLIC KEY" => rsa_pkcs1(&der),
        label => Err(KeyError::Unsupported {
            kind: format!("PEM {label}"),
        }),
    }
}

/// A key from the DER of a `SubjectPublicKeyInfo`.
fn subject_public_key_info(der: &[u8]) -> Result<PublicKey, KeyError> {
    let info = SubjectPublicKeyInfoRef::from_der(der).map_err(|_| KeyError::Malformed)?;
    let key = info.subject_public_key.as_bytes();
    let key = key.ok_or(KeyError::Malformed)?;
    let algorithm = info.algorithm;
    let unsupported = |identifier: ObjectIdentifier| {
        Err(KeyError::Unsupported {
            kind: identifier.to_string(),
        })
    };
    match algorithm.oid {
        // "The parameters MUST be absent" (RFC 8410, section 3).
        ED25519 if algorithm.parameters.is_none() => ed25519(key),
        // "The parameters field MUST have ASN.1 type NULL" (RFC 3279, section 2.3.1).
        pkcs1::ALGORITHM_OID if algorithm.parameters == Some(Null.into()) => rsa_pkcs1(key),
        ELLIPTIC => match algorithm.parameters_oid() {
            Ok(P256) => p256(key),
            Ok(P384) => p384(key),
            Ok(SECP256K1) => secp256k1(key),
            Ok(curve) => unsupported(curve),
            Err(_) => Err(KeyError::Malformed),
        },
        ED25519 | pkcs1::ALGORITHM_OID => Err(KeyError::Malformed),
        other => unsupported(other),
    }
}

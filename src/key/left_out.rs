//! Readers of keys that a program without the feature `complete` leaves out, in place of the real ones.

use super::{KeyError, KeyKind, PublicKey};
use crate::lacking;

/// A P-384 key, which is left out.
///
/// # Errors
/// Always [`KeyError::Unsupported`].
pub fn p384(_: &[u8]) -> Result<PublicKey, KeyError> {
    left_out(KeyKind::P384)
}

/// A secp256k1 key, which is left out.
///
/// # Errors
/// Always [`KeyError::Unsupported`].
pub fn secp256k1(_: &[u8]) -> Result<PublicKey, KeyError> {
    left_out(KeyKind::Secp256k1)
}

/// An RSA key from its modulus and public exponent, which is left out.
///
/// # Errors
/// Always [`KeyError::Unsupported`].
pub fn rsa(_: &[u8], _: &[u8]) -> Result<PublicKey, KeyError> {
    left_out(KeyKind::Rsa)
}

/// An RSA key in DER, which is left out.
///
/// # Errors
/// Always [`KeyError::Unsupported`].
pub fn rsa_pkcs1(_: &[u8]) -> Result<PublicKey, KeyError> {
    left_out(KeyKind::Rsa)
}

/// A key in PEM, which is left out whatever its kind: the reader comes with RSA's.
///
/// # Errors
/// Always [`KeyError::Unsupported`].
pub fn pem(_: &str) -> Result<PublicKey, KeyError> {
    left_out(KeyKind::Rsa)
}

fn left_out(kind: KeyKind) -> Result<PublicKey, KeyError> {
    lacking::note();
    let kind = kind.name().to_owned();
    Err(KeyError::Unsupported { kind })
}

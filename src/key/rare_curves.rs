//! ECDSA keys and signatures over P-384 (FIPS 186-5) and secp256k1 (SEC 2; RFC 8812).

use p256::ecdsa::signature::Verifier as _;

use super::ecdsa::written_out;
use super::{KeyError, PublicKey};

/// A P-384 key from its point, compressed (49 bytes) or uncompressed (97) as in SEC 1, section 2.3.
///
/// # Errors
/// [`KeyError::Malformed`] for another form, or a point that is not on the curve.
pub fn p384(point: &[u8]) -> Result<PublicKey, KeyError> {
    let key = written_out(point).then(|| p384::ecdsa::VerifyingKey::from_sec1_bytes(point));
    match key {
        Some(Ok(key)) => Ok(PublicKey::P384(key)),
        _ => Err(KeyError::Malformed),
    }
}

/// A secp256k1 key from its point, compressed (33 bytes) or uncompressed (65) as in SEC 1, section 2.3.
///
/// # Errors
/// [`KeyError::Malformed`] for another form, or a point that is not on the curve.
pub fn secp256k1(point: &[u8]) -> Result<PublicKey, KeyError> {
    let key = written_out(point).then(|| k256::ecdsa::VerifyingKey::from_sec1_bytes(point));
    match key {
        Some(Ok(key)) => Ok(PublicKey::Secp256k1(key)),
        _ => Err(KeyError::Malformed),
    }
}

pub(super) fn p384_verifies(
    key: &p384::ecdsa::VerifyingKey,
    message: &[u8],
    signature: &[u8],
) -> bool {
    p384::ecdsa::Signature::from_slice(signature)
        .is_ok_and(|signature| key.verify(message, &signature).is_ok())
}

pub(super) fn secp256k1_verifies(
    key: &k256::ecdsa::VerifyingKey,
    message: &[u8],
    signature: &[u8],
) -> bool {
    // The library takes the lower number alone, as Bitcoin does.
    k256::ecdsa::Signature::from_slice(signature)
        .is_ok_and(|signature| key.verify(message, &signature.normalize_s()).is_ok())
}

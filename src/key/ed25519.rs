//! Ed25519 keys and signatures (RFC 8032), as strictly as "Taming the many EdDSAs" asks.

use ed25519_dalek::{Signature, VerifyingKey};

use super::{KeyError, PublicKey, Weakness};

/// An Ed25519 key from its 32 bytes.
///
/// # Errors
/// [`KeyError::Malformed`] for another length or bytes that are no point on the curve,
/// [`KeyError::Weak`] for a point of small order.
pub fn ed25519(bytes: &[u8]) -> Result<PublicKey, KeyError> {
    let bytes: &[u8; 32] = bytes.try_into().map_err(|_| KeyError::Malformed)?;
    let key = VerifyingKey::from_bytes(bytes).map_err(|_| KeyError::Malformed)?;
    if key.is_weak() {
        return Err(KeyError::Weak(Weakness::SmallOrder));
    }
    Ok(PublicKey::Ed25519(key))
}

/// Strict: no small-order points, no malleable encodings.
pub(super) fn verifies(key: &VerifyingKey, message: &[u8], signature: &[u8]) -> bool {
    Signature::from_slice(signature)
        .is_ok_and(|signature| key.verify_strict(message, &signature).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_points_of_small_order() {
        let mut identity = [0; 32];
        identity[0] = 1;
        assert_eq!(
            ed25519(&identity),
            Err(KeyError::Weak(Weakness::SmallOrder))
        );
        assert_eq!(ed25519(&[0; 32]), Err(KeyError::Weak(Weakness::SmallOrder)));
    }

    #[test]
    fn refuses_other_lengths() {
        assert_eq!(ed25519(&[0; 31]), Err(KeyError::Malformed));
        assert_eq!(ed25519(&[0; 33]), Err(KeyError::Malformed));
    }
}

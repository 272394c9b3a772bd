//! Public keys: how they are written, and which are refused.

pub mod multikey;

pub use multikey::multikey;

use ed25519_dalek::VerifyingKey;

/// A public key that Assay can verify with.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum PublicKey {
    /// Ed25519 (RFC 8032), not of small order.
    Ed25519(VerifyingKey),
}

/// Why a key cannot be used.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum KeyError {
    /// Not written as its type says.
    Malformed,
    /// A kind of key that is not known here, by its multicodec number or its type's name.
    Unsupported { kind: String },
    /// A point of small order: with it, one signature fits many documents ("Taming the many
    /// EdDSAs", section 3).
    Weak,
}

impl KeyError {
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Malformed => "malformed-key",
            Self::Unsupported { .. } => "unsupported-key",
            Self::Weak => "weak-key",
        }
    }
}

/// An Ed25519 key from its 32 bytes.
///
/// # Errors
/// [`KeyError::Malformed`] for another length or bytes that are no point on the curve,
/// [`KeyError::Weak`] for a point of small order.
pub fn ed25519(bytes: &[u8]) -> Result<PublicKey, KeyError> {
    let bytes: &[u8; 32] = bytes.try_into().map_err(|_| KeyError::Malformed)?;
    let key = VerifyingKey::from_bytes(bytes).map_err(|_| KeyError::Malformed)?;
    if key.is_weak() {
        return Err(KeyError::Weak);
    }
    Ok(PublicKey::Ed25519(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_points_of_small_order() {
        let mut identity = [0; 32];
        identity[0] = 1;
        assert_eq!(ed25519(&identity), Err(KeyError::Weak));
        assert_eq!(ed25519(&[0; 32]), Err(KeyError::Weak));
    }

    #[test]
    fn refuses_other_lengths() {
        assert_eq!(ed25519(&[0; 31]), Err(KeyError::Malformed));
        assert_eq!(ed25519(&[0; 33]), Err(KeyError::Malformed));
    }
}

//! ECDSA keys and signatures over P-256 (FIPS 186-5); `rare_curves` has the curves that few badges use.
//!
//! Of the two numbers `s` and `n - s`, either verifies: neither Data Integrity nor JOSE asks for the
//! lower one, and issuers use both. It is a rule of Bitcoin's, where a second signature of one payment
//! would give it a second name; RFC 8812 has it not.

use p256::ecdsa::signature::Verifier as _;

use super::{KeyError, PublicKey};

/// A P-256 key from its point, compressed (33 bytes) or uncompressed (65) as in SEC 1, section 2.3.
///
/// # Errors
/// [`KeyError::Malformed`] for another form, or a point that is not on the curve.
pub fn p256(point: &[u8]) -> Result<PublicKey, KeyError> {
    let key = written_out(point).then(|| p256::ecdsa::VerifyingKey::from_sec1_bytes(point));
    match key {
        Some(Ok(key)) => Ok(PublicKey::P256(key)),
        _ => Err(KeyError::Malformed),
    }
}

/// SEC 1's tags of a point; others (the identity, a compact form) are not used for keys.
pub(super) fn written_out(point: &[u8]) -> bool {
    matches!(point.first(), Some(2..=4))
}

pub(super) fn p256_verifies(
    key: &p256::ecdsa::VerifyingKey,
    message: &[u8],
    signature: &[u8],
) -> bool {
    p256::ecdsa::Signature::from_slice(signature)
        .is_ok_and(|signature| key.verify(message, &signature).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::{p384, secp256k1};

    #[test]
    fn refuses_the_identity_other_lengths_and_points_off_the_curve() {
        // With x = 0, y = 0 no curve's equation holds.
        for length in [33, 65] {
            let mut point = vec![0; length];
            assert_eq!(p256(&point), Err(KeyError::Malformed));
            point[0] = if length == 33 { 5 } else { 4 };
            assert_eq!(p256(&point), Err(KeyError::Malformed), "{length}");
            assert_eq!(secp256k1(&point), Err(KeyError::Malformed), "{length}");
        }
        for point in [&[][..], &[0], &[4; 97], &[2; 48], &[2; 50]] {
            assert_eq!(p256(point), Err(KeyError::Malformed));
            assert_eq!(p384(point), Err(KeyError::Malformed));
            assert_eq!(secp256k1(point), Err(KeyError::Malformed));
        }
    }
}

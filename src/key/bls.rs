//! BLS12-381 keys in G2, as BBS signatures use them (BBS Signature Scheme, section 2.2; Data Integrity
//! BBS Cryptosuites 1.0, section 2.1.1).

use super::{KeyError, PublicKey, Weakness};

/// A key in the compressed form of a point of G2, its flags and the range of its coordinate checked.
///
/// That it is a point of the curve and of the right subgroup is for the signature's arithmetic to
/// establish: no signature counts before.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Bls12381G2([u8; Bls12381G2::LENGTH]);

impl Bls12381G2 {
    /// The bytes of a key: two numbers of 48 bytes.
    pub const LENGTH: usize = 96;

    /// The point in compressed form.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }
}

/// The size of the curve's field, big-endian (RFC 9380, section 8.8.2).
const FIELD: [u8; 48] = [
    0x1a, 0x01, 0x11, 0xea, 0x39, 0x7f, 0xe6, 0x9a, 0x4b, 0x1b, 0xa7, 0xb6, 0x43, 0x4b, 0xac, 0xd7,
    0x64, 0x77, 0x4b, 0x84, 0xf3, 0x85, 0x12, 0xbf, 0x67, 0x30, 0xd2, 0xa0, 0xf6, 0xb0, 0xf6, 0x24,
    0x1e, 0xab, 0xff, 0xfe, 0xb1, 0x53, 0xff, 0xff, 0xb9, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xaa, 0xab,
];

/// The flags in a point's first byte: compressed, the identity, and the sign of its `y`.
const COMPRESSED: u8 = 0x80;
const IDENTITY: u8 = 0x40;
const FLAGS: u8 = 0xe0;

/// A BLS12-381 G2 key from its 96 bytes.
///
/// # Errors
/// [`KeyError::Malformed`] for another length or form, [`KeyError::Weak`] for the identity.
pub fn bls12381_g2(bytes: &[u8]) -> Result<PublicKey, KeyError> {
    let point: [u8; Bls12381G2::LENGTH] = bytes.try_into().map_err(|_| KeyError::Malformed)?;
    let [first, ..] = point;
    if first & COMPRESSED == 0 {
        return Err(KeyError::Malformed);
    }
    if first & IDENTITY != 0 {
        return Err(KeyError::Weak(Weakness::SmallOrder));
    }
    let mut numbers = point;
    numbers[0] &= !FLAGS;
    let (numbers, _) = numbers.as_chunks::<48>();
    if numbers.iter().any(|number| *number >= FIELD) {
        return Err(KeyError::Malformed);
    }
    Ok(PublicKey::Bls12381G2(Bls12381G2(point)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_other_lengths_the_identity_and_numbers_beyond_the_field() {
        let mut point = [1; 96];
        assert_eq!(bls12381_g2(&point), Err(KeyError::Malformed));
        point[0] |= COMPRESSED;
        assert!(bls12381_g2(&point).is_ok());
        assert_eq!(bls12381_g2(&point[1..]), Err(KeyError::Malformed));
        point[48..].copy_from_slice(&FIELD);
        assert_eq!(bls12381_g2(&point), Err(KeyError::Malformed));
        let mut identity = [0; 96];
        identity[0] = COMPRESSED | IDENTITY;
        assert_eq!(
            bls12381_g2(&identity),
            Err(KeyError::Weak(Weakness::SmallOrder))
        );
    }
}

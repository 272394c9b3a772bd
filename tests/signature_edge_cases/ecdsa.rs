//! ECDSA over each curve: a signature by a known key, changed.

use assay::key::Algorithm;
use p256::ecdsa::signature::Signer as _;
use p256::elliptic_curve::PrimeField as _;
use sha2::{Digest as _, Sha256, Sha384};

use crate::{Case, MESSAGE};

/// The orders of the curves' base points, big-endian (SP 800-186, section 3.2.1; SEC 2, section 2.4.1).
pub const P256_ORDER: [u8; 32] = [
    0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6,
    0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
];
pub const P384_ORDER: [u8; 48] = [
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xc7, 0x63, 0x4d, 0x81, 0xf4, 0x37, 0x2d, 0xdf,
    0x58, 0x1a, 0x0d, 0xb2, 0x48, 0xb0, 0xa7, 0x7a, 0xec, 0xec, 0x19, 0x6a, 0xcc, 0xc5, 0x29, 0x73,
];
pub const SECP256K1_ORDER: [u8; 32] = [
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe,
    0xba, 0xae, 0xdc, 0xe6, 0xaf, 0x48, 0xa0, 0x3b, 0xbf, 0xd2, 0x5e, 0x8c, 0xd0, 0x36, 0x41, 0x41,
];

macro_rules! curve {
    ($case:ident, $infinity:ident, $curve:ident, $read:ident, $algorithm:ident, $length:literal, $hash:ident) => {
        /// A good signature's two numbers, changed.
        pub fn $case(change: impl Fn(&[u8], &[u8]) -> Vec<u8>) -> Case {
            let key = $curve::ecdsa::SigningKey::from_slice(&[7; $length]).unwrap();
            let signature: $curve::ecdsa::Signature = key.sign(MESSAGE);
            let (r, s) = signature.split_bytes();
            Case {
                key: assay::key::$read(key.verifying_key().to_sec1_point(true).as_bytes()),
                algorithm: Algorithm::$algorithm,
                signature: change(&r, &s),
            }
        }

        /// Numbers under which the sum of points that a verifier works out is the point at infinity:
        /// with r = -e/d, the equation's u1 + u2·d is zero whatever s is.
        pub fn $infinity() -> Case {
            let scalar = |bytes: [u8; $length]| {
                Option::from($curve::Scalar::from_repr(bytes.into())).unwrap()
            };
            let secret: $curve::Scalar = scalar([7; $length]);
            let hash: $curve::Scalar = scalar($hash::digest(MESSAGE).into());
            let r = -(hash * Option::<$curve::Scalar>::from(secret.invert()).unwrap());
            $case(|_, s| [&r.to_repr(), s].concat())
        }
    };
}

curve!(p256_case, p256_infinity, p256, p256, Es256, 32, Sha256);
curve!(p384_case, p384_infinity, p384, p384, Es384, 48, Sha384);
curve!(
    secp256k1_case,
    secp256k1_infinity,
    k256,
    secp256k1,
    Es256k,
    32,
    Sha256
);

/// `one - other` of numbers of equal length, big-endian.
pub fn subtract(one: &[u8], other: &[u8]) -> Vec<u8> {
    let mut difference = one.to_vec();
    let mut borrow = 0;
    for (digit, other) in difference.iter_mut().zip(other).rev() {
        let less = 0x100 + i16::from(*digit) - i16::from(*other) - borrow;
        [*digit, _] = less.to_le_bytes();
        borrow = i16::from(less < 0x100);
    }
    assert_eq!(borrow, 0);
    difference
}

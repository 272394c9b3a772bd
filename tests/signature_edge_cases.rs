//! What is accepted and what is refused where implementations of a signature differ, case by case.
//!
//! The two tables are the criteria; each case is made here from the definition of its curve. The
//! names of the Ed25519 cases are those of "Taming the many EdDSAs" (Chalkias, Garillot and
//! Nikolaenko, 2020).

use assay::key::{KeyError, PublicKey, ed25519, p256, p384};
use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT as BASE, EIGHT_TORSION};
use curve25519_dalek::edwards::EdwardsPoint;
use curve25519_dalek::scalar::Scalar;
use p256::ecdsa::signature::Signer as _;
use sha2::{Digest as _, Sha512};

/// A key's and a signature's bytes over [`MESSAGE`], and who reads the key.
struct Case {
    read: fn(&[u8]) -> Result<PublicKey, KeyError>,
    key: Vec<u8>,
    signature: Vec<u8>,
}

type Named = (&'static str, fn() -> Case);

const MESSAGE: &[u8] = b"a badge";

/// Cases that verify.
const ACCEPTED: [Named; 6] = [
    ("Ed25519, as it should be", plain),
    // The equation without the cofactor holds, and strictness excludes points of small order alone.
    // The key's owner alone can make these.
    (
        "Ed25519, key of mixed order, equation without the cofactor",
        mixed_order_key,
    ),
    ("P-256, as it should be", || {
        p256_case(|r, s| [r, s].concat())
    }),
    ("P-384, as it should be", || {
        p384_case(|r, s| [r, s].concat())
    }),
    // No suite asks for the lower of s and n - s, and both are signatures by the key's owner over
    // the same document.
    ("P-256, the other s", || {
        p256_case(|r, s| [r, &subtract(&P256_ORDER, s)].concat())
    }),
    ("P-384, the other s", || {
        p384_case(|r, s| [r, &subtract(&P384_ORDER, s)].concat())
    }),
];

/// Cases that do not, for their key or for their signature.
const REFUSED: [Named; 17] = [
    ("Ed25519, key of small order", small_order_key),
    (
        "Ed25519, key of small order, not canonical",
        small_order_key_not_canonical,
    ),
    ("Ed25519, R of small order", small_order_r),
    (
        "Ed25519, R of mixed order, equation with the cofactor alone",
        mixed_order_r,
    ),
    ("Ed25519, S + L", s_plus_order),
    ("Ed25519, all zero", || Case {
        signature: vec![0; 64],
        ..plain()
    }),
    ("P-256, r and s zero", || p256_case(|_, _| vec![0; 64])),
    ("P-256, r zero", || p256_case(|_, s| [&[0; 32], s].concat())),
    ("P-256, s zero", || p256_case(|r, _| [r, &[0; 32]].concat())),
    ("P-256, s the order", || {
        p256_case(|r, _| [r, &P256_ORDER].concat())
    }),
    ("P-256, r the order", || {
        p256_case(|_, s| [&P256_ORDER, s].concat())
    }),
    ("P-256, one byte short", || {
        p256_case(|r, s| [&r[1..], s].concat())
    }),
    ("P-256, one byte over", || {
        p256_case(|r, s| [&[0], r, s].concat())
    }),
    ("P-384, r and s zero", || p384_case(|_, _| vec![0; 96])),
    ("P-384, s the order", || {
        p384_case(|r, _| [r, &P384_ORDER].concat())
    }),
    ("P-384, one byte short", || {
        p384_case(|r, s| [&r[1..], s].concat())
    }),
    ("P-384 key, P-256's signature", || Case {
        signature: p256_case(|r, s| [r, s].concat()).signature,
        ..p384_case(|r, s| [r, s].concat())
    }),
];

fn verifies(case: &Case) -> bool {
    (case.read)(&case.key).is_ok_and(|key| {
        let algorithm = key.kind().algorithm().unwrap();
        key.verifies(algorithm, MESSAGE, &case.signature)
    })
}

#[test]
fn accepted() {
    for (name, case) in ACCEPTED {
        assert!(verifies(&case()), "{name}");
    }
}

#[test]
fn refused() {
    for (name, case) in REFUSED {
        assert!(!verifies(&case()), "{name}");
    }
}

/// The order of Ed25519's base point, little-endian.
const ED25519_ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

fn secret() -> Scalar {
    Scalar::from_bytes_mod_order([7; 32])
}

fn nonce(number: u64) -> Scalar {
    Scalar::from(number) * Scalar::from_bytes_mod_order([9; 32])
}

fn challenge(r: &[u8; 32], key: &[u8; 32]) -> Scalar {
    let hash = Sha512::new().chain_update(r).chain_update(key);
    Scalar::from_bytes_mod_order_wide(&hash.chain_update(MESSAGE).finalize().into())
}

/// A signature by the equation `S = r + k·a`, for whatever key and R are given.
fn ed25519_case(key: [u8; 32], secret: Scalar, r: EdwardsPoint, nonce: Scalar) -> Case {
    let r = r.compress().to_bytes();
    let s = nonce + challenge(&r, &key) * secret;
    Case {
        read: ed25519,
        key: key.to_vec(),
        signature: [r, s.to_bytes()].concat(),
    }
}

fn plain() -> Case {
    let key = (secret() * BASE).compress().to_bytes();
    ed25519_case(key, secret(), nonce(1) * BASE, nonce(1))
}

/// Under the identity as a key, any S signs anything.
fn small_order_key() -> Case {
    let key = EIGHT_TORSION[0].compress().to_bytes();
    ed25519_case(key, Scalar::ZERO, nonce(1) * BASE, nonce(1))
}

/// The same point with y + p in place of y.
fn small_order_key_not_canonical() -> Case {
    let mut key = [0xff; 32];
    (key[0], key[31]) = (0xee, 0x7f);
    ed25519_case(key, Scalar::ZERO, nonce(1) * BASE, nonce(1))
}

fn small_order_r() -> Case {
    let key = (secret() * BASE).compress().to_bytes();
    ed25519_case(key, secret(), EIGHT_TORSION[0], Scalar::ZERO)
}

fn mixed_order_r() -> Case {
    let key = (secret() * BASE).compress().to_bytes();
    ed25519_case(key, secret(), nonce(1) * BASE + EIGHT_TORSION[1], nonce(1))
}

/// A key off the prime-order subgroup, with a nonce for which the challenge is a multiple of eight,
/// so that the key's torsion vanishes from the equation.
fn mixed_order_key() -> Case {
    let key = (secret() * BASE + EIGHT_TORSION[1]).compress().to_bytes();
    let vanishes = |number: &u64| {
        let r = (nonce(*number) * BASE).compress().to_bytes();
        challenge(&r, &key).to_bytes()[0].is_multiple_of(8)
    };
    let nonce = nonce((1..1_000).find(vanishes).expect("one nonce in eight"));
    ed25519_case(key, secret(), nonce * BASE, nonce)
}

fn s_plus_order() -> Case {
    let mut case = plain();
    let mut carry = 0;
    for (byte, order) in case.signature[32..].iter_mut().zip(ED25519_ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        [*byte, _] = sum.to_le_bytes();
        carry = sum >> 8;
    }
    assert_eq!(carry, 0);
    case
}

/// The orders of the curves' base points, big-endian (SP 800-186, section 3.2.1).
const P256_ORDER: [u8; 32] = [
    0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6,
    0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
];
const P384_ORDER: [u8; 48] = [
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
    0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xc7, 0x63, 0x4d, 0x81, 0xf4, 0x37, 0x2d, 0xdf,
    0x58, 0x1a, 0x0d, 0xb2, 0x48, 0xb0, 0xa7, 0x7a, 0xec, 0xec, 0x19, 0x6a, 0xcc, 0xc5, 0x29, 0x73,
];

fn p256_case(change: impl Fn(&[u8], &[u8]) -> Vec<u8>) -> Case {
    let key = p256::ecdsa::SigningKey::from_slice(&[7; 32]).unwrap();
    let signature: p256::ecdsa::Signature = key.sign(MESSAGE);
    let (r, s) = signature.split_bytes();
    Case {
        read: p256,
        key: key.verifying_key().to_sec1_point(true).as_bytes().to_vec(),
        signature: change(&r, &s),
    }
}

fn p384_case(change: impl Fn(&[u8], &[u8]) -> Vec<u8>) -> Case {
    let key = p384::ecdsa::SigningKey::from_slice(&[7; 48]).unwrap();
    let signature: p384::ecdsa::Signature = key.sign(MESSAGE);
    let (r, s) = signature.split_bytes();
    Case {
        read: p384,
        key: key.verifying_key().to_sec1_point(true).as_bytes().to_vec(),
        signature: change(&r, &s),
    }
}

/// `one - other` of numbers of equal length, big-endian.
fn subtract(one: &[u8], other: &[u8]) -> Vec<u8> {
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

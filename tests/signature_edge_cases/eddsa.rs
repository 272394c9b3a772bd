//! Ed25519, by the names of "Taming the many EdDSAs" (Chalkias, Garillot and Nikolaenko, 2020).

use assay::key::{Algorithm, ed25519};
use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT as BASE, EIGHT_TORSION};
use curve25519_dalek::edwards::EdwardsPoint;
use curve25519_dalek::scalar::Scalar;
use sha2::{Digest as _, Sha512};

use crate::{Case, MESSAGE};

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
        key: ed25519(&key),
        algorithm: Algorithm::EdDsa,
        signature: [r, s.to_bytes()].concat(),
    }
}

pub fn plain() -> Case {
    let key = (secret() * BASE).compress().to_bytes();
    ed25519_case(key, secret(), nonce(1) * BASE, nonce(1))
}

/// Under the identity as a key, any S signs anything.
pub fn small_order_key() -> Case {
    let key = EIGHT_TORSION[0].compress().to_bytes();
    ed25519_case(key, Scalar::ZERO, nonce(1) * BASE, nonce(1))
}

/// The same point with y + p in place of y.
pub fn small_order_key_not_canonical() -> Case {
    let mut key = [0xff; 32];
    (key[0], key[31]) = (0xee, 0x7f);
    ed25519_case(key, Scalar::ZERO, nonce(1) * BASE, nonce(1))
}

pub fn small_order_r() -> Case {
    let key = (secret() * BASE).compress().to_bytes();
    ed25519_case(key, secret(), EIGHT_TORSION[0], Scalar::ZERO)
}

pub fn mixed_order_r() -> Case {
    let key = (secret() * BASE).compress().to_bytes();
    ed25519_case(key, secret(), nonce(1) * BASE + EIGHT_TORSION[1], nonce(1))
}

/// A key off the prime-order subgroup, with a nonce for which the challenge is a multiple of eight,
/// so that the key's torsion vanishes from the equation.
pub fn mixed_order_key() -> Case {
    let key = (secret() * BASE + EIGHT_TORSION[1]).compress().to_bytes();
    let vanishes = |number: &u64| {
        let r = (nonce(*number) * BASE).compress().to_bytes();
        challenge(&r, &key).to_bytes()[0].is_multiple_of(8)
    };
    let nonce = nonce((1..1_000).find(vanishes).expect("one nonce in eight"));
    ed25519_case(key, secret(), nonce * BASE, nonce)
}

pub fn s_plus_order() -> Case {
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

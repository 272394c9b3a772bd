//! What is accepted and what is refused where implementations of a signature differ, case by case.
//!
//! The two tables are the criteria; each case is made here from the definition of its curve or its
//! padding.

mod ecdsa;
mod eddsa;
mod pkcs1;

use assay::key::{Algorithm, KeyError, PublicKey};
use ecdsa::{P256_ORDER, P384_ORDER, SECP256K1_ORDER};
use ecdsa::{p256_case, p384_case, secp256k1_case, subtract};

/// A key, and what is said to be its signature over [`MESSAGE`].
struct Case {
    key: Result<PublicKey, KeyError>,
    algorithm: Algorithm,
    signature: Vec<u8>,
}

type Named = (&'static str, fn() -> Case);

const MESSAGE: &[u8] = b"a badge";

/// Cases that verify.
const ACCEPTED: [Named; 10] = [
    ("Ed25519, as it should be", eddsa::plain),
    // The equation without the cofactor holds, and strictness excludes points of small order alone.
    // The key's owner alone can make these.
    (
        "Ed25519, key of mixed order, equation without the cofactor",
        eddsa::mixed_order_key,
    ),
    ("P-256, as it should be", || {
        p256_case(|r, s| [r, s].concat())
    }),
    ("P-384, as it should be", || {
        p384_case(|r, s| [r, s].concat())
    }),
    ("secp256k1, as it should be", || {
        secp256k1_case(|r, s| [r, s].concat())
    }),
    // No suite and no algorithm of JOSE's asks for the lower of s and n - s, and both are signatures
    // by the key's owner over the same document.
    ("P-256, the other s", || {
        p256_case(|r, s| [r, &subtract(&P256_ORDER, s)].concat())
    }),
    ("P-384, the other s", || {
        p384_case(|r, s| [r, &subtract(&P384_ORDER, s)].concat())
    }),
    ("secp256k1, the other s", || {
        secp256k1_case(|r, s| [r, &subtract(&SECP256K1_ORDER, s)].concat())
    }),
    ("RS256, as it should be", pkcs1::plain_rs256),
    ("PS256, as it should be", pkcs1::plain_ps256),
];

/// Cases that do not, for their key or for their signature.
const REFUSED: [Named; 43] = [
    ("Ed25519, key of small order", eddsa::small_order_key),
    (
        "Ed25519, key of small order, not canonical",
        eddsa::small_order_key_not_canonical,
    ),
    ("Ed25519, R of small order", eddsa::small_order_r),
    (
        "Ed25519, R of mixed order, equation with the cofactor alone",
        eddsa::mixed_order_r,
    ),
    ("Ed25519, S + L", eddsa::s_plus_order),
    ("Ed25519, all zero", || Case {
        signature: vec![0; 64],
        ..eddsa::plain()
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
    ("P-256, the point at infinity", ecdsa::p256_infinity),
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
    ("P-384, the point at infinity", ecdsa::p384_infinity),
    ("P-384, one byte short", || {
        p384_case(|r, s| [&r[1..], s].concat())
    }),
    ("P-384 key, P-256's signature", || Case {
        signature: p256_case(|r, s| [r, s].concat()).signature,
        ..p384_case(|r, s| [r, s].concat())
    }),
    ("secp256k1, r and s zero", || {
        secp256k1_case(|_, _| vec![0; 64])
    }),
    ("secp256k1, r zero", || {
        secp256k1_case(|_, s| [&[0; 32], s].concat())
    }),
    ("secp256k1, s zero", || {
        secp256k1_case(|r, _| [r, &[0; 32]].concat())
    }),
    ("secp256k1, r the order", || {
        secp256k1_case(|_, s| [&SECP256K1_ORDER, s].concat())
    }),
    ("secp256k1, s the order", || {
        secp256k1_case(|r, _| [r, &SECP256K1_ORDER].concat())
    }),
    (
        "secp256k1, the point at infinity",
        ecdsa::secp256k1_infinity,
    ),
    ("secp256k1, one byte over", || {
        secp256k1_case(|r, s| [r, s, &[0]].concat())
    }),
    ("secp256k1 key, ES256", || Case {
        algorithm: Algorithm::Es256,
        ..secp256k1_case(|r, s| [r, s].concat())
    }),
    (
        "RS256, NULL missing after the hash's name",
        pkcs1::missing_null,
    ),
    ("RS256, the hash without its name", pkcs1::bare_hash),
    (
        "RS256, the header of encryption",
        pkcs1::encryption_s_header,
    ),
    ("RS256, padded with another byte", pkcs1::other_fill),
    (
        "RS256, short padding and something after the hash",
        pkcs1::short_padding,
    ),
    ("RS256, signed as RS384", pkcs1::sha384_s_info_for_sha256),
    ("RS256, signed as PS256", pkcs1::ps256_as_rs256),
    ("RS256, s = 0", || pkcs1::changed(|s| vec![0; s.len()])),
    ("RS256, s = 1", || {
        pkcs1::changed(|s| [vec![0; s.len() - 1], vec![1]].concat())
    }),
    ("RS256, one byte short", || {
        pkcs1::changed(|s| s[1..].to_vec())
    }),
    ("RS256, a zero before it", || {
        pkcs1::changed(|s| [&[0], s].concat())
    }),
    ("PS256, s + n", pkcs1::s_plus_modulus),
    ("PS256, no salt", pkcs1::no_salt),
    ("PS256, 20 bytes of salt", pkcs1::salt_of_sha1),
    ("PS256, the longest salt", pkcs1::longest_salt),
    ("PS256, signed as RS256", pkcs1::rs256_as_ps256),
];

fn verifies(case: &Case) -> bool {
    let key = case.key.as_ref();
    key.is_ok_and(|key| key.verifies(case.algorithm, MESSAGE, &case.signature))
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

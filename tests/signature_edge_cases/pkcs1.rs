//! RSA: paddings of both schemes, put together here and raised to the secret exponent; and keys.

use assay::key::{Algorithm, KeyError, KeyKind, PublicKey, Weakness, rsa};
use rsa::hazmat::rsa_decrypt_and_check;
use rsa::pss::Pss;
use rsa::traits::PublicKeyParts as _;
use rsa::{BoxedUint, PrivateKey};
use sha2::{Digest as _, Sha256};
use signing::{Secret, rng};

use crate::{Case, MESSAGE};

/// The bytes of the key's modulus.
const LENGTH: usize = 256;

/// `DigestInfo` of SHA-256, up to the hash (RFC 8017, section 9.2, note 1).
const SHA256: [u8; 19] = [
    0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05,
    0x00, 0x04, 0x20,
];
/// The same with the parameters left out, for which RFC 8017 has no use.
const SHA256_WITHOUT_NULL: [u8; 17] = [
    0x30, 0x2f, 0x30, 0x0b, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x04,
    0x20,
];

fn secret() -> PrivateKey {
    match Secret::of("edge cases", KeyKind::Rsa).unwrap() {
        Secret::Rsa(key) => key,
        _ => unreachable!("an RSA key"),
    }
}

fn case(algorithm: Algorithm, signature: Vec<u8>) -> Case {
    let key = secret();
    Case {
        key: rsa(&key.n().to_be_bytes(), &key.e().to_be_bytes()),
        algorithm,
        signature,
    }
}

/// A message of the modulus's length raised to the secret exponent (RFC 8017, section 5.2.1).
fn raise(padded: &[u8]) -> Vec<u8> {
    assert_eq!(padded.len(), LENGTH);
    let number = BoxedUint::from_be_slice_vartime(padded);
    let raised = rsa_decrypt_and_check(&secret(), Some(&mut rng(b"blinding")), &number);
    raised.unwrap().to_be_bytes().to_vec()
}

/// PKCS#1 v1.5: two bytes of header, as many of `fill` as there is room for, zero, and the rest.
fn rs256(header: [u8; 2], fill: u8, rest: &[u8]) -> Case {
    let fill = vec![fill; LENGTH - header.len() - 1 - rest.len()];
    let padded = [&header[..], &fill, &[0], rest].concat();
    case(Algorithm::Rs256, raise(&padded))
}

fn hash_info(info: &[u8]) -> Vec<u8> {
    [info, &Sha256::digest(MESSAGE)].concat()
}

pub fn plain_rs256() -> Case {
    rs256([0, 1], 0xff, &hash_info(&SHA256))
}

pub fn missing_null() -> Case {
    rs256([0, 1], 0xff, &hash_info(&SHA256_WITHOUT_NULL))
}

pub fn bare_hash() -> Case {
    rs256([0, 1], 0xff, &hash_info(&[]))
}

pub fn encryption_s_header() -> Case {
    rs256([0, 2], 0xff, &hash_info(&SHA256))
}

pub fn other_fill() -> Case {
    rs256([0, 1], 0xfe, &hash_info(&SHA256))
}

/// Eight bytes of padding and something after the hash, which whoever reads from the left lets pass
/// (Bleichenbacher, 2006).
pub fn short_padding() -> Case {
    let hashed = hash_info(&SHA256);
    let garbage = vec![0xaa; LENGTH - 2 - 8 - 1 - hashed.len()];
    rs256([0, 1], 0xff, &[hashed, garbage].concat())
}

pub fn sha384_s_info_for_sha256() -> Case {
    let signature = Secret::Rsa(secret()).sign(Algorithm::Rs384, MESSAGE);
    case(Algorithm::Rs256, signature.unwrap())
}

/// PSS with a salt of any length, and the hash for its mask.
fn pss(salt: usize, seed: &[u8]) -> Case {
    let padding = Pss::<Sha256>::new_with_salt(salt);
    let hash = Sha256::digest(MESSAGE);
    let signature = secret().sign_with_rng(&mut rng(seed), padding, &hash);
    case(Algorithm::Ps256, signature.unwrap())
}

pub fn plain_ps256() -> Case {
    pss(32, b"salt")
}

pub fn no_salt() -> Case {
    pss(0, b"salt")
}

pub fn salt_of_sha1() -> Case {
    pss(20, b"salt")
}

/// As much as fits: 256 bytes without the hash, the two marks, and the salt itself.
pub fn longest_salt() -> Case {
    pss(LENGTH - 32 - 2, b"salt")
}

pub fn ps256_as_rs256() -> Case {
    Case {
        algorithm: Algorithm::Rs256,
        ..plain_ps256()
    }
}

pub fn rs256_as_ps256() -> Case {
    Case {
        algorithm: Algorithm::Ps256,
        ..plain_rs256()
    }
}

/// What verifies as `s` would verify as `s + n`, if numbers beyond the modulus were let through. Of the
/// many signatures that salts make, one has room for the sum.
pub fn s_plus_modulus() -> Case {
    let modulus = secret().n().to_be_bytes();
    let sum = |salt: u8| {
        let mut sum = pss(32, &[salt]).signature;
        let mut carry = 0;
        for (byte, other) in sum.iter_mut().zip(modulus.iter()).rev() {
            let digits = u16::from(*byte) + u16::from(*other) + carry;
            [*byte, _] = digits.to_le_bytes();
            carry = digits >> 8;
        }
        (carry == 0).then_some(sum)
    };
    let signature = (0..100).find_map(sum).expect("one of a few");
    case(Algorithm::Ps256, signature)
}

pub fn changed(change: impl Fn(&[u8]) -> Vec<u8>) -> Case {
    let case = plain_rs256();
    Case {
        signature: change(&case.signature),
        ..case
    }
}

/// An odd modulus of some bits; that it is a product of two primes, no verifier can tell.
fn modulus(bits: usize) -> Vec<u8> {
    let mut bytes = vec![0xa5; bits.div_ceil(8)];
    bytes[0] = 1 << ((bits - 1) % 8);
    bytes
}

fn of_bits(bits: usize) -> Result<PublicKey, KeyError> {
    rsa(&modulus(bits), &[1, 0, 1])
}

fn of_exponent(exponent: &[u8]) -> Result<PublicKey, KeyError> {
    rsa(&modulus(2048), exponent)
}

type Key = (&'static str, fn() -> Result<PublicKey, KeyError>);

/// Keys that are read.
const READ: [Key; 8] = [
    ("2048 bits", || of_bits(2048)),
    ("2049 bits", || of_bits(2049)),
    ("3072 bits", || of_bits(3072)),
    ("8192 bits", || of_bits(8192)),
    ("exponent 3", || of_exponent(&[3])),
    ("exponent 65537", || of_exponent(&[1, 0, 1])),
    // The limit of other libraries, too.
    ("exponent 2^33 - 1", || {
        of_exponent(&[1, 0xff, 0xff, 0xff, 0xff])
    }),
    ("a zero before the modulus", || {
        rsa(&[&[0], &modulus(2048)[..]].concat(), &[1, 0, 1])
    }),
];

/// Keys that are refused, each for a reason of its own.
const REFUSED: [(Key, fn() -> KeyError); 14] = [
    (("no bits", || rsa(&[], &[1, 0, 1])), || KeyError::Malformed),
    (("1024 bits", || of_bits(1024)), || short(1024)),
    (("2047 bits", || of_bits(2047)), || short(2047)),
    (
        ("2040 bits in 256 bytes", || {
            rsa(&[&[0], &modulus(2040)[..]].concat(), &[1, 0, 1])
        }),
        || short(2040),
    ),
    (("8193 bits", || of_bits(8193)), || {
        unsupported("RSA of 8193 bits")
    }),
    (("8200 bits", || of_bits(8200)), || {
        unsupported("RSA of 8200 bits")
    }),
    (
        ("an even modulus", || {
            rsa(&[modulus(2040), vec![2]].concat(), &[1, 0, 1])
        }),
        || KeyError::Malformed,
    ),
    (("no exponent", || of_exponent(&[])), || KeyError::Malformed),
    (("exponent 0", || of_exponent(&[0])), || KeyError::Malformed),
    (("exponent 1", || of_exponent(&[1])), || {
        KeyError::Weak(Weakness::ExponentOne)
    }),
    (
        ("exponent 1, with zeros before it", || {
            of_exponent(&[0, 0, 1])
        }),
        || KeyError::Weak(Weakness::ExponentOne),
    ),
    (("exponent 2", || of_exponent(&[2])), || KeyError::Malformed),
    (("exponent 65536", || of_exponent(&[1, 0, 0])), || {
        KeyError::Malformed
    }),
    (
        ("exponent 2^33 + 1", || of_exponent(&[2, 0, 0, 0, 1])),
        || unsupported("RSA with an exponent of 34 bits"),
    ),
];

fn short(bits: usize) -> KeyError {
    KeyError::Weak(Weakness::ShortModulus { bits })
}

fn unsupported(kind: &str) -> KeyError {
    KeyError::Unsupported { kind: kind.into() }
}

#[test]
fn keys_that_are_read() {
    for (name, key) in READ {
        let kind = key().map(|key| key.kind());
        assert_eq!(kind, Ok(KeyKind::Rsa), "{name}");
    }
}

#[test]
fn keys_that_are_refused() {
    for ((name, key), error) in REFUSED {
        assert_eq!(key(), Err(error()), "{name}");
    }
}

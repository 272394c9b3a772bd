//! Nothing of a proof or of what it covers can be altered.

use assay::Reason;
use assay::key::{KeyError, PublicKey, bls12381_g2};
use assay::proof::bbs_2023::DerivedProof;
use bls12_381::{G1Affine, G2Affine};

use crate::support::{corpus, from_hex};
use crate::vector::{DOMAIN, FOLDER, VECTORS, Vector};

#[test]
fn no_byte_of_a_value_can_be_altered() {
    let Some(root) = corpus(FOLDER) else { return };
    for folder in VECTORS {
        let vector = Vector::of(&root, folder);
        // All of them where the optional features start and end, and every ninth in between.
        let whole = |index: usize| index < 8 || index > vector.value.len() - 130;
        for index in (0..vector.value.len()).filter(|index| index % 9 == 0 || whole(*index)) {
            let mut value = vector.value.clone();
            value[index] ^= 1;
            assert!(!vector.holds_with(&value), "{folder}, byte {index}");
        }
    }
}

#[test]
fn nor_any_length() {
    let Some(root) = corpus(FOLDER) else { return };
    let vector = Vector::of(&root, "prc");
    for length in 0..vector.value.len() {
        assert!(!vector.holds_with(&vector.value[..length]), "{length}");
    }
    assert!(!vector.holds_with(&[vector.value.as_slice(), &[0]].concat()));
}

/// Offsets in a value: three bytes of header, one of the array's, three of the proof's length.
const PROOF: usize = 7;
const SCALARS: usize = PROOF + 3 * 48;

#[test]
fn points_and_scalars_are_valid() {
    let Some(root) = corpus(FOLDER) else { return };
    let vector = Vector::of(&root, "prc");
    let with = |at: usize, octets: &[u8]| {
        let mut value = vector.value.clone();
        value[at..at + octets.len()].copy_from_slice(octets);
        vector.holds_with(&value)
    };
    let mut identity = [0; 48];
    identity[0] = 0xc0;
    let mut order = from_hex("73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001");
    for point in 0..3 {
        for octets in [identity, [0; 48], [0xff; 48], outside_of_the_subgroup()] {
            assert!(!with(PROOF + 48 * point, &octets), "{octets:?}");
        }
    }
    // All three at once: the pairing of identities is the identity.
    assert!(!with(PROOF, &identity.repeat(3)));
    for scalar in 0..7 {
        for octets in [vec![0; 32], vec![0xff; 32], order.clone()] {
            assert!(!with(SCALARS + 32 * scalar, &octets), "{octets:?}");
        }
    }
    // A scalar, and r more.
    let challenge =
        PROOF + 3 * 48 + DerivedProof::parse(&vector.value).unwrap().bbs_proof.len() - 3 * 48 - 32;
    let mut carry = 0;
    for (own, octet) in vector.value[challenge..challenge + 32]
        .iter()
        .zip(&mut order)
        .rev()
    {
        let sum = u16::from(*own) + u16::from(*octet) + carry;
        *octet = (sum & 0xff) as u8;
        carry = sum >> 8;
    }
    assert!(!with(challenge, &order));
}

/// A point of the curve, and not of its subgroup of prime order.
fn outside_of_the_subgroup() -> [u8; 48] {
    let candidates = (1..=u8::MAX).map(|number| {
        let mut octets = [0; 48];
        octets[0] = 0x80;
        octets[47] = number;
        octets
    });
    let on_curve = |octets: &[u8; 48]| {
        Option::<G1Affine>::from(G1Affine::from_compressed_unchecked(octets))
            .is_some_and(|point| !bool::from(point.is_torsion_free()))
    };
    candidates.into_iter().find(on_curve).unwrap()
}

#[test]
fn nothing_that_was_signed_can_be_altered() {
    let Some(root) = corpus(FOLDER) else { return };
    for folder in VECTORS {
        let own = Vector::of(&root, folder);
        let vector = || own.clone();
        let mut altered = vector();
        altered.proof_hash[0] ^= 1;
        assert!(!altered.holds(), "the proof's hash");
        // One statement of each kind: mandatory ones are hashed, the others are messages.
        for index in 0..vector().canonical_document.lines().count() {
            let change = |change: &dyn Fn(&str) -> String| {
                let own = vector();
                let lines = own.canonical_document.split_inclusive('\n').enumerate();
                let lines = lines.map(|(at, line)| {
                    if at == index {
                        change(line)
                    } else {
                        line.to_owned()
                    }
                });
                Vector {
                    canonical_document: lines.collect(),
                    ..own
                }
            };
            assert!(!change(&|_| String::new()).holds(), "left out");
            assert!(!change(&|line| line.repeat(2)).holds(), "twice");
            assert!(
                !change(&|line| line.replacen(" <", " <x", 1)).holds(),
                "altered"
            );
        }
        let mut altered = vector();
        altered.canonical_document += "_:c14n0 <urn:p> \"more\" .\n";
        assert!(!altered.holds(), "added");
    }
}

#[test]
fn a_pseudonym_is_one_domains() {
    let Some(root) = corpus(FOLDER) else { return };
    for folder in ["Pseudonym", "PseudonymHB"] {
        let vector = Vector::of(&root, folder);
        assert!(vector.holds_for(DOMAIN));
        assert!(!vector.holds_for(b"https://another.verifier.example/"));
        assert!(!vector.holds_for(b""));
    }
}

/// The standard's text has the domain within the value, where the vectors leave it out.
#[test]
fn a_domain_within_the_value_is_read() {
    let Some(root) = corpus(FOLDER) else { return };
    let vector = Vector::of(&root, "Pseudonym");
    let point = DerivedProof::parse(&vector.value)
        .unwrap()
        .pseudonym
        .unwrap()
        .point;
    let at = vector
        .value
        .windows(48)
        .position(|window| window == point)
        .unwrap()
        - 2;
    let mut value = vector.value.clone();
    value[3] += 1;
    let text = [&[0x78, DOMAIN.len() as u8], DOMAIN].concat();
    value.splice(at..at, text);
    let proof = DerivedProof::parse(&value).unwrap();
    assert_eq!(proof.pseudonym.unwrap().domain, Some(DOMAIN));
    assert!(vector.holds_with(&value));
}

/// A key that is on the curve, and outside of its subgroup of prime order, is none.
#[test]
fn a_key_of_another_subgroup() {
    let Some(root) = corpus(FOLDER) else { return };
    let mut vector = Vector::of(&root, "prc");
    let candidates = (1..=u8::MAX).map(|number| {
        let mut octets = [0; 96];
        octets[0] = 0x80;
        octets[95] = number;
        octets
    });
    let on_curve = |octets: &[u8; 96]| {
        Option::<G2Affine>::from(G2Affine::from_compressed_unchecked(octets))
            .is_some_and(|point| !bool::from(point.is_torsion_free()))
    };
    let octets = candidates.into_iter().find(on_curve).unwrap();
    let Ok(PublicKey::Bls12381G2(key)) = bls12381_g2(&octets) else {
        panic!("a point in compressed form")
    };
    vector.key = key;
    let proof = DerivedProof::parse(&vector.value).unwrap();
    let statements = proof.statements(&vector.canonical_document).unwrap();
    let holds = proof.holds(&vector.key, &vector.proof_hash, &statements, DOMAIN);
    assert_eq!(holds, Err(Reason::UnsupportedKey(KeyError::Malformed)));
}

//! The values of derived proofs, which nobody signs: labels, indexes, and how they are written.

use assay::proof::{DisclosureError, MalformedProof};
use assay::{Outcome, Reason, Verdict};
use serde_json::json;
use signing::{Derived, multibase, multibase_url};

use crate::disclosure::{mismatched, refused_for, shown};
use crate::signer::{integrity, refused, value, verdict};

#[track_caller]
fn malformed(error: DisclosureError, change: impl FnOnce(&mut Derived)) {
    refused_for(
        &Reason::MalformedProof(MalformedProof::Disclosure(error)),
        change,
    );
}

#[test]
fn mandatory_indexes() {
    let free = |indexes: &[u64]| (0..).find(|index| !indexes.contains(index)).unwrap();
    mismatched(|derived| {
        let indexes = &mut derived.value.mandatory_indexes;
        indexes[0] = free(indexes);
    });
    mismatched(|derived| derived.value.mandatory_indexes.clear());
    // A statement called mandatory that the base signature does not cover, its own signature gone.
    mismatched(|derived| {
        let indexes = &mut derived.value.mandatory_indexes;
        let free = free(indexes);
        indexes.push(free);
        let before = indexes.iter().filter(|index| **index < free).count();
        drop(derived.value.signatures.remove(free as usize - before));
    });
    let beyond = shown().statements.len() as u64;
    malformed(
        DisclosureError::IndexOutOfRange { index: beyond },
        |derived| derived.value.mandatory_indexes[0] = beyond,
    );
    let index = shown().value.mandatory_indexes[0];
    malformed(DisclosureError::IndexRepeated { index }, |derived| {
        derived.value.mandatory_indexes.push(index);
    });
}

#[test]
fn label_maps() {
    let swapped = |derived: &mut Derived| {
        let labels = &mut derived.value.labels;
        let first = labels[0].1.clone();
        labels[0].1 = std::mem::replace(&mut labels[1].1, first);
    };
    mismatched(swapped);
    mismatched(|derived| derived.value.labels[0].1 = vec![0; 32]);
    // More nodes than the badge has.
    mismatched(|derived| {
        let nodes = derived.value.labels.len() as u64;
        derived.value.labels.push((nodes, vec![0; 32]));
    });
    // The entries' order says nothing.
    let mut derived = shown();
    derived.value.labels.reverse();
    assert_eq!(verdict(&derived.secured()), Verdict::Expired);

    let labels = shown().value.labels;
    let last = labels.iter().map(|(node, _)| *node).max().unwrap();
    mismatched(|derived| derived.value.labels.retain(|(node, _)| *node != last));
    malformed(DisclosureError::NodeMissing { node: 0 }, |derived| {
        derived.value.labels.retain(|(node, _)| *node != 0);
    });
    malformed(DisclosureError::NodeRepeated { node: 0 }, |derived| {
        derived.value.labels.push((0, vec![0; 32]));
    });
    let label = multibase_url(&labels[0].1);
    malformed(DisclosureError::LabelShared { label }, |derived| {
        derived.value.labels[1].1 = labels[0].1.clone();
    });
}

/// Two objects in place of one, each with a part of what was said of it.
#[test]
fn one_node_split_into_two() {
    let mut derived = shown();
    let label = derived.value.labels[0].1.clone();
    derived
        .value
        .labels
        .push((derived.value.labels.len() as u64, label));
    let mut badge = derived.secured();
    let result = badge["credentialSubject"]["result"][0].clone();
    badge["credentialSubject"]["result"] = json!([{"type": result["type"]}, result]);
    refused(&badge);
}

#[test]
fn components_of_other_lengths() {
    let length = |component, length| DisclosureError::Length { component, length };
    malformed(length("baseSignature", 63), |derived| {
        derived.value.base_signature.truncate(63);
    });
    malformed(length("publicKey", 36), |derived| {
        derived.value.public_key.push(0);
    });
    malformed(length("signatures", 65), |derived| {
        derived.value.signatures[1].push(0);
    });
    malformed(length("labelMap", 31), |derived| {
        derived.value.labels[0].1.truncate(31);
    });
    malformed(DisclosureError::Key, |derived| {
        derived.value.public_key[1] = 0x25
    });
    malformed(DisclosureError::Key, |derived| {
        derived.value.public_key[2] = 4
    });
}

#[test]
fn values_of_other_forms() {
    let badge = shown().secured();
    let (bytes, _) = value(&badge["proof"]);
    let with = |bytes: &[u8]| {
        let mut badge = badge.clone();
        badge["proof"]["proofValue"] = json!(multibase_url(bytes));
        badge
    };
    assert_eq!(with(&bytes), badge);
    let disclosure = |error| Reason::MalformedProof(MalformedProof::Disclosure(error));
    let cbor = (Outcome::Fail, disclosure(DisclosureError::Cbor));
    for length in 3..bytes.len() {
        assert_eq!(integrity(&with(&bytes[..length])), cbor, "{length} bytes");
    }
    assert_eq!(integrity(&with(&[&bytes[..], &[0]].concat())), cbor);
    // The suite allows no tags, RFC 8746's for byte strings among them.
    let tagged = [&bytes[..4], &[0xd8, 0x40], &bytes[4..]].concat();
    assert_eq!(integrity(&with(&tagged)), cbor);

    let header = (Outcome::Unknown, disclosure(DisclosureError::Header));
    for start in [
        &[][..],
        &[0xd9],
        &[0xd9, 0x5d],
        &[0xd9, 0x5d, 0x02],
        &[0x85],
    ] {
        assert_eq!(integrity(&with(&[start, &[0x80]].concat())), header);
    }
    let encoding = (
        Outcome::Fail,
        Reason::MalformedProof(MalformedProof::SignatureEncoding),
    );
    for text in [multibase(&bytes), format!("{}=", multibase_url(&bytes))] {
        let mut badge = badge.clone();
        badge["proof"]["proofValue"] = json!(text);
        assert_eq!(integrity(&badge), encoding);
    }
}

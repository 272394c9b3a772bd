//! From a document to one that shows part of it, with a derived proof (vc-di-bbs, section 3.4.6).

use anyhow::{Context as _, Result};
use assay::HashAlgorithm;
use bls12_381::Scalar;
use serde_json::{Value, json};

use super::scheme::Signed;
use crate::multibase_url;

/// What the issuer lets nobody leave out.
const MANDATORY: &str = " <https://www.w3.org/2018/credentials#issuer> ";

/// What this holder ties its proofs to.
const PRESENTATION_HEADER: &[u8] = b"shown to you";

/// A document's statements, in canonical form.
pub struct Canonical<'a> {
    pub whole: &'a str,
    /// Of the part that is shown.
    pub shown: &'a str,
    pub proof_hash: &'a [u8],
}

/// Signs the whole, and proves the part: the value of a derived proof.
pub fn derive(secret: &Scalar, canonical: &Canonical<'_>) -> Result<String> {
    // The issuer's labels: the canonical ones, the other way round.
    let nodes = count(canonical.whole);
    let signed_label = |node: usize| nodes - 1 - node;
    let mut whole = relabelled(canonical.whole, &signed_label);
    whole.sort();
    let nodes: Vec<usize> = (0..count(canonical.shown)).collect();
    let nodes = correspondence(canonical.shown, &whole, &signed_label, nodes)?;
    let label = |node: usize| nodes.get(node).map_or(0, |own| signed_label(*own));
    let mut shown = relabelled(canonical.shown, &label);
    shown.sort();

    let (mandatory, messages): (Vec<String>, Vec<String>) =
        whole.into_iter().partition(|line| line.contains(MANDATORY));
    let mandatory_hash = HashAlgorithm::Sha256.digest(mandatory.concat());
    let header = [canonical.proof_hash, &mandatory_hash].concat();
    let place = |line: &String| messages.iter().position(|message| message == line);
    let selective: Vec<usize> = shown.iter().filter_map(place).collect();
    let mandatory = shown.iter().enumerate();
    let mandatory: Vec<usize> = mandatory
        .filter(|(_, line)| place(line).is_none())
        .map(|(index, _)| index)
        .collect();
    let signed = Signed::new(secret, &header, &messages)?;
    let proof = signed.proof(PRESENTATION_HEADER, &selective)?;

    // serializeDerivedProofValue (section 3.3.6)
    let mut value = vec![0xd9, 0x5d, 0x03, 0x85];
    value.extend(bytes(&proof));
    value.extend(head(5, nodes.len()));
    for node in 0..nodes.len() {
        value.extend(head(0, node));
        value.extend(head(0, label(node)));
    }
    for indexes in [mandatory, selective] {
        value.extend(head(4, indexes.len()));
        value.extend(indexes.into_iter().flat_map(|index| head(0, index)));
    }
    value.extend(bytes(PRESENTATION_HEADER));
    Ok(multibase_url(&value))
}

/// A value of the right form, to stand in until there is a good one.
pub fn stand_in() -> Value {
    json!(multibase_url(&[
        0xd9, 0x5d, 0x03, 0x85, 0x40, 0xa0, 0x80, 0x80, 0x40
    ]))
}

/// For each node of the shown part, by its canonical number, the node of the whole that it is: found
/// by trying, so there should be few.
fn correspondence(
    shown: &str,
    whole: &[String],
    signed_label: &dyn Fn(usize) -> usize,
    nodes: Vec<usize>,
) -> Result<Vec<usize>> {
    let fits = |nodes: &[usize]| {
        let label = |node: usize| nodes.get(node).map_or(usize::MAX, |own| signed_label(*own));
        relabelled(shown, &label)
            .iter()
            .all(|line| whole.contains(line))
    };
    let all = count(&whole.concat().replace("_:b", "_:c14n"));
    let mut found = None;
    permutations(&mut Vec::new(), nodes.len(), all, &mut |nodes| {
        if found.is_none() && fits(nodes) {
            found = Some(nodes.to_vec());
        }
        found.is_some()
    });
    found.context("a part of the whole")
}

/// Every way to take `length` numbers below `all`, the ascending one first, until `stop`.
fn permutations(
    taken: &mut Vec<usize>,
    length: usize,
    all: usize,
    stop: &mut dyn FnMut(&[usize]) -> bool,
) -> bool {
    if taken.len() == length {
        return stop(taken);
    }
    (0..all).any(|next| {
        if taken.contains(&next) {
            return false;
        }
        taken.push(next);
        let stopped = permutations(taken, length, all, stop);
        taken.pop();
        stopped
    })
}

/// How many nodes there are: their numbers have no gaps.
fn count(canonical: &str) -> usize {
    let numbers = canonical.split("_:c14n").skip(1);
    let numbers = numbers.filter_map(|rest| rest.split(' ').next()?.parse::<usize>().ok());
    numbers.max().map_or(0, |last| last + 1)
}

/// Lines with the labels that `label` has for canonical ones. No literal here looks like a label.
fn relabelled(canonical: &str, label: &dyn Fn(usize) -> usize) -> Vec<String> {
    let line = |line: &str| {
        let words = line.split(' ').map(|word| {
            let node = word
                .strip_prefix("_:c14n")
                .and_then(|node| node.parse().ok());
            node.map_or(word.to_owned(), |node| format!("_:b{}", label(node)))
        });
        words.collect::<Vec<_>>().join(" ")
    };
    canonical.split_inclusive('\n').map(line).collect()
}

fn bytes(bytes: &[u8]) -> Vec<u8> {
    [head(2, bytes.len()), bytes.to_vec()].concat()
}

/// An item's head (RFC 8949, section 3), in its shortest form up to 65,535.
fn head(major: u8, argument: usize) -> Vec<u8> {
    let [.., high, low] = argument.to_be_bytes();
    let major = major << 5;
    match argument {
        0..=23 => vec![major | low],
        24..=0xff => vec![major | 24, low],
        _ => vec![major | 25, high, low],
    }
}

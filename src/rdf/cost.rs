//! An upper bound on the work that RDFC-1.0 takes, worked out before it begins.
//!
//! Canonicalisation is cheap while every blank node has a first-degree hash of its own. Among nodes
//! that share one, Hash N-Degree Quads (section 4.8) tries every order of the neighbours that look
//! alike, again at each of them: a small file can ask for years of work (section 7.1, "Dataset
//! Poisoning").

use std::collections::{HashMap, HashSet};

use oxrdf::{BlankNodeRef, Dataset, GraphNameRef, NamedOrBlankNodeRef, QuadRef, TermRef};
use sha2::{Digest, Sha256};

type Node<'a> = BlankNodeRef<'a>;

/// The largest number of Hash N-Degree calls that canonicalising `dataset` can lead to; it stops
/// counting at `u64::MAX`.
pub(super) fn estimate(dataset: &Dataset) -> u64 {
    let quads = quads_by_node(dataset);
    let mut by_hash: HashMap<[u8; 32], Vec<Node>> = HashMap::new();
    for (node, quads) in &quads {
        by_hash
            .entry(first_degree_hash(*node, quads))
            .or_default()
            .push(*node);
    }
    let hash_of: HashMap<Node, [u8; 32]> = by_hash
        .iter()
        .filter(|(_, nodes)| nodes.len() > 1)
        .flat_map(|(hash, nodes)| nodes.iter().map(|node| (*node, *hash)))
        .collect();
    components(&hash_of, &quads)
        .iter()
        .map(|component| component_cost(component, &hash_of, &quads))
        .fold(0, u64::saturating_add)
}

fn quads_by_node(dataset: &Dataset) -> HashMap<Node<'_>, Vec<QuadRef<'_>>> {
    let mut quads: HashMap<Node, Vec<QuadRef>> = HashMap::new();
    for quad in dataset {
        for node in nodes(quad).into_iter().flatten().collect::<HashSet<_>>() {
            quads.entry(node).or_default().push(quad);
        }
    }
    quads
}

/// The blank nodes in subject, object and graph position.
fn nodes(quad: QuadRef<'_>) -> [Option<Node<'_>>; 3] {
    [
        match quad.subject {
            NamedOrBlankNodeRef::BlankNode(node) => Some(node),
            NamedOrBlankNodeRef::NamedNode(_) => None,
        },
        match quad.object {
            TermRef::BlankNode(node) => Some(node),
            _ => None,
        },
        match quad.graph_name {
            GraphNameRef::BlankNode(node) => Some(node),
            _ => None,
        },
    ]
}

/// Hash First Degree Quads (section 4.6), up to its encoding: only equality matters here.
fn first_degree_hash(of: Node<'_>, quads: &[QuadRef<'_>]) -> [u8; 32] {
    let name = |node: Node| if node == of { "_:a" } else { "_:z" };
    let mut lines: Vec<String> = quads
        .iter()
        .map(|quad| {
            let [subject, object, graph] = nodes(*quad);
            format!(
                "{} {} {} {}",
                subject.map_or_else(|| quad.subject.to_string(), |node| name(node).into()),
                quad.predicate,
                object.map_or_else(|| quad.object.to_string(), |node| name(node).into()),
                graph.map_or_else(|| quad.graph_name.to_string(), |node| name(node).into()),
            )
        })
        .collect();
    lines.sort_unstable();
    Sha256::digest(lines.join("\n")).into()
}

/// Nodes that share their hash with others, in groups that statements connect.
fn components<'a>(
    hash_of: &HashMap<Node<'a>, [u8; 32]>,
    quads: &HashMap<Node<'a>, Vec<QuadRef<'a>>>,
) -> Vec<Vec<Node<'a>>> {
    let mut seen = HashSet::new();
    let mut components = Vec::new();
    for start in hash_of.keys() {
        let mut component = Vec::new();
        let mut queue = vec![*start];
        while let Some(node) = queue.pop() {
            if hash_of.contains_key(&node) && seen.insert(node) {
                component.push(node);
                queue.extend(neighbours(node, quads));
            }
        }
        if !component.is_empty() {
            components.push(component);
        }
    }
    components
}

fn neighbours<'a>(
    node: Node<'a>,
    quads: &HashMap<Node<'a>, Vec<QuadRef<'a>>>,
) -> impl Iterator<Item = Node<'a>> {
    quads
        .get(&node)
        .into_iter()
        .flatten()
        .flat_map(|quad| nodes(*quad))
        .flatten()
        .filter(move |other| *other != node)
}

/// Starts, times nodes on a path, times the orders tried at each of them.
fn component_cost(
    component: &[Node<'_>],
    hash_of: &HashMap<Node<'_>, [u8; 32]>,
    quads: &HashMap<Node<'_>, Vec<QuadRef<'_>>>,
) -> u64 {
    let size = component.len() as u64;
    component
        .iter()
        .map(|node| orders(*node, hash_of, quads))
        .fold(size.saturating_mul(size), u64::saturating_mul)
}

/// How many orders of `node`'s neighbours Hash N-Degree Quads tries: those that look alike from
/// here (same predicate, position and hash) are permuted.
fn orders(
    node: Node<'_>,
    hash_of: &HashMap<Node<'_>, [u8; 32]>,
    quads: &HashMap<Node<'_>, Vec<QuadRef<'_>>>,
) -> u64 {
    let mut alike: HashMap<(String, usize, [u8; 32]), HashSet<Node>> = HashMap::new();
    for quad in quads.get(&node).into_iter().flatten() {
        for (position, related) in nodes(*quad).into_iter().enumerate() {
            if let Some((related, hash)) = related
                .filter(|related| *related != node)
                .and_then(|related| hash_of.get_key_value(&related))
            {
                let key = (quad.predicate.to_string(), position, *hash);
                alike.entry(key).or_default().insert(*related);
            }
        }
    }
    alike
        .values()
        .map(|group| (1..=group.len() as u64).fold(1, u64::saturating_mul))
        .fold(1, u64::saturating_mul)
}

//! RDF datasets in canonical form (RDF Dataset Canonicalization 1.0).

mod dataset;
mod issuer;
mod lines;
mod n_degree;
mod permutations;
mod quad;

use std::collections::BTreeMap;

pub use self::quad::{BlankNode, Literal, LiteralKind, Node, Quad, Term};

use self::dataset::Dataset;
use self::issuer::Issuer;
use self::n_degree::NDegree;
use crate::hash::HashAlgorithm;

/// Telling the dataset's blank nodes apart would take more steps than are allowed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TooCostly;

/// Canonical N-Quads by RDFC-1.0: sorted by code point, one line each (section 4.4.3).
///
/// `hash` is the algorithm's internal one; SHA-256 is the standard's default. `steps` bounds what telling
/// blank nodes apart may take.
///
/// # Errors
/// [`TooCostly`] for a dataset that is made to exhaust a canonicaliser (section 7.1).
pub fn canonicalize(quads: &[Quad], hash: HashAlgorithm, steps: u64) -> Result<String, TooCostly> {
    let dataset = Dataset::new(quads, hash);
    let canonical = issue(&dataset, steps)?;
    // 6. and 7.
    Ok(dataset.sorted_lines(|node, line| canonical.write(node, line)))
}

/// The canonical label of each blank node, without `_:` (section 4.4.3, "issued identifiers map").
///
/// # Errors
/// As for [`canonicalize`].
pub fn canonical_labels(
    quads: &[Quad],
    hash: HashAlgorithm,
    steps: u64,
) -> Result<BTreeMap<BlankNode, String>, TooCostly> {
    let dataset = Dataset::new(quads, hash);
    let canonical = issue(&dataset, steps)?;
    let label = |node: BlankNode| canonical.label(node).trim_start_matches("_:").to_owned();
    Ok(dataset.nodes().map(|node| (node, label(node))).collect())
}

/// Steps 1 to 5: a canonical label for each blank node.
fn issue(dataset: &Dataset<'_>, mut steps: u64) -> Result<Issuer, TooCostly> {
    // 1. and 2. The quads that mention each blank node stand in the dataset.
    // 3. Nodes by their first-degree hash.
    let mut by_hash: BTreeMap<&str, Vec<BlankNode>> = BTreeMap::new();
    for node in dataset.nodes() {
        by_hash
            .entry(dataset.first_degree_hash(node))
            .or_default()
            .push(node);
    }
    // 4. A hash of its own is enough for a label.
    let mut canonical = Issuer::new("c14n");
    by_hash.retain(|_, nodes| match nodes.as_slice() {
        [only] => {
            canonical.issue(*only);
            false
        }
        _ => true,
    });
    // 5. The others are told apart by what is around them.
    for nodes in by_hash.values() {
        // 5.1
        let mut paths: Vec<(String, Issuer)> = Vec::new();
        // 5.2
        for node in nodes.iter().filter(|node| !canonical.has_issued(**node)) {
            let mut temporary = Issuer::new("b");
            temporary.issue(*node);
            let mut n_degree = NDegree::new(dataset, &canonical, steps);
            paths.push(n_degree.hash(*node, temporary)?);
            steps = n_degree.steps_left();
        }
        // 5.3
        paths.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (_, issuer) in paths {
            for node in issuer.issued() {
                canonical.issue(*node);
            }
        }
    }
    Ok(canonical)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(quads: &[Quad]) -> Result<String, TooCostly> {
        canonicalize(quads, HashAlgorithm::Sha256, 100_000)
    }

    fn quad(subject: BlankNode, object: BlankNode) -> Quad {
        Quad {
            subject: Node::Blank(subject),
            predicate: "urn:p".into(),
            object: Term::Node(Node::Blank(object)),
            graph: None,
        }
    }

    #[test]
    fn labels_and_sorts() {
        let quads = [quad(7, 3), quad(3, 5)];
        assert_eq!(
            canonical(&quads).as_deref(),
            Ok("_:c14n0 <urn:p> _:c14n1 .\n_:c14n2 <urn:p> _:c14n0 .\n")
        );
    }

    /// Every node of a complete graph looks like every other: the worst case for RDFC-1.0.
    #[test]
    fn refuses_a_poisoned_dataset() {
        let quads: Vec<Quad> = (0..10)
            .flat_map(|from| (0..10).map(move |to| quad(from, to)))
            .collect();
        assert_eq!(canonical(&quads), Err(TooCostly));
    }

    /// A ring of nodes that all look alike is followed node by node.
    #[test]
    fn refuses_a_ring_that_would_exhaust_the_stack() {
        let ring =
            |size: usize| -> Vec<Quad> { (0..size).map(|n| quad(n, (n + 1) % size)).collect() };
        assert!(canonical(&ring(20)).is_ok());
        assert_eq!(canonical(&ring(5_000)), Err(TooCostly));
    }
}

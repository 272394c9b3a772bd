//! RDF datasets in canonical form (RDF Dataset Canonicalization 1.0).

mod cost;

use oxrdf::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use oxrdf::{Dataset, Quad};

use crate::policy::Bounds;

/// Telling the dataset's blank nodes apart would take more than
/// [`Bounds::canonicalization_steps`].
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct TooCostly;

/// Canonical N-Quads by RDFC-1.0 with SHA-256: sorted by code point, one line each.
///
/// # Errors
/// [`TooCostly`] for a dataset that is made to exhaust a canonicaliser.
pub fn canonicalize(quads: &[Quad], bounds: &Bounds) -> Result<String, TooCostly> {
    let mut dataset: Dataset = quads.iter().collect();
    if cost::estimate(&dataset) > bounds.canonicalization_steps {
        return Err(TooCostly);
    }
    dataset.canonicalize(CanonicalizationAlgorithm::Rdfc10 {
        hash_algorithm: CanonicalizationHashAlgorithm::Sha256,
    });
    let mut lines: Vec<String> = dataset.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort_unstable();
    Ok(lines.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxrdf::{BlankNode, GraphName, NamedNode};

    fn quad(subject: &str, object: &str) -> Quad {
        Quad::new(
            BlankNode::new_unchecked(subject),
            NamedNode::new_unchecked("urn:p"),
            BlankNode::new_unchecked(object),
            GraphName::DefaultGraph,
        )
    }

    #[test]
    fn labels_and_sorts() {
        let quads = [quad("x", "y"), quad("y", "z")];
        assert_eq!(
            canonicalize(&quads, &Bounds::default()).as_deref(),
            Ok("_:c14n0 <urn:p> _:c14n1 .\n_:c14n2 <urn:p> _:c14n0 .\n")
        );
    }

    /// Every node of a complete graph looks like every other: the worst case for RDFC-1.0.
    #[test]
    fn refuses_a_poisoned_dataset() {
        let names: Vec<String> = (0..10).map(|n| format!("n{n}")).collect();
        let quads: Vec<Quad> = names
            .iter()
            .flat_map(|from| names.iter().map(move |to| quad(from, to)))
            .collect();
        assert_eq!(canonicalize(&quads, &Bounds::default()), Err(TooCostly));
    }
}

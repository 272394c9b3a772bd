//! Quads by their blank nodes, and the hash of each node by its own quads.

use super::lines::Lines;
use super::quad::{BlankNode, Node, Quad, Term};
use crate::hash::HashAlgorithm;

/// Where in a quad a node stands, as RDFC-1.0 names it (section 4.7.3).
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Position {
    Subject,
    Object,
    Graph,
}

impl Position {
    pub(super) fn letter(self) -> &'static str {
        match self {
            Self::Subject => "s",
            Self::Object => "o",
            Self::Graph => "g",
        }
    }
}

/// The blank nodes of a quad, and where they stand.
pub(super) fn nodes(quad: &Quad) -> impl Iterator<Item = (BlankNode, Position)> {
    let object = match &quad.object {
        Term::Node(node) => Some(node),
        Term::Literal(_) => None,
    };
    [
        (Some(&quad.subject), Position::Subject),
        (object, Position::Object),
        (quad.graph.as_ref(), Position::Graph),
    ]
    .into_iter()
    .filter_map(|(node, position)| match node {
        Some(Node::Blank(blank)) => Some((*blank, position)),
        _ => None,
    })
}

/// A set of quads, with each node's own.
pub(super) struct Dataset<'a> {
    /// The hash algorithm of the whole canonicalisation (section 4.3, "canonicalization state").
    pub hash: HashAlgorithm,
    quads: Vec<&'a Quad>,
    lines: Lines,
    by_node: Vec<Vec<usize>>,
    first_degree: Vec<String>,
}

impl<'a> Dataset<'a> {
    pub(super) fn new(quads: &'a [Quad], hash: HashAlgorithm) -> Self {
        let mut quads: Vec<&Quad> = quads.iter().collect();
        quads.sort_unstable();
        quads.dedup();
        let mentions = quads.iter().flat_map(|quad| nodes(quad));
        let count = mentions.map(|(node, _)| node + 1).max().unwrap_or(0);
        let mut by_node = vec![Vec::new(); count];
        for (index, quad) in quads.iter().enumerate() {
            for (node, _) in nodes(quad) {
                if let Some(own) = by_node.get_mut(node)
                    && own.last() != Some(&index)
                {
                    own.push(index);
                }
            }
        }
        let mut dataset = Self {
            hash,
            lines: Lines::of(&quads),
            quads,
            by_node,
            first_degree: Vec::new(),
        };
        let hashes = (0..count).map(|node| dataset.hash_first_degree(node));
        dataset.first_degree = hashes.collect();
        dataset
    }

    /// The blank nodes that some quad mentions.
    pub(super) fn nodes(&self) -> impl Iterator<Item = BlankNode> {
        let nodes = self.by_node.iter().enumerate();
        nodes.filter_map(|(node, quads)| (!quads.is_empty()).then_some(node))
    }

    /// The quads that mention `node`.
    pub(super) fn quads_of(&self, node: BlankNode) -> impl Iterator<Item = &'a Quad> {
        let own = self.by_node.get(node).into_iter().flatten();
        own.filter_map(|index| self.quads.get(*index).copied())
    }

    /// Every quad as a line, its nodes named by `label`, sorted by code point.
    pub(super) fn sorted_lines(&self, label: impl FnMut(BlankNode, &mut String)) -> String {
        let mut text = String::new();
        self.lines.write(0..self.quads.len(), &mut text, label);
        sorted(&text).concat()
    }

    pub(super) fn first_degree_hash(&self, node: BlankNode) -> &str {
        self.first_degree.get(node).map_or("", String::as_str)
    }

    /// Hash First Degree Quads (section 4.6.3).
    fn hash_first_degree(&self, of: BlankNode) -> String {
        // 1. to 4.
        let own = self.by_node.get(of).into_iter().flatten().copied();
        let mut text = String::new();
        self.lines.write(own, &mut text, |node, line| {
            line.push_str(if node == of { "_:a" } else { "_:z" });
        });
        // 5.
        self.hash.hexadecimal(sorted(&text))
    }
}

/// The lines of a text, sorted by code point.
fn sorted(text: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    lines.sort_unstable();
    lines
}

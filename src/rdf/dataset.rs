//! Quads with their blank nodes numbered, and the hash of each node by its own quads.

use std::collections::HashMap;

use oxrdf::{GraphName, NamedOrBlankNode, Quad, Term};

use crate::hash::HashAlgorithm;

/// A blank node, by its number.
pub(super) type Node = usize;

/// A place in a quad: a blank node, or the N-Quads form of anything else.
enum Part {
    Node(Node),
    Text(String),
}

/// A quad, taken apart.
pub(super) struct Parts {
    subject: Part,
    /// With its angle brackets.
    pub predicate: String,
    object: Part,
    /// Empty for the default graph.
    graph: Part,
}

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

impl Parts {
    /// The blank nodes of the quad, and where they stand.
    pub(super) fn nodes(&self) -> impl Iterator<Item = (Node, Position)> {
        [
            (&self.subject, Position::Subject),
            (&self.object, Position::Object),
            (&self.graph, Position::Graph),
        ]
        .into_iter()
        .filter_map(|(part, position)| match part {
            Part::Node(node) => Some((*node, position)),
            Part::Text(_) => None,
        })
    }

    /// The canonical form of the quad, its nodes named by `label` (section 5).
    fn line(&self, label: &impl Fn(Node) -> String) -> String {
        let text = |part: &Part| match part {
            Part::Node(node) => label(*node),
            Part::Text(text) => text.clone(),
        };
        let graph = text(&self.graph);
        let space = if graph.is_empty() { "" } else { " " };
        let (subject, object) = (text(&self.subject), text(&self.object));
        format!("{subject} {} {object}{space}{graph} .\n", self.predicate)
    }
}

/// A set of quads, with each node's own.
pub(super) struct Dataset {
    /// The hash algorithm of the whole canonicalisation (section 4.3, "canonicalization state").
    pub hash: HashAlgorithm,
    /// The number of each blank node, by its label.
    numbers: HashMap<String, Node>,
    quads: Vec<Parts>,
    by_node: Vec<Vec<usize>>,
    first_degree: Vec<String>,
}

impl Dataset {
    pub(super) fn new(quads: &[Quad], hash: HashAlgorithm) -> Self {
        let mut numbers = HashMap::new();
        let mut seen = std::collections::HashSet::new();
        let distinct = quads.iter().filter(|quad| seen.insert(*quad));
        let quads: Vec<Parts> = distinct.map(|quad| parts(quad, &mut numbers)).collect();
        let mut by_node = vec![Vec::new(); numbers.len()];
        for (index, quad) in quads.iter().enumerate() {
            for (node, _) in quad.nodes() {
                if let Some(own) = by_node.get_mut(node)
                    && own.last() != Some(&index)
                {
                    own.push(index);
                }
            }
        }
        let mut dataset = Self {
            hash,
            numbers,
            quads,
            by_node,
            first_degree: Vec::new(),
        };
        dataset.first_degree = dataset
            .nodes()
            .map(|node| dataset.hash_first_degree(node))
            .collect();
        dataset
    }

    pub(super) fn nodes(&self) -> std::ops::Range<Node> {
        0..self.by_node.len()
    }

    /// The nodes, by the labels that they have.
    pub(super) fn names(&self) -> impl Iterator<Item = (&str, Node)> {
        let names = self.numbers.iter();
        names.map(|(name, node)| (name.as_str(), *node))
    }

    /// The quads that mention `node`.
    pub(super) fn quads_of(&self, node: Node) -> impl Iterator<Item = &Parts> {
        let own = self.by_node.get(node).into_iter().flatten();
        own.filter_map(|index| self.quads.get(*index))
    }

    /// Every quad as a line, its nodes named by `label`.
    pub(super) fn lines(&self, label: impl Fn(Node) -> String) -> Vec<String> {
        self.quads.iter().map(|quad| quad.line(&label)).collect()
    }

    pub(super) fn first_degree_hash(&self, node: Node) -> &str {
        self.first_degree.get(node).map_or("", String::as_str)
    }

    /// Hash First Degree Quads (section 4.6.3).
    fn hash_first_degree(&self, of: Node) -> String {
        // 1. to 3.
        let label = |node: Node| if node == of { "_:a" } else { "_:z" }.to_owned();
        let mut lines: Vec<String> = self.quads_of(of).map(|quad| quad.line(&label)).collect();
        // 4.
        lines.sort_unstable();
        // 5.
        self.hash.hexadecimal(&lines.concat())
    }
}

fn parts(quad: &Quad, numbers: &mut HashMap<String, Node>) -> Parts {
    let mut node = |label: &str| {
        let next = numbers.len();
        Part::Node(*numbers.entry(label.to_owned()).or_insert(next))
    };
    Parts {
        subject: match &quad.subject {
            NamedOrBlankNode::BlankNode(blank) => node(blank.as_str()),
            NamedOrBlankNode::NamedNode(named) => Part::Text(named.to_string()),
        },
        predicate: quad.predicate.to_string(),
        object: match &quad.object {
            Term::BlankNode(blank) => node(blank.as_str()),
            other => Part::Text(other.to_string()),
        },
        graph: match &quad.graph_name {
            GraphName::BlankNode(blank) => node(blank.as_str()),
            GraphName::NamedNode(named) => Part::Text(named.to_string()),
            GraphName::DefaultGraph => Part::Text(String::new()),
        },
    }
}

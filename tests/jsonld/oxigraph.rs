//! Quads of Oxigraph's libraries as our own.

use std::collections::BTreeMap;

use assay::rdf::{BlankNode, Literal, LiteralKind, Node, Quad, Term};
use oxrdf::{GraphName, NamedOrBlankNode};

/// Converts quads, each label a number, which `labels` holds.
pub fn quads(
    quads: impl Iterator<Item = oxrdf::Quad>,
    labels: &mut BTreeMap<String, BlankNode>,
) -> Vec<Quad> {
    let mut blank = |node: &oxrdf::BlankNode| {
        let next = labels.len();
        Node::Blank(*labels.entry(node.as_str().to_owned()).or_insert(next))
    };
    let named = |node: &oxrdf::NamedNode| Node::Named(node.as_str().into());
    let convert = |quad: oxrdf::Quad| Quad {
        subject: match &quad.subject {
            NamedOrBlankNode::BlankNode(node) => blank(node),
            NamedOrBlankNode::NamedNode(node) => named(node),
        },
        predicate: quad.predicate.as_str().into(),
        object: match &quad.object {
            oxrdf::Term::BlankNode(node) => Term::Node(blank(node)),
            oxrdf::Term::NamedNode(node) => Term::Node(named(node)),
            oxrdf::Term::Literal(literal) => Term::Literal(convert_literal(literal)),
        },
        graph: match &quad.graph_name {
            GraphName::BlankNode(node) => Some(blank(node)),
            GraphName::NamedNode(node) => Some(named(node)),
            GraphName::DefaultGraph => None,
        },
    };
    quads.map(convert).collect()
}

fn convert_literal(literal: &oxrdf::Literal) -> Literal {
    match literal.language() {
        Some(tag) => Literal {
            text: literal.value().into(),
            kind: LiteralKind::Language(tag.into()),
        },
        None => Literal::typed(literal.value(), literal.datatype().as_str().into()),
    }
}

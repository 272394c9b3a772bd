//! The statements of parts of a document, under labels that are the same in all of them.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, anyhow};
use assay::policy::Bounds;
use assay::rdf::{BlankNode, Node, Quad, Term};
use assay::{HashAlgorithm, jsonld, rdf};
use serde_json::{Map, Value, json};

/// Blank nodes under names of their own, so that a part of a document has the same as the whole.
const SKOLEM: &str = "urn:bnid:";

/// skolemizeCompactJsonLd (vc-di-ecdsa 1.0, section 3.4.8), for documents in which every object is a
/// node.
pub fn skolemized(document: &Map<String, Value>) -> Map<String, Value> {
    fn node(object: &mut Map<String, Value>, count: &mut usize) {
        if !object.contains_key("id") {
            *count += 1;
            object.insert("id".into(), json!(format!("{SKOLEM}b{count}")));
        }
        let members = object.iter_mut().filter(|(name, _)| *name != "@context");
        members.for_each(|(_, member)| value(member, count));
    }
    fn value(json: &mut Value, count: &mut usize) {
        match json {
            Value::Array(items) => items.iter_mut().for_each(|item| value(item, count)),
            Value::Object(object) => node(object, count),
            _ => {}
        }
    }
    let mut document = document.clone();
    node(&mut document, &mut 0);
    document
}

/// toDeskolemizedNQuads (section 3.4.9), under the newest snapshots of the contexts.
///
/// Nodes that are no object (the cells of a list, the graph of an endorsement) are numbered as they
/// come, so they have the same numbers in two parts only where both have them all.
pub fn quads(skolemized: &Map<String, Value>) -> Result<Vec<Quad>> {
    let shape = jsonld::shape(skolemized, Bounds::default().context_references);
    let shape = shape.map_err(|error| anyhow!("{error:?}"))?;
    let choices = jsonld::choices(&shape.contexts, 1);
    let newest = choices.first().context("a combination of contexts")?;
    let statements = jsonld::statements(skolemized, newest);
    let quads = statements.map_err(|error| anyhow!("{error}"))?.quads;
    let mut others = BTreeMap::new();
    // Objects have the even numbers, all else the odd ones.
    let mut node = |node: &Node| match node {
        Node::Named(iri) => {
            let number = iri
                .strip_prefix(SKOLEM)
                .and_then(|name| name.strip_prefix('b'));
            match number.and_then(|number| number.parse::<BlankNode>().ok()) {
                Some(number) => Node::Blank(2 * number),
                None => node.clone(),
            }
        }
        Node::Blank(blank) => {
            let next = others.len();
            Node::Blank(2 * *others.entry(*blank).or_insert(next) + 1)
        }
    };
    let relabel = |quad: &Quad| Quad {
        subject: node(&quad.subject),
        predicate: quad.predicate.clone(),
        object: match &quad.object {
            Term::Node(object) => Term::Node(node(object)),
            literal => literal.clone(),
        },
        graph: quad.graph.as_ref().map(&mut node),
    };
    Ok(quads.iter().map(relabel).collect())
}

/// The canonical label of each blank node.
pub fn canonical_labels(quads: &[Quad]) -> Result<BTreeMap<BlankNode, String>> {
    rdf::canonical_labels(
        quads,
        HashAlgorithm::Sha256,
        Bounds::default().canonicalization_steps,
    )
    .map_err(|error| anyhow!("{error:?}"))
}

/// Each quad as a line of N-Quads, its blank nodes labelled by `labels`, in order.
pub fn lines(quads: &[Quad], labels: &BTreeMap<BlankNode, String>) -> Vec<String> {
    let line = |quad: &Quad| {
        let mut line = String::new();
        quad.write(&mut line, &mut |node, line| {
            line.push_str("_:");
            line.push_str(labels.get(&node).map_or("", String::as_str));
        });
        line
    };
    let mut lines: Vec<String> = quads.iter().map(line).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

//! The statements of parts of a document, under labels that are the same in all of them.

use std::cell::RefCell;
use std::collections::BTreeMap;

use anyhow::{Context as _, Result, anyhow};
use assay::policy::Bounds;
use assay::{HashAlgorithm, jsonld, rdf};
use oxrdf::{BlankNode, GraphName, NamedNode, NamedOrBlankNode, Quad, Term};
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
/// come, so they have the same labels in two parts only where both have them all.
pub fn quads(skolemized: &Map<String, Value>) -> Result<Vec<Quad>> {
    let shape = jsonld::shape(skolemized, &Bounds::default());
    let shape = shape.map_err(|error| anyhow!("{error:?}"))?;
    let choices = jsonld::choices(&shape.contexts, 1);
    let newest = choices.first().context("a combination of contexts")?;
    let statements = jsonld::statements(skolemized, newest);
    let quads = statements.map_err(|error| anyhow!(error))?.quads;
    let name = |iri: &str| iri.strip_prefix(SKOLEM).map(str::to_owned);
    let others = RefCell::new(BTreeMap::new());
    let number = |label: &str| {
        let mut others = others.borrow_mut();
        let next = others.len();
        let number = *others.entry(label.to_owned()).or_insert(next);
        format!("other{number}")
    };
    Ok(relabelled(&quads, &name, &number))
}

/// The canonical label of each blank node, by its own.
pub fn canonical_labels(quads: &[Quad]) -> Result<BTreeMap<String, String>> {
    rdf::canonical_labels(quads, HashAlgorithm::Sha256, &Bounds::default())
        .map_err(|error| anyhow!("{error:?}"))
}

/// Each quad as a line of N-Quads, its blank nodes relabelled by `labels`, in order.
pub fn lines(quads: &[Quad], labels: &BTreeMap<String, String>) -> Vec<String> {
    let label = |own: &str| labels.get(own).cloned().unwrap_or_default();
    let quads = relabelled(quads, &|_| None, &label);
    let mut lines: Vec<String> = quads.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort_unstable();
    lines.dedup();
    lines
}

/// Quads with the IRIs that `name` knows made blank nodes, and all blank nodes' labels replaced.
fn relabelled(
    quads: &[Quad],
    name: &dyn Fn(&str) -> Option<String>,
    label: &dyn Fn(&str) -> String,
) -> Vec<Quad> {
    let blank = |own: &str| BlankNode::new_unchecked(label(own));
    let named = |node: &NamedNode| name(node.as_str()).map(BlankNode::new_unchecked);
    let relabel = |quad: &Quad| Quad {
        subject: match &quad.subject {
            NamedOrBlankNode::BlankNode(node) => blank(node.as_str()).into(),
            NamedOrBlankNode::NamedNode(node) => match named(node) {
                Some(blank) => blank.into(),
                None => node.clone().into(),
            },
        },
        predicate: quad.predicate.clone(),
        object: match &quad.object {
            Term::BlankNode(node) => blank(node.as_str()).into(),
            Term::NamedNode(node) => match named(node) {
                Some(blank) => blank.into(),
                None => node.clone().into(),
            },
            other => other.clone(),
        },
        graph_name: match &quad.graph_name {
            GraphName::BlankNode(node) => blank(node.as_str()).into(),
            other => other.clone(),
        },
    };
    quads.iter().map(relabel).collect()
}

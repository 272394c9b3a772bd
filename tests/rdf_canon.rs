//! W3C's suite for RDF Dataset Canonicalization 1.0, with SHA-256 and with SHA-384: the cases that
//! yield a dataset or a map of labels, and those that no canonicaliser should finish.

#[path = "jsonld/oxigraph.rs"]
mod oxigraph;
mod support;

use std::collections::BTreeMap;
use std::fs;

use assay::HashAlgorithm;
use assay::policy::Bounds;
use assay::rdf::{BlankNode, Quad, TooCostly, canonical_labels, canonicalize};
use serde_json::Value;
use support::corpus;

/// Cases whose symmetric blank nodes cost more than our bound, though a patient canonicaliser
/// finishes them. No credential looks like them.
const REFUSED: [&str; 0] = [];

/// The quads, and the number of each label.
fn parsed(nquads: &str) -> (Vec<Quad>, BTreeMap<String, BlankNode>) {
    let quads = oxttl::NQuadsParser::new().for_slice(nquads.as_bytes());
    let mut labels = BTreeMap::new();
    let quads = oxigraph::quads(quads.map(Result::unwrap), &mut labels);
    (quads, labels)
}

fn quads(nquads: &str) -> Vec<Quad> {
    parsed(nquads).0
}

#[test]
fn the_suite() {
    let Some(folder) = corpus("w3c-rdf-canon/tests") else {
        return;
    };
    let manifest = fs::read_to_string(folder.join("manifest.jsonld")).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    let mut compared = 0;
    let mut refused = Vec::new();
    for entry in manifest["entries"].as_array().unwrap() {
        let text = |name: &str| entry[name].as_str().unwrap_or_default();
        let read = |name: &str| fs::read_to_string(folder.join(text(name))).unwrap();
        let hash = match text("hashAlgorithm") {
            "" => HashAlgorithm::Sha256,
            "SHA384" => HashAlgorithm::Sha384,
            other => panic!("{}: {other}", text("id")),
        };
        let outcome = match text("type") {
            "rdfc:RDFC10EvalTest" => canonicalize(
                &quads(&read("action")),
                hash,
                Bounds::default().canonicalization_steps,
            ),
            "rdfc:RDFC10NegativeEvalTest" => {
                let outcome = canonicalize(
                    &quads(&read("action")),
                    hash,
                    Bounds::default().canonicalization_steps,
                );
                assert_eq!(outcome, Err(TooCostly), "{}", text("id"));
                compared += 1;
                continue;
            }
            "rdfc:RDFC10MapTest" => {
                let (quads, own) = parsed(&read("action"));
                let canonical =
                    canonical_labels(&quads, hash, Bounds::default().canonicalization_steps)
                        .unwrap();
                let label = |(label, node)| (label, canonical[&node].clone());
                let labels: BTreeMap<String, String> = own.into_iter().map(label).collect();
                let expected: BTreeMap<String, String> =
                    serde_json::from_str(&read("result")).unwrap();
                assert_eq!(labels, expected, "{}", text("id"));
                compared += 1;
                continue;
            }
            other => panic!("{}: {other}", text("id")),
        };
        match outcome {
            Ok(canonical) => {
                assert_eq!(canonical, read("result"), "{}", text("id"));
                compared += 1;
            }
            Err(TooCostly) => refused.push(text("id").to_owned()),
        }
    }
    assert_eq!(refused, REFUSED);
    assert!(compared > 60, "{compared} cases");
    println!("{compared} cases agree");
}

//! Every credential of the corpus that is JSON, under each published form of its contexts.

use std::fs;
use std::path::{Path, PathBuf};

use assay::jsonld::{choices, shape};
use assay::policy::Bounds;
use serde_json::{Map, Value};

use crate::judge::difference;
use crate::support::corpus;

/// More combinations than these differ in what older documents have; they cost a minute each.
const COMBINATIONS: usize = 4;

#[test]
fn credentials_state_what_oxjsonld_has_them_state() {
    let Some(folder) = corpus("") else {
        return;
    };
    let mut files = Vec::new();
    find(&folder, &mut files);
    let mut compared = 0;
    let mut differences = Vec::new();
    for path in files {
        let text = fs::read(&path).unwrap();
        let Ok(Value::Object(document)) = serde_json::from_slice(&text) else {
            continue;
        };
        let Ok(shape) = shape(&document, Bounds::default().context_references) else {
            continue;
        };
        for choice in choices(&shape.contexts, COMBINATIONS) {
            for part in parts(&document) {
                compared += 1;
                if let Some(difference) = difference(&part, &choice) {
                    let path = path.strip_prefix(&folder).unwrap();
                    differences.push(format!("{}: {difference}", path.display()));
                }
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(compared > 300, "{compared} documents");
    println!("{compared} documents agree");
}

/// The whole document, and as its proofs are made over it.
fn parts(document: &Map<String, Value>) -> [Map<String, Value>; 2] {
    let mut unsecured = document.clone();
    unsecured.remove("proof");
    [document.clone(), unsecured]
}

fn find(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap();
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() {
            find(&path, found);
        } else if matches!(extension, Some("json" | "jsonld")) {
            found.push(path);
        }
    }
}

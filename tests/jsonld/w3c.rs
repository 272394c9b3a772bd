//! W3C's suites for JSON-LD 1.1, `toRdf` and `expand`.
//!
//! A case counts where ours has the very statements or the very error that the suite expects. Every
//! other case stands in [`left_out`], with what it needs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use assay::jsonld::{ContextChoice, JsonLdError, statements};
use assay::rdf::Quad;
use serde_json::{Map, Value};

use crate::left_out;
use crate::support::corpus;
use crate::{judge, oxigraph};

#[test]
fn to_rdf() {
    let Some(folder) = corpus("w3c-json-ld-api/tests") else {
        return;
    };
    let expected = |path: &Path| {
        let text = fs::read_to_string(path).unwrap();
        let quads = oxttl::NQuadsParser::new().for_slice(text.as_bytes());
        oxigraph::quads(quads.map(Result::unwrap), &mut BTreeMap::new())
    };
    let outcome = run(&folder, "toRdf-manifest.jsonld", expected);
    outcome.compare(left_out::TO_RDF, 200);
}

/// What is expected is expanded JSON-LD, which is compared by what it states.
#[test]
fn expand() {
    let Some(folder) = corpus("w3c-json-ld-api/tests") else {
        return;
    };
    let expected = |path: &Path| {
        let json: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let quads = judge::oxjsonld(&json, &ContextChoice::default(), None).unwrap();
        oxigraph::quads(quads.into_iter(), &mut BTreeMap::new())
    };
    let outcome = run(&folder, "expand-manifest.jsonld", expected);
    outcome.compare(left_out::EXPAND, 180);
}

#[derive(Default)]
struct Outcome {
    agree: usize,
    /// What cases need that is not here, or how they differ, with their numbers.
    others: BTreeMap<String, BTreeSet<String>>,
}

impl Outcome {
    fn compare(&self, left_out: &[(&str, &[&str])], at_least: usize) {
        let others = self.others.iter();
        let others: BTreeMap<&str, Vec<&str>> = others
            .map(|(need, ids)| (need.as_str(), ids.iter().map(String::as_str).collect()))
            .collect();
        let listed = left_out.iter();
        let listed: BTreeMap<&str, Vec<&str>> =
            listed.map(|(need, ids)| (*need, ids.to_vec())).collect();
        assert!(
            others == listed,
            "found {others:#?}\nand {} agree",
            self.agree
        );
        assert!(self.agree >= at_least, "{} cases", self.agree);
        println!("{} cases agree", self.agree);
    }
}

fn run(folder: &Path, manifest: &str, expected: impl Fn(&Path) -> Vec<Quad>) -> Outcome {
    let manifest = fs::read_to_string(folder.join(manifest)).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    let mut outcome = Outcome::default();
    for entry in manifest["sequence"].as_array().unwrap() {
        match case(folder, entry, &expected) {
            Ok(()) => outcome.agree += 1,
            Err(need) => {
                let id = entry["@id"].as_str().unwrap().trim_start_matches('#');
                outcome.others.entry(need).or_default().insert(id.into());
            }
        }
    }
    outcome
}

/// Options under which a case asks for something else than what is here.
const OPTIONS: [&str; 4] = [
    "expandContext",
    "processingMode",
    "produceGeneralizedRdf",
    "rdfDirection",
];

fn case(folder: &Path, entry: &Value, expected: impl Fn(&Path) -> Vec<Quad>) -> Result<(), String> {
    let option = &entry["option"];
    if option["specVersion"] == "json-ld-1.0" {
        return Err("JSON-LD 1.0".into());
    }
    for name in OPTIONS {
        if !option[name].is_null() && option[name] != "json-ld-1.1" {
            return Err(format!("the option {name}"));
        }
    }
    let document = document(&folder.join(entry["input"].as_str().unwrap()))?;
    let found = match statements(&document, &ContextChoice::default()) {
        Err(error @ JsonLdError::LeftOut { .. }) => return Err(error.to_string()),
        Err(JsonLdError::Invalid { code }) => Err(code),
        Ok(statements) => Ok(statements),
    };
    let code = entry["expectErrorCode"].as_str();
    let code = code.or(entry["expect"].as_str().filter(|_| is_negative(entry)));
    match (found, code) {
        (Err(found), Some(expected)) if found == expected => Ok(()),
        (Err("loading remote context failed"), _) => Err("remote contexts".into()),
        (Err(found), expected) => Err(format!("{found} where {expected:?} is expected")),
        (Ok(_), Some(expected)) => Err(format!("none where {expected:?} is expected")),
        (Ok(found), None) => {
            let Some(path) = entry["expect"].as_str() else {
                return Ok(()); // The input's syntax is all that is asked about.
            };
            let expected = expected(&folder.join(path));
            match judge::canonical(&found.quads) == judge::canonical(&expected) {
                true => Ok(()),
                false if found.lossy || !found.undefined.is_empty() => Err("a base IRI".into()),
                false => Err("other statements".into()),
            }
        }
    }
}

fn is_negative(entry: &Value) -> bool {
    let types = entry["@type"].as_array().unwrap();
    types.contains(&"jld:NegativeEvaluationTest".into())
}

fn document(path: &Path) -> Result<Map<String, Value>, String> {
    let text = fs::read_to_string(path).map_err(|_| "an input that is no file")?;
    match serde_json::from_str(&text) {
        Ok(Value::Object(document)) => Ok(document),
        Ok(Value::Array(documents)) => match documents.as_slice() {
            [Value::Object(document)] => Ok(document.clone()),
            _ => Err("an input that is no object".into()),
        },
        _ => Err("an input that is no object".into()),
    }
}

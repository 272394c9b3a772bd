//! From JSON-LD to RDF, by `oxjsonld` over the bundled contexts.

use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::{Quad, Term};
use serde_json::{Map, Value, json};

use super::contexts::{self, Snapshot};
use super::{tally, type_scoped};

/// One published form for each context that a document refers to.
#[derive(Clone)]
pub struct ContextChoice(Vec<(String, &'static Snapshot)>);

impl ContextChoice {
    /// The names of the chosen snapshots, in the order of the document's contexts.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.0.iter().map(|(_, snapshot)| snapshot.name)
    }

    /// The chosen documents, in the order of the document's contexts.
    pub(super) fn documents(&self) -> impl Iterator<Item = Value> {
        self.0
            .iter()
            .filter_map(|(_, snapshot)| serde_json::from_str(snapshot.json).ok())
    }

    fn json(&self, url: &str) -> Option<&'static str> {
        self.0
            .iter()
            .find(|(known, _)| known == url)
            .map(|(_, snapshot)| snapshot.json)
    }
}

/// Every combination of published forms of these contexts, the newest first, at most `limit`.
///
/// Open Badges contexts gained terms after they were published, so a badge may have been signed
/// under any of several documents of one URL.
#[must_use]
pub fn choices(urls: &[String], limit: usize) -> Vec<ContextChoice> {
    let mut combinations = vec![Vec::new()];
    for url in urls {
        let snapshots = contexts::snapshots(url).unwrap_or_default();
        combinations = snapshots
            .iter()
            .flat_map(|snapshot| {
                combinations.iter().map(move |combination: &Vec<_>| {
                    let mut combination = combination.clone();
                    combination.push((url.clone(), snapshot));
                    combination
                })
            })
            .take(limit)
            .collect();
    }
    combinations.into_iter().map(ContextChoice).collect()
}

/// What a document states.
#[derive(Clone, Debug)]
pub struct Statements {
    /// The statements, without those that rest on an undefined term.
    pub quads: Vec<Quad>,
    /// Members, types and references that no context defines; a verifier that drops undefined
    /// terms drops them.
    pub undefined: Vec<String>,
    /// Whether values were lost although every term is defined.
    pub lossy: bool,
}

/// Undefined terms become visible under this vocabulary, and relative references under this base.
const UNDEFINED: &str = "urn:undefined:";
const RELATIVE: &str = "undefined://relative/";

/// Converts a document, its context references resolved by `choice`.
///
/// # Errors
/// The processor's own words for what is wrong with the JSON-LD.
pub fn statements(
    document: &Map<String, Value>,
    choice: &ContextChoice,
) -> Result<Statements, String> {
    let mut marked = document.clone();
    if let Some(context) = marked.get_mut("@context") {
        let mut entries = vec![json!({ "@vocab": UNDEFINED })];
        match context.take() {
            Value::Array(rest) => entries.extend(rest),
            single => entries.push(single),
        }
        *context = Value::Array(entries);
    }
    let quads = convert(marked, choice, Some(RELATIVE))?;
    let undefined = undefined(&quads);
    if undefined.is_empty() {
        return Ok(Statements {
            lossy: !tally::is_complete(document, &quads),
            quads,
            undefined,
        });
    }
    Ok(Statements {
        quads: convert(document.clone(), choice, None)?,
        undefined,
        lossy: false,
    })
}

fn convert(
    mut document: Map<String, Value>,
    choice: &ContextChoice,
    base: Option<&str>,
) -> Result<Vec<Quad>, String> {
    type_scoped::spell_out(&mut document, choice);
    let bytes = Value::Object(document).to_string();
    let mut parser = JsonLdParser::new();
    if let Some(base) = base {
        parser = parser
            .with_base_iri(base)
            .map_err(|error| error.to_string())?;
    }
    let choice = choice.clone();
    parser
        .for_slice(bytes.as_bytes())
        .with_load_document_callback(move |url, _| {
            let json = choice.json(url).ok_or("a context that is not bundled")?;
            Ok(JsonLdRemoteDocument {
                document: json.as_bytes().to_vec(),
                document_url: url.to_owned(),
            })
        })
        .map(|quad| quad.map_err(|error| error.to_string()))
        .collect()
}

/// What stands under one of the two markers, by the name that the document gives it.
fn undefined(quads: &[Quad]) -> Vec<String> {
    let name = |iri: &str| {
        iri.strip_prefix(UNDEFINED)
            .or_else(|| iri.strip_prefix(RELATIVE))
            .map(str::to_owned)
    };
    let mut names: Vec<String> = Vec::new();
    for quad in quads {
        let subject = match &quad.subject {
            oxrdf::NamedOrBlankNode::NamedNode(node) => name(node.as_str()),
            oxrdf::NamedOrBlankNode::BlankNode(_) => None,
        };
        let object = match &quad.object {
            Term::NamedNode(node) => name(node.as_str()),
            Term::Literal(literal) => name(literal.datatype().as_str()),
            Term::BlankNode(_) => None,
        };
        let predicate = name(quad.predicate.as_str());
        for found in [subject, predicate, object].into_iter().flatten() {
            if !names.contains(&found) {
                names.push(found);
            }
        }
    }
    names
}

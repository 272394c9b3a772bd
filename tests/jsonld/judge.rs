//! The judge: the same statements, and the same losses, worked out by `oxjsonld`.
//!
//! `oxjsonld` drops what it cannot express in silence. So undefined terms are made visible by a
//! vocabulary under all contexts and a base, and values are counted.

use std::collections::BTreeMap;

use assay::HashAlgorithm;
use assay::jsonld::ContextChoice;
use assay::policy::Bounds;
use assay::rdf::{self, TooCostly};
use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::vocab::rdf::{FIRST, NIL};
use oxrdf::{NamedOrBlankNode, Quad, Term};
use serde_json::{Map, Value, json};

use crate::oxigraph;

/// What a document states, in a form that can be compared.
#[derive(Debug, PartialEq)]
pub struct Judged {
    /// Canonical N-Quads.
    pub quads: Result<String, TooCostly>,
    /// In order, each once.
    pub undefined: Vec<String>,
    pub lossy: bool,
}

pub fn canonical(quads: &[rdf::Quad]) -> Result<String, TooCostly> {
    rdf::canonicalize(
        quads,
        HashAlgorithm::Sha256,
        Bounds::default().canonicalization_steps,
    )
}

/// How the two differ on a document, if they do.
pub fn difference(document: &Map<String, Value>, choice: &ContextChoice) -> Option<String> {
    let (ours, theirs) = (ours(document, choice), theirs(document, choice));
    let (mut ours, theirs) = match (ours, theirs) {
        // Each has words of its own for what is wrong.
        (Err(_), Err(_)) => return None,
        // `oxjsonld` 0.2 lets a term's own context define protected terms anew for objects, as the
        // standard has it, and not for scalars.
        (Ok(_), Err(theirs)) if theirs.contains("protected") => {
            let less = without_scalars(&Value::Object(document.clone()), &scoped_terms(choice));
            return match less {
                Value::Object(less) if less != *document => difference(&less, choice),
                _ => Some(theirs),
            };
        }
        (Ok(ours), Ok(theirs)) => (ours, theirs),
        different => return Some(format!("{different:#?}")),
    };
    // Ours names a reference of which a graph says nothing, where it is undefined.
    let silent = silent_ids(document);
    let both_name =
        |name: &String| theirs.undefined.contains(name) || !silent.contains(&name.as_str());
    ours.undefined.retain(both_name);
    if ours.undefined.is_empty() && theirs.undefined.is_empty() {
        // Ours notes an identifier of which a graph says nothing.
        if ours.quads == theirs.quads
            && ours.lossy
            && (has_an_empty_graph(&ours.quads) || has_an_id_like_a_keyword(document))
        {
            return None;
        }
        return (ours != theirs).then(|| {
            format!(
                "{ours:#?}
{theirs:#?}"
            )
        });
    }
    // Terms that make no IRI under any vocabulary: `oxjsonld` loses them.
    let is_one = |name: &String| oxiri::Iri::parse(format!("{UNDEFINED}{name}")).is_ok();
    let all = ours.undefined.clone();
    ours.undefined.retain(is_one);
    if ours.undefined == theirs.undefined && theirs.undefined.is_empty() && !theirs.lossy {
        return Some(format!("undefined: {all:?} and nothing lost"));
    }
    if ours.undefined != theirs.undefined {
        let both = (ours.undefined, theirs.undefined);
        return Some(format!("undefined: {both:#?}"));
    }
    // `oxjsonld` 0.2 states the types of nodes under undefined members. So both are asked about the
    // document without these.
    let less = without(&Value::Object(document.clone()), &all);
    match less {
        Value::Object(less) if less != *document => difference(&less, choice),
        _ => None,
    }
}

/// The identifiers of objects that say nothing else.
fn silent_ids(object: &Map<String, Value>) -> Vec<&str> {
    fn inside(json: &Value) -> Vec<&str> {
        match json {
            Value::Array(items) => items.iter().flat_map(inside).collect(),
            Value::Object(object) => silent_ids(object),
            _ => Vec::new(),
        }
    }
    let own = object.get("id").and_then(Value::as_str);
    let own = own.filter(|_| members(object) == 0);
    own.into_iter()
        .chain(object.values().flat_map(inside))
        .collect()
}

fn has_an_id_like_a_keyword(object: &Map<String, Value>) -> bool {
    object.iter().any(|(name, value)| match value {
        Value::String(id) => name == "id" && id.starts_with("@"),
        Value::Object(object) => has_an_id_like_a_keyword(object),
        Value::Array(items) => items.iter().any(|item| {
            let object = json!({ "": item });
            has_an_id_like_a_keyword(object.as_object().unwrap())
        }),
        _ => false,
    })
}

/// The terms that have a context of their own, at any depth.
fn scoped_terms(choice: &ContextChoice) -> Vec<String> {
    fn find(context: &Value, found: &mut Vec<String>) {
        for (name, term) in context.as_object().into_iter().flatten() {
            if let Some(scoped) = term.get("@context") {
                found.push(name.clone());
                find(scoped, found);
            }
        }
    }
    let mut found = Vec::new();
    for snapshot in choice.snapshots() {
        let document: Value = serde_json::from_str(snapshot.json).unwrap();
        find(&document["@context"], &mut found);
    }
    found
}

/// The document without the scalars that members called by one of `names` have.
fn without_scalars(json: &Value, names: &[String]) -> Value {
    fn objects(json: &Value) -> Value {
        match json {
            Value::Array(items) => items.iter().map(objects).collect(),
            object @ Value::Object(_) => object.clone(),
            _ => Value::Null,
        }
    }
    match json {
        Value::Array(items) => {
            let items = items.iter();
            items.map(|item| without_scalars(item, names)).collect()
        }
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let value = without_scalars(value, names);
                match names.contains(name) {
                    true => (name.clone(), objects(&value)),
                    false => (name.clone(), value),
                }
            });
            Value::Object(members.collect())
        }
        other => other.clone(),
    }
}

/// Whether some node that a statement leads to is mentioned nowhere else.
fn has_an_empty_graph(quads: &Result<String, TooCostly>) -> bool {
    let lines = quads.as_deref().unwrap_or_default().lines();
    let words = lines.flat_map(|line| line.split(' '));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words.filter(|word| word.starts_with("_:c14n")) {
        *counts.entry(word).or_default() += 1;
    }
    counts.values().any(|count| *count == 1)
}

/// The document without what is called by one of `names`.
fn without(json: &Value, names: &[String]) -> Value {
    let is_named = |text: &str| names.iter().any(|name| name == text);
    match json {
        Value::Array(items) => {
            let kept = items
                .iter()
                .filter(|item| !item.as_str().is_some_and(is_named));
            kept.map(|item| without(item, names)).collect()
        }
        Value::Object(members) => {
            let is_value = |name: &str, value: &Value| {
                name != "@value" && value.as_str().is_some_and(is_named)
            };
            let kept = members.iter();
            let kept = kept.filter(|(name, value)| !is_named(name) && !is_value(name, value));
            let kept = kept.map(|(name, value)| (name.clone(), without(value, names)));
            let mut kept: Map<String, Value> = kept.collect();
            // `oxjsonld` 0.2 takes what has an identifier and types for no more than a reference.
            if kept.len() == 2 && kept.contains_key("type") {
                kept.remove("id");
            }
            Value::Object(kept)
        }
        other => other.clone(),
    }
}

/// What `assay` makes of a document.
pub fn ours(document: &Map<String, Value>, choice: &ContextChoice) -> Result<Judged, String> {
    let statements = assay::jsonld::statements(document, choice);
    let statements = statements.map_err(|error| error.to_string())?;
    let mut undefined = statements.undefined;
    undefined.sort_unstable();
    Ok(Judged {
        quads: canonical(&statements.quads),
        undefined,
        lossy: statements.lossy,
    })
}

/// What `oxjsonld` makes of it.
pub fn theirs(document: &Map<String, Value>, choice: &ContextChoice) -> Result<Judged, String> {
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
    let mut undefined = undefined(&quads);
    undefined.sort_unstable();
    let lossy = undefined.is_empty() && !is_complete(document, &quads);
    let quads = match undefined.is_empty() {
        true => quads,
        false => convert(document.clone(), choice, None)?,
    };
    let quads = oxigraph::quads(quads.into_iter(), &mut BTreeMap::new());
    Ok(Judged {
        quads: canonical(&quads),
        undefined,
        lossy,
    })
}

/// `oxjsonld` 0.2 takes a protected term that has a context of its own for redefined where another
/// document has the same definition of it, since their addresses differ. So all have one address.
const ONE_ADDRESS: &str = "https://contexts.example/";

/// Undefined terms become visible under this vocabulary, and relative references under this base.
const UNDEFINED: &str = "urn:undefined:";
const RELATIVE: &str = "undefined://relative/";

fn convert(
    mut document: Map<String, Value>,
    choice: &ContextChoice,
    base: Option<&str>,
) -> Result<Vec<Quad>, String> {
    TypeScopes::new(choice).object(&mut document);
    oxjsonld(&Value::Object(document), choice, base)
}

/// The statements of any JSON-LD, as `oxjsonld` has them.
pub fn oxjsonld(
    json: &Value,
    choice: &ContextChoice,
    base: Option<&str>,
) -> Result<Vec<Quad>, String> {
    let bytes = json.to_string();
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
            let document = match TypeScopes::new(&choice).context(url) {
                Some(context) => json!({ "@context": context }).to_string(),
                None => {
                    let snapshot = choice.snapshot(url);
                    let snapshot = snapshot.ok_or("a context that is not bundled")?;
                    snapshot.json.to_owned()
                }
            };
            Ok(JsonLdRemoteDocument {
                document: document.into_bytes(),
                document_url: ONE_ADDRESS.to_owned(),
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
            // With a host of its own.
            .or_else(|| iri.strip_prefix("undefined:"))
            .map(str::to_owned)
    };
    let mut names: Vec<String> = Vec::new();
    for quad in quads {
        let subject = match &quad.subject {
            NamedOrBlankNode::NamedNode(node) => name(node.as_str()),
            NamedOrBlankNode::BlankNode(_) => None,
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

const RDF_JSON: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";

/// JSON-LD turns each value of each member into one statement, with three exceptions that can be
/// told from the statements themselves: a list takes two more statements for each item and one less
/// for the list, an empty list takes one, and a value of type `@json` is one statement however
/// much it holds.
///
/// Whether `quads`, as a processor emitted them and with repetitions kept, are as many as the
/// document's values call for.
fn is_complete(document: &Map<String, Value>, quads: &[Quad]) -> bool {
    let values = members(document);
    let mut emitted = quads.len();
    let mut surplus = 0;
    for quad in quads {
        if quad.predicate == FIRST {
            surplus += 1;
        }
        // The end of a list, or an empty one.
        if quad.object == Term::from(NIL) {
            surplus += 1;
        }
        if let Term::Literal(literal) = &quad.object
            && literal.datatype().as_str() == RDF_JSON
        {
            let Ok(json) = serde_json::from_str(literal.value()) else {
                return false;
            };
            // It stands for all the values in it, where it counts for one.
            emitted = emitted.saturating_sub(1).saturating_add(value(&json));
        }
    }
    emitted == values + surplus
}

fn members(object: &Map<String, Value>) -> usize {
    object
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "@context" | "id"))
        .map(|(_, member)| value(member))
        .sum()
}

fn value(json: &Value) -> usize {
    match json {
        Value::Null => 0,
        Value::Array(items) => items.iter().map(value).sum(),
        Value::Object(object) => match object.get("@value") {
            Some(Value::Null) => 0,
            Some(_) => 1,
            None => 1 + members(object),
        },
        Value::Bool(_) | Value::Number(_) | Value::String(_) => 1,
    }
}

/// The type-scoped contexts of objects with several types.
///
/// `oxjsonld` 0.2 applies the contexts of an object's types each to the context from before, so that
/// only the last counts. All but the last are written into the object, as references to contexts that do
/// not propagate, which comes to the same.
struct TypeScopes {
    /// The contexts of a document, in their order.
    contexts: Vec<Value>,
}

const SCOPE: &str = "urn:scope:";

impl TypeScopes {
    fn new(choice: &ContextChoice) -> Self {
        let contexts = choice.snapshots();
        let contexts = contexts.map(|snapshot| serde_json::from_str(snapshot.json).unwrap());
        Self {
            contexts: contexts.collect(),
        }
    }

    fn value(&self, json: &mut Value) {
        match json {
            Value::Array(items) => items.iter_mut().for_each(|item| self.value(item)),
            Value::Object(object) => self.object(object),
            _ => {}
        }
    }

    fn object(&self, object: &mut Map<String, Value>) {
        for (name, member) in object.iter_mut() {
            if name != "@context" {
                self.value(member);
            }
        }
        let mut scoped = self.of_types(object);
        // The last type's context is applied by the processor.
        scoped.pop();
        if scoped.is_empty() {
            return;
        }
        let mut contexts = match object.remove("@context") {
            None => Vec::new(),
            Some(Value::Array(contexts)) => contexts,
            Some(single) => vec![single],
        };
        contexts.extend(scoped.into_iter().map(Value::String));
        object.insert("@context".into(), Value::Array(contexts));
    }

    fn of_types(&self, object: &Map<String, Value>) -> Vec<String> {
        let mut types: Vec<&str> = match object.get("type") {
            Some(Value::Array(types)) if types.len() > 1 => {
                types.iter().filter_map(Value::as_str).collect()
            }
            _ => return Vec::new(),
        };
        types.sort_unstable();
        types.dedup();
        let references = types.into_iter().map(|term| format!("{SCOPE}{term}"));
        references
            .filter(|reference| self.context(reference).is_some())
            .collect()
    }

    /// The scoped context that a reference stands for, as the last context that defines the type has it.
    fn context(&self, reference: &str) -> Option<Value> {
        let term = reference.strip_prefix(SCOPE)?;
        let mut contexts = self.contexts.iter().rev();
        contexts.find_map(|context| {
            let mut scoped = context.get("@context")?.get(term)?.get("@context")?.clone();
            scoped
                .as_object_mut()?
                .insert("@propagate".into(), json!(false));
            Some(scoped)
        })
    }
}

//! Whether every value of a document became a statement.
//!
//! JSON-LD turns each value of each member into one statement, with three exceptions that can be
//! told from the statements themselves: a list takes two more statements for each item and one less
//! for the list, an empty list takes one, and a value of type `@json` is one statement however
//! much it holds.

use oxrdf::vocab::rdf;
use oxrdf::{Quad, Term};
use serde_json::{Map, Value};

const RDF_JSON: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";

/// Whether `quads`, as a processor emitted them and with repetitions kept, are as many as the
/// document's values call for.
pub(super) fn is_complete(document: &Map<String, Value>, quads: &[Quad]) -> bool {
    let values = members(document);
    let mut emitted = quads.len();
    let mut surplus = 0;
    for quad in quads {
        if quad.predicate == rdf::FIRST {
            surplus += 1;
        }
        // The end of a list, or an empty one.
        if quad.object == Term::from(rdf::NIL) {
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

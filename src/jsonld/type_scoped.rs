//! Type-scoped contexts of objects with several types.
//!
//! JSON-LD applies the scoped context of each of an object's types, one on top of the other in the
//! order of their names (JSON-LD 1.1 API, section 5.1.2, step 11). `oxjsonld` 0.2 applies each to
//! the context from before, so that only the last one counts. Until it does otherwise, all but the
//! last are written into the object as a context that does not propagate, which comes to the same.

use serde_json::{Map, Value, json};

use super::ContextChoice;

/// Rewrites every object of `document` that has two types with scoped contexts.
pub(super) fn spell_out(document: &mut Map<String, Value>, choice: &ContextChoice) {
    for (name, member) in document.iter_mut() {
        if name != "@context" {
            value(member, choice);
        }
    }
    let mut scoped = scoped_contexts(document, choice);
    // The last type's context is applied by the processor.
    scoped.pop();
    if scoped.is_empty() {
        return;
    }
    let mut contexts = match document.remove("@context") {
        None => Vec::new(),
        Some(Value::Array(contexts)) => contexts,
        Some(single) => vec![single],
    };
    contexts.extend(scoped);
    document.insert("@context".into(), Value::Array(contexts));
}

fn value(json: &mut Value, choice: &ContextChoice) {
    match json {
        Value::Array(items) => items.iter_mut().for_each(|item| value(item, choice)),
        Value::Object(object) => spell_out(object, choice),
        _ => {}
    }
}

fn scoped_contexts(object: &Map<String, Value>, choice: &ContextChoice) -> Vec<Value> {
    let mut types: Vec<&str> = match object.get("type") {
        Some(Value::Array(types)) if types.len() > 1 => {
            types.iter().filter_map(Value::as_str).collect()
        }
        _ => return Vec::new(),
    };
    types.sort_unstable();
    types.dedup();
    types
        .into_iter()
        .filter_map(|term| choice.scoped_context(term))
        .map(|mut context| {
            if let Some(members) = context.as_object_mut() {
                members.insert("@propagate".into(), json!(false));
            }
            context
        })
        .collect()
}

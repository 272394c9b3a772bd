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
    let scopes = Scopes {
        contexts: choice.documents().collect(),
    };
    scopes.object(document);
}

/// The contexts of a document, in their order.
struct Scopes {
    contexts: Vec<Value>,
}

impl Scopes {
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
        contexts.extend(scoped);
        object.insert("@context".into(), Value::Array(contexts));
    }

    fn of_types(&self, object: &Map<String, Value>) -> Vec<Value> {
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
            .filter_map(|term| self.of_type(term))
            .map(|mut context| {
                if let Some(members) = context.as_object_mut() {
                    members.insert("@propagate".into(), json!(false));
                }
                context
            })
            .collect()
    }

    /// The scoped context of the type `term`, as the last context that defines the term has it.
    fn of_type(&self, term: &str) -> Option<Value> {
        let mut contexts = self.contexts.iter().rev();
        contexts.find_map(|context| context.get("@context")?.get(term)?.get("@context").cloned())
    }
}

//! From local contexts to active ones (JSON-LD 1.1 API, section 4.1, "Context Processing Algorithm").

use std::collections::HashMap;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::JsonLdError;
use super::active_context::ActiveContext;
use super::iri::Expanded;
use super::term_definition::Definer;

/// What of the algorithm's parameters depends on where a context stands.
#[derive(Clone, Copy)]
pub(super) struct Rules {
    /// Whether protected terms may be defined anew: by a property-scoped context.
    pub override_protected: bool,
    /// Whether nodes inside have the context too: not a type-scoped one.
    pub propagate: bool,
}

impl Rules {
    pub(super) const OF_DOCUMENT: Self = Self {
        override_protected: false,
        propagate: true,
    };
    pub(super) const PROPERTY_SCOPED: Self = Self {
        override_protected: true,
        propagate: true,
    };
    pub(super) const TYPE_SCOPED: Self = Self {
        override_protected: false,
        propagate: false,
    };
}

/// Context entries of which no bundled context makes use.
const LEFT_OUT: [&str; 4] = ["@base", "@direction", "@import", "@language"];

/// The context that comes of one entry of a local context: null or a map (section 4.1.2). References,
/// which are step 5.2, are resolved by whoever calls.
pub(super) fn process(
    active: &Rc<ActiveContext>,
    entry: &Value,
    mut rules: Rules,
    counter: &mut usize,
) -> Result<ActiveContext, JsonLdError> {
    // 2.
    if let Some(propagate) = entry.get("@propagate") {
        let code = "invalid @propagate value";
        rules.propagate = propagate.as_bool().ok_or(JsonLdError::invalid(code))?;
    }
    // 1.
    let mut result = match entry {
        // 5.1
        Value::Null => {
            // 5.1.1
            let mut terms = active.terms.values();
            if !rules.override_protected && terms.any(|term| term.is_protected) {
                return Err(JsonLdError::invalid("invalid context nullification"));
            }
            // 5.1.2
            ActiveContext::default()
        }
        _ => ActiveContext::clone(active),
    };
    *counter += 1;
    result.number = *counter;
    // 3.
    if !rules.propagate && result.previous.is_none() {
        result.previous = Some(Rc::clone(active));
    }
    match entry {
        Value::Null => {}
        // 5.4
        Value::Object(map) => entries(&mut result, map, rules, counter)?,
        // 5.3
        _ => return Err(JsonLdError::invalid("invalid local context")),
    }
    // 6.
    Ok(result)
}

fn entries(
    result: &mut ActiveContext,
    map: &Map<String, Value>,
    rules: Rules,
    counter: &mut usize,
) -> Result<(), JsonLdError> {
    // 5.5
    if let Some(version) = map.get("@version")
        && version.as_f64() != Some(1.1)
    {
        return Err(JsonLdError::invalid("invalid @version value"));
    }
    // 5.6, 5.7, 5.9 and 5.10
    for what in LEFT_OUT {
        if map.contains_key(what) {
            return Err(JsonLdError::LeftOut { what });
        }
    }
    // 5.8
    match map.get("@vocab") {
        None => {}
        // 5.8.2
        Some(Value::Null) => result.vocabulary = None,
        // 5.8.3
        Some(Value::String(vocabulary)) => match result.expand_iri(vocabulary, true) {
            Expanded::Iri(iri) | Expanded::Blank(iri) => result.vocabulary = Some(iri),
            Expanded::Relative => {
                let what = "a relative @vocab";
                return Err(JsonLdError::LeftOut { what });
            }
            _ => return Err(JsonLdError::invalid("invalid vocab mapping")),
        },
        Some(_) => return Err(JsonLdError::invalid("invalid vocab mapping")),
    }
    // 5.13
    let protected = match map.get("@protected") {
        None => false,
        Some(Value::Bool(protected)) => *protected,
        Some(_) => return Err(JsonLdError::invalid("invalid @protected value")),
    };
    // 5.12
    let mut definer = Definer {
        active: result,
        local: map,
        defined: HashMap::new(),
        protected,
        override_protected: rules.override_protected,
        counter,
    };
    for term in map.keys() {
        let is_entry = matches!(
            term.as_str(),
            "@propagate" | "@protected" | "@version" | "@vocab"
        );
        if !is_entry {
            definer.define(term)?;
        }
    }
    Ok(())
}

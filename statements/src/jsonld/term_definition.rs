//! From an entry of a local context to a term's definition (JSON-LD 1.1 API, section 4.2, "Create Term
//! Definition").

use std::collections::HashMap;
use std::rc::Rc;

use serde_json::{Map, Value};

use super::JsonLdError;
use super::active_context::{ActiveContext, Coercion, Container, Scoped, Term};
use super::iri::{Expanded, has_keyword_form, keyword};
use crate::json::one_or_several;

/// The algorithm, with what it reads and writes.
pub(super) struct Definer<'a> {
    pub active: &'a mut ActiveContext,
    pub local: &'a Map<String, Value>,
    /// Whether each term's definition is complete; one that is begun and not complete is `false`.
    pub defined: HashMap<String, bool>,
    pub protected: bool,
    pub override_protected: bool,
    pub counter: &'a mut usize,
}

/// Entries of which no bundled context makes use.
const LEFT_OUT: [&str; 4] = ["@direction", "@index", "@language", "@nest"];

const KNOWN: [&str; 7] = [
    "@container",
    "@context",
    "@id",
    "@prefix",
    "@protected",
    "@reverse",
    "@type",
];

fn invalid<T>(code: &'static str) -> Result<T, JsonLdError> {
    Err(JsonLdError::invalid(code))
}

impl Definer<'_> {
    pub(super) fn define(&mut self, term: &str) -> Result<(), JsonLdError> {
        // 1.
        match self.defined.get(term) {
            Some(true) => return Ok(()),
            Some(false) => return invalid("cyclic IRI mapping"),
            None => {}
        }
        // 2.
        if term.is_empty() {
            return invalid("invalid term definition");
        }
        self.defined.insert(term.to_owned(), false);
        // 4. and 5.
        if term == "@type" {
            let what = "a definition of @type";
            return Err(JsonLdError::LeftOut { what });
        }
        if keyword(term).is_some() {
            return invalid("keyword redefinition");
        }
        if has_keyword_form(term) {
            return Ok(());
        }
        // 6.
        let previous = self.active.terms.remove(term);
        // 3. and 7. to 9.
        let local = self.local;
        let empty = Map::new();
        let (id, value, is_simple) = match local.get(term) {
            Some(id @ (Value::Null | Value::String(_))) => (Some(id), &empty, id.is_string()),
            Some(Value::Object(value)) => (value.get("@id"), value, false),
            _ => return invalid("invalid term definition"),
        };
        if let Some(definition) = self.definition(term, id, value, is_simple)? {
            self.store(term, definition, previous)?;
        }
        Ok(())
    }

    /// Steps 10 to 26. None where the standard has the term ignored.
    fn definition(
        &mut self,
        term: &str,
        id: Option<&Value>,
        value: &Map<String, Value>,
        is_simple: bool,
    ) -> Result<Option<Term>, JsonLdError> {
        // 20., 22. to 24. and 26.
        for name in value.keys() {
            if let Some(what) = LEFT_OUT.into_iter().find(|left_out| left_out == name) {
                return Err(JsonLdError::LeftOut { what });
            }
            if !KNOWN.contains(&name.as_str()) {
                return invalid("invalid term definition");
            }
        }
        // 10. and 11.
        let is_protected = match value.get("@protected") {
            None => self.protected,
            Some(Value::Bool(protected)) => *protected,
            Some(_) => return invalid("invalid @protected value"),
        };
        // 12.
        let coercion = match value.get("@type") {
            None => Coercion::None,
            Some(Value::String(name)) => self.coercion(name)?,
            Some(_) => return invalid("invalid type mapping"),
        };
        // 13. to 18.
        let Some(mapping) = self.mapping(term, id, value)? else {
            return Ok(None);
        };
        // 19.
        let container = container(value.get("@container"))?;
        let is_reverse = value.contains_key("@reverse");
        if is_reverse && container != Container::None {
            return invalid("invalid reverse property");
        }
        // 14.2.5 and 25.
        let is_name = !term.contains([':', '/']);
        let is_prefix = match value.get("@prefix") {
            None => is_simple && is_name && ends_like_a_prefix(&mapping),
            Some(_) if !is_name => return invalid("invalid term definition"),
            Some(Value::Bool(true)) if matches!(mapping, Expanded::Keyword(_)) => {
                return invalid("invalid term definition");
            }
            Some(Value::Bool(prefix)) => *prefix,
            Some(_) => return invalid("invalid @prefix value"),
        };
        // 21.
        let scoped = value.get("@context").map(|context| {
            *self.counter += 1;
            Scoped {
                number: *self.counter,
                context: Rc::new(context.clone()),
            }
        });
        Ok(Some(Term {
            mapping,
            is_prefix,
            is_protected,
            is_reverse,
            coercion,
            container,
            scoped,
        }))
    }

    /// The type mapping (step 12).
    fn coercion(&mut self, name: &str) -> Result<Coercion, JsonLdError> {
        Ok(match self.expand(name)? {
            Expanded::Keyword("@id") => Coercion::Id,
            Expanded::Keyword("@vocab") => Coercion::Vocab,
            Expanded::Keyword("@json") => Coercion::Json,
            Expanded::Keyword("@none") => Coercion::None,
            Expanded::Iri(datatype) => Coercion::Datatype(datatype),
            _ => return invalid("invalid type mapping"),
        })
    }

    /// The IRI mapping. None where the standard has the term ignored.
    fn mapping(
        &mut self,
        term: &str,
        id: Option<&Value>,
        value: &Map<String, Value>,
    ) -> Result<Option<Expanded>, JsonLdError> {
        // 13.
        if let Some(reverse) = value.get("@reverse") {
            if id.is_some() {
                return invalid("invalid reverse property");
            }
            return match reverse {
                Value::String(name) if has_keyword_form(name) => Ok(None),
                Value::String(name) => match self.expand(name)? {
                    iri @ (Expanded::Iri(_) | Expanded::Blank(_)) => Ok(Some(iri)),
                    _ => invalid("invalid IRI mapping"),
                },
                _ => invalid("invalid IRI mapping"),
            };
        }
        match id {
            // 14.1
            Some(Value::Null) => return Ok(Some(Expanded::Null)),
            // 14.2
            Some(Value::String(name)) if name != term => return self.identified(term, name),
            Some(Value::String(_)) | None => {}
            Some(_) => return invalid("invalid IRI mapping"),
        }
        // 15. and 16. Without a base, a term with a slash can be no relative reference.
        let is_iri = has_inner_colon(term);
        if is_iri && let Some((prefix, _)) = term.split_once(':') {
            self.define_first(prefix)?;
        }
        if is_iri || term.contains('/') {
            let expanded = self.active.expand_iri(term, true);
            return match expanded {
                Expanded::Iri(_) | Expanded::Blank(_) => Ok(Some(expanded)),
                _ => invalid("invalid IRI mapping"),
            };
        }
        // 18.
        match &self.active.vocabulary {
            Some(vocabulary) => Ok(Some(Expanded::absolute(&format!("{vocabulary}{term}")))),
            None => invalid("invalid IRI mapping"),
        }
    }

    /// The mapping of a term with another name for an `@id` (step 14.2).
    fn identified(&mut self, term: &str, name: &str) -> Result<Option<Expanded>, JsonLdError> {
        // 14.2.2
        if keyword(name).is_none() && has_keyword_form(name) {
            return Ok(None);
        }
        // 14.2.3
        let mapping = match self.expand(name)? {
            Expanded::Keyword("@context") => return invalid("invalid keyword alias"),
            mapping @ (Expanded::Keyword(_) | Expanded::Iri(_) | Expanded::Blank(_)) => mapping,
            _ => return invalid("invalid IRI mapping"),
        };
        // 14.2.4
        if has_inner_colon(term) || term.contains('/') {
            self.defined.insert(term.to_owned(), true);
            if self.expand(term)? != mapping {
                return invalid("invalid IRI mapping");
            }
        }
        Ok(Some(mapping))
    }

    /// Steps 27 and 28.
    fn store(
        &mut self,
        term: &str,
        mut definition: Term,
        previous: Option<Rc<Term>>,
    ) -> Result<(), JsonLdError> {
        if let Some(previous) = previous.filter(|previous| previous.is_protected)
            && !self.override_protected
        {
            // 27.1
            if !definition.says_the_same(&previous) {
                return invalid("protected term redefinition");
            }
            // 27.2
            definition.is_protected = true;
        }
        self.active.terms.insert(term.into(), Rc::new(definition));
        self.defined.insert(term.to_owned(), true);
        Ok(())
    }

    /// IRI Expansion under a context that is still being made (section 5.2.2, steps 3 and 6.3).
    fn expand(&mut self, value: &str) -> Result<Expanded, JsonLdError> {
        self.define_first(value)?;
        if let Some((prefix, suffix)) = value.split_once(':')
            && !suffix.starts_with("//")
        {
            self.define_first(prefix)?;
        }
        Ok(self.active.expand_iri(value, true))
    }

    fn define_first(&mut self, term: &str) -> Result<(), JsonLdError> {
        let is_to_be_defined =
            self.local.contains_key(term) && self.defined.get(term) != Some(&true);
        if is_to_be_defined && !term.starts_with('@') {
            self.define(term)?;
        }
        Ok(())
    }
}

/// A colon anywhere but as the first or the last character.
fn has_inner_colon(term: &str) -> bool {
    let mut inner = term.chars();
    inner.next();
    inner.next_back();
    inner.as_str().contains(':')
}

/// A `gen-delim` of RFC 3986 at the end, or a blank node.
fn ends_like_a_prefix(mapping: &Expanded) -> bool {
    match mapping {
        Expanded::Iri(iri) => iri.ends_with([':', '/', '?', '#', '[', ']', '@']),
        Expanded::Blank(_) => true,
        _ => false,
    }
}

fn container(value: Option<&Value>) -> Result<Container, JsonLdError> {
    let Some(value) = value else {
        return Ok(Container::None);
    };
    let names = one_or_several(value);
    let mut container = Container::None;
    for name in names {
        match name.as_str() {
            Some("@set") => {}
            Some("@list") if names.len() == 1 => container = Container::List,
            Some("@graph") => container = Container::Graph,
            Some("@id" | "@index" | "@language" | "@type") => {
                let what = "a container of another kind than @graph, @list and @set";
                return Err(JsonLdError::LeftOut { what });
            }
            _ => return invalid("invalid container mapping"),
        }
    }
    Ok(container)
}

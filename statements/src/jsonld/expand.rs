//! From JSON-LD to statements, over contexts that were compiled before.
//!
//! Expansion (JSON-LD 1.1 API, section 5.1) and Deserialize JSON-LD to RDF (section 7.1) in one go:
//! what a value expands to is stated at once, without the expanded document and the node map between
//! them. Documents are compacted (`shape` holds them to it), so of the keywords only those are here
//! that a compacted credential can have.

mod containers;
mod node;

use std::rc::Rc;

use serde_json::{Map, Value};

use super::active_context::{ActiveContext, Coercion, Scoped, Term};
use super::iri::Expanded;
use super::statements::{Part, Sink};
use super::value_object::{ValueObject, value_object};
use super::{ContextChoice, JsonLdError, Statements, compiled, literal};
use crate::json::one_or_several;
use crate::rdf::Literal;

/// Converts a document, its context references resolved by `choice`.
///
/// # Errors
/// [`JsonLdError`]; what can only be dropped is no error, and stands in the [`Statements`].
pub fn statements(
    document: &Map<String, Value>,
    choice: &ContextChoice,
) -> Result<Statements, JsonLdError> {
    statements_without(None, document, choice)
}

/// The same for a document without one of its members.
///
/// # Errors
/// As for [`statements`].
pub fn statements_without(
    member: Option<&str>,
    document: &Map<String, Value>,
    choice: &ContextChoice,
) -> Result<Statements, JsonLdError> {
    let mut expansion = Expansion {
        choice,
        left_out: member,
        sink: Sink::default(),
        vocabulary: Vocabulary::default(),
    };
    let place = Place {
        link: None,
        graph: None,
    };
    expansion.object(document, &Rc::default(), None, place)?;
    Ok(expansion.sink.into_statements())
}

struct Expansion<'a> {
    choice: &'a ContextChoice,
    /// A member of the document itself.
    left_out: Option<&'a str>,
    sink: Sink,
    vocabulary: Vocabulary,
}

/// RDF's own names, each made once a document.
struct Vocabulary {
    kind: Part,
    first: Part,
    rest: Part,
    nil: Part,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let [kind, first, rest, nil] = ["type", "first", "rest", "nil"].map(|name| {
            Part::Iri(format!("http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}").into())
        });
        Self {
            kind,
            first,
            rest,
            nil,
        }
    }
}

/// What a value is stated of.
#[derive(Clone, Copy)]
struct Place<'p> {
    /// None for a node that nothing leads to: the document itself, and what stands in a graph.
    link: Option<Link<'p>>,
    /// None for the default graph.
    graph: Option<&'p Part>,
}

#[derive(Clone, Copy)]
struct Link<'p> {
    subject: &'p Part,
    property: &'p Part,
    is_reverse: bool,
}

/// A member of an object, its name expanded.
struct Member<'d> {
    name: &'d str,
    expanded: Expanded,
    value: &'d Value,
}

impl Expansion<'_> {
    /// Expansion of one value of the property that `term` defines (section 5.1.2).
    fn value(
        &mut self,
        value: &Value,
        active: &Rc<ActiveContext>,
        term: Option<&Term>,
        place: Place<'_>,
    ) -> Result<(), JsonLdError> {
        match value {
            // 1.
            Value::Null => Ok(()),
            // 5.
            Value::Array(items) => {
                let mut items = items.iter();
                items.try_for_each(|item| self.value(item, active, term, place))
            }
            Value::Object(object) => self.object(object, active, term, place),
            // 4.
            scalar => self.scalar(scalar, active, term, place),
        }
    }

    /// Value Expansion (section 5.3.2), and step 4 of Expansion, which leads to it.
    fn scalar(
        &mut self,
        scalar: &Value,
        active: &Rc<ActiveContext>,
        term: Option<&Term>,
        place: Place<'_>,
    ) -> Result<(), JsonLdError> {
        // Expansion, 4.2
        let scoped = term.and_then(|term| term.scoped.as_ref());
        let active = &property_scoped(active, scoped)?;
        let coercion = term.map_or(&Coercion::None, |term| &term.coercion);
        let object = match (coercion, scalar) {
            // 1.
            (Coercion::Id, Value::String(reference)) => self.reference(reference, active, false),
            // 2.
            (Coercion::Vocab, Value::String(reference)) => self.reference(reference, active, true),
            // 3. to 5.
            (coercion, _) => {
                let datatype = match coercion {
                    Coercion::Datatype(datatype) => Some(datatype),
                    _ => None,
                };
                let literal = literal::scalar(scalar, datatype);
                return self.literal(literal, place);
            }
        };
        self.link(place, &object);
        if place.link.is_none() {
            self.sink.drop_name(&object);
        }
        Ok(())
    }

    /// Expansion of a map (section 5.1.2, steps 7 to 20).
    fn object(
        &mut self,
        object: &Map<String, Value>,
        active: &Rc<ActiveContext>,
        term: Option<&Term>,
        place: Place<'_>,
    ) -> Result<(), JsonLdError> {
        // 7.
        let mut active = match &active.previous {
            Some(previous) if !keeps_context(object, active) => previous,
            _ => active,
        };
        // 8.
        let scoped = term.and_then(|term| term.scoped.as_ref());
        let with_property = property_scoped(active, scoped)?;
        active = &with_property;
        // 9.
        let with_own = match object.get("@context") {
            Some(context) => compiled::of_document(active, context, self.choice)?,
            None => Rc::clone(active),
        };
        // 10. and 11.
        let type_scoped = &with_own;
        let active = &with_types(object, type_scoped)?;
        // The document is the first object that comes here.
        let left_out = self.left_out.take();
        // 13.1 and 13.2
        let named = object.iter().filter(|(name, _)| *name != "@context");
        let named = named.filter(|(name, _)| left_out != Some(name.as_str()));
        let members: Vec<Member<'_>> = named
            .map(|(name, value)| Member {
                name,
                expanded: active.expand_iri(name, true),
                value,
            })
            .collect();
        let is_value = |member: &Member<'_>| member.expanded == Expanded::Keyword("@value");
        if members.iter().any(is_value) {
            // 14. and 15.
            let members = members
                .iter()
                .map(|member| (&member.expanded, member.value));
            let literal = match value_object(members, type_scoped)? {
                ValueObject::Nothing => return Ok(()),
                ValueObject::Malformed => None,
                ValueObject::Literal(literal) => Some(literal),
                ValueObject::Inexact(literal) => {
                    self.sink.drop_value();
                    Some(literal)
                }
            };
            return self.literal(literal, place);
        }
        self.node(&members, active, type_scoped, place)
    }

    /// States that `object` is a value of the property, where one leads here.
    fn link(&mut self, place: Place<'_>, object: &Part) {
        if let Some(link) = place.link {
            let (subject, object) = match link.is_reverse {
                true => (object, link.subject),
                false => (link.subject, object),
            };
            self.sink.emit(subject, link.property, object, place.graph);
        }
    }

    /// States a literal; None is one that there cannot be.
    fn literal(&mut self, literal: Option<Literal>, place: Place<'_>) -> Result<(), JsonLdError> {
        match (literal, place.link) {
            // 13.14.4.1
            (_, Some(link)) if link.is_reverse => {
                Err(JsonLdError::invalid("invalid reverse property value"))
            }
            (Some(literal), Some(_)) => {
                self.link(place, &Part::Literal(literal));
                Ok(())
            }
            // 19.
            (None, _) | (_, None) => {
                self.sink.drop_value();
                Ok(())
            }
        }
    }

    fn reference(&mut self, name: &str, active: &ActiveContext, vocab: bool) -> Part {
        self.expanded(name, active.expand_iri(name, vocab), active, vocab)
    }

    /// What a name comes to that is expanded already.
    fn expanded(
        &mut self,
        name: &str,
        expanded: Expanded,
        active: &ActiveContext,
        vocab: bool,
    ) -> Part {
        match expanded {
            // Where a context took all others away, none can define anything.
            Expanded::Relative if vocab && active.is_empty() => Part::Malformed,
            other => self.named(name, other),
        }
    }

    fn named(&mut self, name: &str, expanded: Expanded) -> Part {
        match expanded {
            Expanded::Iri(iri) => Part::Iri(iri),
            Expanded::Blank(label) => self.sink.labelled(&label),
            Expanded::Relative => Part::Undefined(name.into()),
            Expanded::Null | Expanded::Keyword(_) | Expanded::Malformed => Part::Malformed,
        }
    }
}

/// `active` with the context of the property, where it has one.
fn property_scoped(
    active: &Rc<ActiveContext>,
    scoped: Option<&Scoped>,
) -> Result<Rc<ActiveContext>, JsonLdError> {
    match scoped {
        Some(scoped) => compiled::property_scoped(active, scoped),
        None => Ok(Rc::clone(active)),
    }
}

/// The context with those of the object's types on top, in the order of the types (step 11).
fn with_types(
    object: &Map<String, Value>,
    type_scoped: &Rc<ActiveContext>,
) -> Result<Rc<ActiveContext>, JsonLdError> {
    let mut active = Rc::clone(type_scoped);
    for (name, value) in object {
        if type_scoped.expand_iri(name, true) != Expanded::Keyword("@type") {
            continue;
        }
        // 11.1 and 11.2
        let mut types: Vec<&str> = one_or_several(value)
            .iter()
            .filter_map(Value::as_str)
            .collect();
        types.sort_unstable();
        for name in types {
            let scoped = type_scoped.terms.get(name).map(|term| &term.scoped);
            if let Some(Some(scoped)) = scoped {
                active = compiled::type_scoped(&active, scoped)?;
            }
        }
    }
    Ok(active)
}

/// Whether a node inside has the context of the one around it, though it does not propagate (step 7):
/// what is no more than a value or a reference has.
fn keeps_context(object: &Map<String, Value>, active: &ActiveContext) -> bool {
    let is = |name: &String, keyword| active.expand_iri(name, true) == Expanded::Keyword(keyword);
    let is_reference = object.len() == 1 && object.keys().all(|name| is(name, "@id"));
    is_reference || object.keys().any(|name| is(name, "@value"))
}

#[cfg(test)]
mod tests;

//! Values in graphs of their own, and in lists.

use std::rc::Rc;

use serde_json::Value;

use super::{Expansion, Link, Place, Vocabulary};
use crate::jsonld::JsonLdError;
use crate::jsonld::active_context::{ActiveContext, Term};
use crate::jsonld::iri::Expanded;
use crate::jsonld::statements::Part;

impl Expansion<'_> {
    /// Each value as a graph of its own, under a fresh name (13.13).
    pub(super) fn graphs(
        &mut self,
        value: &Value,
        active: &Rc<ActiveContext>,
        term: Option<&Term>,
        place: Place<'_>,
    ) -> Result<(), JsonLdError> {
        match value {
            Value::Array(items) => {
                let mut items = items.iter();
                items.try_for_each(|item| self.graphs(item, active, term, place))
            }
            nothing if is_null(nothing, active) => Ok(()),
            single => {
                let name = self.sink.fresh();
                self.link(place, &name);
                let inside = Place {
                    link: None,
                    graph: Some(&name),
                };
                self.value(single, active, term, inside)
            }
        }
    }

    /// List to RDF Conversion (section 7.3.2), over items that are expanded one by one.
    pub(super) fn list(
        &mut self,
        items: &[Value],
        active: &Rc<ActiveContext>,
        term: Option<&Term>,
        place: Place<'_>,
    ) -> Result<(), JsonLdError> {
        let Vocabulary {
            first, rest, nil, ..
        } = &self.vocabulary;
        let [first, rest, nil] = [first, rest, nil].map(Part::clone);
        let mut previous: Option<Part> = None;
        for item in items.iter().filter(|item| !is_null(item, active)) {
            let cell = self.sink.fresh();
            match &previous {
                None => self.link(place, &cell),
                Some(previous) => self.sink.emit(previous, &rest, &cell, place.graph),
            }
            let inside = Place {
                link: Some(Link {
                    subject: &cell,
                    property: &first,
                    is_reverse: false,
                }),
                graph: place.graph,
            };
            match item {
                // Expansion, 5.2.2
                Value::Array(items) => self.list(items, active, term, inside)?,
                item => self.value(item, active, term, inside)?,
            }
            previous = Some(cell);
        }
        match &previous {
            None => self.link(place, &nil),
            Some(last) => self.sink.emit(last, &rest, &nil, place.graph),
        }
        Ok(())
    }
}

/// Whether a value expands to nothing.
pub(super) fn is_null(value: &Value, active: &ActiveContext) -> bool {
    let is_value = |name: &str| active.expand_iri(name, true) == Expanded::Keyword("@value");
    match value {
        Value::Null => true,
        Value::Object(object) => object
            .iter()
            .any(|(name, member)| member.is_null() && is_value(name)),
        _ => false,
    }
}

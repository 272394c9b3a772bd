//! Nodes with their types and members (JSON-LD 1.1 API, section 5.1.2, step 13).

use std::rc::Rc;

use serde_json::Value;

use super::containers::is_null;
use super::{Expansion, Link, Member, Place};
use crate::jcs;
use crate::json::one_or_several;
use crate::jsonld::JsonLdError;
use crate::jsonld::active_context::{ActiveContext, Coercion, Container};
use crate::jsonld::iri::Expanded;
use crate::jsonld::literal;
use crate::jsonld::statements::Part;

impl Expansion<'_> {
    /// A node object: what leads to it, its types and its members.
    pub(super) fn node(
        &mut self,
        members: &[Member<'_>],
        active: &Rc<ActiveContext>,
        type_scoped: &ActiveContext,
        place: Place<'_>,
    ) -> Result<(), JsonLdError> {
        let subject = match self.subject(members, active)? {
            Some(subject) => subject,
            // The standard leaves open what a node is whose identifier is null.
            None => {
                self.sink.drop_value();
                match members {
                    [_] => return Ok(()),
                    _ => self.sink.fresh(),
                }
            }
        };
        let subject = &subject;
        self.link(place, subject);
        let stated = self.sink.stated();
        for member in members {
            match member.expanded {
                Expanded::Keyword("@id") => {}
                // 13.4.4
                Expanded::Keyword("@type") => {
                    self.types(member.value, subject, type_scoped, place)?;
                }
                // An index is no statement (13.4.11).
                Expanded::Keyword("@index") if member.value.is_string() => {}
                Expanded::Keyword(what) => return Err(JsonLdError::LeftOut { what }),
                // 13.3
                Expanded::Null => self.sink.drop_value(),
                _ => self.member(member, subject, active, place.graph)?,
            }
        }
        let is_in_graph = place.link.is_none() && place.graph.is_some();
        if is_in_graph && self.sink.stated() == stated {
            self.sink.drop_name(subject);
        }
        Ok(())
    }

    /// The node's identifier, or a blank node (13.4.3). None where the identifier is null.
    fn subject(
        &mut self,
        members: &[Member<'_>],
        active: &ActiveContext,
    ) -> Result<Option<Part>, JsonLdError> {
        let is_id = |member: &&Member<'_>| member.expanded == Expanded::Keyword("@id");
        let mut ids = members.iter().filter(is_id);
        match (ids.next().map(|member| member.value), ids.next()) {
            // 13.4.2
            (_, Some(_)) => Err(JsonLdError::invalid("colliding keywords")),
            (Some(Value::String(id)), None) => Ok(match active.expand_iri(id, false) {
                Expanded::Null => None,
                expanded => Some(self.named(id, expanded)),
            }),
            // 13.4.3.1
            (Some(_), None) => Err(JsonLdError::invalid("invalid @id value")),
            (None, None) => Ok(Some(self.sink.fresh())),
        }
    }

    fn types(
        &mut self,
        types: &Value,
        subject: &Part,
        type_scoped: &ActiveContext,
        place: Place<'_>,
    ) -> Result<(), JsonLdError> {
        let property = self.vocabulary.kind.clone();
        for value in one_or_several(types) {
            // 13.4.4.1
            let Value::String(name) = value else {
                return Err(JsonLdError::invalid("invalid type value"));
            };
            let object = self.reference(name, type_scoped, true);
            self.sink.emit(subject, &property, &object, place.graph);
        }
        Ok(())
    }

    /// A property with its values (13.5 to 13.15).
    fn member(
        &mut self,
        member: &Member<'_>,
        subject: &Part,
        active: &Rc<ActiveContext>,
        graph: Option<&Part>,
    ) -> Result<(), JsonLdError> {
        let term = active.terms.get(member.name).map(|term| &**term);
        let property = &self.expanded(member.name, member.expanded.clone(), active, true);
        let place = Place {
            link: Some(Link {
                subject,
                property,
                is_reverse: term.is_some_and(|term| term.is_reverse),
            }),
            graph,
        };
        // 13.3. The values are looked through for more that is undefined, and stated nowhere.
        let is_undefined = member.expanded == Expanded::Relative;
        self.sink.suppressed += usize::from(is_undefined);
        let coercion = term.map(|term| &term.coercion);
        match (coercion, term.map(|term| term.container)) {
            // 13.6
            (Some(Coercion::Json), _) => {
                if !jcs::is_exact(member.value) {
                    self.sink.drop_value();
                }
                self.literal(Some(literal::json(member.value)), place)?;
            }
            // 13.10
            (_, Some(Container::List)) if is_null(member.value, active) => {}
            // 13.12
            (_, Some(Container::List)) => {
                self.list(one_or_several(member.value), active, term, place)?;
            }
            // 13.13
            (_, Some(Container::Graph)) => self.graphs(member.value, active, term, place)?,
            // 13.9
            _ => self.value(member.value, active, term, place)?,
        }
        self.sink.suppressed -= usize::from(is_undefined);
        Ok(())
    }
}

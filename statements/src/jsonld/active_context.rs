//! Active contexts and their term definitions (JSON-LD 1.1 API, section 4).

use std::rc::Rc;

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::iri::Expanded;

/// A context, worked out (section 4.1).
#[derive(Clone, Debug, Default)]
pub(super) struct ActiveContext {
    /// No other context of this thread has it.
    pub number: usize,
    /// Only bundled contexts add to it, so nobody can choose names that collide.
    pub terms: FxHashMap<Rc<str>, Rc<Term>>,
    /// The vocabulary mapping: what undefined terms stand under.
    pub vocabulary: Option<Rc<str>>,
    /// The context to go back to inside the next node, where this one does not propagate.
    pub previous: Option<Rc<ActiveContext>>,
}

impl ActiveContext {
    /// Whether it defines nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.vocabulary.is_none()
    }
}

/// A term definition (section 4.2).
#[derive(Clone, Debug)]
pub(super) struct Term {
    /// The IRI mapping; [`Expanded::Malformed`] where it is no IRI.
    pub mapping: Expanded,
    pub is_prefix: bool,
    pub is_protected: bool,
    pub is_reverse: bool,
    pub coercion: Coercion,
    pub container: Container,
    /// The context for the term's values, or for objects of the type that the term is.
    pub scoped: Option<Scoped>,
}

/// The type mapping: what a scalar becomes.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) enum Coercion {
    /// There is no mapping, or it is `@none`.
    #[default]
    None,
    /// A reference (`@id`).
    Id,
    /// A reference, or a term that stands for one (`@vocab`).
    Vocab,
    /// A literal that is the JSON itself (`@json`).
    Json,
    /// A literal of this datatype.
    Datatype(Rc<str>),
}

/// The container mapping. `@set` changes nothing about statements.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Container {
    #[default]
    None,
    List,
    /// Each value is a graph of its own, under a name that nothing else has.
    Graph,
}

/// A context that a term definition brings along, as it was written.
#[derive(Clone, Debug)]
pub(super) struct Scoped {
    /// No other scoped context of this thread has it.
    pub number: usize,
    pub context: Rc<Value>,
}

impl Term {
    /// Whether two definitions are equal but for their protection (section 4.2.2, step 27.1).
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let context = |term: &Self| {
            term.scoped
                .as_ref()
                .map(|scoped| Rc::clone(&scoped.context))
        };
        self.mapping == other.mapping
            && self.is_prefix == other.is_prefix
            && self.is_reverse == other.is_reverse
            && self.coercion == other.coercion
            && self.container == other.container
            && context(self) == context(other)
    }
}

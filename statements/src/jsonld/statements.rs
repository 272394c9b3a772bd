//! What a document states, and what of it cannot be stated.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::rdf::{BlankNode, Literal, Node, Quad, Term};

/// What a document states.
#[derive(Clone, Debug, Default)]
pub struct Statements {
    /// The statements, without those that rest on an undefined term.
    pub quads: Vec<Quad>,
    /// Members, types and references that no context defines; a verifier that drops undefined
    /// terms drops them.
    pub undefined: Vec<String>,
    /// Whether values were lost although every term is defined.
    pub lossy: bool,
}

/// What stands in a statement, or would.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Iri(Rc<str>),
    Blank(BlankNode),
    Literal(Literal),
    /// By the name that the document gives it.
    Undefined(Rc<str>),
    /// Nothing that RDF can express.
    Malformed,
}

impl Part {
    fn node(&self) -> Option<Node> {
        match self {
            Self::Iri(iri) => Some(Node::Named(Rc::clone(iri))),
            Self::Blank(blank) => Some(Node::Blank(*blank)),
            Self::Literal(_) | Self::Undefined(_) | Self::Malformed => None,
        }
    }

    fn term(&self) -> Option<Term> {
        match self {
            Self::Literal(literal) => Some(Term::Literal(literal.clone())),
            other => other.node().map(Term::Node),
        }
    }
}

/// Where statements go.
#[derive(Default)]
pub(super) struct Sink {
    statements: Statements,
    names: HashSet<Rc<str>>,
    blank_nodes: BlankNode,
    labels: HashMap<Rc<str>, BlankNode>,
    /// How many undefined members there are around what is stated: where there is one, nothing is.
    pub suppressed: usize,
}

impl Sink {
    /// A blank node that stands nowhere else.
    pub(super) fn fresh(&mut self) -> Part {
        let next = self.blank_nodes;
        self.blank_nodes += 1;
        Part::Blank(next)
    }

    /// The blank node of a label.
    pub(super) fn labelled(&mut self, label: &Rc<str>) -> Part {
        if let Some(known) = self.labels.get(label) {
            return Part::Blank(*known);
        }
        self.labels.insert(Rc::clone(label), self.blank_nodes);
        self.fresh()
    }

    /// How many statements there are.
    pub(super) fn stated(&self) -> usize {
        self.statements.quads.len()
    }

    /// Notes that a value has no statement.
    pub(super) fn drop_value(&mut self) {
        self.statements.lossy = true;
    }

    /// Notes that a node is named and nothing is said of it: a graph cannot state that there is a node.
    pub(super) fn drop_name(&mut self, name: &Part) {
        match name {
            Part::Blank(_) => {}
            Part::Undefined(name) => self.note_undefined(name),
            Part::Iri(_) | Part::Literal(_) | Part::Malformed => self.drop_value(),
        }
    }

    fn note_undefined(&mut self, name: &Rc<str>) {
        if self.names.insert(Rc::clone(name)) {
            self.statements.undefined.push(name.to_string());
        }
    }

    /// States what can be stated (JSON-LD 1.1 API, section 7.1.2), and notes what cannot.
    pub(super) fn emit(
        &mut self,
        subject: &Part,
        predicate: &Part,
        object: &Part,
        graph: Option<&Part>,
    ) {
        let parts = [subject, predicate, object];
        if parts.iter().any(|part| matches!(part, Part::Malformed)) {
            return self.drop_value();
        }
        let mut is_defined = true;
        for part in parts {
            if let Part::Undefined(name) = part {
                is_defined = false;
                self.note_undefined(name);
            }
        }
        if !is_defined || self.suppressed > 0 {
            return;
        }
        match (subject.node(), predicate, object.term()) {
            (Some(subject), Part::Iri(predicate), Some(object)) => {
                self.statements.quads.push(Quad {
                    subject,
                    predicate: Rc::clone(predicate),
                    object,
                    graph: graph.and_then(Part::node),
                });
            }
            _ => self.drop_value(),
        }
    }

    pub(super) fn into_statements(self) -> Statements {
        Statements {
            lossy: self.statements.lossy && self.statements.undefined.is_empty(),
            ..self.statements
        }
    }
}

//! Statements, and how N-Quads writes them (RDF Dataset Canonicalization 1.0, section 5, "Serialization").

use std::fmt;
use std::rc::Rc;

/// A blank node, by its number in the dataset. Numbers start near 0: tables are as long as the largest.
pub type BlankNode = usize;

/// What can be a subject, or the name of a graph.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Node {
    Blank(BlankNode),
    /// An IRI.
    Named(Rc<str>),
}

/// What can be an object.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Term {
    Node(Node),
    Literal(Literal),
}

/// A text with its kind.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Literal {
    /// The lexical form.
    pub text: Rc<str>,
    pub kind: LiteralKind,
}

/// What a literal is.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum LiteralKind {
    /// An `xsd:string`.
    String,
    /// A text in a language, by its tag in lower case.
    Language(Rc<str>),
    /// Anything else, by its datatype's IRI.
    Datatype(Rc<str>),
}

/// A statement.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Quad {
    pub subject: Node,
    /// An IRI.
    pub predicate: Rc<str>,
    pub object: Term,
    /// None for the default graph.
    pub graph: Option<Node>,
}

impl Literal {
    /// A literal of a datatype; those of `xsd:string` are written without it.
    #[must_use]
    pub fn typed(text: &str, datatype: Rc<str>) -> Self {
        let kind = match &*datatype {
            "http://www.w3.org/2001/XMLSchema#string" => LiteralKind::String,
            _ => LiteralKind::Datatype(datatype),
        };
        let text = text.into();
        Self { text, kind }
    }

    /// Appends the literal as N-Quads writes it.
    pub(super) fn write(&self, line: &mut String) {
        quoted(&self.text, line);
        match &self.kind {
            LiteralKind::String => {}
            LiteralKind::Language(tag) => {
                line.push('@');
                line.push_str(tag);
            }
            LiteralKind::Datatype(datatype) => {
                line.push_str("^^");
                iri(datatype, line);
            }
        }
    }
}

/// Appends an IRI.
pub(super) fn iri(iri: &str, line: &mut String) {
    line.push('<');
    line.push_str(iri);
    line.push('>');
}

/// Appends a text in quotation marks, escaped where the canonical form has it.
fn quoted(text: &str, line: &mut String) {
    line.push('"');
    // Most texts have nothing to escape; of the characters beyond ASCII, those that have begin with 0xEF.
    let is_plain = |byte: u8| byte >= b' ' && !matches!(byte, b'"' | b'\\' | 0x7f | 0xef);
    if text.bytes().all(is_plain) {
        line.push_str(text);
        line.push('"');
        return;
    }
    let mut plain = 0;
    for (at, character) in text.char_indices() {
        let escape = match character {
            '\u{8}' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\u{c}' => "\\f",
            '\r' => "\\r",
            '"' => "\\\"",
            '\\' => "\\\\",
            '\0'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => "",
            _ => continue,
        };
        line.push_str(text.get(plain..at).unwrap_or_default());
        plain = at + character.len_utf8();
        match escape {
            "" => line.push_str(&format!("\\u{:04X}", u32::from(character))),
            escape => line.push_str(escape),
        }
    }
    line.push_str(text.get(plain..).unwrap_or_default());
    line.push('"');
}

impl Quad {
    /// Appends the quad as a line of N-Quads, its blank nodes written by `label` (section 5).
    pub fn write(&self, line: &mut String, label: &mut impl FnMut(BlankNode, &mut String)) {
        let mut node = |node: &Node, line: &mut String| match node {
            Node::Blank(blank) => label(*blank, line),
            Node::Named(named) => iri(named, line),
        };
        node(&self.subject, line);
        line.push(' ');
        iri(&self.predicate, line);
        line.push(' ');
        match &self.object {
            Term::Node(object) => node(object, line),
            Term::Literal(literal) => literal.write(line),
        }
        if let Some(graph) = &self.graph {
            line.push(' ');
            node(graph, line);
        }
        line.push_str(" .\n");
    }
}

/// The line of N-Quads, without its end.
impl fmt::Display for Quad {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut line = String::new();
        self.write(&mut line, &mut |node, line| {
            line.push_str(&format!("_:b{node}"));
        });
        formatter.write_str(line.trim_end())
    }
}

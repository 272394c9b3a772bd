//! Issuing labels in the order in which nodes are met (section 4.5).

use std::fmt::Write as _;

use rustc_hash::FxHashMap;

use super::quad::BlankNode;

#[derive(Clone)]
pub(super) struct Issuer {
    prefix: &'static str,
    numbers: FxHashMap<BlankNode, usize>,
    order: Vec<BlankNode>,
}

impl Issuer {
    pub(super) fn new(prefix: &'static str) -> Self {
        Self {
            prefix,
            numbers: FxHashMap::default(),
            order: Vec::new(),
        }
    }

    /// The label of `node`, a new one where it has none.
    pub(super) fn issue(&mut self, node: BlankNode) -> String {
        let next = self.order.len();
        let number = *self.numbers.entry(node).or_insert_with(|| {
            self.order.push(node);
            next
        });
        self.text(number)
    }

    pub(super) fn has_issued(&self, node: BlankNode) -> bool {
        self.numbers.contains_key(&node)
    }

    /// The label of `node`, where it has one.
    pub(super) fn get(&self, node: BlankNode) -> Option<String> {
        self.numbers.get(&node).map(|number| self.text(*number))
    }

    /// The label of `node`; when all is done each has one.
    pub(super) fn label(&self, node: BlankNode) -> String {
        self.get(node).unwrap_or_default()
    }

    /// Appends the label of `node`, where it has one.
    pub(super) fn write(&self, node: BlankNode, line: &mut String) {
        if let Some(number) = self.numbers.get(&node) {
            self.append(*number, line);
        }
    }

    /// The nodes, in the order in which their labels were issued.
    pub(super) fn issued(&self) -> &[BlankNode] {
        &self.order
    }

    fn text(&self, number: usize) -> String {
        let mut text = String::new();
        self.append(number, &mut text);
        text
    }

    fn append(&self, number: usize, line: &mut String) {
        // A text takes all that is written into it.
        let _ = write!(line, "_:{}{number}", self.prefix);
    }
}

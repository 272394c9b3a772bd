//! Markdown as nodes of our own: what an issuer writes may be read, and do nothing else.
//!
//! It is CommonMark 0.31 in what texts of badges have: headings, paragraphs, lists, quotations, emphasis,
//! code and links. HTML is shown as the text that it is, and pictures as their descriptions. Left out are
//! links whose address stands elsewhere in the text (section 4.7), HTML as blocks (4.6), and all names of
//! characters but XML's and `nbsp` (6.2); `tests/markdown.rs` compares the rest with a whole parser, whose
//! tables of names and of HTML would be a tenth of what a page with a badge loads.

mod blocks;
mod inlines;

use super::Link;

/// A piece of a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Node {
    Break,
    Code(String),
    Element(Element, Vec<Node>),
    /// A link whose address may be followed.
    Link(Link, Vec<Node>),
    Text(String),
}

/// A kind of piece that holds others.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Element {
    CodeBlock,
    Emphasis,
    Heading,
    Item,
    List,
    NumberedList,
    Paragraph,
    Quotation,
    Strong,
}

/// More than this is cut off, with an ellipsis (20,000 characters are about ten printed pages).
const LONGEST: usize = 20_000;
/// Quotations and lists inside one another, beyond which they are flattened.
const DEEPEST: usize = 16;

/// Reads a text.
#[must_use]
pub fn nodes(markdown: &str) -> Vec<Node> {
    let cut = markdown.char_indices().nth(LONGEST).map(|(at, _)| at);
    let text = cut.and_then(|at| markdown.get(..at)).unwrap_or(markdown);
    let text = text.replace('\t', "    ");
    let lines: Vec<&str> = text.lines().collect();
    let mut nodes = blocks::read(&lines, 0).nodes;
    if cut.is_some() {
        nodes.push(Node::Text("…".into()));
    }
    nodes
}

/// Adds text to the text before it.
fn push_text(nodes: &mut Vec<Node>, more: &str) {
    match nodes.last_mut() {
        Some(Node::Text(text)) => text.push_str(more),
        _ => nodes.push(Node::Text(more.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::link;

    fn text(text: &str) -> Node {
        Node::Text(text.into())
    }

    fn paragraph(nodes: Vec<Node>) -> Node {
        Node::Element(Element::Paragraph, nodes)
    }

    #[test]
    fn keeps_structure() {
        let link = link("https://example.com").expect("a web address");
        assert_eq!(
            nodes("# A\n\n*b* `c` [d](https://example.com)\n\n- e"),
            [
                Node::Element(Element::Heading, vec![text("A")]),
                paragraph(vec![
                    Node::Element(Element::Emphasis, vec![text("b")]),
                    text(" "),
                    Node::Code("c".into()),
                    text(" "),
                    Node::Link(link, vec![text("d")]),
                ]),
                Node::Element(
                    Element::List,
                    vec![Node::Element(Element::Item, vec![text("e")])]
                ),
            ]
        );
    }

    #[test]
    fn html_is_text_and_scripts_are_no_links() {
        assert_eq!(
            nodes("<b onclick=x>a</b> [y](javascript:alert(1)) ![z](https://t.example/p.png)"),
            [paragraph(vec![text("<b onclick=x>a</b> y z")])]
        );
    }

    #[test]
    fn bounds_length_and_depth() {
        let long = "a".repeat(LONGEST + 5);
        assert_eq!(nodes(&long).last(), Some(&text("…")));
        fn depth(nodes: &[Node]) -> usize {
            let inner = |node: &Node| match node {
                Node::Element(_, nodes) | Node::Link(_, nodes) => 1 + depth(nodes),
                _ => 0,
            };
            nodes.iter().map(inner).max().unwrap_or(0)
        }
        assert!(depth(&nodes(&format!("{}x", "> ".repeat(500)))) <= DEEPEST + 1);
    }
}

//! Markdown as nodes of our own: what an issuer writes may be read, and do nothing else.
//!
//! Headings, paragraphs, lists, quotations, emphasis, code and links are kept. HTML is shown as the
//! text that it is, and pictures as their descriptions.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Link, link};

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
    let mut builder = Builder {
        open: vec![(Frame::Root, Vec::new())],
    };
    for event in Parser::new_ext(text, Options::empty()) {
        builder.event(event);
    }
    let mut nodes = builder.finish();
    if cut.is_some() {
        nodes.push(Node::Text("…".into()));
    }
    nodes
}

enum Frame {
    Root,
    /// Its content goes to the frame around it.
    Transparent,
    Element(Element),
    Link(Link),
}

struct Builder {
    open: Vec<(Frame, Vec<Node>)>,
}

impl Builder {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                self.push(Node::Text(text.into_string()));
            }
            Event::Code(code) => self.push(Node::Code(code.into_string())),
            Event::SoftBreak => self.push(Node::Text(" ".into())),
            Event::HardBreak | Event::Rule => self.push(Node::Break),
            // Extensions, none of which is on.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.push(Node::Text(text.into_string()));
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let frame = match tag {
            _ if self.open.len() > DEEPEST => Frame::Transparent,
            Tag::Paragraph | Tag::HtmlBlock => Frame::Element(Element::Paragraph),
            Tag::Heading { .. } => Frame::Element(Element::Heading),
            Tag::BlockQuote(_) => Frame::Element(Element::Quotation),
            Tag::CodeBlock(_) => Frame::Element(Element::CodeBlock),
            Tag::List(None) => Frame::Element(Element::List),
            Tag::List(Some(_)) => Frame::Element(Element::NumberedList),
            Tag::Item => Frame::Element(Element::Item),
            Tag::Emphasis => Frame::Element(Element::Emphasis),
            Tag::Strong => Frame::Element(Element::Strong),
            Tag::Link { dest_url, .. } => link(dest_url).map_or(Frame::Transparent, Frame::Link),
            _ => Frame::Transparent,
        };
        self.open.push((frame, Vec::new()));
    }

    fn end(&mut self, _: TagEnd) {
        if let Some((frame, nodes)) = self.open.pop() {
            match frame {
                Frame::Element(element) => self.push(Node::Element(element, nodes)),
                Frame::Link(link) => self.push(Node::Link(link, nodes)),
                Frame::Transparent | Frame::Root => nodes.into_iter().for_each(|n| self.push(n)),
            }
        }
    }

    fn push(&mut self, node: Node) {
        if let Some((_, nodes)) = self.open.last_mut() {
            nodes.push(node);
        }
    }

    fn finish(mut self) -> Vec<Node> {
        while self.open.len() > 1 {
            self.end(TagEnd::Paragraph);
        }
        self.open.pop().map(|(_, nodes)| nodes).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            [paragraph(vec![
                text("<b onclick=x>"),
                text("a"),
                text("</b>"),
                text(" "),
                text("y"),
                text(" "),
                text("z"),
            ])]
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

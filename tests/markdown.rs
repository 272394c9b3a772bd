//! Our reader of Markdown beside `pulldown-cmark`, which reads all of CommonMark: of texts without what
//! ours leaves out, both make the same nodes.

use assay::present::link;
use assay::present::markdown::{Element, Node, nodes};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// What the other parser makes of a text, as nodes of ours; adjacent texts are one.
fn judged(text: &str) -> Vec<Node> {
    let mut events = Parser::new_ext(text, Options::empty());
    nodes_until(&mut events)
}

fn nodes_until<'a>(events: &mut impl Iterator<Item = Event<'a>>) -> Vec<Node> {
    let mut nodes = Vec::new();
    while let Some(event) = events.next() {
        match event {
            Event::End(_) => break,
            Event::Start(tag) => {
                let inner = nodes_until(events);
                match element(&tag) {
                    Some(element) => nodes.push(Node::Element(element, inner)),
                    None => match tag {
                        Tag::Link { dest_url, .. } if link(&dest_url).is_some() => {
                            nodes.extend(link(&dest_url).map(|link| Node::Link(link, inner)));
                        }
                        // A picture's description, or a link that may not be followed.
                        _ => inner.into_iter().for_each(|node| push(&mut nodes, node)),
                    },
                }
            }
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                push(&mut nodes, Node::Text(text.into_string()));
            }
            Event::Code(code) => nodes.push(Node::Code(code.into_string())),
            Event::SoftBreak => push(&mut nodes, Node::Text(" ".into())),
            Event::HardBreak | Event::Rule => nodes.push(Node::Break),
            other => panic!("an extension: {other:?}"),
        }
    }
    nodes
}

fn element(tag: &Tag<'_>) -> Option<Element> {
    Some(match tag {
        Tag::Paragraph | Tag::HtmlBlock => Element::Paragraph,
        Tag::Heading { .. } => Element::Heading,
        Tag::BlockQuote(_) => Element::Quotation,
        Tag::CodeBlock(_) => Element::CodeBlock,
        Tag::List(None) => Element::List,
        Tag::List(Some(_)) => Element::NumberedList,
        Tag::Item => Element::Item,
        Tag::Emphasis => Element::Emphasis,
        Tag::Strong => Element::Strong,
        _ => return None,
    })
}

fn push(nodes: &mut Vec<Node>, node: Node) {
    match (nodes.last_mut(), node) {
        (Some(Node::Text(text)), Node::Text(more)) => text.push_str(&more),
        (_, node) => nodes.push(node),
    }
}

#[test]
fn texts_of_badges_are_read_as_the_other_parser_reads_them() {
    for text in [
        "occurred from **February 17, 2023** to **June 12, 2023**.",
        "# Degree Requirements\nStudents must complete...",
        "# Final Project Report \n This project was ...",
        "A list:\n\n- one\n- two *really*\n  goes on\n- three\n\nAnd after.",
        "Steps:\n1. first\n2. second\n   - inner\n   - inner too\n3. third",
        "1. loose\n\n2. list\n\n   with two paragraphs",
        "> quoted\n> twice\nand lazily\n\nnot any more",
        "> - a\n> - b\n>\n> c",
        "Title\n=====\n\nSub\n---\ntext",
        "a\n***\nb\n\n---\n",
        "```rust\nlet a = \"*b*\";\n\n  c\n```\nafter",
        "text\n\n    indented\n      code\n\n    more\n\ntext",
        "a  \nb\\\nc",
        "***both*** **strong *inner*** *a **b** c* _d_ __e__ f_g_h *i",
        "2 * 3 * 4, snake_case_name, **not closed",
        "``a ` b`` `c` `d",
        "[a](https://example.com/a_b_(c)) [b](<https://example.com/x y> \"title\") [c](javascript:x) [d]",
        "![alt *text*](https://example.com/p.png) [![in](https://example.com/i.png)](https://example.com)",
        "[outer [inner](https://example.com/1)](https://example.com/2)",
        "<https://example.com/?a=b&c=d> a < b > c",
        "\\*not\\* \\[a\\](b) &amp; &lt;b&gt; &#65; &#x42; & &x;",
        "+ plus\n\n- minus\n* star",
        "- a\n\n\n- b\n    - c\n\n      d",
        "-\n- a\n-",
        "10) ten\n11) eleven\n1. one",
        "#no heading\n####### nor this\n## yes ##\n#",
        "ends\r\nwith\r\n\r\ncarriage returns\r\n",
        "",
        "   \n\n",
    ] {
        assert_eq!(nodes(text), judged(text), "{text:?}");
    }
}

/// Pieces that texts are made of, each at the start of a line or within one.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a",
        "b c",
        "é",
        " ",
        "\n",
        "\n\n",
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "[",
        "](https://e.example)",
        "![",
        "\\",
        "(",
        ")",
        "# ",
        "- ",
        "1. ",
        "> ",
        "&amp;",
        "&",
        "!",
        ".",
        "-",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    /// Within one line, all of it.
    #[test]
    fn a_line_is_read_as_the_other_parser_reads_it(
        pieces in prop::collection::vec(piece(), 0..14)
    ) {
        let text = format!("a{}", pieces.concat().replace('\n', " "));
        prop_assert_eq!(nodes(&text), judged(&text), "{:?}", text);
    }

    /// Whatever it is, nothing is lost but marks.
    #[test]
    fn every_word_of_a_text_is_shown(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        // What stands after it names a language.
        prop_assume!(!text.contains("```"));
        let words = |nodes: &[Node]| -> usize { nodes.iter().map(letters).sum() };
        let expected = text.replace("](https://e.example)", "").replace("&amp;", "&");
        let expected = expected.matches(['a', 'b', 'c', 'é']).count();
        prop_assert!(words(&nodes(&text)) >= expected, "{:?}", text);
    }
}

fn letters(node: &Node) -> usize {
    match node {
        Node::Break => 0,
        Node::Code(text) | Node::Text(text) => text.matches(['a', 'b', 'c', 'é']).count(),
        Node::Element(_, nodes) | Node::Link(_, nodes) => nodes.iter().map(letters).sum(),
    }
}

//! Blocks: paragraphs, headings, lists, quotations and code (CommonMark 0.31, sections 4 and 5).

use super::inlines::inlines;
use super::{DEEPEST, Element, Node};

/// Blocks one after the other.
pub(super) struct Blocks {
    pub nodes: Vec<Node>,
    /// Whether there are blank lines between some of them.
    has_gap: bool,
}

/// Reads lines that stand in as many quotations and lists as `depth` says. Beyond the deepest, what would
/// open another one is text.
pub(super) fn read(lines: &[&str], depth: usize) -> Blocks {
    let (mut nodes, mut has_gap, mut is_after_blank) = (Vec::new(), false, false);
    let mut rest = lines;
    while let Some((first, others)) = rest.split_first() {
        if is_blank(first) {
            is_after_blank = true;
            rest = others;
            continue;
        }
        has_gap |= is_after_blank && !nodes.is_empty();
        is_after_blank = false;
        let (node, taken) = block(first, rest, depth);
        nodes.push(node);
        rest = rest.get(taken.max(1)..).unwrap_or_default();
    }
    Blocks { nodes, has_gap }
}

/// The block that begins with the first of these lines, and how many of them it takes.
fn block(first: &str, lines: &[&str], depth: usize) -> (Node, usize) {
    let is_inside = depth < DEEPEST;
    if indent(first) > 3 {
        indented_code(lines)
    } else if let Some(fence) = Fence::of(first) {
        fence.code(lines)
    } else if let Some(text) = heading(first) {
        (Node::Element(Element::Heading, inlines(text)), 1)
    } else if is_rule(first) {
        (Node::Break, 1)
    } else if is_inside && unquoted(first).is_some() {
        quotation(lines, depth)
    } else if let Some(marker) = Marker::of(first).filter(|_| is_inside) {
        list(&marker, lines, depth)
    } else {
        paragraph(lines)
    }
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Section 4.8; with a line under it, a heading (section 4.3).
fn paragraph(lines: &[&str]) -> (Node, usize) {
    let mut text = String::new();
    for (taken, line) in lines.iter().enumerate() {
        if taken > 0 {
            if is_underline(line) {
                return (
                    Node::Element(Element::Heading, inlines(text.trim_end())),
                    taken + 1,
                );
            }
            if is_blank(line) || interrupts(line) {
                return (
                    Node::Element(Element::Paragraph, inlines(text.trim_end())),
                    taken,
                );
            }
            text.push('\n');
        }
        text.push_str(line.trim_start());
    }
    (
        Node::Element(Element::Paragraph, inlines(text.trim_end())),
        lines.len(),
    )
}

fn is_underline(line: &str) -> bool {
    let line = line.trim_end();
    let marks = line.trim_start();
    let is_of = |mark| !marks.is_empty() && marks.trim_start_matches(mark).is_empty();
    indent(line) < 4 && (is_of('=') || is_of('-'))
}

/// Whether a line begins another block although the one before is a paragraph.
fn interrupts(line: &str) -> bool {
    let is_item = |marker: Marker| !marker.is_empty && marker.is_first;
    indent(line) < 4
        && (heading(line).is_some()
            || Fence::of(line).is_some()
            || is_rule(line)
            || unquoted(line).is_some()
            || Marker::of(line).is_some_and(is_item))
}

/// Whether a line without the marks of a quotation or list goes on with the paragraph in it that ends with
/// `last` (section 5.1, "laziness").
fn goes_on(last: Option<&&str>, line: &str) -> bool {
    let is_paragraph = |last: &&str| {
        !is_blank(last) && heading(last).is_none() && !is_rule(last) && Fence::of(last).is_none()
    };
    !is_blank(line) && !interrupts(line) && last.is_some_and(is_paragraph)
}

/// The text of a heading (section 4.2).
fn heading(line: &str) -> Option<&str> {
    let text = line.trim();
    let rest = text.trim_start_matches('#');
    let level = text.len() - rest.len();
    if !(1..=6).contains(&level) || indent(line) > 3 || !(rest.is_empty() || rest.starts_with(' '))
    {
        return None;
    }
    let content = rest.trim_end_matches('#');
    Some(match content.is_empty() || content.ends_with(' ') {
        true => content.trim(),
        false => rest.trim(),
    })
}

/// Section 4.1.
fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|c| *c != ' ');
    let Some(first) = marks.next().filter(|mark| "-*_".contains(*mark)) else {
        return false;
    };
    let others = marks.clone().count();
    indent(line) < 4 && others > 1 && marks.all(|mark| mark == first)
}

/// Section 4.4.
fn indented_code(lines: &[&str]) -> (Node, usize) {
    let is_code = |line: &&&str| is_blank(line) || indent(line) > 3;
    let mut taken = lines.iter().take_while(is_code).count();
    while taken > 1 && lines.get(taken - 1).is_some_and(|line| is_blank(line)) {
        taken -= 1;
    }
    let lines = lines.iter().take(taken);
    (
        code(lines.map(|line| line.get(4..).unwrap_or_default())),
        taken,
    )
}

fn code<'a>(lines: impl Iterator<Item = &'a str>) -> Node {
    let text: String = lines.flat_map(|line| [line, "\n"]).collect();
    let inner = (!text.is_empty()).then_some(Node::Text(text));
    Node::Element(Element::CodeBlock, inner.into_iter().collect())
}

/// What begins code, and ends it (section 4.5).
struct Fence {
    mark: char,
    length: usize,
    indent: usize,
}

impl Fence {
    fn of(line: &str) -> Option<Self> {
        let text = line.trim_start();
        let mark = text.chars().next().filter(|mark| "`~".contains(*mark))?;
        let rest = text.trim_start_matches(mark);
        let (length, indent) = (text.len() - rest.len(), indent(line));
        let is_fence = length > 2 && indent < 4 && !(mark == '`' && rest.contains('`'));
        is_fence.then_some(Self {
            mark,
            length,
            indent,
        })
    }

    fn code(&self, lines: &[&str]) -> (Node, usize) {
        let inner = lines.iter().skip(1);
        let inner = inner.take_while(|line| !self.is_ended_by(line));
        let count = inner.clone().count();
        let line = |line: &&'_ str| {
            let spaces = indent(line).min(self.indent);
            line.get(spaces..).unwrap_or_default().to_owned()
        };
        let inner: Vec<String> = inner.map(line).collect();
        (code(inner.iter().map(String::as_str)), count + 2)
    }

    fn is_ended_by(&self, line: &str) -> bool {
        let fence = Self::of(line);
        let is_bare = line.trim().trim_start_matches(self.mark).is_empty();
        fence.is_some_and(|fence| fence.mark == self.mark && fence.length >= self.length) && is_bare
    }
}

/// What follows the mark of a quotation (section 5.1).
fn unquoted(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix('>');
    let rest = rest.filter(|_| indent(line) < 4)?;
    Some(rest.strip_prefix(' ').unwrap_or(rest))
}

fn quotation(lines: &[&str], depth: usize) -> (Node, usize) {
    let mut inner = Vec::new();
    for line in lines {
        match unquoted(line) {
            Some(rest) => inner.push(rest),
            None if goes_on(inner.last(), line) => inner.push(*line),
            None => break,
        }
    }
    let taken = inner.len();
    let nodes = read(&inner, depth + 1).nodes;
    (Node::Element(Element::Quotation, nodes), taken)
}

/// What begins an item of a list (section 5.2).
struct Marker {
    /// The bullet, or what follows the number: another one begins another list.
    kind: char,
    is_number: bool,
    /// Whether it can begin a list within a paragraph: a bullet, or the number 1.
    is_first: bool,
    /// Where the item's content begins.
    width: usize,
    is_empty: bool,
}

impl Marker {
    fn of(line: &str) -> Option<Self> {
        let text = line.trim_start();
        let after = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = text.len() - after.len();
        let kind = after.chars().next()?;
        let is_number = match (kind, digits) {
            ('-' | '+' | '*', 0) => false,
            ('.' | ')', 1..=9) => true,
            _ => return None,
        };
        let rest = after.get(1..)?;
        let is_empty = is_blank(rest);
        let spaces = match indent(rest) {
            0 if !is_empty => return None,
            // More begin code.
            1..=4 if !is_empty => indent(rest),
            _ => 1,
        };
        let width = indent(line) + digits + 1 + spaces;
        (indent(line) < 4 && !is_rule(line)).then_some(Self {
            kind,
            is_number,
            is_first: !is_number || text.starts_with("1."),
            width,
            is_empty,
        })
    }
}

/// Section 5.3.
fn list(first: &Marker, lines: &[&str], depth: usize) -> (Node, usize) {
    let (mut items, mut is_loose, mut taken) = (Vec::new(), false, 0);
    let mut at = 0;
    while let Some(marker) = lines.get(at).and_then(|line| Marker::of(line))
        && marker.kind == first.kind
        && marker.is_number == first.is_number
    {
        is_loose |= at > taken;
        let rest = lines.get(at..).unwrap_or_default();
        let inner = item(&marker, rest);
        let blocks = read(&inner, depth + 1);
        is_loose |= blocks.has_gap;
        items.push(blocks.nodes);
        taken = at + inner.len();
        let after = lines.get(taken..).unwrap_or_default();
        at = taken + after.iter().take_while(|line| is_blank(line)).count();
    }
    let items = items.into_iter().map(|nodes| {
        let nodes = if is_loose { nodes } else { tight(nodes) };
        Node::Element(Element::Item, nodes)
    });
    let kind = match first.is_number {
        true => Element::NumberedList,
        false => Element::List,
    };
    (Node::Element(kind, items.collect()), taken)
}

/// The lines of an item, without what indents them.
fn item<'a>(marker: &Marker, lines: &[&'a str]) -> Vec<&'a str> {
    let mut inner: Vec<&str> = Vec::new();
    // With blank lines only where something follows that is the item's.
    let mut length = 0;
    for line in lines {
        let content = line.get(marker.width..).unwrap_or_default();
        let is_indented = indent(line) >= marker.width;
        if inner.is_empty() || is_indented {
            inner.push(content);
        } else if is_blank(line) {
            inner.push("");
            continue;
        } else if Marker::of(line).is_none() && goes_on(inner.last(), line) {
            inner.push(line.trim_start());
        } else {
            break;
        }
        length = inner.len();
    }
    inner.truncate(length);
    inner
}

/// A list without gaps has no paragraphs.
fn tight(nodes: Vec<Node>) -> Vec<Node> {
    let unwrapped = |node| match node {
        Node::Element(Element::Paragraph, inner) => inner,
        other => vec![other],
    };
    nodes.into_iter().flat_map(unwrapped).collect()
}

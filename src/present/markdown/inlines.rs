//! What stands within a block: emphasis, code, links and marks for themselves (CommonMark 0.31, section 6).

use super::{Element, Node, push_text};
use crate::present::link;

/// Reads a block's text.
pub(super) fn inlines(text: &str) -> Vec<Node> {
    let mut reader = Reader {
        text,
        rest: text,
        pieces: Vec::new(),
    };
    while let Some(first) = reader.rest.chars().next() {
        reader.piece(first);
    }
    emphasised(reader.pieces)
}

/// What a text is made of, before it is known what belongs together.
enum Piece {
    Node(Node),
    /// Marks of emphasis.
    Run(Run),
    /// What may begin a link or a picture.
    Bracket {
        is_picture: bool,
        is_active: bool,
    },
}

#[derive(Clone, Copy)]
struct Run {
    mark: char,
    count: usize,
    /// How many there were, of which some may be used up.
    length: usize,
    opens: bool,
    closes: bool,
}

struct Reader<'a> {
    text: &'a str,
    rest: &'a str,
    pieces: Vec<Piece>,
}

impl Reader<'_> {
    fn piece(&mut self, first: char) {
        let rest = self.rest;
        let after = rest.get(first.len_utf8()..).unwrap_or_default();
        self.rest = after;
        match first {
            // Section 2.4; at the end of a line, section 6.7.
            '\\' => match after.chars().next() {
                Some('\n') => self.break_line(after),
                Some(next) if next.is_ascii_punctuation() => {
                    self.rest = after.get(1..).unwrap_or_default();
                    self.push(next.encode_utf8(&mut [0; 4]));
                }
                _ => self.push("\\"),
            },
            '`' => self.code(rest),
            '<' => self.address(after),
            '&' => match character(after) {
                Some((character, length)) => {
                    self.rest = after.get(length..).unwrap_or_default();
                    self.push(character.encode_utf8(&mut [0; 4]));
                }
                None => self.push("&"),
            },
            '*' | '_' => self.run(first, rest),
            '[' => self.bracket(false),
            '!' if after.starts_with('[') => {
                self.rest = after.get(1..).unwrap_or_default();
                self.bracket(true);
            }
            ']' => self.close(after),
            '\n' => self.end_line(after),
            _ => self.push(first.encode_utf8(&mut [0; 4])),
        }
    }

    fn push(&mut self, more: &str) {
        match self.pieces.last_mut() {
            Some(Piece::Node(Node::Text(text))) => text.push_str(more),
            _ => self.pieces.push(Piece::Node(Node::Text(more.to_owned()))),
        }
    }

    fn bracket(&mut self, is_picture: bool) {
        let is_active = true;
        self.pieces.push(Piece::Bracket {
            is_picture,
            is_active,
        });
    }

    /// Two spaces before a line's end break it (section 6.7); else it is a space (section 6.8).
    fn end_line(&mut self, after: &str) {
        let mut is_hard = false;
        if let Some(Piece::Node(Node::Text(text))) = self.pieces.last_mut() {
            is_hard = text.ends_with("  ");
            text.truncate(text.trim_end_matches(' ').len());
        }
        match is_hard {
            true => self.break_line(after),
            false => self.push(" "),
        }
    }

    fn break_line(&mut self, after: &str) {
        let lines = after.strip_prefix('\n').unwrap_or(after);
        let at = self.text.len() - lines.len();
        self.rest = self.text.get(at..).unwrap_or_default();
        self.pieces.push(Piece::Node(Node::Break));
    }

    /// Section 6.1.
    fn code(&mut self, rest: &str) {
        let length = run_length(rest, '`');
        let (marks, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let mut at = 0;
        while let Some(found) = after.get(at..).and_then(|text| text.find('`')) {
            at += found;
            let closing = run_length(after.get(at..).unwrap_or_default(), '`');
            if closing == length {
                let code = after.get(..at).unwrap_or_default().replace('\n', " ");
                let bare = code
                    .strip_prefix(' ')
                    .and_then(|code| code.strip_suffix(' '));
                let bare = bare.filter(|_| !code.trim().is_empty());
                let code = bare.unwrap_or(&code).to_owned();
                self.pieces.push(Piece::Node(Node::Code(code)));
                let end = self.text.len() - after.len() + at + closing;
                self.rest = self.text.get(end..).unwrap_or_default();
                return;
            }
            at += closing;
        }
        let end = self.text.len() - after.len();
        self.rest = self.text.get(end..).unwrap_or_default();
        self.push(marks);
    }

    /// An address between `<` and `>` (section 6.5).
    fn address(&mut self, after: &str) {
        let address = after.split_once('>').map(|(address, _)| address);
        let is_address = |address: &&str| {
            let scheme = address.split_once(':').map_or("", |(scheme, _)| scheme);
            let is_scheme = |c: char| c.is_ascii_alphanumeric() || "+.-".contains(c);
            (2..=32).contains(&scheme.len())
                && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme.chars().all(is_scheme)
                && !address.contains(|c: char| c == '<' || c == ' ' || c.is_control())
        };
        let Some(address) = address.filter(is_address) else {
            self.push("<");
            return;
        };
        let end = self.text.len() - after.len() + address.len() + 1;
        self.rest = self.text.get(end..).unwrap_or_default();
        match link(address) {
            Some(link) => {
                let text = Node::Text(address.to_owned());
                self.pieces.push(Piece::Node(Node::Link(link, vec![text])));
            }
            None => self.push(address),
        }
    }

    /// Marks of emphasis, and whether they can open or close it (section 6.2, "left-flanking").
    fn run(&mut self, mark: char, rest: &str) {
        let count = run_length(rest, mark);
        let start = self.text.len() - rest.len();
        let before = self
            .text
            .get(..start)
            .and_then(|text| text.chars().next_back());
        self.rest = self.text.get(start + count..).unwrap_or_default();
        let after = self.rest.chars().next();
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let is_mark = |c: Option<char>| !is_space(c) && !c.is_some_and(char::is_alphanumeric);
        let left = !is_space(after) && (!is_mark(after) || is_space(before) || is_mark(before));
        let right = !is_space(before) && (!is_mark(before) || is_space(after) || is_mark(after));
        let is_within_words = mark == '_';
        self.pieces.push(Piece::Run(Run {
            mark,
            count,
            length: count,
            opens: left && (!is_within_words || !right || is_mark(before)),
            closes: right && (!is_within_words || !left || is_mark(after)),
        }));
    }

    /// Links and pictures end (section 6.3, 6.4).
    fn close(&mut self, after: &str) {
        let is_bracket = |piece: &Piece| matches!(piece, Piece::Bracket { .. });
        let Some(at) = self.pieces.iter().rposition(is_bracket) else {
            self.push("]");
            return;
        };
        let mut inner = self.pieces.split_off(at);
        let bracket = inner.remove(0);
        let Piece::Bracket {
            is_picture,
            is_active,
        } = bracket
        else {
            return;
        };
        let Some((address, rest)) = destination(after).filter(|_| is_active) else {
            self.push(if is_picture { "![" } else { "[" });
            for piece in inner {
                self.put(piece);
            }
            self.push("]");
            return;
        };
        let end = self.text.len() - rest.len();
        self.rest = self.text.get(end..).unwrap_or_default();
        let nodes = emphasised(inner);
        match link(&address).filter(|_| !is_picture) {
            Some(link) => self.pieces.push(Piece::Node(Node::Link(link, nodes))),
            None => nodes
                .into_iter()
                .for_each(|node| self.put(Piece::Node(node))),
        }
        if !is_picture {
            // No link stands in another.
            for piece in &mut self.pieces {
                if let Piece::Bracket {
                    is_picture: false,
                    is_active,
                } = piece
                {
                    *is_active = false;
                }
            }
        }
    }

    fn put(&mut self, piece: Piece) {
        match piece {
            Piece::Node(Node::Text(text)) => self.push(&text),
            other => self.pieces.push(other),
        }
    }
}

fn run_length(text: &str, mark: char) -> usize {
    text.len() - text.trim_start_matches(mark).len()
}

/// A link's address in brackets, with or without a title, and what follows (section 6.3).
fn destination(after: &str) -> Option<(String, &str)> {
    let text = after.strip_prefix('(')?.trim_start();
    let (address, rest) = match text.strip_prefix('<') {
        Some(text) => text
            .split_once('>')
            .filter(|(address, _)| !address.contains(['\n', '<']))?,
        None => {
            let (mut depth, mut is_escaped) = (0_usize, false);
            let end = text.find(|c: char| {
                match c {
                    _ if is_escaped => {}
                    '(' => depth += 1,
                    ')' if depth == 0 => return true,
                    ')' => depth -= 1,
                    _ => {}
                }
                is_escaped = c == '\\' && !is_escaped;
                c.is_whitespace() || c.is_control()
            })?;
            text.split_at_checked(end).filter(|_| depth == 0)?
        }
    };
    let mut rest = rest;
    let trimmed = rest.trim_start();
    if let Some(quote) = trimmed.chars().next().filter(|c| "\"'(".contains(*c))
        && trimmed.len() < rest.len()
    {
        let quote = if quote == '(' { ')' } else { quote };
        let title = trimmed.get(1..)?;
        let mut is_escaped = false;
        let end = title.find(|c: char| {
            let is_end = c == quote && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            is_end
        })?;
        rest = title.get(end + 1..)?;
    }
    let rest = rest.trim_start().strip_prefix(')')?;
    Some((unescaped(address), rest))
}

fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        rest = rest.get(first.len_utf8()..).unwrap_or_default();
        let escaped = rest.chars().next().filter(char::is_ascii_punctuation);
        match (first, escaped, character(rest)) {
            ('\\', Some(next), _) => {
                plain.push(next);
                rest = rest.get(1..).unwrap_or_default();
            }
            ('&', _, Some((character, length))) => {
                plain.push(character);
                rest = rest.get(length..).unwrap_or_default();
            }
            _ => plain.push(first),
        }
    }
    plain
}

/// The character that stands after `&` by name or number, and how many bytes that takes (section 2.5).
fn character(after: &str) -> Option<(char, usize)> {
    let (name, _) = after.split_once(';').filter(|(name, _)| name.len() < 10)?;
    let number = |digits: &str, radix| {
        let number = u32::from_str_radix(digits, radix).ok()?;
        Some(
            char::from_u32(number)
                .filter(|c| *c != '\0')
                .unwrap_or('\u{fffd}'),
        )
    };
    let character = match name {
        "amp" => '&',
        "apos" => '\'',
        "gt" => '>',
        "lt" => '<',
        "nbsp" => '\u{a0}',
        "quot" => '"',
        _ => match name.strip_prefix('#')?.strip_prefix(['x', 'X']) {
            Some(digits) => number(digits, 16)?,
            None => number(name.strip_prefix('#')?, 10)?,
        },
    };
    Some((character, name.len() + 1))
}

/// Finds out which marks of emphasis belong together; the others are text ("process emphasis").
fn emphasised(pieces: Vec<Piece>) -> Vec<Node> {
    let mut done: Vec<Piece> = Vec::new();
    for piece in pieces {
        let Piece::Run(mut run) = piece else {
            done.push(piece);
            continue;
        };
        while run.closes && run.count > 0 {
            let fits = |piece: &Piece| matches!(piece, Piece::Run(opener) if opener.fits(&run));
            let Some(at) = done.iter().rposition(fits) else {
                break;
            };
            let inner = plain(done.split_off(at + 1));
            let Some(Piece::Run(opener)) = done.last_mut() else {
                break;
            };
            let is_strong = opener.count > 1 && run.count > 1;
            let used = if is_strong { 2 } else { 1 };
            opener.count -= used;
            run.count -= used;
            if opener.count == 0 {
                done.pop();
            }
            let element = match is_strong {
                true => Element::Strong,
                false => Element::Emphasis,
            };
            done.push(Piece::Node(Node::Element(element, inner)));
        }
        if run.count > 0 {
            done.push(Piece::Run(run));
        }
    }
    plain(done)
}

impl Run {
    /// Whether it can open what `closer` closes (section 6.2, rules 9 and 10).
    fn fits(&self, closer: &Self) -> bool {
        let is_either = (self.opens && self.closes) || (closer.opens && closer.closes);
        let is_of_three = |length: usize| length.is_multiple_of(3);
        let is_odd = is_either
            && is_of_three(self.length + closer.length)
            && !(is_of_three(self.length) && is_of_three(closer.length));
        self.opens && self.mark == closer.mark && !is_odd
    }
}

/// What belongs to nothing is text.
fn plain(pieces: Vec<Piece>) -> Vec<Node> {
    let mut nodes = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Node(Node::Text(text)) => push_text(&mut nodes, &text),
            Piece::Node(node) => nodes.push(node),
            Piece::Run(run) => {
                let marks: String = std::iter::repeat_n(run.mark, run.count).collect();
                push_text(&mut nodes, &marks);
            }
            Piece::Bracket { is_picture, .. } => {
                push_text(&mut nodes, if is_picture { "![" } else { "[" });
            }
        }
    }
    nodes
}

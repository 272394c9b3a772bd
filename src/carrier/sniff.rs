//! What kind of file some bytes are, by how they begin.

use super::token::is_token;

/// A kind of file that people take for a badge, or that is one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum FileKind {
    /// Bytes of no kind that is known.
    Binary,
    /// A data: URL.
    DataUrl,
    Empty,
    Gif,
    /// Compressed with gzip; an SVG can be (`.svgz`).
    Gzip,
    Html,
    Jpeg,
    Json,
    /// A JSON Web Token, an SD-JWT, or an encrypted token.
    Jwt,
    Pdf,
    Png,
    Svg,
    /// Text of no kind that is known.
    Text,
    /// The address of a file on the web, and nothing else.
    Url,
    /// Text in UTF-16.
    Utf16,
    Webp,
    Xml,
    Zip,
}

impl FileKind {
    /// The kind of some bytes, by how they begin.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        kind(bytes)
    }

    /// Whether a credential's text can stand inside.
    pub(super) fn is_container(self) -> bool {
        matches!(self, Self::DataUrl | Self::Png | Self::Svg | Self::Zip)
    }
}

/// Tells the kind; never looks further than it must.
pub(super) fn kind(bytes: &[u8]) -> FileKind {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = bytes.trim_ascii_start();
    match text {
        [] => FileKind::Empty,
        [b'{' | b'<', 0, ..] => FileKind::Utf16,
        [b'{' | b'[', ..] => FileKind::Json,
        [b'<', ..] => markup(text),
        [0x89, b'P', b'N', b'G', ..] => FileKind::Png,
        [0xff, 0xd8, 0xff, ..] => FileKind::Jpeg,
        [b'G', b'I', b'F', b'8', ..] => FileKind::Gif,
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => FileKind::Webp,
        [b'%', b'P', b'D', b'F', ..] => FileKind::Pdf,
        [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => FileKind::Zip,
        [0x1f, 0x8b, ..] => FileKind::Gzip,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, b'<' | b'{', ..] => FileKind::Utf16,
        _ if starts_with(text, b"data:") => FileKind::DataUrl,
        _ if is_url(text) => FileKind::Url,
        _ if is_token(text) => FileKind::Jwt,
        _ => match std::str::from_utf8(text) {
            Ok(text) if !text.contains('\0') => FileKind::Text,
            _ => FileKind::Binary,
        },
    }
}

fn markup(text: &[u8]) -> FileKind {
    // Drawing programs define their namespaces before the first element, in up to two kilobytes.
    let head = text.get(..8192).unwrap_or(text);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let first = |tags: &[&str]| tags.iter().filter_map(|tag| head.find(tag)).min();
    let svg = first(&["<svg", ":svg"]);
    let html = first(&["<!doctype html", "<html", "<body"]);
    match (svg, html) {
        (Some(svg), Some(html)) if html < svg => FileKind::Html,
        (Some(_), _) => FileKind::Svg,
        (None, Some(_)) => FileKind::Html,
        (None, None) => FileKind::Xml,
    }
}

fn starts_with(text: &[u8], prefix: &[u8]) -> bool {
    text.get(..prefix.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// One address and nothing else.
fn is_url(text: &[u8]) -> bool {
    let is_web = starts_with(text, b"https://") || starts_with(text, b"http://");
    is_web && text.trim_ascii_end().iter().all(u8::is_ascii_graphic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_by_content() {
        for (bytes, expected) in [
            (&b"\xef\xbb\xbf {}"[..], FileKind::Json),
            (b"<?xml version=\"1.0\"?><svg>", FileKind::Svg),
            (b"<?xml version=\"1.0\"?><a>", FileKind::Xml),
            (b"\xff\xd8\xff\xe0", FileKind::Jpeg),
            (b"%PDF-1.7", FileKind::Pdf),
            (b"PK\x03\x04", FileKind::Zip),
            (b"\x1f\x8b\x08", FileKind::Gzip),
            (b"\xff\xfe<\x00s\x00", FileKind::Utf16),
            (b"<\x00s\x00", FileKind::Utf16),
            (b"\x00{\x00}", FileKind::Utf16),
            (b"DATA:text/plain,x", FileKind::DataUrl),
            (b"https://badges.example/1\n", FileKind::Url),
            (b"https://badges.example/1 is mine", FileKind::Text),
            (b"<!DOCTYPE html><body><svg>", FileKind::Html),
            (
                b"<s:svg xmlns:s=\"http://www.w3.org/2000/svg\">",
                FileKind::Svg,
            ),
            (b"hello", FileKind::Text),
            (b"\x00\x01\x02", FileKind::Binary),
            (b"eyJ.e.", FileKind::Jwt),
            (b"eyJ.e. and more", FileKind::Text),
        ] {
            assert_eq!(kind(bytes), expected);
        }
    }
}

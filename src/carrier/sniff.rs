//! What kind of file some bytes are, by how they begin.

use super::token::is_token;

/// A kind of file that people take for a badge, or that is one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum FileKind {
    /// Bytes of no kind that is known.
    Binary,
    Empty,
    Gif,
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
    Webp,
    Xml,
    Zip,
}

/// Tells the kind; never looks further than it must.
pub(super) fn kind(bytes: &[u8]) -> FileKind {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = bytes.trim_ascii_start();
    match text {
        [] => FileKind::Empty,
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
        [b'P', b'K', 3 | 5, 4 | 6, ..] => FileKind::Zip,
        _ if is_token(text) => FileKind::Jwt,
        _ => match std::str::from_utf8(text) {
            Ok(text) if !text.contains('\0') => FileKind::Text,
            _ => FileKind::Binary,
        },
    }
}

fn markup(text: &[u8]) -> FileKind {
    let head = text.get(..1024).unwrap_or(text);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    if head.contains("<svg") {
        FileKind::Svg
    } else if head.contains("<!doctype html") || head.contains("<html") || head.contains("<body") {
        FileKind::Html
    } else {
        FileKind::Xml
    }
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
            (b"hello", FileKind::Text),
            (b"\x00\x01\x02", FileKind::Binary),
            (b"eyJ.e.", FileKind::Jwt),
            (b"eyJ.e. and more", FileKind::Text),
        ] {
            assert_eq!(kind(bytes), expected);
        }
    }
}

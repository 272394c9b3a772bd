//! What a host sent: a document, or something that cannot be one.

use super::{Answer, Unreachable};

/// How many bytes are looked at for a web page's beginning: comments and blank lines come before it.
const HEAD: usize = 1024;

impl Answer {
    /// The answer that a host, or a file, amounts to.
    ///
    /// Documents are told by their content: many hosts serve JSON as `text/html` or as bytes, and
    /// answer with a page of theirs, as a success, where there is no such document.
    #[must_use]
    pub fn received(status: u16, body: Vec<u8>) -> Self {
        match status {
            200 if is_web_page(&body) => Self::Unreachable(Unreachable::WebPage),
            _ => Self::Response { status, body },
        }
    }
}

impl Unreachable {
    /// What a media type (RFC 9110, section 8.3) alone rules out, before any byte is read: a picture, a
    /// sound, a film or a font.
    #[must_use]
    pub fn of_media_type(media_type: &str) -> Option<Self> {
        let kind = media_type.trim_start().split('/').next()?;
        ["audio", "font", "image", "video"]
            .iter()
            .any(|media| kind.eq_ignore_ascii_case(media))
            .then_some(Self::Media)
    }
}

fn is_web_page(body: &[u8]) -> bool {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let body = body.trim_ascii_start();
    if body.first() != Some(&b'<') {
        return false;
    }
    let head = body.get(..HEAD).unwrap_or(body).to_ascii_lowercase();
    let has = |tag: &[u8]| head.windows(tag.len()).any(|window| window == tag);
    has(b"<!doctype html") || has(b"<html") || has(b"<body") || has(b"<head")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_page_is_no_document() {
        for page in [
            "<!DOCTYPE html><title>Not found</title>",
            "\u{feff}\n <!-- a comment -->\n<html lang='en'>",
            "<HEAD>",
        ] {
            assert_eq!(
                Answer::received(200, page.into()),
                Answer::Unreachable(Unreachable::WebPage),
                "{page}"
            );
        }
    }

    #[test]
    fn anything_else_is_left_to_its_reader() {
        for (status, body) in [
            (200, "{\"a\": \"<html>\"}"),
            (200, ""),
            (200, "<key/>"),
            (404, "<html>"),
            (410, "<!doctype html>Gone"),
        ] {
            let body = body.as_bytes().to_vec();
            let same = Answer::Response {
                status,
                body: body.clone(),
            };
            assert_eq!(Answer::received(status, body), same);
        }
    }

    #[test]
    fn media_types_that_no_document_has() {
        for (media_type, expected) in [
            ("image/png", Some(Unreachable::Media)),
            (" Video/mp4; codecs=x", Some(Unreachable::Media)),
            ("text/html; charset=utf-8", None),
            ("application/did+ld+json", None),
            ("", None),
        ] {
            assert_eq!(Unreachable::of_media_type(media_type), expected);
        }
    }
}

//! Names for what a person saves.

use crate::carrier::FileKind;

/// The name and the media type of a file with a badge, its exact text say; the name is that of the file
/// that it was found in, with the ending that fits.
///
/// ```
/// use assay::present::badge_file;
/// assert_eq!(badge_file("my badge.png", b"{}"), ("my badge.json".into(), "application/json"));
/// ```
#[must_use]
pub fn badge_file(found_in: &str, text: &[u8]) -> (String, &'static str) {
    let (ending, media_type) = match FileKind::of(text) {
        FileKind::Json => ("json", "application/json"),
        FileKind::Jwt => ("jwt", "application/jwt"),
        FileKind::Png => ("png", "image/png"),
        FileKind::Svg => ("svg", "image/svg+xml"),
        FileKind::Zip => ("zip", "application/zip"),
        _ => ("txt", "text/plain"),
    };
    (format!("{}.{ending}", stem(found_in)), media_type)
}

/// The name and the media type of a picture with a badge in it, from the picture's own name.
#[must_use]
pub fn picture_file(picture: &str, bytes: &[u8]) -> (String, &'static str) {
    let (ending, media_type) = match FileKind::of(bytes) {
        FileKind::Svg => ("svg", "image/svg+xml"),
        _ => ("png", "image/png"),
    };
    (format!("{}-badge.{ending}", stem(picture)), media_type)
}

/// A file's name without its folders and its ending.
fn stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name).trim();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if stem.is_empty() { "badge" } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_by_what_is_in_them() {
        for (found_in, text, name) in [
            ("a.b.svg", &b"{}"[..], "a.b.json"),
            ("all.zip", b"eyJ.e.", "all.jwt"),
            ("folder/a.png", b"https://a.example/1", "a.txt"),
            ("Pasted text", b"{}", "Pasted text.json"),
            (".png", b"{}", "badge.json"),
            ("", b"{}", "badge.json"),
            ("", b"\x89PNG", "badge.png"),
            ("", b"<svg/>", "badge.svg"),
            ("a.json", b"PK\x03\x04", "a.zip"),
        ] {
            assert_eq!(badge_file(found_in, text).0, name);
        }
        assert_eq!(picture_file("logo.svg", b"<svg/>").0, "logo-badge.svg");
        assert_eq!(picture_file("logo", b"\x89PNG").0, "logo-badge.png");
    }
}

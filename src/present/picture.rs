//! Which of an issuer's pictures may be shown, and whom showing one would ask.

/// What to do with a picture's address.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Picture {
    /// The file carries the picture itself.
    Embedded,
    /// Another host would be asked for it, and learn of it.
    Remote,
    /// Neither: another scheme, another type, or too large.
    Unshowable,
}

/// Types that a browser shows in an `<img>` without running anything; a script in an SVG file stays
/// dead there (SVG 2, section 2.2, "secure static mode").
const TYPES: [&str; 7] = ["avif", "gif", "jpeg", "jpg", "png", "svg+xml", "webp"];

/// Characters of a data URL: a picture of three megabytes, in Base64.
const LONGEST: usize = 4 * 1024 * 1024;

/// Tells what kind of address `url` is.
#[must_use]
pub fn picture(url: &str) -> Picture {
    let starts_with = |prefix: &str| {
        url.get(..prefix.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    if starts_with("https://") {
        return Picture::Remote;
    }
    let embedded = starts_with("data:image/")
        && url.len() <= LONGEST
        && url.get("data:image/".len()..).is_some_and(|rest| {
            let kind = rest.split([';', ',']).next().unwrap_or_default();
            TYPES.iter().any(|known| known.eq_ignore_ascii_case(kind))
        });
    if embedded {
        Picture::Embedded
    } else {
        Picture::Unshowable
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_pictures_apart() {
        for (url, expected) in [
            ("data:image/png;base64,AA", Picture::Embedded),
            ("DATA:IMAGE/SVG+XML,<svg/>", Picture::Embedded),
            ("https://example.com/a.png", Picture::Remote),
            ("http://example.com/a.png", Picture::Unshowable),
            ("data:text/html,x", Picture::Unshowable),
            ("data:image/x-icon;base64,AA", Picture::Unshowable),
            ("javascript:alert(1)", Picture::Unshowable),
            ("blob:https://example.com/1", Picture::Unshowable),
            ("é", Picture::Unshowable),
            ("", Picture::Unshowable),
        ] {
            assert_eq!(picture(url), expected, "{url}");
        }
    }

    #[test]
    fn a_picture_that_is_too_large_is_not_shown() {
        let url = format!("data:image/png;base64,{}", "A".repeat(LONGEST));
        assert_eq!(picture(&url), Picture::Unshowable);
    }
}

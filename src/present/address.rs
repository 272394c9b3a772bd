//! Identifiers and links as people should see them.

/// A link that may be followed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Link {
    pub href: String,
}

/// Lets through https, http and mailto; None for every other scheme and for what could pass for
/// one of these after clean-up by a browser.
#[must_use]
pub fn link(href: &str) -> Option<Link> {
    let (scheme, rest) = href.split_once(':')?;
    let fits = match scheme.to_ascii_lowercase().as_str() {
        "https" | "http" => rest.starts_with("//") && rest.len() > 2,
        "mailto" => !rest.is_empty(),
        _ => false,
    };
    let is_clean = |text: &str| !text.chars().any(|c| c.is_control() || c.is_whitespace());
    (fits && is_clean(href)).then(|| Link {
        href: href.to_owned(),
    })
}

/// An identifier in three parts, the middle one being what matters: the domain of a did:web or an
/// address, the start of a key.
#[must_use]
pub fn identifier(id: &str) -> [&str; 3] {
    let split = |before: usize, length: usize| {
        let (head, rest) = id.split_at_checked(before)?;
        let (middle, tail) = rest.split_at_checked(length)?;
        Some([head, middle, tail])
    };
    let until = |rest: &str, ends: &[char]| rest.find(ends).unwrap_or(rest.len());
    let parts = if let Some(rest) = id.strip_prefix("did:web:") {
        split("did:web:".len(), until(rest, &[':', '#', '/', '?']))
    } else if let Some(rest) = id.strip_prefix("did:key:") {
        split("did:key:".len(), rest.len().min(12))
    } else if let Some((scheme, rest)) = id.split_once("://") {
        split(scheme.len() + 3, until(rest, &['/', '?', '#']))
    } else {
        None
    };
    parts.unwrap_or(["", id, ""])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lets_web_and_mail_addresses_through() {
        for href in [
            "https://example.com/a?b#c",
            "HTTP://example.com",
            "mailto:a@example.com",
        ] {
            assert!(link(href).is_some(), "{href}");
        }
    }

    #[test]
    fn lets_nothing_else_through() {
        for href in [
            "javascript:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "https:example.com",
            "https://",
            "//example.com",
            "/a",
            "",
            "vbscript:x",
            "file:///etc",
            "https://example.com/\u{0}",
            "http://exa mple.com",
        ] {
            assert_eq!(link(href), None, "{href}");
        }
    }

    #[test]
    fn brings_out_what_matters() {
        assert_eq!(
            identifier("did:web:example.com:issuers:1"),
            ["did:web:", "example.com", ":issuers:1"]
        );
        assert_eq!(
            identifier("https://a.example/x"),
            ["https://", "a.example", "/x"]
        );
        assert_eq!(
            identifier("did:key:z6MkrJVnaZke"),
            ["did:key:", "z6MkrJVnaZke", ""]
        );
        assert_eq!(identifier("urn:uuid:1"), ["", "urn:uuid:1", ""]);
        assert_eq!(
            identifier("did:key:ééééééééééé"),
            ["did:key:", "éééééé", "ééééé"]
        );
    }
}

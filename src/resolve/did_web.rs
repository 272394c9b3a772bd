//! did:web: the document that a domain serves (did:web Method Specification, "Read").

use std::num::NonZeroU16;

/// Where the document of `did` is served; None for what is no did:web, or one that no public host
/// can serve (an IP address, a path that climbs).
pub(super) fn document_url(did: &str) -> Option<String> {
    let folder = folder(did.strip_prefix("did:web:")?)?;
    // 4. The document's name.
    Some(format!("{folder}/did.json"))
}

/// The folder that a host and a path, with colons between them, stand for; None for what no public
/// host can serve.
pub(super) fn folder(location: &str) -> Option<String> {
    let mut parts = location.split(':');
    // 1. Colons become slashes, and the port's colon is decoded.
    let authority = authority(parts.next()?)?;
    let path: Vec<&str> = parts.collect();
    if !path.iter().all(|segment| is_segment(segment)) {
        return None;
    }
    // 2. and 3. Without a path, the well-known place.
    Some(if path.is_empty() {
        format!("https://{authority}/.well-known")
    } else {
        format!("https://{authority}/{}", path.join("/"))
    })
}

fn authority(text: &str) -> Option<String> {
    let (name, port) = match text.find("%3A").or_else(|| text.find("%3a")) {
        Some(at) => {
            let port: NonZeroU16 = text.get(at + 3..)?.parse().ok()?;
            (text.get(..at)?, format!(":{port}"))
        }
        None => (text, String::new()),
    };
    Some(format!("{}{port}", host(name)?))
}

/// The name of a public host, in lower case; None for an IP address and for what is no name.
pub(super) fn host(name: &str) -> Option<String> {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let last = name.rsplit('.').next()?;
    let is_number = last.bytes().all(|byte| byte.is_ascii_digit()) || last.starts_with("0x");
    (name.len() <= 253 && name.split('.').all(is_label) && !is_number)
        .then(|| name.to_ascii_lowercase())
}

fn is_segment(segment: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._-~".contains(&byte);
    !segment.is_empty() && segment != "." && segment != ".." && segment.bytes().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_methods_examples() {
        for (did, url) in [
            (
                "did:web:w3c-ccg.github.io",
                "https://w3c-ccg.github.io/.well-known/did.json",
            ),
            (
                "did:web:w3c-ccg.github.io:user:alice",
                "https://w3c-ccg.github.io/user/alice/did.json",
            ),
            (
                "did:web:example.com%3A3000:user:alice",
                "https://example.com:3000/user/alice/did.json",
            ),
        ] {
            assert_eq!(document_url(did).as_deref(), Some(url));
        }
    }

    #[test]
    fn refuses_what_is_no_public_host_or_plain_path() {
        for did in [
            "did:web:",
            "did:web:127.0.0.1",
            "did:web:0x7f000001",
            "did:web:example.com:..:x",
            "did:web:example.com::x",
            "did:web:user@example.com",
            "did:web:example.com/x",
            "did:web:example.com%3A99999",
            "did:web:example.com%3A0",
            "did:web:127.0.0.1%3A8080",
            "did:web:%31%32%37.0.0.1",
            "did:web:[::1]",
            "did:web:example.com:a%2Fb",
            "did:web:example.com?x=1",
            "did:key:z6Mk",
            "https://example.com",
        ] {
            assert_eq!(document_url(did), None, "{did}");
        }
    }
}

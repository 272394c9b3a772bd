//! IRIs that can be told at a glance to be well-formed, as most in credentials can.

/// Whether `text` is an IRI (RFC 3987, section 2.2) of a form for which looking at each byte once is
/// enough. Others may be IRIs too.
pub(super) fn is_plain_iri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let is_scheme = scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    let (before, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    // A port and what is before a host have rules of their own.
    let authority = before.strip_prefix("//").unwrap_or_default();
    let authority = authority.split(['/', '?']).next().unwrap_or_default();
    is_scheme
        && !authority.contains([':', '@'])
        && before.bytes().all(is_plain)
        && fragment.bytes().all(is_plain)
}

/// What a path, a query and a fragment can have, other than letters beyond ASCII and percent encoding.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use oxiri::Iri;

    /// Every text of up to six of these characters.
    #[test]
    fn none_is_plain_that_is_no_iri() {
        let mut texts = vec![String::new()];
        let mut plain = 0;
        for _ in 0..6 {
            let longer = texts.iter().flat_map(|text| {
                ["a", "1", ":", "/", "@", "?", "#", "[", ".", " "]
                    .map(|more| format!("{text}{more}"))
            });
            texts = longer.collect();
            for text in texts.iter().filter(|text| is_plain_iri(text)) {
                assert!(Iri::parse(text.as_str()).is_ok(), "{text}");
                plain += 1;
            }
        }
        assert!(plain > 5_000, "{plain}");
    }

    #[test]
    fn what_credentials_have_is_plain() {
        for text in [
            "https://www.w3.org/2018/credentials#VerifiableCredential",
            "urn:uuid:00000000-0000-4000-8000-000000000000",
            "did:key:z6Mk#z6Mk",
            "mailto:someone@example.org",
            "https://badges.example/assertions/1?of=2&as=3#skills",
        ] {
            assert!(is_plain_iri(text), "{text}");
        }
    }
}

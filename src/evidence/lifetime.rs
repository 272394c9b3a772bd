//! How long an answer may be used again (RFC 9111, section 4.2).

/// Seconds where the host states nothing. Whether a badge was withdrawn may change at any time; five
/// minutes is what Bitstring Status List 1.0 (section 2.2, `ttl`) takes for its lists.
const UNSTATED: u32 = 300;
/// Seconds that are believed at most: a tab can stay open for weeks.
const LONGEST: u32 = 24 * 60 * 60;

/// The seconds for which an answer may be used again, from its `Cache-Control` header and, where that
/// says nothing of it, from the seconds that its `Expires` header leaves.
#[must_use]
pub fn lifetime(cache_control: Option<&str>, expires_in: Option<i64>) -> u32 {
    let directives = cache_control.unwrap_or_default().split(',');
    let mut stated = None;
    for directive in directives {
        let (name, value) = directive.split_once('=').unwrap_or((directive, ""));
        match name.trim().to_ascii_lowercase().as_str() {
            "no-store" | "no-cache" => return 0,
            // Twice, or what is no number: the strictest reading (section 4.2.1).
            "max-age" => {
                let seconds = value.trim().trim_matches('"').parse().unwrap_or(0);
                stated = Some(stated.map_or(seconds, |before: u32| before.min(seconds)));
            }
            _ => {}
        }
    }
    let expires = expires_in.map(|seconds| u32::try_from(seconds.max(0)).unwrap_or(u32::MAX));
    stated.or(expires).unwrap_or(UNSTATED).min(LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_by_what_the_host_states() {
        for (cache_control, expires_in, expected) in [
            (None, None, 300),
            (Some("public, max-age=60"), None, 60),
            (Some("MAX-AGE=\"60\""), Some(900), 60),
            (Some("max-age=60, max-age=30"), None, 30),
            (Some("max-age=soon"), None, 0),
            (Some("max-age=99999999999"), None, 0),
            (Some("max-age=4000000000"), None, 86_400),
            (Some("no-store"), Some(900), 0),
            (Some("max-age=60, no-cache"), None, 0),
            (Some("public"), Some(900), 900),
            (None, Some(-5), 0),
        ] {
            assert_eq!(
                lifetime(cache_control, expires_in),
                expected,
                "{cache_control:?} {expires_in:?}"
            );
        }
    }
}

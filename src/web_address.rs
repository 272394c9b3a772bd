//! Web addresses, written in one way, so that they can be compared (RFC 3986, section 6.2.2).

use oxiri::Iri;

/// An `http` or `https` address without anything that two readers could take differently.
///
/// ```
/// use assay::WebAddress;
/// let address = WebAddress::parse("HTTPS://Badges.Example:443/a?b#c").unwrap();
/// assert_eq!(address.to_string(), "https://badges.example/a?b");
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct WebAddress {
    /// `https://host[:port]`, in lower case, without the scheme's usual port.
    origin: String,
    host: String,
    /// With the query, without the fragment.
    path: String,
}

impl WebAddress {
    /// Reads an address.
    ///
    /// None for other schemes, for a user's name or password, for a host that is not ASCII, and for
    /// a path with dot segments or with encoded dots and slashes, which servers read differently.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let iri = Iri::parse(text).ok()?;
        let scheme = iri.scheme().to_ascii_lowercase();
        let usual_port = match scheme.as_str() {
            "http" => ":80",
            "https" => ":443",
            _ => return None,
        };
        let authority = iri.authority()?.to_ascii_lowercase();
        if authority.contains(['@', '%']) || !authority.is_ascii() {
            return None;
        }
        let authority = authority.strip_suffix(usual_port).unwrap_or(&authority);
        let authority = authority.strip_suffix(':').unwrap_or(authority);
        let host = match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
            _ => authority,
        };
        if host.is_empty() || !is_plain_path(iri.path()) {
            return None;
        }
        let path = match iri.path() {
            "" => "/",
            path => path,
        };
        let query = iri.query().map(|query| format!("?{query}"));
        Some(Self {
            origin: format!("{scheme}://{authority}"),
            host: host.to_owned(),
            path: format!("{path}{}", query.unwrap_or_default()),
        })
    }

    /// The host, without a port.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The host, with a port that is not the scheme's usual one.
    #[must_use]
    pub fn authority(&self) -> &str {
        let authority = self.origin.split_once("://");
        authority.map_or(&*self.host, |(_, authority)| authority)
    }

    /// Whether both have the same scheme, host and port (RFC 6454, section 5).
    #[must_use]
    pub fn has_origin_of(&self, other: &Self) -> bool {
        self.origin == other.origin
    }

    /// Whether this address begins with `prefix`, origin and all.
    #[must_use]
    pub fn starts_with(&self, prefix: &Self) -> bool {
        self.has_origin_of(prefix) && self.path.starts_with(&prefix.path)
    }
}

/// Whether two identifiers are one address, however it is written.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let addresses = (WebAddress::parse(one), WebAddress::parse(other));
    one == other || matches!(addresses, (Some(one), Some(other)) if one == other)
}

impl std::fmt::Display for WebAddress {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}{}", self.origin, self.path)
    }
}

fn is_plain_path(path: &str) -> bool {
    let lowercase = path.to_ascii_lowercase();
    let is_ambiguous = ["%2e", "%2f", "%5c"]
        .iter()
        .any(|code| lowercase.contains(code));
    !is_ambiguous && !path.split('/').any(|segment| matches!(segment, "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> WebAddress {
        WebAddress::parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn writes_equal_addresses_alike() {
        for (text, normal) in [
            ("https://example.org", "https://example.org/"),
            ("https://EXAMPLE.org:443/A", "https://example.org/A"),
            ("http://example.org:80/", "http://example.org/"),
            ("https://example.org:8443/a", "https://example.org:8443/a"),
            ("https://[2001:db8::1]:443/", "https://[2001:db8::1]/"),
        ] {
            assert_eq!(address(text).to_string(), normal);
        }
        assert_eq!(address("https://example.org:8443/a").host(), "example.org");
        assert_eq!(
            address("https://example.org:8443/a").authority(),
            "example.org:8443"
        );
        assert_eq!(
            address("https://example.org:443/").authority(),
            "example.org"
        );
        assert_eq!(address("https://[2001:db8::1]/").host(), "[2001:db8::1]");
    }

    #[test]
    fn refuses_what_can_be_read_in_two_ways() {
        for text in [
            "",
            "/a",
            "urn:uuid:1",
            "ftp://example.org/",
            "https://",
            "https:///a",
            "https://good.example@evil.example/",
            "https://example.org/a/../b",
            "https://example.org/a/%2e%2E/b",
            "https://example.org/a%2Fb",
            "https://example.org\\@evil.example/",
            "https://exa mple.org/",
            "https://ex%61mple.org/",
            "https://b\u{fc}cher.example/",
        ] {
            assert_eq!(WebAddress::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_prefix_ends_no_sooner_than_the_host() {
        let prefix = address("https://example.org");
        assert!(address("https://example.org/a").starts_with(&prefix));
        assert!(!address("https://example.org.evil.example/a").starts_with(&prefix));
        assert!(!address("http://example.org/a").starts_with(&prefix));
        assert!(!address("https://example.org:8443/a").starts_with(&prefix));
        let folder = address("https://example.org/issuers/1/");
        assert!(address("https://example.org/issuers/1/a").starts_with(&folder));
        assert!(!address("https://example.org/issuers/11/a").starts_with(&folder));
    }
}

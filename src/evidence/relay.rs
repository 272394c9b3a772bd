//! Relays: hosts that fetch a document for those whose browser is not allowed to read it.

use crate::percent_encoding::percent_encoded;
use crate::web_address::WebAddress;

/// Where the address of the wanted document goes in a relay's own.
const PLACE: &str = "{url}";

/// A relay, by the template of its addresses.
///
/// Whoever runs it sees which documents are asked for, and could alter them.
///
/// ```
/// use assay::evidence::Relay;
/// let relay = Relay::parse("https://relay.example/?url={url}").unwrap();
/// assert_eq!(relay.host(), "relay.example");
/// assert_eq!(
///     relay.address("https://a.example/b?c"),
///     "https://relay.example/?url=https%3A%2F%2Fa.example%2Fb%3Fc",
/// );
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Relay {
    before: String,
    after: String,
    host: String,
}

impl Relay {
    /// Reads a template: a web address with `{url}` once, in its path or query, in the place of the
    /// wanted document's address. None for anything else.
    #[must_use]
    pub fn parse(template: &str) -> Option<Self> {
        let (before, after) = template.trim().split_once(PLACE)?;
        let address = WebAddress::parse(&format!("{before}x{after}"))?;
        // The host must not depend on the document.
        let host = WebAddress::parse(before)?;
        (host.has_origin_of(&address) && !after.contains(PLACE)).then(|| Self {
            before: before.to_owned(),
            after: after.to_owned(),
            host: host.authority().to_owned(),
        })
    }

    /// Its host, with a port that is not the usual one.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The address at which it gives the document at `url`.
    #[must_use]
    pub fn address(&self, url: &str) -> String {
        format!("{}{}{}", self.before, percent_encoded(url), self.after)
    }
}

/// The template.
impl std::fmt::Display for Relay {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}{PLACE}{}", self.before, self.after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_no_template() {
        for template in [
            "",
            "https://relay.example/",
            "{url}",
            "https://{url}/",
            "https://relay.example{url}",
            "https://relay.{url}.example/",
            "https://relay.example:{url}/",
            "https://relay.example/{url}/{url}",
            "ftp://relay.example/{url}",
        ] {
            assert_eq!(Relay::parse(template), None, "{template}");
        }
    }

    #[test]
    fn an_address_stays_one_parameter() {
        let relay = Relay::parse(" https://relay.example:8443/get?url={url}&raw=1 ").unwrap();
        assert_eq!(relay.host(), "relay.example:8443");
        assert_eq!(
            relay.address("https://a.example/?b=c&d=é"),
            "https://relay.example:8443/get?url=https%3A%2F%2Fa.example%2F%3Fb%3Dc%26d%3D%C3%A9&raw=1"
        );
        let template = "https://relay.example:8443/get?url={url}&raw=1";
        assert_eq!(relay.to_string(), template);
    }
}

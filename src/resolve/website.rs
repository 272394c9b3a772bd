//! Identifiers that are web addresses: what can be asked for there, and where the website's keys are
//! (Open Badges 3.0, "Verifying Credentials: Recommended Practices").

use super::did_web::host;
use super::{ControlledDocument, Resolver, jwk_set};
use crate::evidence::Purpose;
use crate::reason::Reason;

impl Resolver<'_> {
    /// The set of keys at the website of an https identifier.
    pub(super) fn jwk_set(&self, signer: &str) -> Result<ControlledDocument, Reason> {
        let Some(authority) = authority(signer) else {
            let issuer = signer.to_owned();
            return Err(Reason::UnsupportedIssuer { issuer });
        };
        let url = format!("https://{authority}/.well-known/jwks.json");
        let json = self.inquiry.json(&url, self.purpose(Purpose::JwkSet))?;
        jwk_set::read(&json, &url, signer).ok_or(Reason::MalformedDocument { url })
    }
}

/// Whether there is something to ask for, on a public host and in a way that nobody on the way can
/// alter.
pub(super) fn is_address(id: &str) -> bool {
    authority(id).is_some()
}

/// The host of an https address, and its port; None for other addresses, and for one that no public
/// host can serve.
fn authority(address: &str) -> Option<String> {
    let rest = address.strip_prefix("https://")?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let (name, port) = match authority.split_once(':') {
        Some((name, port)) => (name, format!(":{}", port.parse::<u16>().ok()?)),
        None => (authority, String::new()),
    };
    Some(format!("{}{port}", host(name)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_public_host() {
        for (address, expected) in [
            ("https://a.example/issuers/1", Some("a.example")),
            ("https://A.example:8443?x", Some("a.example:8443")),
            ("http://a.example", None),
            ("https://", None),
            ("https://user@a.example/", None),
            ("https://a.example:x/", None),
            ("https://127.0.0.1/", None),
            ("https://[::1]/", None),
            ("https://a.example\\@b.example/", None),
            ("did:web:a.example", None),
        ] {
            assert_eq!(authority(address).as_deref(), expected, "{address}");
        }
    }
}

//! Registries that are federations (`oidf` in lists of registries): one is asked about each issuer
//! by itself, and answers with a signed statement (OpenID Federation 1.0, section 8.1, "Fetch").
//!
//! The registry learns which issuer's badge is being checked.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::consultation::Consultation;
use super::statement::{EntityConfiguration, StatementError};
use super::test_registry::{is_at_a_test_address, is_for_tests};
use super::{Answer, Entry, NoAnswer};
use crate::evidence::Purpose;
use crate::reason::Unobtained;
use crate::web_address::WebAddress;

/// The trust anchor of a federation.
pub(super) struct Anchor {
    configuration: EntityConfiguration,
    /// Where it is asked about its members.
    fetch_endpoint: String,
}

impl Anchor {
    /// Reads the anchor's statement about itself, which stands at `url`.
    pub fn read(url: &str, consultation: &Consultation<'_>) -> Result<Self, NoAnswer> {
        let body = consultation.body(url, Purpose::EntityConfiguration)?;
        let configuration =
            EntityConfiguration::verify(body, url, consultation).map_err(NoAnswer::Statement)?;
        // Section 5.1.1: https, and no fragment.
        let name = "federation_fetch_endpoint";
        let endpoint = text(&configuration.metadata, "federation_entity", name);
        let endpoint = endpoint.filter(|url| url.starts_with("https://") && !url.contains('#'));
        let fetch_endpoint = endpoint
            .filter(|url| WebAddress::parse(url).is_some())
            .ok_or(NoAnswer::Statement(StatementError::Claim { name }))?;
        Ok(Self {
            fetch_endpoint,
            configuration,
        })
    }

    /// Whether it says of itself that it is for tests.
    pub fn is_for_tests(&self) -> bool {
        let metadata = &self.configuration.metadata;
        let name = text(metadata, "federation_entity", "organization_name");
        name.is_some_and(|name| is_for_tests(&name)) || is_at_a_test_address(&self.fetch_endpoint)
    }

    /// Looks up what it states about `issuer`.
    pub fn find(&self, issuer: &str, consultation: &Consultation<'_>) -> Answer {
        let url = self.statement_url(issuer);
        let limit = consultation.bounds().url_octets;
        if url.len() > limit {
            return Err(NoAnswer::LongAddress { limit });
        }
        let body = match consultation.answer(&url, Purpose::EntityStatement)? {
            (200, body) => body,
            // Section 8.9, `not_found`.
            (404, _) => return Ok(None),
            (status, _) => return Err(NoAnswer::Unobtained(Unobtained::Status(status))),
        };
        let configuration = &self.configuration;
        let metadata = configuration.verify_subordinate(body, issuer, consultation);
        let entry = metadata.and_then(|metadata| entry(issuer, &metadata));
        entry.map(Some).map_err(NoAnswer::Statement)
    }

    /// Section 8.1.1: the subject as a parameter of the query.
    fn statement_url(&self, subject: &str) -> String {
        let joint = if self.fetch_endpoint.contains('?') {
            '&'
        } else {
            '?'
        };
        let mut url = format!("{}{joint}sub=", self.fetch_endpoint);
        for byte in subject.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                    url.push(char::from(byte));
                }
                // Writing to a string cannot fail.
                _ => _ = write!(url, "%{byte:02X}"),
            }
        }
        url
    }
}

/// What a statement's metadata says of an issuer (section 5.2.2, "Informational Metadata", and the
/// names that registries of issuers use besides).
fn entry(issuer: &str, metadata: &Map<String, Value>) -> Result<Entry, StatementError> {
    let own = |name| text(metadata, "federation_entity", name);
    let name = "organization_name";
    Ok(Entry {
        id: issuer.to_owned(),
        name: own(name)
            .or_else(|| own("display_name"))
            .ok_or(StatementError::Claim { name })?,
        legal_name: text(metadata, "institution_additional_information", "legal_name"),
        url: own("homepage_uri").or_else(|| own("organization_uri")),
        logo: own("logo_uri"),
    })
}

/// A text that is not blank, of one kind of metadata.
fn text(metadata: &Map<String, Value>, kind: &str, name: &str) -> Option<String> {
    let text = metadata.get(kind)?.get(name)?.as_str()?;
    (!text.trim().is_empty()).then(|| text.to_owned())
}

//! Which form of a document a host is asked for, where it has several.

use super::Purpose;

impl Purpose {
    /// The value of the header `Accept` (RFC 9110, section 12.5.1): the document's own media types
    /// before JSON, and whatever there is after it.
    ///
    /// It has at most 128 bytes and no byte that CORS calls unsafe, since a host would otherwise have
    /// to answer a request before the request (Fetch, section 2.2.2, "CORS-safelisted request-header").
    #[must_use]
    pub fn accept(self) -> &'static str {
        match self {
            // DID Core 1.0, section 6, and DID 1.1.
            Self::DidDocument | Self::HolderDidDocument | Self::StatusListKeys => {
                "application/did+ld+json, application/did+json, application/did, application/json, */*;q=0.1"
            }
            // OpenID Federation 1.0, sections 8.1.2 and 9.2.
            Self::EntityConfiguration | Self::EntityStatement => {
                "application/entity-statement+jwt, */*;q=0.1"
            }
            // RFC 7517, section 8.5; Open Badges 3.0's recommended practices.
            Self::JwkSet => "application/jwk-set+json, application/json, */*;q=0.1",
            // VC Data Model 2.0, section 6, and Securing VCs using JOSE and COSE, section 6.
            Self::Refresh => {
                "application/vc, application/vc+jwt, application/ld+json, application/json, */*;q=0.1"
            }
            // Token Status List, section 8.1; the others are credentials.
            Self::StatusList => {
                "application/statuslist+jwt, application/vc+jwt, application/vc, application/ld+json, application/json, */*;q=0.1"
            }
            // Badge sites show people a page, and JSON to those who say that they want it.
            Self::Assertion
            | Self::BadgeClass
            | Self::ControllerDocument
            | Self::DidLog
            | Self::IssuerProfile
            | Self::Key
            | Self::KnownRegistries
            | Self::Registry
            | Self::RevocationList
            | Self::Schema
            | Self::WitnessProofs => Self::ANY,
        }
    }

    /// The same where it is not known what is there.
    pub(crate) const ANY: &'static str = "application/ld+json, application/json, */*;q=0.1";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_host_has_to_answer_before_the_request() {
        for purpose in Purpose::ALL {
            let accept = purpose.accept();
            assert!(accept.len() <= 128, "{accept}");
            let is_safe =
                |byte: u8| (0x20..0x7f).contains(&byte) && !b"\"():<>?@[\\]{}".contains(&byte);
            assert!(accept.bytes().all(is_safe), "{accept}");
            // Hosts that know none of these still answer.
            assert!(accept.ends_with("*/*;q=0.1"), "{accept}");
        }
    }

    #[test]
    fn lists_and_statements_by_their_own_names() {
        for (purpose, first) in [
            (Purpose::StatusList, "application/statuslist+jwt"),
            (Purpose::JwkSet, "application/jwk-set+json"),
            (Purpose::EntityStatement, "application/entity-statement+jwt"),
            (Purpose::Assertion, "application/ld+json"),
        ] {
            assert!(purpose.accept().starts_with(first));
        }
    }
}

//! Which registries are for tests, where their list does not say so.
//!
//! The Consortium's list has registries for tests beside the real ones and tells them apart by names
//! and addresses alone ("DCC Sandbox Registry", `https://test.registry…`, `https://staging…`). Words
//! are a rough measure, so they only ever take something away: a registry that is wrongly taken for
//! one of these lists nobody, and none becomes a real one by its words.

use crate::web_address::WebAddress;

/// What words begin with that say so.
const BEGINNINGS: [&str; 5] = ["develop", "playground", "sandbox", "staging", "test"];
/// Words that say so by themselves.
const WORDS: [&str; 4] = ["demo", "dev", "preview", "stage"];

/// Whether a name is one of a registry for tests.
pub(super) fn is_for_tests(name: &str) -> bool {
    let name = name.to_lowercase();
    let mut words = name.split(|letter: char| !letter.is_alphanumeric());
    words
        .any(|word| WORDS.contains(&word) || BEGINNINGS.iter().any(|start| word.starts_with(start)))
}

/// Whether an address is one of a registry for tests. The top-level domain says nothing: `.dev` is
/// one like any other.
pub(super) fn is_at_a_test_address(url: &str) -> bool {
    let Some(address) = WebAddress::parse(url) else {
        return false;
    };
    let address = address.to_string();
    let after_host = |rest: &str| rest.find(['/', ':']).unwrap_or(rest.len());
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    let (authority, path) = rest.split_at(after_host(rest));
    let labels = authority.rsplit_once('.').map_or("", |(labels, _)| labels);
    is_for_tests(labels) || is_for_tests(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_registries_for_tests() {
        for (name, expected) in [
            ("Credential Engine Test Issuer Registry", true),
            ("DCC Sandbox Registry", true),
            ("Digital Credentials Consortium (TEST)", true),
            ("Testing Registry", true),
            ("dev-registry", true),
            ("Staging", true),
            ("DCC Member Registry", false),
            ("DCC Community Registry", false),
            (
                "Registry of Attestations, Contests and Latest Devices",
                false,
            ),
            ("", false),
        ] {
            assert_eq!(is_for_tests(name), expected, "{name}");
        }
    }

    #[test]
    fn addresses_of_registries_for_tests() {
        for (url, expected) in [
            (
                "https://test.registry.dcconsortium.org/.well-known/openid-federation",
                true,
            ),
            (
                "https://staging.opensalt.net/issuer-registry/governance",
                true,
            ),
            (
                "https://sandbox-issuer.myskillspocket.com/registry.json",
                true,
            ),
            (
                "https://digitalcredentials.github.io/sandbox-registry/registry.json",
                true,
            ),
            ("https://a.example/dev/registry.json", true),
            (
                "https://registry.dcconsortium.org/.well-known/openid-federation",
                false,
            ),
            (
                "https://digitalcredentials.github.io/dcc-registry/registry.json",
                false,
            ),
            ("https://registry.dev/issuers.json", false),
            ("https://registry.dev:8443/", false),
            ("no address", false),
        ] {
            assert_eq!(is_at_a_test_address(url), expected, "{url}");
        }
    }
}

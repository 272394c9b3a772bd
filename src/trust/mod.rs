//! Registries of issuers: who says who an issuer is.

use serde::Deserialize;

use crate::report::Listing;

/// A list of issuers that somebody keeps, and that the person, page or company who checks trusts.
///
/// As JSON: `{"name": …, "test": false, "issuers": [{"id": …, "name": …, "url": …}]}`, `test` and
/// `url` being optional.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Registry {
    pub name: String,
    /// A test or sandbox registry: shown, and never counted.
    #[serde(default)]
    pub test: bool,
    pub issuers: Vec<Entry>,
}

/// One issuer, as the registry knows it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The issuer's identifier, to the letter.
    pub id: String,
    pub name: String,
    pub url: Option<String>,
}

/// A text that is no registry.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NotARegistry {
    /// The reader's own words, with line and column.
    pub problem: String,
}

impl Registry {
    /// Reads a registry from JSON.
    ///
    /// # Errors
    /// [`NotARegistry`] for anything of another form, members that are not known among it.
    pub fn parse(json: &[u8]) -> Result<Self, NotARegistry> {
        serde_json::from_slice(json).map_err(|error| NotARegistry {
            problem: error.to_string(),
        })
    }

    fn entry(&self, issuer: &str) -> Option<&Entry> {
        self.issuers.iter().find(|entry| entry.id == issuer)
    }
}

/// What registries know of an issuer.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Lookup {
    /// The entries that count.
    pub listings: Vec<Listing>,
    /// The test registries that list it.
    pub test_registries: Vec<String>,
}

/// Looks `issuer` up in each of `registries`.
#[must_use]
pub fn look_up(issuer: &str, registries: &[Registry]) -> Lookup {
    let mut lookup = Lookup::default();
    for registry in registries {
        match registry.entry(issuer) {
            Some(_) if registry.test => lookup.test_registries.push(registry.name.clone()),
            Some(entry) => lookup.listings.push(Listing {
                registry: registry.name.clone(),
                name: entry.name.clone(),
                url: entry.url.clone(),
            }),
            None => {}
        }
    }
    lookup
}

#[cfg(test)]
mod tests {
    use super::*;

    fn registry(test: bool) -> Registry {
        let json = format!(
            r#"{{"name": "R", "test": {test}, "issuers": [{{"id": "did:web:a.example", "name": "A"}}]}}"#
        );
        Registry::parse(json.as_bytes()).unwrap()
    }

    #[test]
    fn finds_an_issuer_by_its_exact_identifier() {
        let registries = [registry(false)];
        assert_eq!(look_up("did:web:a.example", &registries).listings.len(), 1);
        for other in [
            "did:web:a.example.org",
            "did:web:A.example",
            "did:web:a.exampl",
            "",
        ] {
            assert_eq!(look_up(other, &registries), Lookup::default());
        }
    }

    #[test]
    fn a_test_registry_never_counts() {
        let lookup = look_up("did:web:a.example", &[registry(true)]);
        assert!(lookup.listings.is_empty());
        assert_eq!(lookup.test_registries, ["R"]);
    }

    #[test]
    fn refuses_members_that_it_does_not_know() {
        let json = br#"{"name": "R", "issuers": [], "trusted": true}"#;
        assert!(Registry::parse(json).is_err());
    }
}

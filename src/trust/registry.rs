//! A list of issuers that any page or company can keep, as a JSON file.
//!
//! `registry.schema.json`, beside this file, describes it as a JSON Schema:
//!
//! ```json
//! {
//!   "name": "Northfield's partners",
//!   "issuers": [
//!     {
//!       "id": "did:web:badges.example",
//!       "name": "Badges Ltd",
//!       "legal_name": "Badges Limited",
//!       "url": "https://badges.example",
//!       "logo": "data:image/png;base64,iVBORw0KGgo="
//!     }
//!   ]
//! }
//! ```

use serde::de::{Deserializer, Unexpected};
use serde::{Deserialize, de};

/// A list of issuers that somebody keeps, and that the person, page or company who checks trusts.
///
/// As JSON: `name`, `issuers`, and optionally `test`. Members that are not known are refused.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Registry {
    #[serde(deserialize_with = "filled")]
    pub name: String,
    /// A test or sandbox registry: shown, and never counted.
    #[serde(default)]
    pub test: bool,
    pub issuers: Vec<Entry>,
}

/// One issuer, as a registry knows it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The issuer's identifier, to the letter.
    #[serde(deserialize_with = "filled")]
    pub id: String,
    /// What it is called.
    #[serde(deserialize_with = "filled")]
    pub name: String,
    /// What it is called by law, where that differs.
    #[serde(default, deserialize_with = "filled_option")]
    pub legal_name: Option<String>,
    /// Its own website.
    pub url: Option<String>,
    /// Its logo: a picture as a data: URL, or at an https address.
    #[serde(default, deserialize_with = "picture")]
    pub logo: Option<String>,
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
    /// [`NotARegistry`] for anything of another form, members that are not known and empty names among
    /// it.
    pub fn parse(json: &[u8]) -> Result<Self, NotARegistry> {
        serde_json::from_slice(json).map_err(|error| NotARegistry {
            problem: error.to_string(),
        })
    }

    /// The first entry with exactly this identifier.
    #[must_use]
    pub fn entry(&self, issuer: &str) -> Option<&Entry> {
        self.issuers.iter().find(|entry| entry.id == issuer)
    }
}

/// Text that is not blank: a name is shown in its place.
fn filled<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    match text.trim() {
        "" => Err(refused(&text, &"text that is not blank")),
        _ => Ok(text),
    }
}

fn filled_option<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    filled(deserializer).map(Some)
}

fn picture<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let url = String::deserialize(deserializer)?;
    match ["data:image/", "https://"]
        .iter()
        .any(|start| url.starts_with(start))
    {
        true => Ok(Some(url)),
        false => Err(refused(&url, &"a data:image/ URL or an https address")),
    }
}

fn refused<E: de::Error>(text: &str, expected: &dyn de::Expected) -> E {
    E::invalid_value(Unexpected::Str(text), expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_members_that_it_does_not_know() {
        let json = br#"{"name": "R", "issuers": [], "trusted": true}"#;
        assert!(Registry::parse(json).is_err());
    }

    #[test]
    fn says_where_a_blank_name_stands() {
        let json = br#"{"name": "R", "issuers": [{"id": "did:web:a.example", "name": " "}]}"#;
        let problem = Registry::parse(json).unwrap_err().problem;
        assert!(problem.contains("text that is not blank"), "{problem}");
        assert!(problem.contains("line 1 column"), "{problem}");
    }
}

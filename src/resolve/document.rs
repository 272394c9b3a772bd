//! Controlled identifier documents, DID documents among them (Controlled Identifiers 1.0, section
//! 2).

use serde_json::{Map, Value};

use super::material;
use super::method::{Relationship, VerificationMethod};
use crate::reason::IssuerMethod;
use crate::timestamp::Timestamp;

/// The keys that one identifier's controller publishes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ControlledDocument {
    pub id: String,
    pub methods: Vec<VerificationMethod>,
    /// The URLs of methods that it lists by reference, and that stand in other documents.
    pub references: Vec<(Relationship, String)>,
}

impl ControlledDocument {
    /// Reads a document; methods that are not objects with an `id` are passed over.
    ///
    /// None for what is no document: no object, no `id`, two different methods of one `id`, or a
    /// date of revocation or expiry that cannot be read.
    #[must_use]
    pub fn read(json: &Value) -> Option<Self> {
        let document = json.as_object()?;
        let id = document.get("id")?.as_str()?.to_owned();
        let listed_by = kind(&id);
        let mut methods: Vec<VerificationMethod> = Vec::new();
        let listed = Relationship::ALL.iter().flat_map(|relationship| {
            let entries = list(document, relationship.name()).into_iter();
            entries.map(|entry| (Some(*relationship), entry))
        });
        let entries = list(document, "verificationMethod").into_iter();
        for (listed, entry) in entries.map(|entry| (None, entry)).chain(listed) {
            let Some(entry) = entry.as_object() else {
                continue;
            };
            let Some(method_id) = member(entry, "id") else {
                continue;
            };
            let method_id = absolute(method_id, &id);
            let is_for = |relationship: Relationship| {
                let mut entries = list(document, relationship.name()).into_iter();
                let refers = |url: &str| absolute(url, &id) == method_id;
                listed == Some(relationship)
                    || entries.any(|entry| entry.as_str().is_some_and(refers))
            };
            let method = VerificationMethod {
                controller: member(entry, "controller").unwrap_or_default().to_owned(),
                document: id.clone(),
                listed_by,
                key: material::key(entry),
                for_assertions: is_for(Relationship::AssertionMethod),
                for_authentication: is_for(Relationship::Authentication),
                revoked: date(entry, "revoked")?,
                expires: date(entry, "expires")?,
                id: method_id,
            };
            match methods.iter_mut().find(|known| known.id == method.id) {
                None => methods.push(method),
                Some(known) if known.key == method.key && known.controller == method.controller => {
                    known.for_assertions |= method.for_assertions;
                    known.for_authentication |= method.for_authentication;
                    known.revoked = earlier(known.revoked, method.revoked);
                    known.expires = earlier(known.expires, method.expires);
                }
                Some(_) => return None,
            }
        }
        let references = Relationship::ALL.iter().flat_map(|relationship| {
            let entries = list(document, relationship.name()).into_iter();
            let urls = entries.filter_map(Value::as_str);
            urls.map(|url| (*relationship, absolute(url, &id)))
        });
        let is_elsewhere =
            |(_, url): &(Relationship, String)| methods.iter().all(|method| method.id != *url);
        let references = references.filter(is_elsewhere).collect();
        Some(Self {
            id,
            methods,
            references,
        })
    }

    /// Whether it lists a method of another document for this.
    #[must_use]
    pub fn refers_to(&self, url: &str, relationship: Relationship) -> bool {
        let mut references = self.references.iter();
        references.any(|(listed, own)| *listed == relationship && own == url)
    }

    /// Whether it lists any method at all.
    #[must_use]
    pub fn lists_any(&self) -> bool {
        !self.methods.is_empty() || !self.references.is_empty()
    }

    /// The method whose identifier is exactly `url`.
    #[must_use]
    pub fn method(&self, url: &str) -> Option<VerificationMethod> {
        self.methods.iter().find(|method| method.id == url).cloned()
    }
}

/// What a document with this identifier is.
fn kind(id: &str) -> IssuerMethod {
    let methods = [
        ("did:jwk:", IssuerMethod::DidJwk),
        ("did:key:", IssuerMethod::DidKey),
        ("did:web:", IssuerMethod::DidWeb),
        ("did:webvh:", IssuerMethod::DidWebvh),
    ];
    let method = methods.iter().find(|(prefix, _)| id.starts_with(prefix));
    method.map_or(IssuerMethod::ControllerDocument, |(_, method)| *method)
}

fn list<'a>(object: &'a Map<String, Value>, name: &str) -> Vec<&'a Value> {
    match object.get(name) {
        Some(Value::Array(items)) => items.iter().collect(),
        Some(single) => vec![single],
        None => Vec::new(),
    }
}

fn member<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    object.get(name).and_then(Value::as_str)
}

/// A fragment alone is relative to its document (DID Core 1.0, section 3.2.2).
fn absolute(url: &str, document: &str) -> String {
    if url.starts_with('#') {
        format!("{document}{url}")
    } else {
        url.to_owned()
    }
}

fn earlier(one: Option<Timestamp>, other: Option<Timestamp>) -> Option<Timestamp> {
    one.into_iter().chain(other).min()
}

/// Some(None) where there is no such date, None where it cannot be read.
fn date(object: &Map<String, Value>, name: &str) -> Option<Option<Timestamp>> {
    match object.get(name) {
        None => Some(None),
        Some(value) => Timestamp::parse(value.as_str()?).ok().map(Some),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const KEY: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    const OTHER: &str = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";

    fn method(id: &str, key: &str) -> Value {
        json!({"id": id, "type": "Multikey", "controller": "did:web:a.example", "publicKeyMultibase": key})
    }

    fn read(assertion: Value, methods: Value) -> Option<ControlledDocument> {
        ControlledDocument::read(&json!({
            "id": "did:web:a.example", "assertionMethod": assertion, "verificationMethod": methods,
        }))
    }

    #[test]
    fn lists_a_method_for_assertions_by_reference_or_in_place() {
        let by_reference = read(json!("#k"), json!([method("did:web:a.example#k", KEY)])).unwrap();
        let in_place = read(json!([method("#k", KEY)]), json!([])).unwrap();
        assert_eq!(by_reference, in_place);
        assert!(
            in_place
                .method("did:web:a.example#k")
                .unwrap()
                .for_assertions
        );
    }

    #[test]
    fn keeps_a_method_that_is_not_for_assertions_apart() {
        let document = read(json!([]), json!([method("#k", KEY)])).unwrap();
        assert!(
            !document
                .method("did:web:a.example#k")
                .unwrap()
                .for_assertions
        );
    }

    #[test]
    fn tells_what_a_method_is_listed_for() {
        let document = ControlledDocument::read(&json!({
            "id": "did:web:a.example",
            "verificationMethod": [method("#a", KEY), method("#b", OTHER)],
            "assertionMethod": ["#a"],
            "authentication": ["did:web:a.example#b", method("#c", KEY)],
        }));
        let document = document.unwrap();
        for (name, asserts, authenticates) in
            [("a", true, false), ("b", false, true), ("c", false, true)]
        {
            let method = document.method(&format!("did:web:a.example#{name}"));
            let method = method.unwrap();
            let is_for = [Relationship::AssertionMethod, Relationship::Authentication]
                .map(|relationship| method.is_for(relationship));
            assert_eq!(is_for, [asserts, authenticates], "{name}");
        }
    }

    #[test]
    fn refuses_two_keys_of_one_name() {
        assert_eq!(
            read(json!([method("#k", OTHER)]), json!([method("#k", KEY)])),
            None
        );
    }

    #[test]
    fn refuses_a_revocation_that_it_cannot_read() {
        let mut revoked = method("#k", KEY);
        revoked["revoked"] = json!("last week");
        assert_eq!(read(json!([revoked]), json!([])), None);
    }

    #[test]
    fn the_earlier_revocation_counts() {
        let mut revoked = method("#k", KEY);
        revoked["revoked"] = json!("2020-01-01T00:00:00Z");
        let document = read(json!([method("#k", KEY)]), json!([revoked])).unwrap();
        let expected = Timestamp::parse("2020-01-01T00:00:00Z").ok();
        assert_eq!(
            document.method("did:web:a.example#k").unwrap().revoked,
            expected
        );
    }
}

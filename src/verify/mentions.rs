//! Whether a signature over statements settles what one part of a document says.
//!
//! Statements are about identifiers. Where two parts of a document speak of the same identifier, the
//! signature covers what is said of it and not in which part, so that whoever has the document can
//! move it from one part to the other. The credentials of a record, which it says are all one
//! learner's, are such parts: two courses and two grades can be exchanged.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::credential::objects;
use crate::jsonld::is_endorsement_subject;

type Members = Map<String, Value>;

/// What is said of achievements and of profiles is said of these, wherever it stands: it is no part of
/// one award. Endorsements are judged by their own signatures.
const OF_OTHERS: [&str; 4] = ["achievement", "endorsement", "issuer", "source"];

/// Everything that a document says, by the identifier that it is said of.
pub(super) struct Mentions<'a>(BTreeMap<&'a str, Vec<&'a Members>>);

impl<'a> Mentions<'a> {
    pub fn of(document: &'a Members) -> Self {
        let mut everywhere = BTreeMap::new();
        collect(document, &[], &mut everywhere);
        Self(everywhere)
    }

    /// An identifier in `part` of which another place in the document says something that could have
    /// been moved; None where there is none. `part` is an object in the document, as it stands there.
    ///
    /// Of the part itself and of its subject nothing may be said elsewhere, and of what else is in it
    /// only the same.
    pub fn ambiguous(&self, part: &Members) -> Option<String> {
        let mut inside = BTreeMap::new();
        collect(part, &OF_OTHERS, &mut inside);
        let mut own: Vec<&str> = Vec::new();
        own.extend(id(part));
        own.extend(objects(part.get("credentialSubject")).filter_map(id));
        let is_ambiguous = |(id, mentions): &(&str, Vec<&Members>)| {
            let all = self.0.get(id).map_or(&[][..], Vec::as_slice);
            if !own.contains(id) {
                return all.iter().any(|one| Some(one) != mentions.first());
            }
            let is_record = mentions.iter().any(|one| is_record_subject(one));
            let others = all
                .iter()
                .filter(|one| is_record || !is_record_subject(one));
            let others = others.filter(|one| !is_endorsement_subject(one));
            others.count() > 1
        };
        inside
            .into_iter()
            .find(is_ambiguous)
            .map(|(id, _)| id.to_owned())
    }
}

/// Every object that has an identifier and says something of it, but for what is under the members to
/// `skip`.
fn collect<'a>(
    object: &'a Members,
    skip: &[&str],
    found: &mut BTreeMap<&'a str, Vec<&'a Members>>,
) {
    if let Some(id) = id(object)
        && object
            .keys()
            .any(|name| !matches!(name.as_str(), "id" | "type"))
    {
        found.entry(id).or_default().push(object);
    }
    let members = object.iter();
    let members = members.filter(|(name, _)| !skip.contains(&name.as_str()));
    let mut values: Vec<&Value> = members.map(|(_, value)| value).collect();
    while let Some(value) = values.pop() {
        match value {
            Value::Array(items) => values.extend(items),
            Value::Object(object) => collect(object, skip, found),
            _ => {}
        }
    }
}

fn id(object: &Members) -> Option<&str> {
    object.get("id").and_then(Value::as_str)
}

/// Whether an object is a record's subject and no more. The record's context gives its members other
/// IRIs than those of a badge's subject have, so nothing can be moved between the two.
fn is_record_subject(object: &Members) -> bool {
    let types = crate::credential::types(object);
    let is_its_own = |name: &String| {
        matches!(
            name.as_str(),
            "id" | "type" | "achievement" | "association" | "identifier" | "verifiableCredential"
        )
    };
    types == ["ClrSubject"] && object.keys().all(is_its_own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn found(inner: Value, other: Value) -> Option<String> {
        let record = json!({
            "id": "urn:record",
            "credentialSubject": {"id": "urn:learner", "type": "ClrSubject", "verifiableCredential": [&inner, other]},
        });
        Mentions::of(record.as_object().unwrap()).ambiguous(inner.as_object().unwrap())
    }

    #[test]
    fn what_stands_in_one_place_is_settled() {
        let inner = json!({"id": "urn:a", "credentialSubject": {"id": "urn:learner", "role": "x"}});
        assert_eq!(found(inner.clone(), json!({"id": "urn:b"})), None);
        // References say nothing of what they refer to.
        let reference =
            json!({"id": "urn:b", "x": [{"id": "urn:a"}, {"id": "urn:learner", "type": "P"}]});
        assert_eq!(found(inner, reference), None);
    }

    #[test]
    fn the_same_learner_in_two_credentials_is_not_settled() {
        let credential =
            |id: &str| json!({"id": id, "credentialSubject": {"id": "urn:learner", "role": id}});
        let ambiguous = found(credential("urn:a"), credential("urn:b"));
        assert_eq!(ambiguous.as_deref(), Some("urn:learner"));
    }

    #[test]
    fn a_second_part_with_the_credentials_identifier_is_not_settled() {
        let inner = json!({"id": "urn:a", "name": "A"});
        let ambiguous = found(
            inner,
            json!({"id": "urn:a", "validUntil": "2020-01-01T00:00:00Z"}),
        );
        assert_eq!(ambiguous.as_deref(), Some("urn:a"));
    }

    #[test]
    fn results_are_settled_where_the_same_is_said_of_them_and_profiles_anywhere() {
        let with = |id: &str, member: &str, name: &str| {
            // A type can be added to anything that another place gives that type.
            let mut part = json!({"id": id});
            part[member] = json!({"id": "urn:x", "type": ["Profile", "Result"], "name": name});
            part
        };
        for (member, name, ambiguous) in [
            ("result", "one", None),
            ("result", "other", Some("urn:x")),
            ("issuer", "other", None),
        ] {
            let found = found(with("urn:a", member, "one"), with("urn:b", member, name));
            assert_eq!(found.as_deref(), ambiguous, "{member} {name}");
        }
    }
}

//! How the European Learning Model writes texts and refers to things.

use serde_json::{Map, Value};

use crate::credential::Text;
use crate::credential::read::{chosen, list, literal};

/// Members that name a thing in a text, the ones that say most first.
const NAMES: [&str; 8] = [
    "prefLabel",
    "noteLiteral",
    "legalName",
    "fullAddress",
    "notation",
    "altLabel",
    "contentURL",
    "phoneNumber",
];

/// The Publications Office's lists of countries, languages and the like, whose entries are known by
/// their codes.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";

/// A value in a text: its name, its title or its identifier. None for what has none of these.
pub(in crate::credential) fn label(value: &Value) -> Option<Text> {
    summary(value)
        .or_else(|| label(value.get("title")?))
        .or_else(|| identifier(value))
}

/// A value that a text says all of: a literal, a text in languages, or a thing that is no more than
/// its name, such as a concept. None for one with more to say.
pub(super) fn summary(value: &Value) -> Option<Text> {
    let members = match value {
        Value::Object(members) if !members.contains_key("@value") => members,
        _ => return literal(value),
    };
    if members.contains_key("point") {
        return credit_points(members);
    }
    let name = |name: &&str| list(members.get(*name)).into_iter().find_map(label);
    let is_part_of_reference = |name: &String| matches!(name.as_str(), "id" | "inScheme" | "type");
    let is_reference = members.keys().all(is_part_of_reference);
    in_languages(members)
        .or_else(|| NAMES.iter().find_map(name))
        .or_else(|| identifier(value).filter(|_| is_reference))
}

/// The identifier; of an e-mail address and of an entry in a list of codes what matters of it.
fn identifier(value: &Value) -> Option<Text> {
    let id = value.get("id")?.as_str()?;
    let code = id
        .strip_prefix(AUTHORITY)
        .and_then(|path| path.rsplit('/').next());
    let address = id.strip_prefix("mailto:");
    literal(&Value::from(code.or(address).unwrap_or(id)))
}

/// So many points of a framework.
fn credit_points(members: &Map<String, Value>) -> Option<Text> {
    let points = literal(members.get("point")?)?;
    Some(match members.get("framework").and_then(label) {
        Some(framework) => Text {
            value: format!("{} ({})", points.value, framework.value),
            language: framework.language,
        },
        None => points,
    })
}

/// A text in languages: each member is a language, with a text or several (JSON-LD 1.1, section
/// 4.6.2, "Language Indexing").
fn in_languages(members: &Map<String, Value>) -> Option<Text> {
    let texts = members.iter().map(|(language, value)| {
        let text = list(Some(value)).into_iter().find_map(Value::as_str)?;
        is_language(language).then(|| Text {
            value: text.to_owned(),
            language: Some(language.clone()),
        })
    });
    chosen(texts.collect::<Option<_>>()?)
}

/// A language by its code of two or three letters, with subtags or without (RFC 5646). "id", which
/// is Indonesian too, is an identifier.
fn is_language(tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or_default();
    let is_code =
        matches!(language.len(), 2 | 3) && language.bytes().all(|b| b.is_ascii_lowercase());
    is_code && language != "id"
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_value_is_shown_by_what_names_it() {
        for (value, text, language) in [
            (json!("plain"), "plain", None),
            (
                json!({"fr": "un", "en": "one", "de": "eins"}),
                "one",
                Some("en"),
            ),
            (
                json!({"fr": ["un", "une"], "de": "eins"}),
                "eins",
                Some("de"),
            ),
            (
                json!({"id": "urn:1", "prefLabel": {"pt-BR": "Brasil"}}),
                "Brasil",
                Some("pt-BR"),
            ),
            (json!({"noteLiteral": {"en": "Pass"}}), "Pass", Some("en")),
            (
                json!({"id": "urn:1", "title": {"es": "uno"}}),
                "uno",
                Some("es"),
            ),
            (
                json!({"point": "2", "framework": {"prefLabel": {"en": "ECTS"}}}),
                "2 (ECTS)",
                Some("en"),
            ),
            (json!({"point": 2.5}), "2.5", None),
            (
                json!({"id": format!("{AUTHORITY}country/FRA"), "type": "Concept"}),
                "FRA",
                None,
            ),
            (
                json!({"id": "mailto:ada@example.org"}),
                "ada@example.org",
                None,
            ),
            (json!({"id": "urn:1", "location": {}}), "urn:1", None),
        ] {
            let label = label(&value).unwrap();
            assert_eq!(
                (label.value.as_str(), label.language.as_deref()),
                (text, language)
            );
        }
        for nothing in [
            json!({}),
            json!(null),
            json!({"en": {}}),
            json!({"type": "Note"}),
        ] {
            assert_eq!(label(&nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_thing_with_more_to_say_has_no_summary() {
        for value in [
            json!({"id": "urn:1", "title": {"en": "Course"}}),
            json!({"id": "urn:1", "startDate": "2024-01-01"}),
        ] {
            assert_eq!(summary(&value), None, "{value}");
        }
    }
}

//! From a document to what it states of each element.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::Statement;
use super::standard::{Place, Standard, Take};
use crate::credential::Text;
use crate::credential::read::{self, chosen, iso_8601, list};

/// What a document states, in the order of the standard's members; the same text of an element once.
pub(in crate::credential) fn statements(
    document: &Map<String, Value>,
    standard: &Standard,
) -> Vec<Statement> {
    let mut known = HashSet::new();
    let mut statements = Vec::new();
    for Place(element, take, members) in standard.places.iter().copied().flatten() {
        let stated = members.iter().find_map(|member| {
            let texts = texts(document, member, standard.text);
            let texts: Vec<Text> = texts
                .into_iter()
                .filter_map(|text| taken(*take, text, document))
                .filter(|text| !text.value.trim().is_empty())
                .collect();
            (!texts.is_empty()).then_some((*member, texts))
        });
        let Some((member, texts)) = stated else {
            continue;
        };
        for value in texts {
            if known.insert((*element, value.value.clone())) {
                statements.push(Statement {
                    element: *element,
                    value,
                    member,
                });
            }
        }
    }
    statements
}

/// The texts at a path. Where one member has texts in several languages, one of them.
fn texts(document: &Map<String, Value>, path: &str, text: fn(&Value) -> Option<Text>) -> Vec<Text> {
    let (parents, name) = match path.rsplit_once('.') {
        Some((parents, name)) => (objects(document, parents), name),
        None => (vec![document], path),
    };
    let of_one = |parent: &Map<String, Value>| {
        let values = list(parent.get(name));
        let is_translated = values.iter().all(|value| value.get("@value").is_some());
        let texts: Vec<Text> = values.into_iter().filter_map(text).collect();
        match is_translated {
            true => chosen(texts).into_iter().collect(),
            false => texts,
        }
    };
    parents.into_iter().flat_map(of_one).collect()
}

/// The objects at a path, those in lists among them.
fn objects<'a>(document: &'a Map<String, Value>, path: &str) -> Vec<&'a Map<String, Value>> {
    path.split('.').fold(vec![document], |objects, name| {
        let values = objects
            .into_iter()
            .flat_map(|object| list(object.get(name)));
        values.filter_map(Value::as_object).collect()
    })
}

fn taken(take: Take, text: Text, document: &Map<String, Value>) -> Option<Text> {
    match take {
        Take::All => Some(text),
        Take::EqfLevels => {
            let (_, place) = text.value.split_once("://")?;
            place.starts_with("data.europa.eu/snb/eqf/").then_some(text)
        }
        Take::Moments => Some(match iso_8601(&text.value) {
            Some(value) => Text { value, ..text },
            None => text,
        }),
        Take::ResultLevels => {
            const LEVELS: &str =
                "credentialSubject.achievement.resultDescription.rubricCriterionLevel";
            let levels = objects(document, LEVELS);
            let id = |level: &&Map<String, Value>| {
                level.get("id").and_then(Value::as_str) == Some(text.value.as_str())
            };
            let level = levels.into_iter().find(id);
            let named = level.and_then(|level| read::text(level, "name"));
            Some(named.unwrap_or(text))
        }
    }
}

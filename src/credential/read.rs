//! Readers of single members: each takes what JSON-LD's compacted form allows, and overlooks
//! nothing that bears on a verdict.

use serde_json::{Map, Value};

use super::{DateClaim, Image, Text};

/// The members of an object; none of anything else.
pub(super) fn object(value: Option<&Value>) -> Option<&Map<String, Value>> {
    list(value).into_iter().find_map(Value::as_object)
}

/// One value or several, as a list.
pub(super) fn list(value: Option<&Value>) -> Vec<&Value> {
    match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(items)) => items.iter().collect(),
        Some(single) => vec![single],
    }
}

pub(super) fn objects(value: Option<&Value>) -> impl Iterator<Item = &Map<String, Value>> {
    list(value).into_iter().filter_map(Value::as_object)
}

/// A string, or the string in a value object.
fn plain(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        Value::Object(object) => object.get("@value").and_then(Value::as_str),
        _ => None,
    }
}

pub(super) fn string(object: &Map<String, Value>, name: &str) -> Option<String> {
    list(object.get(name))
        .into_iter()
        .find_map(plain)
        .map(str::to_owned)
}

pub(super) fn strings(value: Option<&Value>) -> Vec<String> {
    list(value)
        .into_iter()
        .filter_map(plain)
        .map(str::to_owned)
        .collect()
}

/// A number as it was written, or a string.
pub(super) fn number(object: &Map<String, Value>, name: &str) -> Option<String> {
    list(object.get(name))
        .into_iter()
        .find_map(|value| match value {
            Value::Number(number) => Some(number.to_string()),
            other => plain(other).map(str::to_owned),
        })
}

/// True or false, or the words for them.
pub(super) fn boolean(object: &Map<String, Value>, name: &str) -> Option<bool> {
    list(object.get(name))
        .into_iter()
        .find_map(|value| match value {
            Value::Bool(boolean) => Some(*boolean),
            other => plain(other).map(|text| text == "true"),
        })
}

/// A text; of several languages English, or else the first.
pub(super) fn text(object: &Map<String, Value>, name: &str) -> Option<Text> {
    let texts: Vec<Text> = list(object.get(name))
        .into_iter()
        .filter_map(|value| {
            let language = value.get("@language").and_then(Value::as_str);
            Some(Text {
                value: plain(value)?.to_owned(),
                language: language.map(str::to_owned),
            })
        })
        .collect();
    let is_english = |text: &&Text| {
        let language = text.language.as_deref().unwrap_or_default();
        language.split('-').next() == Some("en")
    };
    texts
        .iter()
        .find(is_english)
        .or_else(|| texts.first())
        .cloned()
}

/// Every date under `name`; a value that is no text is kept as its JSON, so that it cannot pass for
/// absent.
pub(super) fn dates(object: &Map<String, Value>, name: &'static str) -> Vec<DateClaim> {
    list(object.get(name))
        .into_iter()
        .map(|value| DateClaim {
            member: name,
            text: plain(value).map_or_else(|| value.to_string(), str::to_owned),
        })
        .collect()
}

/// An image: its URL, or an object with the URL as its `id`.
pub(super) fn image(value: Option<&Value>) -> Option<Image> {
    list(value).into_iter().find_map(|value| match value {
        Value::String(url) => Some(Image {
            url: url.clone(),
            caption: None,
        }),
        Value::Object(object) => Some(Image {
            url: string(object, "id")?,
            caption: string(object, "caption"),
        }),
        _ => None,
    })
}

//! Readers of single members: each takes what JSON-LD's compacted form allows, and overlooks
//! nothing that bears on a verdict.

use serde_json::{Map, Value};

use super::{DateClaim, Image, Text};
use crate::timestamp::Timestamp;

/// The members of an object; none of anything else.
pub(crate) fn object(value: Option<&Value>) -> Option<&Map<String, Value>> {
    list(value).into_iter().find_map(Value::as_object)
}

/// One value or several, as a list.
pub(crate) fn list(value: Option<&Value>) -> Vec<&Value> {
    match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(items)) => items.iter().collect(),
        Some(single) => vec![single],
    }
}

pub(crate) fn objects(value: Option<&Value>) -> impl Iterator<Item = &Map<String, Value>> {
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

pub(crate) fn string(object: &Map<String, Value>, name: &str) -> Option<String> {
    list(object.get(name))
        .into_iter()
        .find_map(plain)
        .map(str::to_owned)
}

pub(crate) fn strings(value: Option<&Value>) -> Vec<String> {
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
pub(crate) fn boolean(object: &Map<String, Value>, name: &str) -> Option<bool> {
    list(object.get(name))
        .into_iter()
        .find_map(|value| match value {
            Value::Bool(boolean) => Some(*boolean),
            other => plain(other).map(|text| text == "true"),
        })
}

/// A text; of several languages English, or else the first.
pub(super) fn text(object: &Map<String, Value>, name: &str) -> Option<Text> {
    let values = list(object.get(name)).into_iter();
    let texts = values.filter_map(|value| Some(in_language(plain(value)?.to_owned(), value)));
    chosen(texts.collect())
}

/// A text, a number or a truth value, as it was written; None for anything else.
pub(super) fn literal(value: &Value) -> Option<Text> {
    let text = match value {
        Value::Bool(boolean) => boolean.to_string(),
        Value::Number(number) => number.to_string(),
        other => plain(other)?.to_owned(),
    };
    Some(in_language(text, value))
}

/// A text in the language that the value it comes from states.
fn in_language(text: String, value: &Value) -> Text {
    let language = value.get("@language").and_then(Value::as_str);
    Text {
        value: text,
        language: language.map(str::to_owned),
    }
}

/// Of texts in several languages the English one, or else the first.
pub(super) fn chosen(texts: Vec<Text>) -> Option<Text> {
    let is_english = |text: &&Text| {
        let language = text.language.as_deref().unwrap_or_default();
        language.split('-').next() == Some("en")
    };
    let english = texts.iter().find(is_english);
    english.or(texts.first()).cloned()
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

/// The date of a claim of a token's, which is a number of seconds (RFC 7519, section 2, "NumericDate");
/// a value that is none is kept as its JSON.
pub(crate) fn numeric_date(payload: &Map<String, Value>, name: &'static str) -> Option<DateClaim> {
    payload.get(name).map(|value| DateClaim {
        member: name,
        text: value
            .as_f64()
            .and_then(Timestamp::from_numeric_date)
            .map_or_else(|| value.to_string(), |date| date.to_string()),
    })
}

/// The date under `name` as badges before 3.0 write it: ISO 8601, a day alone, or seconds since 1970
/// (Open Badges 1.1, "Primitives"), each written as a timestamp; what is none of these stays as it
/// was.
pub(super) fn moment(object: &Map<String, Value>, name: &'static str) -> Option<DateClaim> {
    let claim = dates(object, name).into_iter().next()?;
    let text = iso_8601(&claim.text).unwrap_or(claim.text);
    Some(DateClaim { text, ..claim })
}

/// An older date as a timestamp; None for what has to stay as it is.
pub(super) fn iso_8601(text: &str) -> Option<String> {
    // A year alone has four digits; seconds had nine by 1974.
    if text.len() >= 9
        && let Ok(seconds) = text.parse()
    {
        return Timestamp::from_unix_seconds(seconds).map(|moment| moment.to_string());
    }
    let Some((day, time)) = text.split_once('T') else {
        return Some(format!("{text}T00:00:00Z"));
    };
    let at = time.find(['Z', '+', '-']).unwrap_or(time.len());
    let (clock, offset) = time.split_at_checked(at)?;
    // Seconds may be left out, and the colon of an offset.
    let seconds = if clock.len() == 5 { ":00" } else { "" };
    let offset = match offset.split_at_checked(3) {
        Some((hours, minutes)) if minutes.len() == 2 => format!("{hours}:{minutes}"),
        Some((hours, "")) => format!("{hours}:00"),
        _ => offset.to_owned(),
    };
    Some(format!("{day}T{clock}{seconds}{offset}"))
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn older_dates_become_timestamps_where_they_can() {
        for (written, read) in [
            (
                json!("2016-12-31T23:59:59+00:00"),
                "2016-12-31T23:59:59+00:00",
            ),
            (json!("2017-10-01T00:00Z"), "2017-10-01T00:00:00Z"),
            (
                json!("2016-12-31T23:59:59-0500"),
                "2016-12-31T23:59:59-05:00",
            ),
            (
                json!("2016-12-31T23:59:59.123456"),
                "2016-12-31T23:59:59.123456",
            ),
            (json!("2015-04-30"), "2015-04-30T00:00:00Z"),
            (json!(1_262_304_000), "2010-01-01T00:00:00Z"),
            (json!("1262304000"), "2010-01-01T00:00:00Z"),
        ] {
            let document = json!({ "issuedOn": written });
            let claim = moment(document.as_object().unwrap(), "issuedOn").unwrap();
            assert_eq!(claim.text, read);
            assert!(Timestamp::parse(&claim.text).is_ok(), "{read}");
        }
        for written in [
            json!("2016"),
            json!("spring"),
            json!({}),
            json!("T"),
            json!("TéZé"),
        ] {
            let document = json!({ "issuedOn": written });
            let claim = moment(document.as_object().unwrap(), "issuedOn").unwrap();
            assert!(Timestamp::parse(&claim.text).is_err(), "{}", claim.text);
        }
    }
}

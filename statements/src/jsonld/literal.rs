//! Scalars as literals (JSON-LD 1.1 API, section 7.2, "Object to RDF Conversion").

use std::rc::Rc;

use serde_json::{Number, Value};

use crate::jcs;
use crate::rdf::{Literal, LiteralKind};

const BOOLEAN: &str = "http://www.w3.org/2001/XMLSchema#boolean";
const DOUBLE: &str = "http://www.w3.org/2001/XMLSchema#double";
const INTEGER: &str = "http://www.w3.org/2001/XMLSchema#integer";
const JSON: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";

/// The literal that a scalar becomes (section 7.2.2). None for what is no scalar.
pub(super) fn scalar(value: &Value, datatype: Option<&Rc<str>>) -> Option<Literal> {
    let typed = |text: &str, usual: &str| {
        let datatype = datatype.map_or_else(|| usual.into(), Rc::clone);
        Literal::typed(text, datatype)
    };
    Some(match value {
        // 9.
        Value::Bool(true) => typed("true", BOOLEAN),
        Value::Bool(false) => typed("false", BOOLEAN),
        // 10. and 11.
        Value::Number(number) => {
            let as_double = datatype.is_some_and(|datatype| **datatype == *DOUBLE);
            match integer(number).filter(|_| !as_double) {
                Some(text) => typed(&text, INTEGER),
                None => typed(&double(number.as_f64()?), DOUBLE),
            }
        }
        // 12. and 13., second part
        Value::String(text) => match datatype {
            Some(datatype) => Literal::typed(text, Rc::clone(datatype)),
            None => Literal {
                text: text.as_str().into(),
                kind: LiteralKind::String,
            },
        },
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    })
}

/// A text in a language; None where the tag is not well-formed (step 7.2.2, 3.).
pub(super) fn in_language(text: &str, tag: &str) -> Option<Literal> {
    is_well_formed(tag).then(|| Literal {
        text: text.into(),
        kind: LiteralKind::Language(tag.to_ascii_lowercase().into()),
    })
}

/// A literal that is JSON (step 8, and section 8.6 of JSON-LD 1.1, "The rdf:JSON Datatype").
pub(super) fn json(value: &Value) -> Literal {
    Literal::typed(&jcs::with_doubles(value), JSON.into())
}

/// The canonical lexical form of an integer below 10^21. None for other numbers.
fn integer(number: &Number) -> Option<String> {
    if number.is_i64() || number.is_u64() {
        return Some(number.to_string());
    }
    let value = number.as_f64()?;
    let is_integer = value.fract() == 0.0 && value.abs() < 1e21;
    // Zero has no sign.
    is_integer.then(|| format!("{:.0}", value + 0.0))
}

/// The canonical lexical form of a double: 15 digits after the point, without zeros at the end
/// (section 8.6, "Data Round Tripping").
fn double(value: f64) -> String {
    let text = format!("{value:.15e}");
    let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let digits = digits.trim_end_matches('0');
    let zero = if digits.ends_with('.') { "0" } else { "" };
    format!("{digits}{zero}E{exponent}")
}

/// The form of a language tag as N-Quads has it (`LANGTAG`), to which every tag of BCP 47 keeps.
fn is_well_formed(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let is_subtag = |subtag: &str| matches!(subtag.len(), 1..=8);
    let first = subtags.next().unwrap_or_default();
    is_subtag(first)
        && first.bytes().all(|byte| byte.is_ascii_alphabetic())
        && subtags.all(|subtag| {
            is_subtag(subtag) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn text(value: &Value, datatype: Option<&str>) -> String {
        let datatype = datatype.map(Rc::from);
        scalar(value, datatype.as_ref()).unwrap().text.to_string()
    }

    #[test]
    fn numbers_in_canonical_form() {
        for (value, form) in [
            (json!(0), "0"),
            (json!(-0.0), "0"),
            (json!(-7), "-7"),
            (json!(1.0), "1"),
            (json!(1e20), "100000000000000000000"),
            (json!(1e21), "1.0E21"),
            (json!(u64::MAX), "18446744073709551615"),
            (json!(2.5), "2.5E0"),
            (json!(-0.001), "-1.0E-3"),
            (json!(123_456.789), "1.23456789E5"),
            // A sum of doubles: 16 digits tell it apart from no other number that was meant.
            (json!(0.1 + 0.2), "3.0E-1"),
            (json!(1e-300), "1.0E-300"),
        ] {
            assert_eq!(text(&value, None), form, "{value}");
        }
        assert_eq!(text(&json!(3), Some(DOUBLE)), "3.0E0");
        assert_eq!(text(&json!(0), Some(DOUBLE)), "0.0E0");
        assert_eq!(text(&json!(3), Some("urn:float")), "3");
    }

    #[test]
    fn language_tags() {
        for tag in ["en", "de-AT", "zh-Hant-TW", "x-klingon", "sl-rozaj-biske"] {
            assert!(is_well_formed(tag), "{tag}");
        }
        for tag in ["", "-", "en-", "en us", "en_US", "deutschland", "1a"] {
            assert!(!is_well_formed(tag), "{tag}");
        }
    }
}

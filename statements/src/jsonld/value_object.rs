//! Literals that are written as objects (JSON-LD 1.1 API, section 5.1.2, steps 13.4 and 14).

use serde_json::Value;

use super::JsonLdError;
use super::active_context::ActiveContext;
use super::iri::Expanded;
use super::literal;
use crate::jcs;
use crate::rdf::Literal;

/// A value object as a literal.
pub(super) enum ValueObject {
    /// The value is null, which states nothing.
    Nothing,
    Literal(Literal),
    /// JSON with a number that shares its text with others.
    Inexact(Literal),
    /// A text whose language tag is none.
    Malformed,
}

/// Converts the members of an object that has an `@value`.
pub(super) fn value_object<'d>(
    members: impl Iterator<Item = (&'d Expanded, &'d Value)>,
    type_scoped: &ActiveContext,
) -> Result<ValueObject, JsonLdError> {
    let [mut value, mut kind, mut language, mut direction] = [None; 4];
    for (name, member) in members {
        let place = match name {
            Expanded::Keyword("@value") => &mut value,
            Expanded::Keyword("@type") => &mut kind,
            Expanded::Keyword("@language") => &mut language,
            Expanded::Keyword("@direction") => &mut direction,
            // An index is no statement (13.4.11).
            Expanded::Keyword("@index") if member.is_string() => continue,
            Expanded::Keyword("@index") => return invalid("invalid @index value"),
            // 14.1
            _ => return invalid("invalid value object"),
        };
        // 13.4.2
        if place.replace(member).is_some() {
            return invalid("colliding keywords");
        }
    }
    let value = value.unwrap_or(&Value::Null);
    // 13.4.4.1, 13.4.8.1 and 13.4.9.2
    let kind = match kind {
        None => None,
        Some(Value::String(name)) => Some(type_scoped.expand_iri(name, true)),
        Some(_) => return invalid("invalid typed value"),
    };
    let language = match language {
        None => None,
        Some(Value::String(tag)) => Some(tag),
        Some(_) => return invalid("invalid language-tagged string"),
    };
    match direction.map(Value::as_str) {
        // RDF 1.1 has no direction, and it is not spelled otherwise (`rdfDirection` is null).
        None | Some(Some("ltr" | "rtl")) => {}
        Some(_) => return invalid("invalid base direction"),
    }
    // 14.1
    if kind.is_some() && (language.is_some() || direction.is_some()) {
        return invalid("invalid value object");
    }
    // 14.2
    if kind == Some(Expanded::Keyword("@json")) {
        let literal = literal::json(value);
        return Ok(match jcs::is_exact(value) {
            true => ValueObject::Literal(literal),
            false => ValueObject::Inexact(literal),
        });
    }
    let literal = match (value, kind, language) {
        // 13.4.7.2
        (Value::Array(_) | Value::Object(_), ..) => {
            return invalid("invalid value object value");
        }
        // 14.3
        (Value::Null, ..) => return Ok(ValueObject::Nothing),
        // 14.4
        (Value::String(text), _, Some(tag)) => literal::in_language(text, tag),
        (_, _, Some(_)) => return invalid("invalid language-tagged value"),
        // 14.5
        (scalar, Some(Expanded::Iri(datatype)), None) => literal::scalar(scalar, Some(&datatype)),
        (_, Some(_), None) => return invalid("invalid typed value"),
        (scalar, None, None) => literal::scalar(scalar, None),
    };
    Ok(literal.map_or(ValueObject::Malformed, ValueObject::Literal))
}

fn invalid<T>(code: &'static str) -> Result<T, JsonLdError> {
    Err(JsonLdError::invalid(code))
}

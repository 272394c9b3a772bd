//! Canonical JSON (RFC 8785, JSON Canonicalization Scheme).

use serde_json::{Map, Number, Value};

/// An integer so large that it shares a double with others: RFC 8785 writes every number as a double
/// (section 3.2.2.3), so a signature over one would fit the others too.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct InexactNumber;

/// The canonical text of a JSON object.
///
/// # Errors
/// [`InexactNumber`]; nothing else that was read from JSON is without a canonical form.
///
/// ```
/// let json = serde_json::json!({"b": 1.0, "a": [1e30, "\u{20ac}", null]});
/// let text = statements::jcs::canonicalize(json.as_object().unwrap());
/// assert_eq!(text.as_deref(), Ok(r#"{"a":[1e+30,"€",null],"b":1}"#));
/// ```
pub fn canonicalize(json: &Map<String, Value>) -> Result<String, InexactNumber> {
    if !json.values().all(is_exact) {
        return Err(InexactNumber);
    }
    serde_json_canonicalizer::to_string(json).map_err(|_| InexactNumber)
}

/// The canonical text of any JSON, its numbers written as the doubles that they come to.
pub fn with_doubles(value: &Value) -> String {
    // Nothing that was read from JSON is without a canonical form.
    serde_json_canonicalizer::to_string(value).unwrap_or_default()
}

/// Whether each number in it has a double to itself.
pub fn is_exact(value: &Value) -> bool {
    match value {
        Value::Number(number) => is_exact_number(number),
        Value::Array(items) => items.iter().all(is_exact),
        Value::Object(members) => members.values().all(is_exact),
        Value::Null | Value::Bool(_) | Value::String(_) => true,
    }
}

/// The largest integer that has a double to itself (RFC 7493, section 2.2).
const LARGEST: u64 = (1 << 53) - 1;

fn is_exact_number(number: &Number) -> bool {
    let magnitude = number.as_i64().map(i64::unsigned_abs).or(number.as_u64());
    magnitude.is_none_or(|magnitude| magnitude <= LARGEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn canonical(value: Value) -> Result<String, InexactNumber> {
        canonicalize(json!({ "n": value }).as_object().unwrap())
    }

    #[test]
    fn numbers_as_doubles() {
        for (value, text) in [
            (json!(9_007_199_254_740_991_u64), "9007199254740991"),
            (json!(-9_007_199_254_740_991_i64), "-9007199254740991"),
            (json!(1e20), "100000000000000000000"),
            (json!(-0.0), "0"),
        ] {
            assert_eq!(canonical(value), Ok(format!("{{\"n\":{text}}}")));
        }
    }

    #[test]
    fn integers_that_share_a_double() {
        let one_more = 9_007_199_254_740_993_u64;
        for value in [
            json!(one_more),
            json!([{"deep": one_more}]),
            json!(u64::MAX),
            json!(i64::MIN),
        ] {
            assert_eq!(canonical(value), Err(InexactNumber));
        }
    }

    #[test]
    fn members_in_the_order_of_their_utf_16_units() {
        // U+1F600 begins with the unit D83D, which is before U+FB33.
        let json = json!({"\u{fb33}": 1, "\u{1f600}": 2, "a": 3});
        assert_eq!(
            canonicalize(json.as_object().unwrap()).unwrap(),
            "{\"a\":3,\"\u{1f600}\":2,\"\u{fb33}\":1}"
        );
    }
}

//! JSON as signed documents need it: strict, and bounded.
//!
//! RFC 8259 leaves it open what a repeated member name means, so two readers can see two documents
//! in the same bytes. A verifier must refuse such a file, as it must refuse one that is made to
//! exhaust it.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};

/// How much JSON is read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct JsonLimits {
    /// Objects and arrays inside one another.
    pub depth: usize,
    /// Values in one document.
    pub values: usize,
}

/// Why bytes are not a JSON document that can be judged.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum JsonError {
    /// An object has two members of one name.
    DuplicateMember { name: String },
    /// Nothing but white space.
    Empty,
    /// The bytes are not UTF-8.
    NotUtf8 { offset: usize },
    /// Not JSON, from this place on (both counted from 1).
    Syntax { line: usize, column: usize },
    /// Objects and arrays stand inside one another more deeply than [`JsonLimits::depth`].
    TooDeep { limit: usize },
    /// More values than [`JsonLimits::values`].
    TooManyValues { limit: usize },
    /// The text ends in the middle of a value.
    Truncated { line: usize, column: usize },
}

impl JsonError {
    /// The code in the report's contract.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::DuplicateMember { .. } => "duplicate-member",
            Self::Empty => "empty",
            Self::NotUtf8 { .. } => "not-utf8",
            Self::Syntax { .. } => "not-json",
            Self::TooDeep { .. } => "too-deep",
            Self::TooManyValues { .. } => "too-many-values",
            Self::Truncated { .. } => "truncated",
        }
    }
}

/// Reads one JSON document; a UTF-8 byte order mark before it is passed over.
///
/// # Errors
/// Any [`JsonError`]; nothing is guessed or repaired.
pub fn parse(bytes: &[u8], limits: JsonLimits) -> Result<Value, JsonError> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| JsonError::NotUtf8 {
        offset: error.valid_up_to(),
    })?;
    if text.trim().is_empty() {
        return Err(JsonError::Empty);
    }
    let guard = Guard {
        limits,
        values: Cell::new(0),
        refused: RefCell::new(None),
    };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let seed = Strict {
        guard: &guard,
        depth: 0,
    };
    let outcome = seed
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value));
    outcome.map_err(|error| match guard.refused.take() {
        Some(refused) => refused,
        None => from_serde(&error, limits),
    })
}

/// The items of an array, or a single value as the only one: JSON-LD writes both for the same.
#[must_use]
pub fn one_or_several(value: &Value) -> &[Value] {
    match value {
        Value::Array(items) => items,
        single => std::slice::from_ref(single),
    }
}

/// How many values JSON holds, itself among them.
#[must_use]
pub fn count(json: &Value) -> usize {
    1 + match json {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0,
    }
}

fn from_serde(error: &serde_json::Error, limits: JsonLimits) -> JsonError {
    let (line, column) = (error.line(), error.column());
    if error.is_eof() {
        JsonError::Truncated { line, column }
    } else if error.to_string().starts_with("recursion limit") {
        // serde_json's own limit of 128, should the bound be set beyond it.
        JsonError::TooDeep {
            limit: limits.depth,
        }
    } else {
        JsonError::Syntax { line, column }
    }
}

/// What the whole reading shares: the limits, the count, and the first refusal.
struct Guard {
    limits: JsonLimits,
    values: Cell<usize>,
    refused: RefCell<Option<JsonError>>,
}

impl Guard {
    fn refuse<E: serde::de::Error>(&self, error: JsonError) -> E {
        *self.refused.borrow_mut() = Some(error);
        E::custom("refused")
    }

    fn enter<E: serde::de::Error>(&self, depth: usize) -> Result<(), E> {
        let limit = self.limits.depth;
        if depth >= limit {
            return Err(self.refuse(JsonError::TooDeep { limit }));
        }
        Ok(())
    }

    fn count<E: serde::de::Error>(&self) -> Result<(), E> {
        self.values.set(self.values.get() + 1);
        let limit = self.limits.values;
        if self.values.get() > limit {
            return Err(self.refuse(JsonError::TooManyValues { limit }));
        }
        Ok(())
    }
}

#[derive(Clone, Copy)]
struct Strict<'a> {
    guard: &'a Guard,
    depth: usize,
}

impl Strict<'_> {
    fn deeper(self) -> Self {
        Self {
            depth: self.depth + 1,
            ..self
        }
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.guard.count()?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value)
            .map(Value::Number)
            .ok_or_else(|| E::custom("not a finite number"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        self.guard.enter(self.depth)?;
        let mut items = Vec::new();
        while let Some(item) = access.next_element_seed(self.deeper())? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        self.guard.enter(self.depth)?;
        let mut members = Map::new();
        while let Some(name) = access.next_key::<String>()? {
            let value = access.next_value_seed(self.deeper())?;
            match members.entry(name) {
                Entry::Vacant(place) => drop(place.insert(value)),
                Entry::Occupied(known) => {
                    let name = known.key().clone();
                    return Err(self.guard.refuse(JsonError::DuplicateMember { name }));
                }
            }
        }
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const LIMITS: JsonLimits = JsonLimits {
        depth: 64,
        values: 20_000,
    };

    fn read(text: &str) -> Result<Value, JsonError> {
        parse(text.as_bytes(), LIMITS)
    }

    #[test]
    fn reads_what_serde_json_reads() {
        let text = r#"{"a": [1, -2, 3.5, true, null, "x\u00e9"], "b": {}}"#;
        assert_eq!(
            read(text),
            Ok(json!({"a": [1, -2, 3.5, true, null, "xé"], "b": {}}))
        );
    }

    #[test]
    fn passes_over_a_byte_order_mark() {
        assert_eq!(read("\u{feff}{}"), Ok(json!({})));
    }

    #[test]
    fn refuses_a_repeated_member_at_any_depth() {
        let expected = Err(JsonError::DuplicateMember { name: "a".into() });
        assert_eq!(read(r#"[{"b": {"a": 1, "a": 1}}]"#), expected);
        // The same name, written with an escape.
        assert_eq!(read(r#"{"a": 1, "\u0061": 2}"#), expected);
    }

    #[test]
    fn tells_a_truncated_text_from_a_wrong_one() {
        assert_eq!(
            read("{\"a\": [1,"),
            Err(JsonError::Truncated { line: 1, column: 9 })
        );
        assert_eq!(
            read("<html>"),
            Err(JsonError::Syntax { line: 1, column: 1 })
        );
        assert_eq!(read("{} {}"), Err(JsonError::Syntax { line: 1, column: 4 }));
        assert_eq!(read(" \n "), Err(JsonError::Empty));
    }

    #[test]
    fn bounds_depth_and_count() {
        let limit = LIMITS.depth;
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(read(&nested(limit)).is_ok());
        assert_eq!(read(&nested(limit + 1)), Err(JsonError::TooDeep { limit }));

        let limit = LIMITS.values;
        let many = format!("[{}1]", "1,".repeat(limit));
        assert_eq!(read(&many), Err(JsonError::TooManyValues { limit }));
    }

    #[test]
    fn refuses_bytes_that_are_not_utf8() {
        assert_eq!(
            parse(b"{\"a\xff\": 1}", LIMITS),
            Err(JsonError::NotUtf8 { offset: 3 })
        );
    }
}

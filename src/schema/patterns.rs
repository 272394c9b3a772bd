//! The regular expressions of a schema, bounded before a validator compiles them.

use regex::RegexBuilder;
use serde_json::Value;

use super::Unusable;

/// Patterns in one schema. 1EdTech's schema for all achievement credentials has 230.
const COUNT: usize = 500;
/// Bytes of one pattern. The longest of 1EdTech's has 90.
const LENGTH: usize = 1000;
/// Bytes that one pattern may take when compiled, of ten million that the crate allows: 500 of them
/// stay below the 32 MiB that a file may unpack to.
const COMPILED: usize = 64 * 1024;

/// Whether every pattern of a schema is one that can be compiled within bounds. They are matched in
/// linear time.
///
/// # Errors
/// [`Unusable::Pattern`], [`Unusable::TooCostly`] or [`Unusable::Unsupported`].
pub(super) fn check(schema: &Value) -> Result<(), Unusable> {
    let mut patterns = Vec::new();
    collect(schema, &mut patterns)?;
    if patterns.len() > COUNT {
        return Err(Unusable::TooCostly);
    }
    patterns.sort_unstable();
    patterns.dedup();
    for pattern in patterns {
        let is_small = pattern.len() <= LENGTH;
        if !is_small
            || RegexBuilder::new(pattern)
                .size_limit(COMPILED)
                .build()
                .is_err()
        {
            return Err(Unusable::Pattern {
                pattern: pattern.to_owned(),
            });
        }
    }
    Ok(())
}

/// Wherever they stand: what is no keyword there is bounded all the same.
fn collect<'a>(value: &'a Value, patterns: &mut Vec<&'a str>) -> Result<(), Unusable> {
    match value {
        Value::Object(members) => {
            patterns.extend(members.get("pattern").and_then(Value::as_str));
            let keyed = members.get("patternProperties").and_then(Value::as_object);
            patterns.extend(
                keyed
                    .into_iter()
                    .flat_map(|keyed| keyed.keys())
                    .map(String::as_str),
            );
            // The document would bring patterns of its own.
            if members.get("format").and_then(Value::as_str) == Some("regex") {
                return Err(Unusable::Unsupported { keyword: "format" });
            }
            members
                .values()
                .try_for_each(|value| collect(value, patterns))
        }
        Value::Array(items) => items.iter().try_for_each(|value| collect(value, patterns)),
        _ => Ok(()),
    }
}

//! JSON as signed documents need it, within the bounds of a policy.

use serde_json::Value;

use crate::policy::Bounds;

use statements::json::{self, JsonLimits};
pub use statements::json::{JsonError, count, one_or_several};

/// Reads one JSON document, strictly; a UTF-8 byte order mark before it is passed over.
///
/// # Errors
/// Any [`JsonError`]; nothing is guessed or repaired.
pub fn parse(bytes: &[u8], bounds: &Bounds) -> Result<Value, JsonError> {
    let limits = JsonLimits {
        depth: bounds.json_depth,
        values: bounds.json_values,
    };
    json::parse(bytes, limits)
}

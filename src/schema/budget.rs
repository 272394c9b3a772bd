//! What a schema would cost: it is walked along with the document as a validator would, and every
//! step is counted.
//!
//! A few subschemas that each refer to the next one twice take 2^n steps, so the walk stops where the
//! budget ends. It takes every branch, and so counts no less than a validator does.

use serde_json::Value;

use super::Unusable;
use crate::json;
use crate::policy::Bounds;

/// Subschemas that may be applied within one another. The fullest of 1EdTech's examples takes 33; a
/// validator needs about two kilobytes of stack for each.
const DEPTH: usize = 200;

/// Text is matched against patterns, which costs more than a step a character.
const STEPS_OF_A_CHARACTER: usize = 4;

/// Whether `schema` can be applied to `document` within bounds.
///
/// # Errors
/// [`Unusable::TooCostly`], [`Unusable::Elsewhere`] or [`Unusable::Unsupported`].
pub(super) fn check(schema: &Value, document: &Value, bounds: &Bounds) -> Result<(), Unusable> {
    refuse_inner_identifiers(schema, true)?;
    let mut walk = Walk {
        root: schema,
        steps_left: bounds.schema_steps,
    };
    walk.apply(schema, document, DEPTH)
}

/// Identifiers inside a schema change what references mean (JSON Schema 2020-12, section 8.2.1).
fn refuse_inner_identifiers(value: &Value, is_root: bool) -> Result<(), Unusable> {
    match value {
        Value::Object(members) => {
            let has_identifier = members.get("$id").is_some_and(Value::is_string);
            if has_identifier && !is_root {
                return Err(Unusable::Unsupported { keyword: "$id" });
            }
            let mut inner = members.values();
            inner.try_for_each(|value| refuse_inner_identifiers(value, false))
        }
        Value::Array(items) => {
            let mut inner = items.iter();
            inner.try_for_each(|value| refuse_inner_identifiers(value, false))
        }
        _ => Ok(()),
    }
}

struct Walk<'a> {
    root: &'a Value,
    steps_left: usize,
}

impl<'a> Walk<'a> {
    fn spend(&mut self, steps: usize) -> Result<(), Unusable> {
        let left = self.steps_left.checked_sub(steps);
        self.steps_left = left.ok_or(Unusable::TooCostly)?;
        Ok(())
    }

    fn apply(&mut self, schema: &'a Value, instance: &Value, depth: usize) -> Result<(), Unusable> {
        let depth = depth.checked_sub(1).ok_or(Unusable::TooCostly)?;
        let Value::Object(keywords) = schema else {
            return self.spend(1);
        };
        let children = children(instance);
        self.spend(1 + keywords.len() + children.len())?;
        for (keyword, value) in keywords {
            match keyword.as_str() {
                "$dynamicRef" => {
                    return Err(Unusable::Unsupported {
                        keyword: "$dynamicRef",
                    });
                }
                "$recursiveRef" => {
                    return Err(Unusable::Unsupported {
                        keyword: "$recursiveRef",
                    });
                }
                "$ref" => self.apply(self.target(value)?, instance, depth)?,
                "not" | "if" | "then" | "else" => self.apply(value, instance, depth)?,
                "allOf" | "anyOf" | "oneOf" | "dependentSchemas" | "dependencies" => {
                    for schema in self::children(value) {
                        self.apply(schema, instance, depth)?;
                    }
                }
                "properties" => {
                    for (name, schema) in value.as_object().into_iter().flatten() {
                        if let Some(child) = instance.get(name) {
                            self.apply(schema, child, depth)?;
                        }
                    }
                }
                "items" | "prefixItems" | "patternProperties" if !is_schema(keyword, value) => {
                    for schema in self::children(value) {
                        self.apply_to_each(schema, &children, depth)?;
                    }
                }
                "items"
                | "additionalItems"
                | "additionalProperties"
                | "contains"
                | "unevaluatedItems"
                | "unevaluatedProperties" => self.apply_to_each(value, &children, depth)?,
                "propertyNames" => {
                    for name in instance
                        .as_object()
                        .into_iter()
                        .flatten()
                        .map(|(name, _)| name)
                    {
                        self.apply(value, &Value::from(name.as_str()), depth)?;
                    }
                }
                "pattern" | "format" => {
                    let length = instance.as_str().map_or(0, str::len);
                    self.spend(length.saturating_mul(STEPS_OF_A_CHARACTER))?;
                }
                "const" | "enum" => self.spend(json::count(value))?,
                "uniqueItems" => self.spend(json::count(instance))?,
                "required" => self.spend(self::children(value).len())?,
                _ => {}
            }
        }
        Ok(())
    }

    fn apply_to_each(
        &mut self,
        schema: &'a Value,
        children: &[&Value],
        depth: usize,
    ) -> Result<(), Unusable> {
        let mut children = children.iter();
        children.try_for_each(|child| self.apply(schema, child, depth))
    }

    /// What a reference into the schema itself points to: `#`, or `#` and a JSON Pointer, perhaps
    /// behind the schema's own identifier.
    fn target(&self, reference: &Value) -> Result<&'a Value, Unusable> {
        let reference = reference.as_str().ok_or(Unusable::Malformed)?;
        let elsewhere = || Unusable::Elsewhere {
            reference: reference.to_owned(),
        };
        let own = self.root.get("$id").and_then(Value::as_str);
        let own = own.map(|id| id.trim_end_matches('#'));
        let inner = own.and_then(|id| reference.strip_prefix(id));
        let pointer = inner.unwrap_or(reference).strip_prefix('#');
        let pointer = pointer.filter(|pointer| !pointer.contains('%'));
        self.root
            .pointer(pointer.ok_or_else(elsewhere)?)
            .ok_or_else(elsewhere)
    }
}

/// A lone schema, where some versions allow a list; patterns are never one.
fn is_schema(keyword: &str, value: &Value) -> bool {
    keyword == "items" && !value.is_array()
}

fn children(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(members) => members.values().collect(),
        _ => Vec::new(),
    }
}

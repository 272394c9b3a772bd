//! The manifest `sources.json` and the difference files beside it.

use serde::Deserialize;
use serde_json::{Map, Value};

/// The manifest of everything that is bundled.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sources {
    pub packages: Vec<Package>,
    pub snapshots: Vec<Snapshot>,
    pub contexts: Vec<ContextUrl>,
}

/// One version of an npm package.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Package {
    /// As npm writes it: `name@version`.
    pub package: String,
    /// Kept for the reader of the manifest.
    #[serde(rename = "licence")]
    pub _licence: String,
    /// The SHA-256 of the tarball, in lower-case hexadecimal.
    pub sha256: String,
}

/// One snapshot: a member of a package or a base snapshot, and what differs from it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    pub name: String,
    pub package: Option<String>,
    /// The key in the map `contexts` that the package exports.
    pub export: Option<String>,
    /// The JSON file in the package, where there is no such export.
    pub file: Option<String>,
    /// The snapshot that this one is described by its difference from.
    pub base: Option<String>,
    pub difference: Option<String>,
    /// The SHA-256 of the canonical JSON, in lower-case hexadecimal.
    pub sha256: String,
}

/// A context's URL and its snapshots, the newest first.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContextUrl {
    pub url: String,
    pub snapshots: Vec<String>,
}

/// What a snapshot has otherwise than its base.
#[derive(Deserialize)]
pub struct Difference {
    rebase: Option<Rebase>,
    merge: Option<Value>,
}

/// A vocabulary's base IRI that is replaced throughout.
#[derive(Deserialize)]
struct Rebase {
    from: String,
    to: String,
}

impl Difference {
    /// Replaces the base IRI, then merges (JSON Merge Patch, RFC 7396).
    pub fn apply(&self, document: &mut Value) {
        if let Some(rebase) = &self.rebase {
            rebase.apply(document);
        }
        if let Some(patch) = &self.merge {
            merge(document, patch);
        }
    }
}

impl Rebase {
    fn apply(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                if let Some(rest) = text.strip_prefix(&self.from) {
                    *text = format!("{}{rest}", self.to);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.apply(item)),
            Value::Object(members) => members.values_mut().for_each(|item| self.apply(item)),
            _ => {}
        }
    }
}

fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Some(target) = target.as_object_mut() else {
        return;
    };
    for (name, value) in patch {
        if value.is_null() {
            target.remove(name);
        } else {
            merge(target.entry(name.clone()).or_insert(Value::Null), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn merge_adds_replaces_and_removes() {
        let mut target = json!({"a": {"b": 1, "c": 2}, "d": 3});
        merge(
            &mut target,
            &json!({"a": {"b": null, "e": {"f": null, "g": 4}}, "d": 5}),
        );
        assert_eq!(target, json!({"a": {"c": 2, "e": {"g": 4}}, "d": 5}));
    }
}

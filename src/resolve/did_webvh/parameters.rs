//! What a log's controller has set for it, from one entry to the next (did:webvh 1.0, "did:webvh DID
//! Method Parameters").

use serde_json::{Map, Value};

use super::error::DidLogError;
use super::multihash;
use super::witness::WitnessRule;

/// The version of the method whose rules are followed here.
const METHOD: &str = "did:webvh:1.0";

/// The longest that a resolved document may be kept, in seconds.
const LONGEST_TTL: u64 = 1 << 31;

/// What holds once an entry is read.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Parameters {
    /// The keys that may sign, as Multikeys.
    pub update_keys: Vec<String>,
    /// Hashes of the only keys that the next entry may set; none where it is free to.
    pub next_key_hashes: Vec<String>,
    pub witnesses: Option<WitnessRule>,
    /// Whether the identifier may move to another host or path.
    pub portable: bool,
    pub deactivated: bool,
}

impl Parameters {
    /// What holds after an entry that sets `set`, the first where there is nothing before it.
    pub fn after(
        before: Option<&Self>,
        set: &Map<String, Value>,
        version: usize,
        scid: &str,
    ) -> Result<Self, DidLogError> {
        let malformed = |name: &str| DidLogError::MalformedParameter {
            version,
            name: name.to_owned(),
        };
        let is_first = before.is_none();
        let mut required = ["method", "scid", "updateKeys"].iter();
        if let Some(missing) = required.find(|name| is_first && !set.contains_key(**name)) {
            return Err(malformed(missing));
        }
        let mut now = before.cloned().unwrap_or_default();
        for (name, value) in set {
            let read = match (name.as_str(), value) {
                ("method", value) if value == METHOD => Some(()),
                ("method", other) => {
                    let name = other.as_str().unwrap_or_default().to_owned();
                    return Err(DidLogError::UnsupportedVersion { name });
                }
                ("scid", value) if is_first && value != scid => {
                    return Err(DidLogError::ScidMismatch);
                }
                ("scid", _) => is_first.then_some(()),
                ("updateKeys", value) => texts(value).map(|keys| now.update_keys = keys),
                ("nextKeyHashes", value) => texts(value).map(|hashes| now.next_key_hashes = hashes),
                ("watchers", value) => texts(value).map(|_| ()),
                ("witness", value) => {
                    WitnessRule::read(value).map(|witnesses| now.witnesses = witnesses)
                }
                // Only the first entry can make it portable; any can end that for good.
                ("portable", Value::Bool(portable)) => {
                    now.portable = *portable;
                    (is_first || !portable).then_some(())
                }
                ("deactivated", Value::Bool(deactivated)) => {
                    now.deactivated = *deactivated;
                    Some(())
                }
                ("ttl", Value::Number(seconds)) => {
                    let seconds = seconds.as_u64();
                    seconds.filter(|it| *it <= LONGEST_TTL).map(|_| ())
                }
                // Deprecated, and to be taken for the default.
                ("ttl", Value::Null) => Some(()),
                _ => None,
            };
            read.ok_or_else(|| malformed(name))?;
        }
        match before {
            Some(before) if !before.next_key_hashes.is_empty() => {
                now.is_committed_to(before, set, version)?;
            }
            _ => (),
        }
        Ok(now)
    }

    /// "Pre-Rotation Key Hash Generation and Verification": the entry sets keys and commitments anew,
    /// and of the keys every one is committed to by the entry before.
    fn is_committed_to(
        &self,
        before: &Self,
        set: &Map<String, Value>,
        version: usize,
    ) -> Result<(), DidLogError> {
        let are_set = ["updateKeys", "nextKeyHashes"]
            .iter()
            .all(|name| set.contains_key(*name));
        let mut hashes = self.update_keys.iter().map(|key| multihash::sha256(key));
        let are_committed = hashes.all(|hash| before.next_key_hashes.contains(&hash));
        match are_set && are_committed {
            true => Ok(()),
            false => Err(DidLogError::PreRotationMismatch { version }),
        }
    }

    /// "Authorized Keys": the keys that may sign the entry that has set these. They are those from
    /// before it, but in the first entry and where the entry before had committed to the new ones.
    pub fn authorized<'k>(&'k self, before: Option<&'k Self>) -> &'k [String] {
        match before {
            Some(before) if before.next_key_hashes.is_empty() => &before.update_keys,
            _ => &self.update_keys,
        }
    }

    /// "Witness Lists": who has to approve the entry that has set these. They are the witnesses from
    /// before it, and its own where there were none.
    pub fn witnesses_of(&self, before: Option<&Self>) -> Option<WitnessRule> {
        let earlier = before.and_then(|before| before.witnesses.as_ref());
        earlier.or(self.witnesses.as_ref()).cloned()
    }
}

/// A list of texts; the deprecated `null` is an empty one.
fn texts(value: &Value) -> Option<Vec<String>> {
    let text = |item: &Value| item.as_str().map(str::to_owned);
    match value {
        Value::Null => Some(Vec::new()),
        Value::Array(items) => items.iter().map(text).collect(),
        _ => None,
    }
}

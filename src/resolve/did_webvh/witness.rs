//! Witnesses: others who approve each version of a log, in a file beside it (did:webvh 1.0, "DID
//! Witnesses").

use serde_json::{Map, Value};

use super::authorization::signer;
use super::error::DidLogError;
use super::log::Version;
use crate::key::{KeyKind, multikey};
use crate::timestamp::Timestamp;

/// Who has to approve, and how many of them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct WitnessRule {
    threshold: usize,
    /// The keys that the witnesses' did:keys are made of.
    witnesses: Vec<String>,
}

impl WitnessRule {
    /// Reads the parameter `witness`: Some(None) where there are to be none; None for a rule that is
    /// no good, which is never taken for that.
    pub fn read(value: &Value) -> Option<Option<Self>> {
        let rule = match value {
            Value::Null => return Some(None),
            Value::Object(rule) if rule.is_empty() => return Some(None),
            rule => rule.as_object()?,
        };
        let mut witnesses = Vec::new();
        for witness in rule.get("witnesses")?.as_array()? {
            let key = witness.get("id")?.as_str()?.strip_prefix("did:key:")?;
            let is_of_the_suite = multikey(key).is_ok_and(|key| key.kind() == KeyKind::Ed25519);
            if !is_of_the_suite || witnesses.iter().any(|known| known == key) {
                return None;
            }
            witnesses.push(key.to_owned());
        }
        let threshold = usize::try_from(rule.get("threshold")?.as_u64()?).ok()?;
        let is_within = (1..=witnesses.len()).contains(&threshold);
        is_within.then_some(Some(Self {
            threshold,
            witnesses,
        }))
    }
}

/// "Verifying Witness Proofs During Resolution": whether each version that needs it has been approved
/// by as many witnesses as have to, be it with a later one.
pub(super) fn check(
    versions: &[Version],
    proofs: &Value,
    at: Timestamp,
) -> Result<(), DidLogError> {
    let approvals = approvals(versions, proofs, at);
    for (index, version) in versions.iter().enumerate() {
        let Some(rule) = &version.witnesses else {
            continue;
        };
        // 5. A proof for a version approves those before it too.
        let has_approved = |witness: &&String| {
            let mut approvals = approvals.iter();
            approvals.any(|(key, approved)| key == *witness && *approved >= index)
        };
        // "Witness Threshold Algorithm", steps 3 and 4; witnesses are distinct as they are read.
        if rule.witnesses.iter().filter(has_approved).count() < rule.threshold {
            return Err(DidLogError::Unwitnessed { version: index + 1 });
        }
    }
    Ok(())
}

/// The last version that each witness has approved, as an index into `versions`.
fn approvals(versions: &[Version], proofs: &Value, at: Timestamp) -> Vec<(String, usize)> {
    let mut listed: Vec<String> = versions
        .iter()
        .filter_map(|version| version.witnesses.as_ref())
        .flat_map(|rule| rule.witnesses.clone())
        .collect();
    listed.sort();
    listed.dedup();
    let mut entries: Vec<(usize, &Map<String, Value>)> = proofs
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
        .filter_map(|entry| {
            // 3. Proofs for versions that are not in this log count for nothing.
            let id = entry.get("versionId")?.as_str()?;
            let index = versions.iter().position(|version| version.id == id)?;
            Some((index, entry))
        })
        .collect();
    entries.sort_by_key(|(index, _)| std::cmp::Reverse(*index));
    let mut approvals = Vec::new();
    for (index, entry) in entries {
        let id = entry.get("versionId").cloned().unwrap_or_default();
        let signed = Map::from_iter([("versionId".to_owned(), id)]);
        for proof in crate::proof::proofs(entry.get("proof")) {
            // 4. A proof that does not hold, or is nobody's who was named, is passed over.
            if let Some(witness) = signer(&signed, proof, &listed, at) {
                approvals.push((witness.to_owned(), index));
                // Its earlier approvals would add nothing.
                let witness = witness.to_owned();
                listed.retain(|left| *left != witness);
            }
        }
    }
    approvals
}

//! One entry of a log: a version of the document, and what was signed to make it one (did:webvh 1.0,
//! "The DID Log File").

use serde_json::{Map, Value};

use super::error::DidLogError;
use super::multihash;
use crate::jcs;
use crate::json;
use crate::policy::Bounds;
use crate::proof;
use crate::timestamp::Timestamp;

/// What stands in the first entry wherever the hash of it will.
const PLACEHOLDER: &str = "{SCID}";

/// An entry, read and not yet verified.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Its place in the log, counted from 1.
    pub version: usize,
    pub id: String,
    pub time: Timestamp,
    pub parameters: Map<String, Value>,
    /// The document.
    pub state: Map<String, Value>,
    pub proofs: Vec<Value>,
    /// All of it but the proofs.
    pub unsecured: Map<String, Value>,
}

impl Entry {
    /// Reads one line.
    pub fn read(line: &str, version: usize, bounds: &Bounds) -> Result<Self, DidLogError> {
        let read = || {
            let Ok(Value::Object(mut unsecured)) = json::parse(line.as_bytes(), bounds) else {
                return None;
            };
            let secured = unsecured.remove("proof");
            let proofs = proof::proofs(secured.as_ref()).into_iter().cloned();
            let object = |name| unsecured.get(name).and_then(Value::as_object).cloned();
            let text = |name| unsecured.get(name).and_then(Value::as_str);
            Some(Self {
                version,
                id: text("versionId")?.to_owned(),
                time: utc(text("versionTime")?)?,
                parameters: object("parameters")?,
                state: object("state")?,
                proofs: proofs.collect(),
                unsecured,
            })
        };
        read().ok_or(DidLogError::MalformedEntry { version })
    }

    /// "Verify The Entry Hash": the version's number and a hash over the entry, with `predecessor` in
    /// place of its own identifier.
    pub fn follows(&self, predecessor: &str) -> Result<(), DidLogError> {
        let version = self.version;
        // 3. and 4. `proof` is gone already.
        let mut entry = self.unsecured.clone();
        entry.insert("versionId".into(), predecessor.into());
        // 5.
        let text = jcs::canonicalize(&entry);
        let text = text.map_err(|_| DidLogError::MalformedEntry { version })?;
        // 6. What this writes has the right number, and one dash.
        let is_same = self.id == format!("{version}-{}", multihash::sha256(&text));
        is_same
            .then_some(())
            .ok_or(DidLogError::EntryHashMismatch { version })
    }

    /// "Verify SCID": whether the identifier is the hash of this, the first entry.
    pub fn certifies(&self, scid: &str, bounds: &Bounds) -> Result<(), DidLogError> {
        // 4. and 5.
        let mut entry = self.unsecured.clone();
        entry.insert("versionId".into(), PLACEHOLDER.into());
        // 6. It is the text in which the hash is replaced, names of members among it.
        let text = Value::Object(entry).to_string().replace(scid, PLACEHOLDER);
        let Ok(Value::Object(entry)) = json::parse(text.as_bytes(), bounds) else {
            return Err(DidLogError::ScidMismatch);
        };
        // 7. and 8.
        let text = jcs::canonicalize(&entry).map_err(|_| DidLogError::ScidMismatch)?;
        let is_same = multihash::sha256(&text) == scid;
        is_same.then_some(()).ok_or(DidLogError::ScidMismatch)
    }
}

/// A time that says it is in UTC.
fn utc(text: &str) -> Option<Timestamp> {
    let says_so = text.ends_with('Z') || text.ends_with("+00:00");
    Timestamp::parse(text).ok().filter(|_| says_so)
}

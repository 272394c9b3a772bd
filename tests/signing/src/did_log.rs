//! Logs of did:webvh, and the proofs in and beside them (did:webvh 1.0, Decentralized Identity
//! Foundation).

use anyhow::{Context as _, Result};
use assay::HashAlgorithm;
use assay::jcs;
use serde_json::{Map, Value, json};

use crate::{Issuer, multibase, object};

/// What stands for the hash of the first entry until it is known.
const PLACEHOLDER: &str = "{SCID}";

/// An entry as its controller means it, before it is hashed and signed. Wherever the identifier's hash
/// is to stand, `{SCID}` does.
pub struct Draft<'a> {
    pub time: &'a str,
    pub parameters: Value,
    /// The document.
    pub state: Value,
    pub signer: &'a Issuer,
}

/// A log whose entries can be altered before it is written.
pub struct DidLog {
    /// Each entry, its proof a list of one.
    pub entries: Vec<Value>,
}

impl DidLog {
    /// Hashes and signs these entries in turn.
    ///
    /// # Errors
    /// Where there is nothing to sign.
    pub fn new(drafts: &[Draft<'_>]) -> Result<Self> {
        let mut scid = PLACEHOLDER.to_owned();
        let mut predecessor = PLACEHOLDER.to_owned();
        let mut entries = Vec::new();
        for (draft, number) in drafts.iter().zip(1..) {
            let entry = json!({
                "versionId": predecessor, "versionTime": draft.time,
                "parameters": draft.parameters, "state": draft.state,
            });
            if number == 1 {
                scid = hash(&object(entry.clone())?)?;
            }
            let entry = entry.to_string().replace(PLACEHOLDER, &scid);
            let mut entry: Map<String, Value> = serde_json::from_str(&entry)?;
            seal(&mut entry, number, draft.signer)?;
            predecessor = text(&entry, "versionId");
            entries.push(Value::Object(entry));
        }
        Ok(Self { entries })
    }

    /// Hashes and signs one entry anew, as whoever altered it would.
    ///
    /// # Errors
    /// Where there is no such entry.
    pub fn reseal(&mut self, index: usize, signer: &Issuer) -> Result<()> {
        let predecessor = match index.checked_sub(1) {
            Some(before) => self.version_ids().remove(before),
            None => self.scid(),
        };
        let entry = self.entries.get_mut(index).context("an entry")?;
        let entry = entry.as_object_mut().context("an object")?;
        entry.remove("proof");
        entry.insert("versionId".into(), json!(predecessor));
        seal(entry, index + 1, signer)
    }

    /// The identifier in the document of the last entry.
    pub fn did(&self) -> String {
        let last = self.entries.last().map(|entry| &entry["state"]["id"]);
        last.and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// The hash in the identifier.
    pub fn scid(&self) -> String {
        let did = self.did();
        did.split(':').nth(2).unwrap_or_default().to_owned()
    }

    /// The identifiers of its versions.
    pub fn version_ids(&self) -> Vec<String> {
        let id = |entry: &Value| entry["versionId"].as_str().unwrap_or_default().to_owned();
        self.entries.iter().map(id).collect()
    }

    /// The file.
    pub fn text(&self) -> String {
        let lines = self.entries.iter().map(|entry| format!("{entry}\n"));
        lines.collect()
    }
}

impl Issuer {
    /// Its public key as a Multikey.
    pub fn multikey(&self) -> &str {
        &self.multikey
    }

    /// The same key under an identifier of whatever kind, as its `#key-1`.
    #[must_use]
    pub fn known_as(self, id: &str) -> Self {
        Self {
            controller: id.to_owned(),
            method: format!("{id}#key-1"),
            ..self
        }
    }

    /// An `eddsa-jcs-2022` proof over JSON without contexts, by the did:key of this key; `members` take
    /// the place of the usual ones.
    ///
    /// # Errors
    /// For a key of another kind than Ed25519.
    pub fn sign_json(&self, json: &Map<String, Value>, members: Value) -> Result<Value> {
        let mut proof = object(json!({
            "type": "DataIntegrityProof",
            "cryptosuite": "eddsa-jcs-2022",
            "verificationMethod": format!("did:key:{0}#{0}", self.multikey),
            "proofPurpose": "assertionMethod",
            "created": "2025-02-03T09:00:00Z",
        }))?;
        proof.extend(object(members)?);
        let hash = |json: &Map<String, Value>| -> Result<Vec<u8>> {
            let text = jcs::canonicalize(json).ok().context("canonical")?;
            Ok(HashAlgorithm::Sha256.digest(&text))
        };
        let bytes = [hash(&proof)?, hash(json)?].concat();
        let algorithm = self.kind.algorithm().context("a key that suites take")?;
        let signature = self.key.sign(algorithm, &bytes)?;
        proof.insert("proofValue".into(), json!(multibase(&signature)));
        Ok(Value::Object(proof))
    }

    /// A witness's approval of one version of a log.
    ///
    /// # Errors
    /// As for [`Issuer::sign_json`].
    pub fn approve(&self, version_id: &str) -> Result<Value> {
        self.sign_json(&object(json!({ "versionId": version_id }))?, json!({}))
    }
}

/// Gives an entry, which has its predecessor's identifier, its own, and signs it.
fn seal(entry: &mut Map<String, Value>, number: usize, signer: &Issuer) -> Result<()> {
    let id = format!("{number}-{}", hash(entry)?);
    entry.insert("versionId".into(), json!(id));
    let proof = signer.sign_json(entry, json!({}))?;
    entry.insert("proof".into(), json!([proof]));
    Ok(())
}

fn text(json: &Map<String, Value>, name: &str) -> String {
    let text = json.get(name).and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}

/// The multihash of JSON in canonical form.
fn hash(json: &Map<String, Value>) -> Result<String> {
    let text = jcs::canonicalize(json).ok().context("canonical")?;
    Ok(multihash(&text))
}

/// `base58btc(multihash(text, SHA-256))`, which announces a key too.
pub fn multihash(text: &str) -> String {
    let digest = HashAlgorithm::Sha256.digest(text);
    let bytes = [&[0x12, 0x20][..], &digest].concat();
    multibase(&bytes).split_off(1)
}

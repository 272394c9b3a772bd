//! Signing, for samples and tests alone: the keys come from fixed seeds that everybody can read.

use anyhow::{Context as _, Result, anyhow};
use assay::jsonld;
use assay::key::multikey::ed25519_multikey;
use assay::policy::Bounds;
use assay::proof::{Proof, Secured, hash_data};
use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

/// A demo issuer's key.
pub struct Issuer {
    key: SigningKey,
    /// The identifier that its verification method belongs to.
    controller: String,
    method: String,
}

impl Issuer {
    /// The did:key of the seed that `name` hashes to.
    pub fn did_key(name: &str) -> Self {
        let key = key(name);
        let multikey = ed25519_multikey(key.verifying_key().as_bytes());
        let controller = format!("did:key:{multikey}");
        let method = format!("{controller}#{multikey}");
        Self {
            key,
            controller,
            method,
        }
    }

    /// The same key under a did:web, as `#key-1`.
    pub fn did_web(name: &str, did: &str) -> Self {
        Self {
            key: key(name),
            controller: did.to_owned(),
            method: format!("{did}#key-1"),
        }
    }

    /// The issuer's identifier.
    pub fn id(&self) -> &str {
        &self.controller
    }

    /// The document that the did:web's host has to serve.
    pub fn did_document(&self) -> Value {
        json!({
            "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
            "id": self.controller,
            "verificationMethod": [{
                "id": self.method,
                "type": "Multikey",
                "controller": self.controller,
                "publicKeyMultibase": ed25519_multikey(self.key.verifying_key().as_bytes()),
            }],
            "assertionMethod": [self.method],
        })
    }

    /// Adds an `eddsa-rdfc-2022` proof.
    ///
    /// # Errors
    /// Where the document cannot be hashed.
    pub fn sign(&self, document: Value) -> Result<Value> {
        let proof = json!({"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022"});
        self.sign_with(document, proof)
    }

    /// Adds a proof with these members: its suite, and whatever else should differ from the usual.
    ///
    /// # Errors
    /// Where the document cannot be hashed.
    pub fn sign_with(&self, document: Value, members: Value) -> Result<Value> {
        let mut document = object(document)?;
        let usual = json!({
            "created": "2025-02-03T09:00:00Z",
            "verificationMethod": self.method,
            "proofPurpose": "assertionMethod",
            // A stand-in of the right length: the hash leaves the value out.
            "proofValue": multibase(&[0; 64]),
        });
        let mut proof = object(usual)?;
        proof.extend(object(members)?);
        let bytes = signed_bytes(&document, &proof)?;
        let signature = self.key.sign(&bytes).to_bytes();
        proof.insert("proofValue".into(), json!(multibase(&signature)));
        document.insert("proof".into(), Value::Object(proof));
        Ok(Value::Object(document))
    }
}

fn key(name: &str) -> SigningKey {
    SigningKey::from_bytes(&Sha256::digest(format!("Assay sample: {name}")).into())
}

fn object(value: Value) -> Result<Map<String, Value>> {
    match value {
        Value::Object(object) => Ok(object),
        _ => Err(anyhow!("a JSON object")),
    }
}

/// Bytes as `proofValue` has them: base58btc.
pub fn multibase(bytes: &[u8]) -> String {
    format!("z{}", bs58::encode(bytes).into_string())
}

/// What the signature is made over, under the newest snapshots of the contexts.
///
/// Undefined contexts are left out, since a sample needs one that nobody knows.
fn signed_bytes(document: &Map<String, Value>, proof: &Map<String, Value>) -> Result<Vec<u8>> {
    let mut document = document.clone();
    if let Some(Value::Array(contexts)) = document.get_mut("@context") {
        contexts.retain(|url| url.as_str().and_then(jsonld::contexts::snapshots).is_some());
    }
    let bounds = Bounds::default();
    let shape = jsonld::shape(&document, &bounds).map_err(|error| anyhow!("{error:?}"))?;
    let entry = Value::Object(proof.clone());
    let proof = Proof::read(&entry).map_err(|reason| anyhow!("{reason:?}"))?;
    let secured = Secured {
        unsecured: &document,
        shape: &shape,
        bounds: &bounds,
    };
    let hashes = hash_data(secured, &proof, &[]).map_err(|reason| anyhow!("{reason:?}"))?;
    Ok(hashes.first().context("a combination of contexts")?.bytes())
}

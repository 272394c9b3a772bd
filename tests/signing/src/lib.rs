//! Signing, for samples and tests alone: the keys come from fixed seeds that everybody can read.

mod badge;
mod bbs;
mod detached_jws;
mod did_log;
pub mod mixed;
mod secret;
mod selective;
pub mod status_list;
mod token;

pub use assay::key::KeyKind;
pub use badge::badge;
pub use detached_jws::with_signature;
pub use did_log::{DidLog, Draft, multihash};
pub use selective::{Derived, DerivedValue, Disclosure, multibase_url, proof_key};

use anyhow::{Context as _, Result, anyhow};
use assay::jsonld;
use assay::key::Algorithm;
use assay::key::multikey::to_multikey;
use assay::policy::Bounds;
use assay::proof::{HashData, Proof, Secured, Suite, hash_data};
use serde_json::{Map, Value, json};

pub use secret::{Secret, rng};
use selective::Base;
pub use token::{base64url, disclosure};

/// A demo issuer's key.
pub struct Issuer {
    key: Secret,
    kind: KeyKind,
    multikey: String,
    /// The identifier that its verification method belongs to.
    controller: String,
    method: String,
}

impl Issuer {
    /// The did:key of the Ed25519 key whose seed `name` hashes to.
    pub fn did_key(name: &str) -> Self {
        Self::did_key_of(name, KeyKind::Ed25519)
    }

    /// The did:key of the key whose seed `name` hashes to.
    ///
    /// # Panics
    /// For one name in 2^32, whose hash is no secret key of the curve.
    pub fn did_key_of(name: &str, kind: KeyKind) -> Self {
        let key = Secret::of(name, kind).expect("a seed within the curve's order");
        let multikey = to_multikey(&key.public().expect("a key"));
        let controller = format!("did:key:{multikey}");
        let method = format!("{controller}#{multikey}");
        Self {
            key,
            kind,
            multikey,
            controller,
            method,
        }
    }

    /// The same Ed25519 key under a did:web, as `#key-1`.
    pub fn did_web(name: &str, did: &str) -> Self {
        Self::did_key(name).under(did)
    }

    /// The same key under a did:web, as `#key-1`.
    #[must_use]
    pub fn under(self, did: &str) -> Self {
        Self {
            controller: did.to_owned(),
            method: format!("{did}#key-1"),
            ..self
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
                "publicKeyMultibase": self.multikey,
            }],
            "assertionMethod": [self.method],
            "authentication": [self.method],
        })
    }

    /// Adds an `eddsa-rdfc-2022` proof.
    ///
    /// # Errors
    /// Where the document cannot be hashed.
    pub fn sign(&self, document: Value) -> Result<Value> {
        self.sign_with(document, members(Suite::EddsaRdfc2022))
    }

    /// Adds an `eddsa-rdfc-2022` proof of a holder who presents credentials.
    ///
    /// # Errors
    /// Where the document cannot be hashed.
    pub fn present(&self, presentation: Value) -> Result<Value> {
        let mut members = members(Suite::EddsaRdfc2022);
        members["proofPurpose"] = json!("authentication");
        self.sign_with(presentation, members)
    }

    /// Adds a proof with these members: its suite, and whatever else should differ from the usual.
    ///
    /// With `bbs-2023` and `ecdsa-sd-2023` it is a derived proof that discloses everything.
    ///
    /// # Errors
    /// Where the document cannot be hashed.
    pub fn sign_with(&self, document: Value, members: Value) -> Result<Value> {
        if members["cryptosuite"].as_str() == Suite::EcdsaSd2023.cryptosuite() {
            let mandatory = ["/issuer"].into_iter();
            let mandatory: Vec<&str> = mandatory
                .filter(|pointer| document.pointer(pointer).is_some())
                .collect();
            let everything = Disclosure {
                mandatory: &mandatory,
                selective: &[""],
            };
            return Ok(self.derive(document, members, everything)?.secured());
        }
        if members["cryptosuite"].as_str() == Suite::Bbs2023.cryptosuite() {
            return self.sign_bbs(document, members, |_| ());
        }
        let mut document = object(document)?;
        let mut proof = self.proof(&document, members)?;
        let bytes = hashes(&document, &proof, self.kind)?.bytes();
        let sign = |algorithm: Algorithm, bytes: &[u8]| self.key.sign(algorithm, bytes);
        if proof.contains_key(detached_jws::MEMBER) {
            let signature = detached_jws::sign(self.kind, &bytes, sign)?;
            proof.insert(detached_jws::MEMBER.into(), json!(signature));
        } else {
            let algorithm = self.kind.algorithm().context("a key that suites take")?;
            let signature = sign(algorithm, &bytes)?;
            proof.insert("proofValue".into(), json!(multibase(&signature)));
        }
        document.insert("proof".into(), Value::Object(proof));
        Ok(Value::Object(document))
    }

    /// Adds an `eddsa-rdfc-2022` proof, once under each combination of the contexts' snapshots, the
    /// newest first: as libraries do that know a context in an older form.
    ///
    /// # Errors
    /// Where the document cannot be hashed.
    pub fn sign_in_each_form(&self, document: Value) -> Result<Vec<Value>> {
        let document = object(document)?;
        let proof = self.proof(&document, members(Suite::EddsaRdfc2022))?;
        let hashes = all_hashes(&document, &proof, self.kind)?;
        let signed = hashes.iter().map(|hashes| {
            let signature = self.key.sign(Algorithm::EdDsa, &hashes.bytes())?;
            let (mut document, mut proof) = (document.clone(), proof.clone());
            proof.insert("proofValue".into(), json!(multibase(&signature)));
            document.insert("proof".into(), Value::Object(proof));
            Ok(Value::Object(document))
        });
        signed.collect()
    }

    /// Signs with `ecdsa-sd-2023`, and leaves out what is not disclosed.
    ///
    /// # Errors
    /// As for [`Issuer::derive`].
    pub fn sign_selectively(&self, document: Value, disclosure: Disclosure<'_>) -> Result<Value> {
        let derived = self.derive(document, members(Suite::EcdsaSd2023), disclosure)?;
        Ok(derived.secured())
    }

    /// The same, its proof's value in parts, and its proof with these members.
    ///
    /// # Errors
    /// Where the document cannot be hashed or a pointer leads nowhere.
    pub fn derive(
        &self,
        document: Value,
        members: Value,
        disclosure: Disclosure<'_>,
    ) -> Result<Derived> {
        let base = self.base(document, members, disclosure.mandatory)?;
        base.derive(disclosure.selective)
    }

    /// Signs with `ecdsa-sd-2023`, for a wallet to derive from.
    ///
    /// # Errors
    /// As for [`Issuer::derive`].
    pub fn sign_base(&self, document: Value, mandatory: &[&str]) -> Result<Value> {
        let base = self.base(document, members(Suite::EcdsaSd2023), mandatory)?;
        Ok(base.secured())
    }

    fn base(&self, document: Value, members: Value, mandatory: &[&str]) -> Result<Base> {
        let document = object(document)?;
        let mut proof = self.proof(&document, members)?;
        proof.insert("proofValue".into(), selective::stand_in(&document)?);
        let proof_hash = hashes(&document, &proof, self.kind)?.proof_hash;
        let sign = |bytes: &[u8]| self.key.sign(Algorithm::Es256, bytes);
        Base::new(&document, &proof, &proof_hash, mandatory, sign)
    }

    /// Signs with `bbs-2023`, and shows what `leave_out` leaves of the document.
    ///
    /// # Errors
    /// Where the document cannot be hashed, or what is shown is not part of it.
    pub fn sign_bbs(
        &self,
        document: Value,
        members: Value,
        leave_out: impl FnOnce(&mut Value),
    ) -> Result<Value> {
        let mut shown = document.clone();
        leave_out(&mut shown);
        let (whole, mut shown) = (object(document)?, object(shown)?);
        let mut proof = self.proof(&whole, members)?;
        proof.insert("proofValue".into(), bbs::stand_in());
        let hashes = |document| hashes(document, &proof, self.kind);
        let (signed, part) = (hashes(&whole)?, hashes(&shown)?);
        let canonical = bbs::Canonical {
            whole: &signed.canonical_document,
            shown: &part.canonical_document,
            proof_hash: &signed.proof_hash,
        };
        let Secret::Bls12381G2(secret) = &self.key else {
            return Err(anyhow!("a key of {}", KeyKind::Bls12381G2.name()));
        };
        let value = bbs::derive(secret, &canonical)?;
        proof.insert("proofValue".into(), json!(value));
        shown.insert("proof".into(), Value::Object(proof));
        Ok(Value::Object(shown))
    }

    /// A proof with these members, and what is usual besides.
    fn proof(&self, document: &Map<String, Value>, members: Value) -> Result<Map<String, Value>> {
        let usual = json!({
            "created": "2025-02-03T09:00:00Z",
            "verificationMethod": self.method,
            "proofPurpose": "assertionMethod",
        });
        let mut proof = object(usual)?;
        // A stand-in of the right form: the hash leaves the value out.
        if detached_jws::is_named_by(&members) {
            let stand_in = detached_jws::sign(self.kind, &[], |_, _| Ok(Vec::new()))?;
            proof.insert(detached_jws::MEMBER.into(), json!(stand_in));
        } else {
            let length = self.kind.signature_length().unwrap_or_default();
            proof.insert("proofValue".into(), json!(multibase(&vec![0; length])));
        }
        // A proof over canonical JSON repeats the document's contexts (vc-di-eddsa 1.0, section
        // 3.3.1, step 2).
        let cryptosuite = members["cryptosuite"].as_str().unwrap_or_default();
        if let Some(context) = document
            .get("@context")
            .filter(|_| cryptosuite.contains("-jcs-"))
        {
            proof.insert("@context".into(), context.clone());
        }
        proof.extend(object(members)?);
        Ok(proof)
    }
}

/// The members by which a proof names its suite.
pub fn members(suite: Suite) -> Value {
    match suite.cryptosuite() {
        Some(name) => json!({"type": suite.proof_type(), "cryptosuite": name}),
        None => json!({"type": suite.proof_type()}),
    }
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
fn hashes(
    document: &Map<String, Value>,
    proof: &Map<String, Value>,
    key: KeyKind,
) -> Result<HashData> {
    let newest = all_hashes(document, proof, key)?.into_iter().next();
    newest.context("a combination of contexts")
}

/// What the signature can be made over, under every combination of the contexts' snapshots.
///
/// Undefined contexts are left out, since a sample needs one that nobody knows.
fn all_hashes(
    document: &Map<String, Value>,
    proof: &Map<String, Value>,
    key: KeyKind,
) -> Result<Vec<HashData>> {
    let mut document = document.clone();
    if let Some(Value::Array(contexts)) = document.get_mut("@context") {
        contexts.retain(|url| url.as_str().and_then(jsonld::contexts::snapshots).is_some());
    }
    let bounds = Bounds::default();
    let entry = Value::Object(proof.clone());
    let mut secured = document.clone();
    secured.insert("proof".into(), entry.clone());
    let shape =
        jsonld::shape(&secured, bounds.context_references).map_err(|error| anyhow!("{error:?}"))?;
    let proof = Proof::read(&entry).map_err(|reason| anyhow!("{reason:?}"))?;
    let secured = Secured {
        document: &document,
        left_out: None,
        shape: &shape,
        bounds: &bounds,
    };
    hash_data(secured, &proof, &[], key).map_err(|reason| anyhow!("{reason:?}"))
}

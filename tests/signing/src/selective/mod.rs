//! Badges signed with `ecdsa-sd-2023`, so that a holder can leave details out.

mod select;
mod statements;
mod value;

pub use value::{DerivedValue, multibase_url};

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use assay::HashAlgorithm;
use assay::key::{Algorithm, KeyKind};
use assay::rdf::{BlankNode, Quad};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Map, Value, json};
use sha2::Sha256;

use crate::secret::Secret;
use select::select;
use statements::{canonical_labels, lines, quads, skolemized};

/// The name of the key inside the proof of `document`; a real issuer throws dice for it.
#[must_use]
pub fn proof_key(document: &Map<String, Value>) -> String {
    let json = Value::Object(document.clone()).to_string();
    format!("the key of the proof of {json}")
}

/// The key that blank nodes' labels are made with, which the holder gets to know.
fn hmac_key(document: &Map<String, Value>) -> Vec<u8> {
    HashAlgorithm::Sha256.digest(format!("labels: {}", proof_key(document)))
}

/// What a holder can't leave out, and what this one discloses besides: JSON pointers.
#[derive(Clone, Copy, Debug)]
pub struct Disclosure<'a> {
    pub mandatory: &'a [&'a str],
    pub selective: &'a [&'a str],
}

/// A badge with a base proof, as its holder keeps it.
pub(crate) struct Base {
    document: Map<String, Value>,
    proof: Map<String, Value>,
    mandatory_pointers: Vec<String>,
    skolemized: Map<String, Value>,
    /// The label that each blank node is signed under.
    labels: BTreeMap<BlankNode, String>,
    base_signature: Vec<u8>,
    public_key: Vec<u8>,
    /// The statements that can be left out, each with its signature.
    signatures: BTreeMap<String, Vec<u8>>,
}

/// A proof's value of the right form, to stand in until there is a good one.
pub(crate) fn stand_in(document: &Map<String, Value>) -> Result<Value> {
    let value = DerivedValue {
        base_signature: vec![0; 64],
        public_key: public_key(&Secret::of(&proof_key(document), KeyKind::P256)?)?,
        signatures: Vec::new(),
        labels: Vec::new(),
        mandatory_indexes: Vec::new(),
    };
    Ok(json!(value.encode()))
}

fn public_key(secret: &Secret) -> Result<Vec<u8>> {
    Ok([
        &[0x80, 0x24],
        secret.compressed_p256().context("a P-256 key")?.as_slice(),
    ]
    .concat())
}

impl Base {
    /// Create Base Proof (vc-di-ecdsa 1.0, section 3.6.1): `sign` is the issuer's key, and
    /// `proof_hash` is made over the proof without its value.
    pub(crate) fn new(
        document: &Map<String, Value>,
        proof: &Map<String, Value>,
        proof_hash: &[u8],
        mandatory: &[&str],
        sign: impl FnOnce(&[u8]) -> Result<Vec<u8>>,
    ) -> Result<Self> {
        // Base Proof Transformation (section 3.6.2)
        let skolemized = skolemized(document);
        let all = quads(&skolemized)?;
        let labels = hmac_labels(&all, &hmac_key(document))?;
        let mandatory_lines = lines(&selected(&skolemized, mandatory)?, &labels);
        // Base Proof Hashing (section 3.6.3)
        let mandatory_hash = HashAlgorithm::Sha256.digest(mandatory_lines.concat());
        // Base Proof Serialization (section 3.6.5)
        let key = Secret::of(&proof_key(document), KeyKind::P256)?;
        let public_key = public_key(&key)?;
        let rest = lines(&all, &labels).into_iter();
        let rest = rest.filter(|line| !mandatory_lines.contains(line));
        Ok(Self {
            document: document.clone(),
            proof: proof.clone(),
            mandatory_pointers: mandatory.iter().map(|one| (*one).to_owned()).collect(),
            signatures: rest
                .map(|line| {
                    let signature = key.sign(Algorithm::Es256, line.as_bytes())?;
                    Ok((line, signature))
                })
                .collect::<Result<_>>()?,
            base_signature: sign(&[proof_hash, &public_key, &mandatory_hash].concat())?,
            skolemized,
            labels,
            public_key,
        })
    }

    /// The badge that a wallet keeps and nobody shows.
    pub(crate) fn secured(&self) -> Value {
        let signatures: Vec<Vec<u8>> = self.signatures.values().cloned().collect();
        let pointers: Vec<&str> = self.mandatory_pointers.iter().map(String::as_str).collect();
        let value = value::base_value(
            &self.base_signature,
            &self.public_key,
            &hmac_key(&self.document),
            &signatures,
            &pointers,
        );
        secured(&self.document, &self.proof, &value)
    }

    /// Add Derived Proof (section 3.6.6): the badge that shows what `selective` points to, and how
    /// its proof's value is made up.
    pub(crate) fn derive(&self, selective: &[&str]) -> Result<Derived> {
        // createDisclosureData (section 3.5.4)
        let mandatory = self.mandatory_pointers.iter().map(String::as_str);
        let combined: Vec<&str> = mandatory.chain(selective.iter().copied()).collect();
        let quads = selected(&self.skolemized, &combined)?;
        let statements = lines(&quads, &self.labels);
        let mut value = DerivedValue {
            base_signature: self.base_signature.clone(),
            public_key: self.public_key.clone(),
            signatures: Vec::new(),
            labels: Vec::new(),
            mandatory_indexes: Vec::new(),
        };
        for (index, statement) in (0..).zip(&statements) {
            match self.signatures.get(statement) {
                Some(signature) => value.signatures.push(signature.clone()),
                None => value.mandatory_indexes.push(index),
            }
        }
        for (own, canonical) in canonical_labels(&quads)? {
            let node = canonical.trim_start_matches("c14n").parse()?;
            let label = self.labels.get(&own).context("a label")?;
            let digest = label.strip_prefix('u').context("a label's prefix")?;
            value
                .labels
                .push((node, Base64UrlUnpadded::decode_vec(digest)?));
        }
        let document = select(&self.document, &combined)?.context("a pointer")?;
        Ok(Derived {
            document: crate::object(document)?,
            proof: self.proof.clone(),
            value,
            statements,
        })
    }
}

/// A badge as its holder shows it, its proof's value still in parts.
#[derive(Clone, Debug)]
pub struct Derived {
    document: Map<String, Value>,
    proof: Map<String, Value>,
    pub value: DerivedValue,
    /// The badge's statements, in the order that the value speaks of.
    pub statements: Vec<String>,
}

impl Derived {
    /// The badge with its proof.
    #[must_use]
    pub fn secured(&self) -> Value {
        secured(&self.document, &self.proof, &self.value.encode())
    }
}

fn secured(document: &Map<String, Value>, proof: &Map<String, Value>, value: &str) -> Value {
    let (mut document, mut proof) = (document.clone(), proof.clone());
    proof.insert("proofValue".into(), json!(value));
    document.insert("proof".into(), Value::Object(proof));
    Value::Object(document)
}

/// createHmacIdLabelMapFunction (section 3.4.4)
fn hmac_labels(quads: &[Quad], key: &[u8]) -> Result<BTreeMap<BlankNode, String>> {
    let mut labels = canonical_labels(quads)?;
    for label in labels.values_mut() {
        let mut hmac = Hmac::<Sha256>::new_from_slice(key)?;
        hmac.update(label.as_bytes());
        *label = format!("u{}", value::base64url(&hmac.finalize().into_bytes()));
    }
    Ok(labels)
}

/// selectCanonicalNQuads (section 3.4.15), before the relabelling.
fn selected(skolemized: &Map<String, Value>, pointers: &[&str]) -> Result<Vec<Quad>> {
    match select(skolemized, pointers)? {
        Some(selection) => quads(&crate::object(selection)?),
        None => Ok(Vec::new()),
    }
}

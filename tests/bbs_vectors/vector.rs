//! One proof of the vectors, with all that it is verified with.

use std::path::Path;

use assay::jsonld;
use assay::key::{Bls12381G2, PublicKey, bls12381_g2};
use assay::policy::Bounds;
use assay::proof::bbs_2023::DerivedProof;
use assay::{HashAlgorithm, rdf};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::Value;

use crate::support::{from_hex, object};

pub const FOLDER: &str = "w3c-vc-di-bbs/TestVectors";

/// The vectors of derived proofs: the baseline, and the optional features.
pub const VECTORS: [&str; 4] = ["prc", "HolderBinding", "Pseudonym", "PseudonymHB"];

/// Whom the pseudonyms of the vectors were made for (`FeatureInputs/verifierInfo.json`).
pub const DOMAIN: &[u8] = b"https://car.rental.verifier.example/";

#[derive(Clone)]
pub struct Vector {
    pub key: Bls12381G2,
    pub value: Vec<u8>,
    pub proof_hash: Vec<u8>,
    pub canonical_document: String,
}

impl Vector {
    /// The proof in a folder of the vectors. The document's canonical form is worked back from the
    /// statements under the issuer's labels: some of its contexts are not bundled.
    pub fn of(root: &Path, folder: &str) -> Self {
        let value = proof_value(&read(&root.join(folder).join("derivedRevealDocument.json")));
        let statements: Vec<String> =
            serde_json::from_value(read(&root.join(folder).join("verifyNQuads.json"))).unwrap();
        let labels = DerivedProof::parse(&value).unwrap().labels;
        let mut canonical_document = statements.concat();
        for (node, label) in labels.labels().iter().enumerate() {
            let (from, to) = (format!("_:{label} "), format!("_:canonical{node} "));
            canonical_document = canonical_document.replace(&from, &to);
        }
        Self {
            canonical_document: canonical_document.replace("_:canonical", "_:c14n"),
            ..Self::over(root, folder, value)
        }
    }

    /// A proof with the key and the proof's configuration of a folder, from its document on.
    pub fn from_document(root: &Path, folder: &str, document: &Value) -> Self {
        Self {
            canonical_document: canonical(document),
            ..Self::over(root, folder, proof_value(document))
        }
    }

    fn over(root: &Path, folder: &str, value: Vec<u8>) -> Self {
        let text = |path: &Path, member: &str| from_hex(read(path)[member].as_str().unwrap());
        let key = text(&root.join("BBSKeyMaterial.json"), "publicKeyHex");
        let Ok(PublicKey::Bls12381G2(key)) = bls12381_g2(&key) else {
            panic!("a key in G2")
        };
        Self {
            key,
            value,
            proof_hash: text(&root.join(folder).join("addHashData.json"), "proofHash"),
            canonical_document: String::new(),
        }
    }

    pub fn holds(&self) -> bool {
        self.holds_for(DOMAIN)
    }

    /// Whether it holds, its pseudonym for a domain.
    pub fn holds_for(&self, domain: &[u8]) -> bool {
        let Ok(proof) = DerivedProof::parse(&self.value) else {
            return false;
        };
        let statements = proof.statements(&self.canonical_document);
        let holds = |statements| proof.holds(&self.key, &self.proof_hash, &statements, domain);
        statements.is_some_and(|statements| holds(statements) == Ok(true))
    }

    /// Whether it holds with another value.
    pub fn holds_with(&self, value: &[u8]) -> bool {
        let value = value.to_vec();
        Self {
            value,
            ..self.clone()
        }
        .holds()
    }
}

pub fn read(path: &Path) -> Value {
    let text = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_slice(&text).unwrap()
}

pub fn proof_value(document: &Value) -> Vec<u8> {
    let text = document["proof"]["proofValue"].as_str().unwrap();
    Base64UrlUnpadded::decode_vec(text.strip_prefix('u').unwrap()).unwrap()
}

/// Statements of a document, whose contexts may be written into it here.
fn canonical(document: &Value) -> String {
    let mut unsecured = object(document);
    unsecured.remove("proof");
    let mut plain = unsecured.clone();
    let contexts = plain["@context"].as_array_mut().unwrap();
    contexts.retain(Value::is_string);
    let bounds = Bounds::default();
    let shape = jsonld::shape(&plain, bounds.context_references).unwrap();
    let choices = jsonld::choices(&shape.contexts, bounds.snapshot_combinations);
    let statements = jsonld::statements(&unsecured, &choices[0]).unwrap();
    rdf::canonicalize(
        &statements.quads,
        HashAlgorithm::Sha256,
        bounds.canonicalization_steps,
    )
    .unwrap()
}

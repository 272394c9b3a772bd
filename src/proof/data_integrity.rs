//! What the RDF suites of Data Integrity share: transformation, proof configuration and hashing.

use ed25519_dalek::Signature;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::{Proof, Secured, SignatureValid};
use crate::jsonld::{self, ContextChoice, Statements};
use crate::key::PublicKey;
use crate::policy::Bounds;
use crate::rdf;
use crate::reason::Reason;

pub(super) const TYPE: &str = "DataIntegrityProof";

/// What one signature is made over, step by step.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct HashData {
    /// The snapshots of contexts that it was worked out with.
    pub contexts: Vec<&'static str>,
    /// The document without its proof, as canonical N-Quads.
    pub canonical_document: String,
    /// The proof without its value, as canonical N-Quads.
    pub canonical_proof: String,
    pub document_hash: [u8; 32],
    pub proof_hash: [u8; 32],
    uncovered: Vec<String>,
    lossy: bool,
}

impl HashData {
    /// The bytes that are signed: the proof's hash, then the document's.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        [self.proof_hash, self.document_hash].concat()
    }
}

/// One [`HashData`] for each combination of context snapshots, worked out as it is asked for.
pub(super) fn hash_data<'a>(
    secured: Secured<'a>,
    proof: &'a Proof<'_>,
    previous: &[&Proof<'_>],
) -> impl Iterator<Item = Result<HashData, Reason>> + use<'a> {
    let document = with_previous(secured.unsecured, previous);
    let configuration = configuration(secured.unsecured, proof.json);
    let limit = secured.bounds.snapshot_combinations;
    jsonld::choices(&secured.shape.contexts, limit)
        .into_iter()
        .map(move |choice| {
            // Transformation (vc-di-eddsa 1.0, section 3.2.3).
            let document = canonical(&document, &choice, secured.bounds)?;
            // Proof configuration (section 3.2.5).
            let proof = canonical(&configuration, &choice, secured.bounds)?;
            // Hashing (section 3.2.4).
            Ok(HashData {
                contexts: choice.names().collect(),
                document_hash: Sha256::digest(&document.text).into(),
                proof_hash: Sha256::digest(&proof.text).into(),
                canonical_document: document.text,
                canonical_proof: proof.text,
                uncovered: [document.undefined, proof.undefined].concat(),
                lossy: document.lossy || proof.lossy,
            })
        })
}

struct Canonical {
    text: String,
    undefined: Vec<String>,
    lossy: bool,
}

fn canonical(
    document: &Map<String, Value>,
    choice: &ContextChoice,
    bounds: &Bounds,
) -> Result<Canonical, Reason> {
    let Statements {
        quads,
        undefined,
        lossy,
    } = jsonld::statements(document, choice)
        .map_err(|problem| Reason::InvalidJsonLd { problem })?;
    let text = rdf::canonicalize(&quads, bounds)
        .map_err(|rdf::TooCostly| Reason::CanonicalizationTooCostly)?;
    Ok(Canonical {
        text,
        undefined,
        lossy,
    })
}

/// A proof on top of others is made over the document that carries them (Data Integrity 1.0,
/// section 4.3, steps 4 and 5).
fn with_previous(unsecured: &Map<String, Value>, previous: &[&Proof<'_>]) -> Map<String, Value> {
    let mut document = unsecured.clone();
    if !previous.is_empty() {
        let proofs = previous
            .iter()
            .map(|proof| Value::Object(proof.json.clone()));
        document.insert("proof".into(), proofs.collect());
    }
    document
}

/// The proof without its value, under the document's context.
fn configuration(unsecured: &Map<String, Value>, proof: &Map<String, Value>) -> Map<String, Value> {
    let mut configuration = proof.clone();
    configuration.remove("proofValue");
    if let Some(context) = unsecured.get("@context") {
        configuration.insert("@context".into(), context.clone());
    }
    configuration
}

/// Tries an Ed25519 signature against each combination of context snapshots (vc-di-eddsa 1.0,
/// section 3.2.7).
///
/// The first combination under which it holds and covers everything wins, then the first under
/// which it holds.
pub(super) fn verify_ed25519(
    secured: Secured<'_>,
    proof: &Proof<'_>,
    previous: &[&Proof<'_>],
    PublicKey::Ed25519(key): &PublicKey,
) -> Result<SignatureValid, Reason> {
    let signature = Signature::from_bytes(&proof.signature);
    let mut partial = None;
    let mut undefined = None;
    let mut all_defined = false;
    for hash_data in hash_data(secured, proof, previous) {
        let hash_data = hash_data?;
        // Strict: no small-order points, no malleable encodings.
        if key.verify_strict(&hash_data.bytes(), &signature).is_ok() {
            let valid = SignatureValid {
                suite: proof.suite,
                uncovered: hash_data.uncovered,
                lossy: hash_data.lossy,
            };
            if valid.gap().is_none() {
                return Ok(valid);
            }
            partial.get_or_insert(valid);
        } else if hash_data.uncovered.is_empty() {
            all_defined = true;
        } else {
            undefined.get_or_insert(hash_data.uncovered);
        }
    }
    match (partial, undefined) {
        (Some(valid), _) => Ok(valid),
        // The signer's contexts may have defined what none of ours does: no proof of alteration.
        (None, Some(terms)) if !all_defined => Err(Reason::UncoveredTerms { terms }),
        (None, _) => Err(Reason::SignatureMismatch { suite: proof.suite }),
    }
}

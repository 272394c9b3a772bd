//! What a signature is made over: the hashes of the proof's configuration and of the document.

use serde_json::{Map, Value};

use super::definition::Transformation;
use super::{Proof, Secured, jcs, rdfc};
use crate::HashAlgorithm;
use crate::reason::Reason;

/// What one signature is made over, step by step.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct HashData {
    /// The snapshots of contexts that it was worked out with.
    pub contexts: Vec<&'static str>,
    /// The document without its proof, in canonical form.
    pub canonical_document: String,
    /// The proof without its value, in canonical form.
    pub canonical_proof: String,
    pub document_hash: Vec<u8>,
    pub proof_hash: Vec<u8>,
    /// What a signature over it would leave open.
    pub(super) gap: Option<Reason>,
}

impl HashData {
    /// Hashing (vc-di-eddsa 1.0, sections 3.2.4 and 3.3.4; vc-di-ecdsa 1.0 likewise).
    pub(super) fn new(document: String, proof: String, hash: HashAlgorithm) -> Self {
        Self {
            contexts: Vec::new(),
            // 1. and 2.
            document_hash: hash.digest(&document),
            proof_hash: hash.digest(&proof),
            canonical_document: document,
            canonical_proof: proof,
            gap: None,
        }
    }

    /// The bytes that are signed: the proof's hash, then the document's (step 3).
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        [self.proof_hash.as_slice(), &self.document_hash].concat()
    }
}

/// What the signature may have been made over: one value for JCS, and for RDF one for each
/// combination of context snapshots, worked out as it is asked for.
pub(super) fn hash_data<'a>(
    secured: Secured<'a>,
    proof: &'a Proof<'_>,
    previous: &[&Proof<'_>],
    hash: HashAlgorithm,
) -> Box<dyn Iterator<Item = Result<HashData, Reason>> + 'a> {
    let document = with_previous(secured.document, previous);
    match proof.suite.definition().transformation {
        Transformation::Jcs => {
            let mut document = document.unwrap_or_else(|| secured.document.clone());
            if let Some(member) = secured.left_out.filter(|_| previous.is_empty()) {
                document.remove(member);
            }
            let only = jcs::hash_data(secured, document, proof, hash);
            Box::new(std::iter::once(only))
        }
        Transformation::Rdfc => Box::new(rdfc::hash_data(secured, document, proof, hash)),
    }
}

/// A proof on top of others is made over the document that carries them (Data Integrity 1.0,
/// section 4.3, steps 4 and 5). None where there are no others.
fn with_previous(
    document: &Map<String, Value>,
    previous: &[&Proof<'_>],
) -> Option<Map<String, Value>> {
    let proofs = previous.iter();
    let proofs: Value = proofs
        .map(|proof| Value::Object(proof.json.clone()))
        .collect();
    (!previous.is_empty()).then(|| {
        let mut document = document.clone();
        document.insert("proof".into(), proofs);
        document
    })
}

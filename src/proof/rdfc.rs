//! Transformation to statements, as the `-rdfc-` suites have it (vc-di-eddsa 1.0 and vc-di-ecdsa
//! 1.0, section 3.2 of each).

use serde_json::{Map, Value};

use super::{HashData, Proof, Secured};
use crate::HashAlgorithm;
use crate::jsonld::{self, JsonLdError, Statements};
use crate::policy::Bounds;
use crate::rdf;
use crate::reason::Reason;

/// One [`HashData`] for each combination of context snapshots.
///
/// `with_previous` is the document with the proofs that this one is made on top of, where there are any.
pub(super) fn hash_data<'a>(
    secured: Secured<'a>,
    with_previous: Option<Map<String, Value>>,
    proof: &'a Proof<'_>,
    hash: HashAlgorithm,
) -> impl Iterator<Item = Result<HashData, Reason>> + use<'a> {
    let configuration = configuration(secured.document, proof);
    let limit = secured.bounds.snapshot_combinations;
    jsonld::choices(&secured.shape.contexts, limit)
        .into_iter()
        .map(move |choice| {
            let configuration = configuration.as_ref().map_err(Clone::clone)?;
            // Transformation (section 3.2.3).
            let (left_out, document) = match &with_previous {
                Some(document) => (None, document),
                None => (secured.left_out, secured.document),
            };
            let statements = jsonld::statements_without(left_out, document, &choice);
            let document = canonical(statements, hash, secured.bounds)?;
            // Proof configuration (section 3.2.5).
            let statements = jsonld::statements(configuration, &choice);
            let proof = canonical(statements, hash, secured.bounds)?;
            let terms = [document.undefined, proof.undefined].concat();
            let gap = match (terms.is_empty(), document.lossy || proof.lossy) {
                (false, _) => Some(Reason::UncoveredTerms { terms }),
                (true, true) => Some(Reason::DroppedValues),
                (true, false) => None,
            };
            Ok(HashData {
                contexts: choice.names().collect(),
                gap,
                ..HashData::new(document.text, proof.text, hash)
            })
        })
}

struct Canonical {
    text: String,
    undefined: Vec<String>,
    lossy: bool,
}

/// Canonical N-Quads. The suite's hash is the algorithm's internal one too: with a P-384 key both
/// are SHA-384 (vc-di-ecdsa 1.0, section 3.2.3, step 3).
fn canonical(
    statements: Result<Statements, JsonLdError>,
    hash: HashAlgorithm,
    bounds: &Bounds,
) -> Result<Canonical, Reason> {
    let Statements {
        quads,
        undefined,
        lossy,
    } = statements.map_err(|error| Reason::InvalidJsonLd {
        problem: error.to_string(),
    })?;
    let text = rdf::canonicalize(&quads, hash, bounds.canonicalization_steps)
        .map_err(|rdf::TooCostly| Reason::CanonicalizationTooCostly)?;
    Ok(Canonical {
        text,
        undefined,
        lossy,
    })
}

/// The proof without its value, under the document's contexts and, on top of them, the suite's own
/// where the proof brings it along.
///
/// Proofs of a type of their own come in two ways. jsonld-signatures wants the suite's context in the
/// document; Spruce's ssi and DIDKit write it into the proof, which is then expanded where it stands,
/// inside the document. Any other context would be lost under the document's (vc-di-eddsa 1.0, section
/// 3.2.5, step 4), so that anybody could change it.
fn configuration(
    document: &Map<String, Value>,
    proof: &Proof<'_>,
) -> Result<Map<String, Value>, Reason> {
    let mut configuration = proof.json.clone();
    configuration.remove(proof.suite.definition().value_member);
    let mut contexts = entries(document.get("@context").cloned().unwrap_or_default());
    let own = configuration.remove("@context").map(entries);
    let own = own.unwrap_or_default();
    let is_the_suites = |context: &Value| {
        let url = context.as_str();
        url.is_some_and(|url| proof.suite.contexts().contains(&url))
    };
    if !own.iter().all(is_the_suites) {
        return Err(Reason::MalformedContext);
    }
    contexts.extend(own);
    configuration.insert("@context".into(), Value::Array(contexts));
    Ok(configuration)
}

fn entries(context: Value) -> Vec<Value> {
    match context {
        Value::Array(entries) => entries,
        single => vec![single],
    }
}

//! Transformation to canonical JSON, as the `-jcs-` suites have it (vc-di-eddsa 1.0 and vc-di-ecdsa
//! 1.0, section 3.3 of each).
//!
//! The signature covers every member. What the members mean, it does not say: the same JSON under
//! contexts of somebody's own could mean anything. So the contexts must be known ones here too, the
//! document of the one form that is read (`jsonld::shape`), and every term defined. A signer's own
//! vocabulary therefore leaves the question open for now, though its bytes are covered.

use serde_json::{Map, Value};

use super::{HashData, Proof, Secured};
use crate::HashAlgorithm;
use crate::jcs::{self, InexactNumber};
use crate::jsonld;
use crate::reason::Reason;

pub(super) fn hash_data(
    secured: Secured<'_>,
    mut document: Map<String, Value>,
    proof: &Proof<'_>,
    hash: HashAlgorithm,
) -> Result<HashData, Reason> {
    // Proof configuration (section 3.3.5): the proof without its value, its context kept.
    let mut configuration = proof.json.clone();
    configuration.remove(proof.suite.definition().value_member);
    // Verify Proof (section 3.3.2): contexts that were put behind the signed ones are set aside.
    if let Some(signed) = configuration.get("@context") {
        if !starts_with(document.get("@context"), signed) {
            return Err(Reason::SignatureMismatch {
                mechanism: proof.suite.into(),
            });
        }
        document.insert("@context".into(), signed.clone());
    }
    // Transformation (section 3.3.3) and hashing (section 3.3.4).
    let canonical = |json| jcs::canonicalize(json).map_err(|InexactNumber| Reason::InexactNumber);
    let hashes = HashData::new(canonical(&document)?, canonical(&configuration)?, hash);
    let (contexts, gap) = undefined(secured, &document, configuration)?;
    Ok(HashData {
        contexts,
        gap,
        ..hashes
    })
}

/// Whether the document's contexts are the signed ones, with or without others behind them.
fn starts_with(document: Option<&Value>, signed: &Value) -> bool {
    let list = |context: &Value| match context {
        Value::Array(entries) => entries.clone(),
        single => vec![single.clone()],
    };
    document.is_some_and(|context| list(context).starts_with(&list(signed)))
}

/// What no context defines, under the published forms of the contexts that define most.
fn undefined(
    secured: Secured<'_>,
    document: &Map<String, Value>,
    mut configuration: Map<String, Value>,
) -> Result<(Vec<&'static str>, Option<Reason>), Reason> {
    let context = document.get("@context").cloned().unwrap_or_default();
    configuration.entry("@context").or_insert(context);
    let mut newest = None;
    let limit = secured.bounds.snapshot_combinations;
    for choice in jsonld::choices(&secured.shape.contexts, limit) {
        let terms = |json| match jsonld::statements(json, &choice) {
            Ok(statements) => Ok(statements.undefined),
            Err(error) => Err(Reason::InvalidJsonLd {
                problem: error.to_string(),
            }),
        };
        let contexts = choice.names().collect();
        let terms = [terms(document)?, terms(&configuration)?].concat();
        if terms.is_empty() {
            return Ok((contexts, None));
        }
        newest.get_or_insert((contexts, Some(Reason::UndefinedTerms { terms })));
    }
    newest.ok_or(Reason::MalformedContext)
}

//! The documents that a report rests on, in the report's contract.

use serde::Serialize;

use crate::evidence::{Obtained, Source};

/// A document, and where it came from.
#[derive(Serialize)]
pub(super) struct Document<'a> {
    url: &'a str,
    purpose: &'static str,
    source: &'static str,
    /// The host of the relay that fetched it.
    #[serde(skip_serializing_if = "Option::is_none")]
    through: Option<&'a str>,
    /// When it was fetched or supplied: before the check where it was kept from another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<String>,
}

pub(super) fn documents(evidence: &[Obtained]) -> Vec<Document<'_>> {
    evidence.iter().map(document).collect()
}

fn document(document: &Obtained) -> Document<'_> {
    let Obtained {
        request,
        provenance,
    } = document;
    Document {
        url: &request.url,
        purpose: request.purpose.code(),
        source: provenance.source.code(),
        through: match &provenance.source {
            Source::Relayed { through } => Some(through),
            _ => None,
        },
        at: provenance.at.map(|at| at.utc().to_string()),
    }
}

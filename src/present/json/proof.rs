//! What each proof of a document came to.

use serde::Serialize;

use crate::reason::Reason;
use crate::report::{Outcome, ProofReport};

#[derive(Serialize)]
pub(super) struct Proof<'a> {
    suite: Option<&'a str>,
    method: Option<&'a str>,
    integrity: Answer,
    #[serde(rename = "issuer-key")]
    issuer_key: Answer,
}

#[derive(Serialize)]
struct Answer {
    outcome: &'static str,
    code: &'static str,
}

impl<'a> Proof<'a> {
    pub fn of(report: &'a ProofReport) -> Self {
        let answer = |(outcome, reason): &(Outcome, Reason)| Answer {
            outcome: outcome.code(),
            code: reason.code(),
        };
        Self {
            suite: report.suite.as_deref(),
            method: report.method.as_deref(),
            integrity: answer(&report.integrity),
            issuer_key: answer(&report.signer_key),
        }
    }
}

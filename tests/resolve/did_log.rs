//! A log to alter: three versions, the second of which replaces the key that may sign.

use assay::resolve::DidLogError;
use assay::{Evidence, Outcome, Question, Reason, Report};
use serde_json::{Value, json};
use signing::{DidLog, Draft, Issuer};

use crate::badge::{self, document, judge, served, signed};

pub const LOG: &str = "https://history.example/.well-known/did.jsonl";
pub const DID: &str = "did:webvh:{SCID}:history.example";

/// The keys in play.
pub struct Keys {
    pub first: Issuer,
    pub second: Issuer,
    /// The one that signs badges.
    pub issuer: Issuer,
    pub stranger: Issuer,
}

impl Keys {
    pub fn new() -> Self {
        let key = |name| Issuer::did_key(&format!("a log's {name} key"));
        Self {
            first: key("first"),
            second: key("second"),
            issuer: key("issuer's"),
            stranger: key("stranger's"),
        }
    }

    /// Every entry as it should be.
    pub fn drafts(&self) -> Vec<Draft<'_>> {
        let state = || document(DID, &[&self.issuer]);
        let draft = |time, parameters, signer| Draft {
            time,
            parameters,
            state: state(),
            signer,
        };
        let first = json!({
            "method": "did:webvh:1.0", "scid": "{SCID}", "updateKeys": [self.first.multikey()],
        });
        let second = json!({"updateKeys": [self.second.multikey()]});
        vec![
            draft("2025-01-01T00:00:00Z", first, &self.first),
            draft("2025-02-01T00:00:00Z", second, &self.first),
            draft("2025-03-01T00:00:00Z", json!({}), &self.second),
        ]
    }

    /// The log with its drafts altered before they are signed.
    pub fn log<'k>(&'k self, alter: impl FnOnce(&mut Vec<Draft<'k>>)) -> DidLog {
        let mut drafts = self.drafts();
        alter(&mut drafts);
        DidLog::new(&drafts).unwrap()
    }

    /// The report on a badge of `did`, whose log answers with this.
    pub fn report(&self, did: &str, text: &str) -> Report {
        judge(&self.badge(did), &served(&[(LOG, text)]))
    }

    pub fn badge(&self, did: &str) -> Value {
        let issuer = Issuer::did_key("a log's issuer's key").known_as(did);
        signed(&issuer, did)
    }
}

/// What the check of the issuer's key comes to with this log.
pub fn issuer_key(log: &DidLog) -> (Outcome, Reason) {
    badge::issuer_key(&Keys::new().report(&log.did(), &log.text()))
}

/// Expects that a log gives no document, for this reason, so that nothing is known of the key.
#[track_caller]
pub fn refused(log: &DidLog, error: DidLogError) {
    let report = Keys::new().report(&log.did(), &log.text());
    let unknown = (Outcome::Unknown, Reason::DidLog(error));
    assert_eq!(badge::issuer_key(&report), unknown);
    let integrity = report.checks.get(Question::Integrity);
    assert_eq!((integrity.outcome, integrity.reason.clone()), unknown);
    assert_eq!(report.wants, []);
}

/// Evidence of a log, and of its witnesses' proofs where there are some.
pub fn evidence(log: &DidLog, proofs: Option<&Value>) -> Evidence {
    let url = LOG.replace("did.jsonl", "did-witness.json");
    let text = log.text();
    match proofs {
        None => served(&[(LOG, &text)]),
        Some(proofs) => served(&[(LOG, &text), (&url, &proofs.to_string())]),
    }
}

//! did:webvh: a domain serves the whole history of the document, in which each version is signed by
//! keys that the version before it named (did:webvh 1.0, Decentralized Identity Foundation).
//!
//! ```text
//!  did.jsonl ──▶ entry ─▶ parameters ─▶ hash ─▶ proofs ─▶ time ─▶ identifier   (each, in turn)
//!  did-witness.json ──▶ witnesses                      (where the parameters ask for them)
//!                 └──▶ the last version of the document
//! ```
//!
//! What it shows is that the history is whole and who may sign now. It does not show that whoever owns
//! the domain controls the identifier: the log can come from anywhere.

mod authorization;
mod entry;
mod error;
mod identifier;
mod log;
mod multihash;
mod parameters;
mod witness;

pub use error::DidLogError;

use serde_json::Value;

use self::identifier::Identifier;
use self::log::Setting;
use super::{ControlledDocument, Resolver, unsupported};
use crate::evidence::Purpose;
use crate::policy::Bounds;
use crate::reason::Reason;
use crate::timestamp::Timestamp;

impl Resolver<'_> {
    /// The document of a did:webvh, as its log has it last.
    pub(super) fn did_webvh(&self, did: &str) -> Result<ControlledDocument, Reason> {
        let identifier = Identifier::parse(did).ok_or_else(|| unsupported(did))?;
        let url = identifier.log();
        let body = self.inquiry.body(&url, self.purpose(Purpose::DidLog))?;
        let setting = Setting {
            did,
            scid: identifier.scid,
            bounds: self.inquiry.bounds,
            at: self.at,
            latest: self.latest,
        };
        let log = log::read(body, setting).map_err(Reason::DidLog)?;
        // 9. Witnesses are asked once everything else holds.
        if log
            .versions
            .iter()
            .any(|version| version.witnesses.is_some())
        {
            let url = identifier.witness_proofs();
            let proofs = self
                .inquiry
                .json(&url, self.purpose(Purpose::WitnessProofs))?;
            witness::check(&log.versions, &proofs, self.at).map_err(Reason::DidLog)?;
        }
        // "Deactivate (Revoke)": there is no document any more.
        if log.deactivated {
            let did = did.to_owned();
            return Err(Reason::DidLog(DidLogError::Deactivated { did }));
        }
        let document = ControlledDocument::read(&Value::Object(log.state));
        let document = document.ok_or(Reason::MalformedDocument { url })?;
        if document.id != did {
            let to = document.id;
            return Err(Reason::DidLog(DidLogError::Moved { to }));
        }
        Ok(document)
    }
}

/// Where the log of `did` is served; None for what is no did:webvh, or one that no public host can serve.
pub(super) fn log_url(did: &str) -> Option<String> {
    Identifier::parse(did).map(|identifier| identifier.log())
}

/// Verifies a log by itself, without its witnesses and whatever its identifier, and says how many
/// entries it has: for tests, and for an auditor's eye.
///
/// # Errors
/// Any [`DidLogError`] but those for witnesses and for what an identifier has become.
pub fn did_log(
    did: &str,
    body: &[u8],
    bounds: &Bounds,
    at: Timestamp,
) -> Result<usize, DidLogError> {
    let identifier = Identifier::parse(did).ok_or(DidLogError::OtherIdentifier)?;
    let setting = Setting {
        did,
        scid: identifier.scid,
        bounds,
        at,
        latest: at,
    };
    log::read(body, setting).map(|log| log.versions.len())
}

//! The Consortium's earlier kind of registry, `dcc-legacy`: one file for all issuers,
//! `{"registry": {DID: {"name": …, "location": …, "url": …}}}`.
//!
//! Whoever asks for it tells its host that some badge is being checked, and not whose.

use serde_json::Value;

use super::consultation::Consultation;
use super::{Answer, Entry, NoAnswer};
use crate::evidence::Purpose;

/// Looks `issuer` up in the registry at `url`.
pub(super) fn find(issuer: &str, url: &str, consultation: &Consultation<'_>) -> Answer {
    let document = consultation.object(url, Purpose::Registry)?;
    let issuers = document.get("registry").and_then(Value::as_object);
    let entry = match issuers.ok_or(NoAnswer::Malformed)?.get(issuer) {
        None | Some(Value::Null) => return Ok(None),
        Some(entry) => entry,
    };
    let text = |name: &str| {
        let text = entry.get(name).and_then(Value::as_str);
        text.filter(|text| !text.trim().is_empty())
            .map(str::to_owned)
    };
    Ok(Some(Entry {
        id: issuer.to_owned(),
        name: text("name").ok_or(NoAnswer::Malformed)?,
        legal_name: None,
        url: text("url"),
        logo: None,
    }))
}

//! How long a list may be kept.

use serde_json::Value;

use super::StatusListToken;
use super::entry::one;
use crate::carrier;
use crate::credential::{Credential, DateClaim, object};
use crate::policy::Bounds;
use crate::timestamp::Timestamp;

/// Until when a list that was fetched then may stand for what its address serves: the end of its time
/// to live (Bitstring Status List 1.0, section 2.2, in milliseconds; Token Status List, section 5.1, in
/// seconds) or of its validity, whichever comes first. None where it states neither, or is no list.
///
/// What it says is nobody's word yet: this is for a cache, and no verdict rests on it.
#[must_use]
pub fn fresh_until(
    url: &str,
    body: &[u8],
    fetched: Timestamp,
    bounds: &Bounds,
) -> Option<Timestamp> {
    let (seconds, ends) = match StatusListToken::read(url, body, bounds) {
        Ok(list) => (list.ttl, list.ends),
        Err(_) => of_credential(body, bounds)?,
    };
    let lived = seconds.map(|seconds| {
        let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
        fetched.plus_seconds(seconds)
    });
    let ends = ends
        .iter()
        .filter_map(|end| Timestamp::parse(&end.text).ok());
    ends.chain(lived).min()
}

fn of_credential(body: &[u8], bounds: &Bounds) -> Option<(Option<u64>, Vec<DateClaim>)> {
    let opened = carrier::open(body, bounds).ok()?;
    let list: &Credential = opened.credentials.only()?;
    let subject = object(list.document.get("credentialSubject"))?;
    subject.get("encodedList")?;
    let milliseconds = one(subject, "ttl").and_then(Value::as_u64);
    let seconds = milliseconds.map(|milliseconds| milliseconds / 1000);
    Some((seconds, list.claims.ends.clone()))
}

//! `1EdTechRevocationList` (Verifiable Credentials Revocation List 1.0): JSON that names the withdrawn
//! credentials of an issuer. Nobody signs it.

use serde_json::{Map, Value};

use super::{Found, Standing, StatusReason};
use crate::credential::{Claims, boolean, list, string};
use crate::note::Note;
use crate::reason::Reason;
use crate::web_address::is_same;

pub(super) const TYPE: &str = "1EdTechRevocationList";

/// Whether the list at `url` has a credential: by its identifier, in an entry that is not called off
/// (`"revoked": false`).
pub(crate) fn look_up(
    claims: &Claims,
    url: &str,
    members: &Map<String, Value>,
) -> Result<Found, Reason> {
    let malformed = |member| {
        let url = url.to_owned();
        Reason::from(StatusReason::MalformedList { url, member })
    };
    let own = claims.id.as_deref().ok_or(StatusReason::NoIdentifier)?;
    let is_own = |id: &str| is_same(own.trim(), id.trim());
    let stated = string(members, "id");
    if let Some(id) = stated.clone().filter(|id| !is_same(id, url)) {
        let url = url.to_owned();
        return Err(Reason::NotItsAddress { url, id });
    }
    // A list that has none says so, or says that it is the list; other JSON is none.
    if stated.is_none() && !members.contains_key("revokedCredential") {
        return Err(malformed("revokedCredential"));
    }
    let mut found = Found::from(Standing::Clear);
    for entry in list(members.get("revokedCredential")) {
        // An entry that cannot be read may be this credential's.
        let entry = entry.as_object();
        let entry = entry.ok_or_else(|| malformed("revokedCredential"))?;
        let id = string(entry, "id").ok_or_else(|| malformed("revokedCredential"))?;
        if is_own(&id) && boolean(entry, "revoked") != Some(false) {
            let reason = string(entry, "revocationReason");
            found = Found {
                standing: Some(Standing::Revoked),
                notes: reason
                    .map(|text| Note::RevocationReason { text })
                    .into_iter()
                    .collect(),
            };
        }
    }
    match issuer(members).filter(|issuer| claims.issuer.id.as_ref() != Some(issuer)) {
        None => Ok(found),
        Some(issuer) => {
            let (url, says) = (url.to_owned(), found.standing);
            Err(StatusReason::AnothersList { url, issuer, says }.into())
        }
    }
}

/// Whose list it says that it is.
fn issuer(members: &Map<String, Value>) -> Option<String> {
    match members.get("issuer")? {
        Value::Object(profile) => string(profile, "id"),
        _ => string(members, "issuer"),
    }
}

//! Lists of signed badges that their issuers have withdrawn (Open Badges 2.0, "RevocationList"; Open
//! Badges 1.1, "revocationList").

use serde_json::{Map, Value};

use super::documents::Documents;
use super::judgement::Answer;
use crate::credential::{Format, OpenBadge, boolean, is_revoked, list, string};
use crate::evidence::Purpose;
use crate::note::Note;
use crate::reason::Reason;
use crate::report::Outcome;
use crate::web_address::is_same;

/// Whether the badge is withdrawn, and why, if that is told. The issuer's profile must have come from
/// its own address.
pub(super) fn check(badge: &OpenBadge, documents: &Documents<'_>) -> (Answer, Option<Note>) {
    if is_revoked(&badge.assertion) {
        let note = reason(&badge.assertion);
        return ((Outcome::Fail, Reason::Revoked), note);
    }
    let profile = badge.issuer.members();
    let Some(url) =
        profile.and_then(|profile| list(profile.get("revocationList")).first().copied())
    else {
        return ((Outcome::Absent, Reason::NoStatusMethod), None);
    };
    let url = match url {
        Value::Object(members) => string(members, "id"),
        url => url.as_str().map(str::to_owned),
    };
    let Some(url) = url else {
        return ((Outcome::Unknown, Reason::NoAddress), None);
    };
    match entry(badge, &url, documents) {
        Ok(None) => ((Outcome::Pass, Reason::NotRevoked { url }), None),
        Ok(Some(note)) => ((Outcome::Fail, Reason::Revoked), note),
        Err(reason) => ((Outcome::Unknown, reason), None),
    }
}

/// None where the list does not have the badge.
fn entry(
    badge: &OpenBadge,
    url: &str,
    documents: &Documents<'_>,
) -> Result<Option<Option<Note>>, Reason> {
    let malformed = || Reason::MalformedDocument {
        url: url.to_owned(),
    };
    let revoked = documents.described(url, Purpose::RevocationList, &["RevocationList"])?;
    let is_another_issuers = string(&revoked, "issuer")
        .is_some_and(|issuer| !badge.issuer.id().is_some_and(|id| is_same(id, &issuer)));
    if is_another_issuers {
        return Err(malformed());
    }
    let names = ["id", "uid"].map(|name| string(&badge.assertion, name));
    let is_named = |name: &str| names.iter().flatten().any(|own| is_same(own, name));
    let Some(entries) = revoked.get("revokedAssertions") else {
        // 1.x: a map from `id` or `uid` to the reason.
        if badge.format != Format::Ob1 {
            return Err(malformed());
        }
        let entry = revoked.iter().find(|(name, _)| is_named(name));
        return Ok(entry.map(|(_, reason)| reason.as_str().map(note)));
    };
    for entry in list(Some(entries)) {
        match entry {
            Value::String(id) if is_named(id) => return Ok(Some(None)),
            Value::String(_) => {}
            Value::Object(entry) => {
                let ids = [string(entry, "id"), string(entry, "uid")];
                if ids.iter().all(Option::is_none) {
                    return Err(malformed());
                }
                let is_this = ids.iter().flatten().any(|id| is_named(id));
                if is_this && boolean(entry, "revoked") != Some(false) {
                    return Ok(Some(reason(entry)));
                }
            }
            // An entry that cannot be read may be this badge's.
            _ => return Err(malformed()),
        }
    }
    Ok(None)
}

/// Why a badge was withdrawn, as the issuer says.
pub(super) fn reason(of: &Map<String, Value>) -> Option<Note> {
    string(of, "revocationReason").map(|text| note(&text))
}

fn note(text: &str) -> Note {
    let text = text.to_owned();
    Note::RevocationReason { text }
}

//! The log of a did:webvh: why it gives no key, and what to do about it.

use super::shortened;
use crate::resolve::DidLogError;

/// Why the log gives no document.
pub(super) fn did_log(error: &DidLogError) -> String {
    let in_entry = |version: &usize, what: &str| {
        format!("The identifier's history does not hold together: {what} (entry {version}).")
    };
    match error {
        DidLogError::Deactivated { did } => {
            format!("{} was given up by whoever controls it, and with it all of its keys.", shortened(did))
        }
        DidLogError::EntryHashMismatch { version } => {
            in_entry(version, "an entry was changed, left out or put in")
        }
        DidLogError::InTheFuture { version } => {
            in_entry(version, "an entry is dated later than the time that we check for")
        }
        DidLogError::MalformedEntry { version } => {
            in_entry(version, "an entry is not written as it should be")
        }
        DidLogError::MalformedParameter { version, name } => in_entry(
            version,
            &format!("“{}” is not allowed, or not like this", shortened(name)),
        ),
        DidLogError::Moved { to } => format!("The identifier has moved: it is {} now.", shortened(to)),
        DidLogError::NotLater { version } => {
            in_entry(version, "an entry has no later date than the one before it")
        }
        DidLogError::OtherIdentifier => "The history is another identifier's.".into(),
        DidLogError::PreRotationMismatch { version } => {
            in_entry(version, "the keys are not those that were announced before")
        }
        DidLogError::ScidMismatch => {
            "The identifier was not made from the beginning of its history, so the history is another's or was changed.".into()
        }
        DidLogError::TooLong { limit } => {
            format!("The identifier's history is longer than we read ({limit}).")
        }
        DidLogError::Unauthorized { version } => {
            in_entry(version, "an entry is not signed by a key that was allowed to make it")
        }
        DidLogError::UnsupportedVersion { name } => format!(
            "The identifier's history follows rules that we don't know: {}.",
            shortened(name)
        ),
        DidLogError::Unwitnessed { version } => in_entry(
            version,
            "fewer witnesses approved an entry than have to",
        ),
    }
}

/// One sentence of advice.
pub(super) fn advice(error: &DidLogError) -> &'static str {
    match error {
        DidLogError::Deactivated { .. } => "Ask the issuer for a newly signed copy.",
        DidLogError::Moved { .. } => {
            "Ask the issuer to confirm it. Issuers: sign again under the identifier that you have now."
        }
        DidLogError::TooLong { .. } | DidLogError::UnsupportedVersion { .. } => {
            "Ask the issuer to confirm it, or use a checker that knows this kind of identifier."
        }
        _ => {
            "Ask the issuer to confirm it, and tell them: their own history of keys should verify."
        }
    }
}

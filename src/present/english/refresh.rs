//! Newer versions of a credential.

use super::{detail, shortened};
use crate::reason::{Reason, RefreshReason, Unobtained};

/// Why a newer version does not stand in the credential's place.
pub(super) fn refresh(reason: &RefreshReason) -> String {
    match reason {
        RefreshReason::AnotherCredential { url } => format!(
            "{} gives another badge, and not a newer version of this one.",
            shortened(url)
        ),
        RefreshReason::AnotherTime => {
            "What the issuer gives now doesn't tell what was so at another time.".into()
        }
        RefreshReason::NotConfirmed { url } => format!(
            "{} gives a newer version that we couldn't confirm, so we didn't go by it.",
            shortened(url)
        ),
        RefreshReason::NotACredential { url } => {
            format!("{} gives no badge.", shortened(url))
        }
    }
}

/// The note on a report about a newer version.
pub(super) fn refreshed(url: &str) -> String {
    format!(
        "This is the version that the issuer gives now, from {}, and not the one in the file.",
        shortened(url)
    )
}

/// The note on a report for which no newer version was found.
pub(super) fn not_refreshed(reason: &Reason) -> String {
    match reason {
        Reason::Unobtained {
            url,
            why: Unobtained::NotAsked,
        } => format!("The issuer may have a newer version at {}.", shortened(url)),
        reason => format!(
            "The issuer offers newer versions, and we have none. {}",
            detail::why(reason)
        ),
    }
}

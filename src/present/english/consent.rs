//! Asking before another host is asked.

use super::{list, purpose, shortened};
use crate::evidence::Purpose;

/// Folds a question away that changes no verdict.
pub const ASIDE: &str = "More could be looked up";
pub const HEADING: &str = "May we look this up?";
pub const ALLOW: &str = "Ask once";
pub const DECLINE: &str = "Not now";
pub const ASKING: &str = "Asking…";
pub const LEARNS: &str = "They would learn that somebody is checking this badge, on which site, and over which connection. Nothing else is sent. “Ask once” holds for this file.";
/// Where the page has switched the network off.
pub const OFF: &str = "This page doesn't let us ask other sites.";

/// Where a page, or a person, names a relay that is none.
pub const RELAY_UNREADABLE: &str =
    "The relay that this page names can't be used: its address needs “{url}” once, after the host.";

/// The fold with what is decided for more than one file.
pub const FOR_GOOD: &str = "Decide for every badge";
pub const ALWAYS: &str = "Always ask";
pub const NEVER: &str = "Never ask";

/// What asking `host` is good for.
#[must_use]
pub fn request(host: &str, for_what: Purpose) -> String {
    let aim = match for_what {
        Purpose::Assertion => "To see whether the badge's own site confirms it",
        Purpose::BadgeClass => "To see what the badge stands for",
        Purpose::ControllerDocument
        | Purpose::DidDocument
        | Purpose::DidLog
        | Purpose::JwkSet
        | Purpose::Key
        | Purpose::WitnessProofs => "To see whether the key is the issuer's",
        Purpose::EntityConfiguration
        | Purpose::EntityStatement
        | Purpose::KnownRegistries
        | Purpose::Registry => "To see who is behind a signature",
        Purpose::HolderDidDocument => "To see whether the holder signed",
        Purpose::IssuerProfile => "To see whether the badge is the issuer's",
        Purpose::Refresh => "To see whether there is a newer version",
        Purpose::RevocationList | Purpose::StatusList | Purpose::StatusListKeys => {
            "To see whether it was withdrawn"
        }
        Purpose::Schema => "To see whether it is built as its standard says",
    };
    format!("{aim}, we'd ask {host} for {}.", purpose(for_what))
}

/// What a relay is good for, and what it sees.
#[must_use]
pub fn relay(host: &str) -> String {
    format!(
        "What a site lets no other page read, we'd ask the relay {} for. It would see which address that is, and could alter what comes back.",
        shortened(host)
    )
}

/// Where the requests were declined.
#[must_use]
pub fn declined(hosts: &[String]) -> String {
    format!("You chose not to ask {}.", list(hosts))
}

/// Where the requests failed.
#[must_use]
pub fn failed(hosts: &[String]) -> String {
    format!("We asked {}, and got no answer that helps.", list(hosts))
}

/// Where the requests were answered.
#[must_use]
pub fn answered(hosts: &[String]) -> String {
    format!("We asked {}.", list(hosts))
}

/// The button that asks after all, or once more.
pub const AGAIN: &str = "Ask now";
/// The button that asks for what was answered before, since answers change.
pub const CHECK_AGAIN: &str = "Check again";

/// The button that shows a remote picture.
#[must_use]
pub fn show_picture(host: &str) -> String {
    format!("Show picture (asks {host})")
}

/// Where the picture did not come.
#[must_use]
pub fn picture_failed(host: &str) -> String {
    format!("{host} didn't give us the picture.")
}

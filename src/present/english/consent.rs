//! Asking before another host is asked.

use super::{list, purpose};
use crate::evidence::Purpose;

pub const HEADING: &str = "May we look this up?";
pub const ALLOW: &str = "Ask once";
pub const DECLINE: &str = "Not now";
pub const ASKING: &str = "Asking…";
pub const LEARNS: &str = "They would learn that somebody is checking this badge, on which site, and over which connection. Nothing else is sent.";

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
        | Purpose::Registry => "To see who the issuer is",
        Purpose::HolderDidDocument => "To see whether the holder signed",
        Purpose::IssuerProfile => "To see whether the badge is the issuer's",
        Purpose::RevocationList | Purpose::StatusList | Purpose::StatusListKeys => {
            "To see whether it was withdrawn"
        }
    };
    format!("{aim}, we'd ask {host} for {}.", purpose(for_what))
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

/// The button that asks after all, or once more.
pub const AGAIN: &str = "Ask now";

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

//! Why there is no file to look at.

use crate::evidence::{Answer, Unreachable};

/// The headline where the file could not be had.
pub const NOT_LOADED: &str = "This badge couldn't be loaded.";

/// What became of a file that this device holds.
pub const NOT_READ: &str = "This device couldn't read the file. Choose it again.";

/// Why a badge file on the web could not be had.
#[must_use]
pub fn not_loaded(answer: &Answer) -> String {
    match answer {
        Answer::Response { status: 404, .. } => {
            "There is no badge file at the address that this page names.".into()
        }
        Answer::Response { status, .. } => {
            format!("The address that this page names answered with error {status}.")
        }
        Answer::Declined => "This page names no badge file.".into(),
        Answer::Unreachable(why) => match why {
            Unreachable::BlockedOrRefused | Unreachable::Insecure | Unreachable::TooMany => {
                "The address that this page names can't be read: no such host, no connection, or a host that lets no other page read it."
            }
            Unreachable::Offline => "This device is offline. Connect to the internet and load the page again.",
            Unreachable::Media | Unreachable::WebPage => {
                "What the address that this page names gives is no badge file."
            }
            Unreachable::Redirected => {
                "The address that this page names leads to another one, which we don't follow."
            }
            Unreachable::TimedOut => "The badge file did not arrive in time. Load the page again.",
            Unreachable::TooLarge => "The file is larger than any badge is.",
        }
        .into(),
    }
}

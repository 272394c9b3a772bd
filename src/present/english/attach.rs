//! Supplying a document by hand that could not be fetched.

use super::{purpose, shortened};
use crate::evidence::Purpose;

pub const SUMMARY: &str = "Supply it by hand";
pub const NOTE: &str = "Open the address in a tab of its own and save what comes, or get the file from the issuer. It is read here and sent to nobody. A file that the badge's own sender gave you proves nothing.";
pub const FILE: &str = "Choose the file";
pub const TEXT: &str = "or paste its text";
pub const USE: &str = "Use this text";
pub const TOO_LARGE: &str = "That file is larger than any such document is.";
pub const UNREAD: &str = "This device couldn't read the file. Choose it again.";
pub const TAKE_AWAY: &str = "Take it away";

/// Which document is meant.
#[must_use]
pub fn wanted(for_what: Purpose) -> String {
    let mut words = purpose(for_what).to_owned();
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// Where a document was supplied.
#[must_use]
pub fn attached(for_what: Purpose, host: &str) -> String {
    format!(
        "You supplied by hand {} ({}).",
        purpose(for_what),
        shortened(host)
    )
}

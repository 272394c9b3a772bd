//! Badges that are carried along in an address.

use crate::present::NotCarried;

pub const NAME: &str = "Carried by the link that you followed";
pub const SAVE: &str = "Save the file";
pub const NOTE: &str = "Any page can imitate this card. To be sure, check the badge where you choose. The link carries it along, and your browser sends it to no server.";
pub const TOO_LARGE: &str = "Any page can imitate this card. To be sure, save the file and drop it where you choose to check it: it is too large for a link to carry.";

/// Why an address that should carry a badge does not.
#[must_use]
pub fn not_carried(why: &NotCarried) -> String {
    match why {
        NotCarried::Damaged => {
            "The link that should carry the badge is damaged: a part of it is missing or altered. Copy it again, or ask for the file.".into()
        }
        NotCarried::TooLong { limit } => format!(
            "The link that should carry the badge is longer than the {} KiB that we read. Ask for the file.",
            limit / 1024
        ),
    }
}

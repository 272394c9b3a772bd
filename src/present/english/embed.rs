//! Showing a badge elsewhere: the words of the embed builder, and of the link to LinkedIn.

use super::shortened;

pub const SUMMARY: &str = "Put it on a page";
pub const SUMMARY_WITH_LINKEDIN: &str = "Put it on a page, or on LinkedIn";

pub const LINKEDIN: &str = "Add it to a LinkedIn profile";
pub const LINKEDIN_NOTE: &str = "This leaves Assay. LinkedIn's form opens in a new tab, filled in with the badge's name, issuer, dates and number.";

pub const ADDRESS: &str = "Where the badge's file lies on the web";
pub const ADDRESS_HINT: &str = "Its site has to let other pages read it (CORS). Leave this empty, and a frame can carry the badge itself.";
pub const ADDRESS_UNREADABLE: &str = "Write the whole address, with https:// in front.";
pub const WAY: &str = "How";
/// With the element; in a frame.
pub const WAYS: [&str; 2] = ["With a script", "In a frame"];
pub const LAYOUT: &str = "How much of it";
/// From the smallest on.
pub const LAYOUTS: [&str; 4] = ["A chip in a line", "One row", "A card", "Everything"];
pub const SCHEME: &str = "Colours";
/// The page's own, light, dark.
pub const SCHEMES: [&str; 3] = ["The page's own", "Light", "Dark"];
pub const SAMPLE: &str = "Mark it as a sample";

pub const PREVIEW: &str = "How it will look";
pub const CODE: &str = "The code for your page";
pub const COPY_FAILED: &str =
    "This browser didn't let us copy. The code is selected, so that you can.";
pub const NO_ADDRESS: &str =
    "With a script, the badge needs an address on the web. A frame can carry it without one.";
pub const TOO_LARGE: &str =
    "This badge is too large to be carried. Put its file on the web, and give its address.";
pub const FRAME_NOTE: &str = "The script at the end makes the frame as high as the badge. Where your site allows no script, leave it out: the frame then scrolls. A chip needs it.";
pub const PUBLIC: &str = "Whoever sees your page can read all that is in the badge, your name or e-mail address too where it has them.";

/// The name of a frame, for those who can't see it.
#[must_use]
pub fn frame_title(badge: &str) -> String {
    format!("{}: a badge, checked by Assay", shortened(badge))
}

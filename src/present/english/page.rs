//! The words of the page around the cards.

pub const NAME: &str = "Assay";
pub const TAGLINE: &str = "Is this badge what it says it is?";
pub const DROP_TITLE: &str = "Drop a badge file here";
pub const DROP_HINT: &str = "or choose one";
pub const DROP_NEXT: &str = "Check another badge";
pub const DROP_NOW: &str = "Let go to check it";
pub const DROP_KINDS: &str =
    "A picture (PNG or SVG), JSON, a token, or a ZIP of these. It stays in this browser.";
pub const PASTE: &str = "Or paste a link, or the badge's text";
pub const CHECK: &str = "Check";
pub const PASTED: &str = "Pasted text";
pub const IN_ADDRESS: &str = "Named by the link that you followed";
pub const RESULTS: &str = "Results";
/// The title of a frame that shows one badge.
pub const FRAME: &str = "A badge, checked by Assay";

pub const SAMPLES: &str = "No badge at hand? Try a sample";
pub const SAMPLES_NOTE: &str = "Samples are made for this page. Their issuers are invented.";
pub const SAMPLE_NOT_LOADED: &str = "This sample couldn't be loaded.";

pub const ABOUT: &str = "What happens here";
/// A heading and a text each.
pub const ABOUT_POINTS: [(&str, &str); 3] = [
    (
        "Your file stays here",
        "It is read and checked in this browser. It isn't uploaded, and nothing is kept when you close the page.",
    ),
    (
        "Four marks, four questions",
        "As silver carries a row of stamps, a badge gets four: unaltered, signed by its issuer, from a known issuer, in force. A solid mark is established, an outline is open, a struck one is refuted.",
    ),
    (
        "We ask before we look",
        "Some questions need another site's answer. We name the site and what for, and wait for your word.",
    ),
];

pub const FOOTER: &str =
    "Assay says who signed a badge and what could not be established. It doesn't judge the course.";
pub const EMBED: &str = "Badges on your own page";

/// What a screen reader hears when a verdict is there.
#[must_use]
pub fn announcement(file: &str, result: &str) -> String {
    format!("{file}: {result}")
}

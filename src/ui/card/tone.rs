//! The classes that colour.

use crate::present::Tone;

/// The class of a tone.
pub fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "is-good",
        Tone::Open => "is-open",
        Tone::Bad => "is-bad",
        Tone::Quiet => "is-quiet",
    }
}

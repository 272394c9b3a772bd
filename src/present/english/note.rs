//! What a reader should know besides the checks.

use super::shortened;
use crate::note::Note;

/// A sentence on the badge itself.
#[must_use]
pub fn note(note: &Note) -> String {
    match note {
        Note::DetailsMayBeLeftOut => {
            "The holder may have left out optional details, an end date or a way to ask about withdrawal among them: this way of signing allows it, and does not tell.".into()
        }
        Note::MadeForChallenge { challenge } => format!(
            "The signature was made for one occasion (“{}”). We can't tell whether that was yours.",
            shortened(challenge)
        ),
        Note::MadeForDomain { domain } => format!(
            "The signature was made for {}. We can't tell whether that is you.",
            shortened(domain)
        ),
    }
}

//! What a reader should know besides the checks.

use crate::note::Note;

/// A sentence on the badge itself.
#[must_use]
pub fn note(note: &Note) -> String {
    match note {
        Note::DetailsMayBeLeftOut => {
            "The holder may have left out optional details: this way of signing allows it, and does not tell.".into()
        }
    }
}

//! What a reader should know besides the checks.

use serde::Serialize;

use crate::carrier::Found;
use crate::carrier::found::Oddity;
use crate::present::english;

#[derive(Clone, Serialize)]
pub(super) struct Note {
    code: &'static str,
    detail: String,
}

/// What was odd about the carrier, among what a reader should know.
pub(super) fn oddities(found: &Found) -> Vec<Note> {
    let note = |oddity: &Oddity| Note {
        code: oddity.code(),
        detail: english::oddity(*oddity).to_owned(),
    };
    found.oddities.iter().map(note).collect()
}

pub(super) fn notes(notes: &[crate::note::Note]) -> Vec<Note> {
    let note = |note: &crate::note::Note| Note {
        code: note.code(),
        detail: english::note(note),
    };
    notes.iter().map(note).collect()
}

//! Many files at once: a row for each badge, how many there are of each verdict, and which of them are
//! shown. Nothing here checks or draws.

mod filter;
mod row;
mod rows;
mod window;

pub use filter::Filter;
pub use row::{Row, RowIssuer, Says};
pub use rows::{Entry, Place, Rows, Tally};
pub use window::Window;

/// How many files are shown as cards: folded ones of so many fill a screen, and of more than one can
/// survey one chooses.
pub const CARDS: usize = 12;

/// Whether so many files, those in archives counted, are shown as a list.
#[must_use]
pub fn is_batch(files: usize) -> bool {
    files > CARDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dozen_files_are_cards_and_more_are_a_list() {
        assert!(!is_batch(1));
        assert!(!is_batch(12));
        assert!(is_batch(13));
    }
}

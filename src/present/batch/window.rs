//! Which rows of a long list are drawn: those that are seen, and a few around them.

use std::ops::Range;

/// Rows that are drawn above and below those that are seen, so that a quick hand finds them there.
const AROUND: usize = 6;

/// What is seen of a list whose rows are all of one height, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Window {
    /// How far the list is scrolled.
    pub scrolled: f64,
    /// How much of it is seen.
    pub height: f64,
    /// The height of a row.
    pub row: f64,
}

impl Window {
    /// The rows to draw, of so many.
    #[must_use]
    pub fn rows(&self, of: usize) -> Range<usize> {
        let first = self.row_at(self.scrolled).min(of);
        let seen = self.row_at(self.height).saturating_add(2);
        let end = first.saturating_add(seen).saturating_add(AROUND).min(of);
        first.saturating_sub(AROUND)..end
    }

    /// How many whole rows are seen, at least one.
    #[must_use]
    pub fn page(&self) -> usize {
        self.row_at(self.height).max(1)
    }

    fn row_at(&self, offset: f64) -> usize {
        // Nothing was measured yet.
        if self.row < 1.0 {
            return 0;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "such casts saturate, and no list has more rows"
        )]
        let row = (offset / self.row).floor() as usize;
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Window = Window {
        scrolled: 1000.0,
        height: 400.0,
        row: 50.0,
    };

    #[test]
    fn draws_what_is_seen_and_a_few_around() {
        assert_eq!(WINDOW.rows(10_000), 14..36);
        let top = Window {
            scrolled: 0.0,
            ..WINDOW
        };
        assert_eq!(top.rows(10_000), 0..16);
        assert_eq!(top.rows(3), 0..3);
        assert_eq!(top.rows(0), 0..0);
    }

    #[test]
    fn draws_the_end_where_the_list_has_become_shorter() {
        assert_eq!(WINDOW.rows(22), 14..22);
        assert_eq!(WINDOW.rows(5), 0..5);
    }

    #[test]
    fn draws_something_before_anything_was_measured() {
        assert_eq!(Window::default().rows(10_000), 0..8);
        let without_row = Window { row: 0.0, ..WINDOW };
        assert_eq!(without_row.rows(10_000), 0..8);
        let strange = Window {
            scrolled: -20.0,
            height: f64::NAN,
            row: 50.0,
        };
        assert_eq!(strange.rows(10_000), 0..8);
    }

    #[test]
    fn a_page_is_at_least_a_row() {
        assert_eq!(WINDOW.page(), 8);
        assert_eq!(Window::default().page(), 1);
    }
}

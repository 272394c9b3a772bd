//! The rows of a batch, in the order of the files, however they come in.

use super::{Filter, Row};
use crate::report::Verdict;

/// Where a badge stands: its file's number from 0 on, and its own within that, which is over 0 in archives
/// alone.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Place {
    pub file: usize,
    pub member: usize,
}

/// A badge of the batch.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub place: Place,
    /// The file's name.
    pub file_name: String,
    pub row: Row,
}

/// The rows of a batch, and how far it has come.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// In the order of their places.
    entries: Vec<Entry>,
    /// How many files there are, and how many of them were looked at.
    files: usize,
    done: usize,
}

/// How many badges have a verdict.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Tally {
    pub verdict: Verdict,
    pub count: usize,
}

impl Rows {
    /// There are so many more files to look at.
    pub fn expect(&mut self, files: usize) {
        self.files = self.files.saturating_add(files);
    }

    /// So many more files were looked at.
    pub fn looked_at(&mut self, files: usize) {
        self.done = self.done.saturating_add(files).min(self.files);
    }

    /// Adds a badge, or puts what is known of it now in place of what was known before.
    pub fn add(&mut self, entry: Entry) {
        let place = |known: &Entry| known.place;
        match self.entries.binary_search_by_key(&entry.place, place) {
            Ok(at) => {
                if let Some(known) = self.entries.get_mut(at) {
                    *known = entry;
                }
            }
            Err(at) => self.entries.insert(at, entry),
        }
    }

    /// The badge in this row.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&Entry> {
        self.entries.get(index)
    }

    /// The row of the badge at this place.
    #[must_use]
    pub fn index_of(&self, place: Place) -> Option<usize> {
        let found = self.entries.binary_search_by_key(&place, |it| it.place);
        found.ok()
    }

    /// How many badges there are so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no badge so far.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// How many files there are.
    #[must_use]
    pub fn files(&self) -> usize {
        self.files
    }

    /// How many files were looked at.
    #[must_use]
    pub fn done(&self) -> usize {
        self.done
    }

    /// The verdicts that some badge has, the best first.
    #[must_use]
    pub fn tallies(&self) -> Vec<Tally> {
        let count = |verdict| {
            let with = self.entries.iter();
            with.filter(|entry| entry.row.verdict == verdict).count()
        };
        let all = Verdict::ALL.into_iter().rev();
        let all = all.map(|verdict| Tally {
            verdict,
            count: count(verdict),
        });
        all.filter(|tally| tally.count > 0).collect()
    }

    /// How many badges could be asked about.
    #[must_use]
    pub fn could_ask(&self) -> usize {
        let could_ask = self.entries.iter().filter(|entry| entry.row.could_ask);
        could_ask.count()
    }

    /// The rows that the filter lets through.
    #[must_use]
    pub fn shown(&self, filter: &Filter) -> Vec<usize> {
        let entries = self.entries.iter().enumerate();
        entries
            .filter(|(_, entry)| filter.lets_through(entry))
            .map(|(index, _)| index)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(file: usize, member: usize, verdict: Verdict) -> Entry {
        let row = Row {
            verdict,
            ..Row::unreadable("The file is empty.".into())
        };
        Entry {
            place: Place { file, member },
            file_name: format!("Badge-{file}.json"),
            row,
        }
    }

    fn rows() -> Rows {
        let mut rows = Rows::default();
        rows.expect(4);
        for (file, member, verdict) in [
            (3, 0, Verdict::Unlisted),
            (1, 1, Verdict::Expired),
            (0, 0, Verdict::Unlisted),
            (1, 0, Verdict::Unreadable),
        ] {
            rows.add(entry(file, member, verdict));
        }
        rows.looked_at(3);
        rows
    }

    #[test]
    fn rows_stand_in_the_order_of_the_files_however_they_come_in() {
        let rows = rows();
        let places: Vec<_> = (0..rows.len())
            .filter_map(|index| rows.get(index))
            .map(|entry| (entry.place.file, entry.place.member))
            .collect();
        assert_eq!(places, [(0, 0), (1, 0), (1, 1), (3, 0)]);
        assert_eq!(rows.index_of(Place { file: 1, member: 1 }), Some(2));
        assert_eq!(rows.index_of(Place { file: 2, member: 0 }), None);
        assert_eq!((rows.done(), rows.files()), (3, 4));
    }

    #[test]
    fn verdicts_are_counted_the_best_first() {
        let mut rows = rows();
        let tallies = |rows: &Rows| -> Vec<_> {
            let tallies = rows.tallies().into_iter();
            tallies.map(|it| (it.verdict, it.count)).collect()
        };
        assert_eq!(
            tallies(&rows),
            [
                (Verdict::Unlisted, 2),
                (Verdict::Expired, 1),
                (Verdict::Unreadable, 1)
            ]
        );
        // What a card has found out since takes the place of what was known.
        rows.add(entry(3, 0, Verdict::Genuine));
        assert_eq!(
            tallies(&rows),
            [
                (Verdict::Genuine, 1),
                (Verdict::Unlisted, 1),
                (Verdict::Expired, 1),
                (Verdict::Unreadable, 1)
            ]
        );
    }

    #[test]
    fn rows_are_chosen_by_verdict_and_by_words() {
        let rows = rows();
        let mut filter = Filter::default();
        filter.verdict = Some(Verdict::Unlisted);
        assert_eq!(rows.shown(&Filter::default()), [0, 1, 2, 3]);
        assert_eq!(rows.shown(&filter), [0, 3]);
        assert_eq!(rows.shown(&filter.clone().searching(" bADGE-3 ")), [3]);
        assert_eq!(rows.shown(&filter.searching("badge-1")), [0; 0]);
        assert_eq!(
            rows.shown(&Filter::default().searching("json empty")).len(),
            4
        );
        assert_eq!(
            rows.shown(&Filter::default().searching("json welding")),
            [0; 0]
        );
    }
}

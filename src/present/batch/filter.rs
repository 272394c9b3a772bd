//! Only the badges with one verdict, or with some words.

use super::Entry;
use crate::report::Verdict;

/// Which badges are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Those with this verdict; None for all.
    pub verdict: Option<Verdict>,
    /// In lower case.
    words: Vec<String>,
}

impl Filter {
    /// The same for those alone in which each of these words is, in whatever case: in the badge's name, the
    /// issuer's, its identifier or the file's name.
    #[must_use]
    pub fn searching(self, text: &str) -> Self {
        let words = text.split_whitespace().map(str::to_lowercase);
        Self {
            words: words.collect(),
            ..self
        }
    }

    /// Whether a badge is shown.
    #[must_use]
    pub fn lets_through(&self, entry: &Entry) -> bool {
        if self
            .verdict
            .is_some_and(|verdict| verdict != entry.row.verdict)
        {
            return false;
        }
        if self.words.is_empty() {
            return true;
        }
        let texts = entry.row.words().chain([entry.file_name.as_str()]);
        let texts: Vec<String> = texts.map(str::to_lowercase).collect();
        let is_there = |word: &String| texts.iter().any(|text| text.contains(word));
        self.words.iter().all(is_there)
    }
}

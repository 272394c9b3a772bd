//! Answers kept in memory while the page is open, for their lifetimes: several badges of one issuer
//! ask once.

use std::cell::RefCell;

use js_sys::Date;

use crate::evidence::{Answer, Provenance};

/// Bytes of all bodies together: one of the largest lists, and six other documents as large as any may be.
const LARGEST: usize = 16 * 1024 * 1024;

/// An answer, and where and when it came from.
#[derive(Clone)]
pub(super) struct Kept {
    pub answer: Answer,
    pub provenance: Provenance,
}

thread_local! {
    /// The URL, the time in milliseconds up to which the answer may be used, and that. They are few.
    static ANSWERS: RefCell<Vec<(String, f64, Kept)>> = RefCell::default();
}

/// What was kept of the answer for `url`, if its lifetime is not over.
pub(super) fn kept(url: &str) -> Option<Kept> {
    ANSWERS.with_borrow(|answers| {
        let (_, until, kept) = answers.iter().find(|(other, ..)| other == url)?;
        (Date::now() < *until).then(|| kept.clone())
    })
}

/// Keeps a document for so many seconds. What a host could not give now it may give next time.
pub(super) fn keep(url: &str, kept: &Kept, seconds: u32) {
    keep_until(url, kept, Date::now() + f64::from(seconds) * 1000.0);
}

/// The same, up to this time in milliseconds.
pub(super) fn keep_until(url: &str, kept: &Kept, until: f64) {
    let now = Date::now();
    ANSWERS.with_borrow_mut(|answers| {
        answers.retain(|(other, until, _)| other != url && now < *until);
        let size: usize = answers.iter().map(|(_, _, kept)| size(kept)).sum();
        if let Answer::Response { status: 200, .. } = kept.answer
            && now < until
            && size.saturating_add(self::size(kept)) <= LARGEST
        {
            answers.push((url.to_owned(), until, kept.clone()));
        }
    });
}

/// All that is kept and may be used, each with its address and the time up to which.
pub(super) fn all() -> Vec<(String, f64, Kept)> {
    let now = Date::now();
    ANSWERS.with_borrow(|answers| {
        let usable = answers.iter().filter(|(_, until, _)| now < *until);
        usable.cloned().collect()
    })
}

fn size(kept: &Kept) -> usize {
    match &kept.answer {
        Answer::Response { body, .. } => body.len(),
        Answer::Declined | Answer::Unreachable(_) => 0,
    }
}

//! Whatever people have a badge in: it is found there, or the file says what is wrong with it.

#[path = "../support/mod.rs"]
mod support;

mod baking;
mod build;
mod corpus;
mod data_url;
mod png;
mod svg;
mod text;
mod zip;

use assay::carrier::{Baked, Unreadable, open_all, texts};
use assay::policy::Bounds;
use assay::{Opened, open};

/// A badge that verifies, as it stands in its file.
pub fn badge() -> String {
    String::from_utf8(support::sample("minimal.json")).unwrap()
}

pub fn bounds() -> Bounds {
    Bounds::default()
}

pub fn opened(bytes: &[u8]) -> Opened {
    open(bytes, &bounds()).unwrap()
}

pub fn refused(bytes: &[u8]) -> Unreadable {
    open(bytes, &bounds()).expect_err("no badge")
}

/// The one text in a file.
pub fn text(bytes: &[u8]) -> Baked {
    let mut all = texts(bytes, &bounds()).unwrap();
    assert_eq!(all.len(), 1);
    all.pop().unwrap().unwrap()
}

/// What each badge file of a ZIP comes to.
pub fn each(bytes: &[u8]) -> Vec<Result<Opened, Unreadable>> {
    open_all(bytes, &bounds()).unwrap()
}

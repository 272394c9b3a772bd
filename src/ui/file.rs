//! A file as it comes to the card.

use yew::AttrValue;

use super::Shared;
use crate::carrier::{Opened, Unreadable};

/// A file and the name that the reader knows it by.
#[derive(Clone, Debug, PartialEq)]
pub struct BadgeFile {
    pub name: AttrValue,
    pub content: Content,
}

/// What there is of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// It is still on its way.
    Awaited,
    Bytes(Shared<Vec<u8>>),
    /// It was opened before, out of a file that holds several.
    Opened(Shared<Opened>),
    /// It could not be had; why, in words.
    NotLoaded(AttrValue),
    /// It was refused before it was read.
    Refused(Unreadable),
}

impl BadgeFile {
    /// A file that was read.
    pub fn new(name: impl Into<AttrValue>, bytes: Vec<u8>) -> Self {
        Self {
            name: name.into(),
            content: Content::Bytes(Shared::new(bytes)),
        }
    }
}

//! The results on the page, newest first.

use std::rc::Rc;

use yew::{AttrValue, Reducible};

use crate::ui::BadgeFile;

/// The results on the page.
#[derive(Clone, Debug, Default)]
pub struct Stack {
    items: Vec<Item>,
    next: usize,
}

/// A file in the stack.
#[derive(Clone, Debug)]
pub struct Item {
    pub number: usize,
    pub file: BadgeFile,
    /// The web address that it came from.
    pub address: Option<AttrValue>,
    pub is_sample: bool,
    pub is_folded: bool,
    /// Its headline gets the focus once it is there.
    pub takes_focus: bool,
}

pub enum Change {
    /// Files that a person brought: they come first, the others fold.
    Dropped(Vec<BadgeFile>),
    /// A file that was fetched from this address, with what is in it.
    Fetched(Vec<BadgeFile>, AttrValue),
    /// A sample of the gallery.
    Sample(BadgeFile),
    /// One is to fold or unfold.
    Toggled(usize),
}

impl Stack {
    /// All of them, newest first.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.items.iter()
    }

    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The first of `files` takes the stage; the rest waits folded.
    fn add(&mut self, files: Vec<BadgeFile>, address: Option<AttrValue>, is_sample: bool) {
        if files.is_empty() {
            return;
        }
        for item in &mut self.items {
            item.is_folded = true;
            item.takes_focus = false;
        }
        let first = self.next;
        self.next += files.len();
        let new = files.into_iter().enumerate().map(|(index, file)| Item {
            number: first + index,
            file,
            address: address.clone(),
            is_sample,
            is_folded: index > 0,
            takes_focus: index == 0,
        });
        self.items.splice(0..0, new);
    }
}

impl Reducible for Stack {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut stack = (*self).clone();
        match change {
            Change::Dropped(files) => stack.add(files, None, false),
            Change::Fetched(files, address) => {
                // Of several in one file, none has an address of its own.
                let address = Some(address).filter(|_| files.len() == 1);
                stack.add(files, address, false);
            }
            Change::Sample(file) => stack.add(vec![file], None, true),
            Change::Toggled(number) => {
                for item in stack.items.iter_mut().filter(|item| item.number == number) {
                    item.is_folded = !item.is_folded;
                }
            }
        }
        stack.into()
    }
}

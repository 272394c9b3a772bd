//! The results on the page, newest first.

use std::rc::Rc;

use web_sys::File;
use yew::{AttrValue, Reducible};

use super::intake::Intake;
use crate::present::{SkillCount, skill_counts};
use crate::ui::{BadgeFile, Shared};

/// The results on the page.
#[derive(Clone, Debug, Default)]
pub struct Stack {
    items: Vec<Item>,
    /// Many files at once, which are listed; there is one list.
    pub batch: Option<Shared<Vec<File>>>,
    /// Whether the list is newer than the results.
    pub is_batch_first: bool,
    next: usize,
    /// The skill that the shown ones have; None where all are shown.
    skill: Option<AttrValue>,
}

/// A file in the stack.
#[derive(Clone, Debug)]
pub struct Item {
    pub number: usize,
    pub file: BadgeFile,
    /// The web address that it came from.
    pub address: Option<AttrValue>,
    pub is_sample: bool,
    /// The names of the skills that it attests, as far as is known.
    skills: Vec<String>,
    pub is_folded: bool,
    /// Its headline gets the focus once it is there.
    pub takes_focus: bool,
}

pub enum Change {
    /// Files that a person brought: they come first, the others fold.
    Dropped(Vec<BadgeFile>),
    /// Many files: they are listed, behind those that are listed already.
    Batch(Vec<File>),
    /// The list is to be taken away.
    BatchTakenAway,
    /// A file that was fetched from this address, with what is in it.
    Fetched(Vec<BadgeFile>, AttrValue),
    /// A sample of the gallery.
    Sample(BadgeFile),
    /// One was checked, and attests these skills.
    Settled(usize, Vec<String>),
    /// Only those with this skill are to be shown, or all.
    Chosen(Option<AttrValue>),
    /// One is to fold or unfold.
    Toggled(usize),
}

impl Change {
    /// What a person brought, or what was fetched from this address.
    pub fn of(intake: Intake, address: Option<AttrValue>) -> Self {
        match (intake, address) {
            (Intake::Cards(files), None) => Self::Dropped(files),
            (Intake::Cards(files), Some(address)) => Self::Fetched(files, address),
            (Intake::Batch(files), _) => Self::Batch(files),
        }
    }
}

impl Stack {
    /// All of them, newest first.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.items.iter()
    }

    /// Whether there is neither a result nor a list.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.batch.is_none()
    }

    /// The skills that they can be chosen by, where there are several to choose from.
    pub fn skills(&self) -> Vec<SkillCount> {
        let skilled = self.items.iter().filter(|item| !item.skills.is_empty());
        match skilled.clone().count() {
            0 | 1 => Vec::new(),
            _ => skill_counts(skilled.map(|item| item.skills.as_slice())),
        }
    }

    /// The skill that was chosen.
    pub fn chosen(&self) -> Option<AttrValue> {
        self.skill.clone()
    }

    /// Whether an item is shown, as it has the skill that was chosen.
    pub fn is_shown(&self, item: &Item) -> bool {
        let skill = self.skill.as_deref();
        skill.is_none_or(|skill| item.skills.iter().any(|it| it == skill))
    }

    fn item(&mut self, number: usize) -> Option<&mut Item> {
        self.items.iter_mut().find(|item| item.number == number)
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
        self.is_batch_first = false;
        // What was brought just now is not to be missed.
        self.skill = None;
        let first = self.next;
        self.next += files.len();
        let new = files.into_iter().enumerate().map(|(index, file)| Item {
            number: first + index,
            file,
            address: address.clone(),
            is_sample,
            skills: Vec::new(),
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
            Change::Batch(files) => {
                let listed = stack.batch.as_ref();
                let listed = listed.map_or_else(Vec::new, |listed| listed.to_vec());
                stack.batch = Some(Shared::new([listed, files].concat()));
                stack.is_batch_first = true;
            }
            Change::BatchTakenAway => stack.batch = None,
            Change::Fetched(files, address) => {
                // Of several in one file, none has an address of its own.
                let address = Some(address).filter(|_| files.len() == 1);
                stack.add(files, address, false);
            }
            Change::Sample(file) => stack.add(vec![file], None, true),
            Change::Settled(number, skills) => {
                if let Some(item) = stack.item(number) {
                    item.skills = skills;
                }
            }
            Change::Chosen(skill) => stack.skill = skill,
            Change::Toggled(number) => {
                if let Some(item) = stack.item(number) {
                    item.is_folded = !item.is_folded;
                }
            }
        }
        stack.into()
    }
}

//! The hook that has a batch checked, and gathers what comes of it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::File;
use yew::prelude::*;

use super::message::Answered;
use super::pool::Pool;
use crate::policy::LISTED_BADGES;
use crate::present::batch::{Entry, Place, Row, Rows};
use crate::ui::Shared;

/// How long news is gathered before it is drawn. Nobody reads faster, and what the page does not draw, the
/// workers have time for.
const GATHERED_MILLISECONDS: u32 = 80;

/// A batch under way.
#[derive(Clone)]
pub struct BatchHandle {
    pub run: Rc<RefCell<Run>>,
    pool: Rc<Pool>,
    update: UseForceUpdateHandle,
}

/// What is known of a batch.
#[derive(Default)]
pub struct Run {
    pub rows: Rows,
    files: Shared<Vec<File>>,
    news: Vec<Answered>,
    drawing: Option<Timeout>,
}

/// How far a batch has come.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum BatchState {
    UnderWay,
    Done,
    /// The person has stopped it before so many files were looked at.
    Stopped {
        left: usize,
    },
    /// There are more badges than are listed, and so many files that were not looked at.
    Full {
        left: usize,
    },
}

impl BatchHandle {
    /// Nothing more is looked at.
    pub fn stop(&self) {
        self.pool.stop();
        self.update.force_update();
    }

    /// How far it has come.
    pub fn state(&self, run: &Run) -> BatchState {
        let rows = &run.rows;
        match rows.files() - rows.done() {
            _ if self.pool.is_busy() || run.drawing.is_some() => BatchState::UnderWay,
            0 => BatchState::Done,
            left if rows.len().max(rows.files()) > LISTED_BADGES => BatchState::Full { left },
            left => BatchState::Stopped { left },
        }
    }

    /// A card has found this out about the badge there.
    pub fn settle(&self, place: Place, row: Row) {
        self.run.borrow_mut().add(vec![(place, row)]);
        self.update.force_update();
    }
}

impl Run {
    fn add(&mut self, new: Vec<(Place, Row)>) {
        for (place, row) in new {
            if let Some(file) = self.files.get(place.file) {
                self.rows.add(Entry {
                    place,
                    file_name: file.name(),
                    row,
                });
            }
        }
    }

    fn take_news(&mut self) {
        self.drawing = None;
        for answered in std::mem::take(&mut self.news) {
            self.add(answered.rows);
            self.rows.looked_at(answered.files);
        }
    }
}

/// Checks `files`, and those that they grow by.
#[hook]
pub fn use_batch(files: &Shared<Vec<File>>) -> BatchHandle {
    let update = use_force_update();
    let batch = use_memo((), move |()| {
        let run = Rc::new(RefCell::new(Run::default()));
        let onanswered = {
            let (run, update) = (Rc::clone(&run), update.clone());
            Callback::from(move |answered| {
                let mut now = run.borrow_mut();
                now.news.push(answered);
                if now.drawing.is_none() {
                    let (run, update) = (Rc::clone(&run), update.clone());
                    now.drawing = Some(Timeout::new(GATHERED_MILLISECONDS, move || {
                        run.borrow_mut().take_news();
                        update.force_update();
                    }));
                }
            })
        };
        BatchHandle {
            run,
            pool: Rc::new(Pool::new(onanswered)),
            update,
        }
    });
    use_effect_with(files.clone(), {
        let batch = Rc::clone(&batch);
        move |files| {
            let mut run = batch.run.borrow_mut();
            let known = run.rows.files();
            run.rows.expect(files.len().saturating_sub(known));
            run.files = files.clone();
            batch.pool.add(files, known, files.len().min(LISTED_BADGES));
            batch.update.force_update();
        }
    });
    if batch.run.borrow().rows.len() > LISTED_BADGES {
        // Archives can have more than there are files.
        batch.pool.stop();
    }
    (*batch).clone()
}

//! The hook that has a batch checked, and gathers what comes of it, once a frame.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use web_sys::File;
use yew::prelude::*;

use super::message::Answered;
use super::pool::Pool;
use crate::policy::LISTED_BADGES;
use crate::present::batch::{Entry, Place, Row, Rows};
use crate::ui::Shared;

/// A batch under way.
#[derive(Clone)]
pub struct BatchHandle {
    pub rows: Rc<RefCell<Rows>>,
    pub state: BatchState,
    pool: Rc<Pool>,
    update: UseForceUpdateHandle,
    is_stopped: UseStateHandle<bool>,
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
        self.is_stopped.set(true);
    }

    /// A card has found this out about the badge there, of these files.
    pub fn settle(&self, files: &[File], place: Place, row: Row) {
        add(&self.rows, files, vec![(place, row)]);
        self.update.force_update();
    }
}

/// Checks `files`, and those that they grow by.
#[hook]
pub fn use_batch(files: &Shared<Vec<File>>) -> BatchHandle {
    let update = use_force_update();
    let rows = use_mut_ref(Rows::default);
    let latest = use_mut_ref(|| files.clone());
    *latest.borrow_mut() = files.clone();
    let is_stopped = use_state_eq(|| false);
    let pool = use_memo((), {
        let (rows, latest, update) = (Rc::clone(&rows), Rc::clone(&latest), update.clone());
        move |()| {
            let news = Rc::new(RefCell::new(Vec::<Answered>::new()));
            let frame = RefCell::new(None::<AnimationFrame>);
            Pool::new(Callback::from(move |answered| {
                let is_first = news.borrow().is_empty();
                news.borrow_mut().push(answered);
                if !is_first {
                    return;
                }
                let (news, rows) = (Rc::clone(&news), Rc::clone(&rows));
                let (latest, update) = (Rc::clone(&latest), update.clone());
                *frame.borrow_mut() = Some(request_animation_frame(move |_| {
                    for answered in news.take() {
                        add(&rows, &latest.borrow(), answered.rows);
                        rows.borrow_mut().looked_at(answered.files);
                    }
                    update.force_update();
                }));
            }))
        }
    });
    use_effect_with(files.clone(), {
        let (pool, rows, is_stopped) = (Rc::clone(&pool), Rc::clone(&rows), is_stopped.clone());
        let update = update.clone();
        move |files| {
            let known = rows.borrow().files();
            rows.borrow_mut().expect(files.len().saturating_sub(known));
            pool.add(files, known, files.len().min(LISTED_BADGES));
            is_stopped.set(false);
            update.force_update();
        }
    });
    use_effect_with((), {
        let pool = Rc::clone(&pool);
        move |()| move || pool.stop()
    });
    let (left, count) = {
        let rows = rows.borrow();
        (rows.files() - rows.done(), rows.len())
    };
    let is_full = left > 0 && (count >= LISTED_BADGES || rows.borrow().done() >= LISTED_BADGES);
    use_effect_with(is_full, {
        let pool = Rc::clone(&pool);
        move |is_full| {
            if *is_full {
                pool.stop();
            }
        }
    });
    let state = match left {
        0 => BatchState::Done,
        left if is_full => BatchState::Full { left },
        left if *is_stopped => BatchState::Stopped { left },
        _ => BatchState::UnderWay,
    };
    BatchHandle {
        rows,
        state,
        pool,
        update,
        is_stopped,
    }
}

fn add(rows: &RefCell<Rows>, files: &[File], new: Vec<(Place, Row)>) {
    let mut rows = rows.borrow_mut();
    for (place, row) in new {
        if let Some(file) = files.get(place.file) {
            rows.add(Entry {
                place,
                file_name: file.name(),
                row,
            });
        }
    }
}

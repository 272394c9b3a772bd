//! The workers that check a batch: each has a few files at a time, so that they are all busy to the end, and
//! none is left with many when the person stops. Where no worker can be started, this thread does the work,
//! a few milliseconds at a time.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use gloo::events::EventListener;
use gloo::timers::future::TimeoutFuture;
use js_sys::Date;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, MessageEvent, Worker};
use yew::Callback;

use super::check::check;
use super::message::{self, Answered};
use crate::net;
use crate::present::batch::{Place, Row};
use crate::present::english::batch as words;
use crate::ui::Shared;
use crate::ui::decisions::{Decision, decision};

#[wasm_bindgen(module = "/src/ui/page/batch/start_worker.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = startWorker)]
    fn start_worker() -> Result<Worker, JsValue>;
}

/// Two workers even where a browser tells of one processor, since they wait for files; and no more than four:
/// each has the whole program's memory, and checks a thousand badges in a second or two.
const WORKERS: [usize; 2] = [2, 4];
/// Files that a worker is handed at once, and how many such hands it has.
const HANDFUL: usize = 8;
const HANDS: usize = 2;
/// How long this thread works before it lets the page draw: half a frame at 60 a second.
const SLICE_MILLISECONDS: f64 = 8.0;

/// Checks files, and tells of each.
pub struct Pool(Rc<RefCell<Inner>>);

struct Inner {
    files: Shared<Vec<File>>,
    /// The numbers of those that nobody has been handed.
    waiting: VecDeque<usize>,
    workers: Vec<Hand>,
    /// The number of the next worker.
    next: usize,
    /// A worker was never heard of, so that it is no use to start another.
    cannot_start: bool,
    /// So many of those that wait were in a worker that broke: each is handed over alone.
    suspects: usize,
    /// Counts the stops: what began before one goes on no longer.
    run: Rc<Cell<u32>>,
    is_slicing: bool,
    onanswered: Callback<Answered>,
}

/// A worker, and the numbers of the files that it has.
struct Hand {
    number: usize,
    worker: Worker,
    has: Vec<usize>,
    has_answered: bool,
    _listeners: [EventListener; 2],
}

impl Drop for Hand {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Pool {
    pub fn new(onanswered: Callback<Answered>) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            files: Shared::default(),
            waiting: VecDeque::new(),
            workers: Vec::new(),
            next: 0,
            cannot_start: false,
            suspects: 0,
            run: Rc::default(),
            is_slicing: false,
            onanswered,
        })))
    }

    /// Those of `files` from this number on are to be checked too.
    pub fn add(&self, files: &Shared<Vec<File>>, from: usize, to: usize) {
        let mut inner = self.0.borrow_mut();
        inner.files = files.clone();
        inner.waiting.extend(from..to);
        inner.go_on(&self.0);
    }

    /// Whether some file is still to be checked.
    pub fn is_busy(&self) -> bool {
        let inner = self.0.borrow();
        let are_at_work = inner.workers.iter().any(|hand| !hand.has.is_empty());
        are_at_work || inner.is_slicing || !inner.waiting.is_empty()
    }

    /// Nothing more is checked.
    pub fn stop(&self) {
        let mut inner = self.0.borrow_mut();
        inner.waiting.clear();
        inner.suspects = 0;
        inner.workers.clear();
        inner.is_slicing = false;
        inner.run.set(inner.run.get().wrapping_add(1));
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Inner {
    /// Has as many workers as are of use, and hands each what it can take.
    fn go_on(&mut self, pool: &Rc<RefCell<Self>>) {
        let wanted = processors().min(self.waiting.len().div_ceil(HANDFUL));
        while !self.cannot_start && self.workers.len() < wanted {
            match Hand::new(self.next, pool) {
                Ok(hand) => self.workers.push(hand),
                Err(_) => self.cannot_start = true,
            }
            self.next += 1;
        }
        for _ in 0..HANDS {
            for hand in &mut self.workers {
                let count = match self.suspects {
                    0 if hand.has.len() > HANDFUL * (HANDS - 1) => 0,
                    // Fewer near the end, so that the workers end together.
                    0 => self.waiting.len().div_ceil(4 * HANDS).min(HANDFUL),
                    _ => usize::from(hand.has.is_empty()),
                };
                let count = count.min(self.waiting.len());
                self.suspects = self.suspects.saturating_sub(count);
                hand.take(&self.files, self.waiting.drain(..count));
            }
        }
        // Their memory is given back as soon as there is nothing for them to do.
        if self.waiting.is_empty() {
            self.workers.retain(|hand| !hand.has.is_empty());
        } else if self.workers.is_empty() && !self.is_slicing {
            self.is_slicing = true;
            spawn_local(work_here(Rc::clone(pool), Rc::clone(&self.run)));
        }
    }

    /// A file for this thread, and whom to tell.
    fn next_here(&mut self) -> Option<(usize, File, Callback<Answered>)> {
        let number = self.waiting.pop_front();
        let file = number.and_then(|number| Some((number, self.files.get(number)?.clone())));
        self.is_slicing = file.is_some();
        let (number, file) = file?;
        Some((number, file, self.onanswered.clone()))
    }

    fn heard(&mut self, number: usize, answered: &Answered) {
        if let Some(hand) = self.workers.iter_mut().find(|hand| hand.number == number) {
            hand.has_answered = true;
            hand.has.drain(..answered.files.min(hand.has.len()));
        }
    }

    /// A worker broke. One that never said anything could not be started. Of another, one of its files is to
    /// blame: which one shows once each is alone, and that is told of.
    fn lost(&mut self, number: usize) -> Option<Answered> {
        let at = self.workers.iter().position(|hand| hand.number == number)?;
        let mut hand = self.workers.swap_remove(at);
        let has = std::mem::take(&mut hand.has);
        self.cannot_start |= !hand.has_answered;
        if let (true, [file]) = (hand.has_answered, has.as_slice()) {
            let place = Place {
                file: *file,
                member: 0,
            };
            return Some(Answered {
                rows: vec![(place, Row::not_checked(words::NOT_CHECKED.into()))],
                files: 1,
            });
        }
        if hand.has_answered {
            self.suspects += has.len();
        }
        for number in has.into_iter().rev() {
            self.waiting.push_front(number);
        }
        None
    }
}

impl Hand {
    fn new(number: usize, pool: &Rc<RefCell<Inner>>) -> Result<Self, JsValue> {
        let worker = start_worker()?;
        let known = net::handed_over(|url| {
            let host = net::host(url);
            host.is_none_or(|host| decision(&host) != Some(Decision::Never))
        });
        worker.post_message(&message::beginning(&wasm_bindgen::module(), &known))?;
        let pool = Rc::downgrade(pool);
        let listen =
            |kind: &'static str, heard: fn(&mut Inner, usize, &JsValue) -> Option<Answered>| {
                let pool = Weak::clone(&pool);
                EventListener::new(&worker, kind, move |event| {
                    let Some(pool) = pool.upgrade() else { return };
                    let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
                    let mut inner = pool.borrow_mut();
                    let answered = heard(&mut inner, number, &data.unwrap_or_default());
                    inner.go_on(&pool);
                    let onanswered = inner.onanswered.clone();
                    drop(inner);
                    if let Some(answered) = answered {
                        onanswered.emit(answered);
                    }
                })
            };
        let listeners = [
            listen("message", |inner, number, data| {
                let answered = message::unpack(data)?;
                inner.heard(number, &answered);
                Some(answered)
            }),
            listen("error", |inner, number, _| inner.lost(number)),
        ];
        Ok(Self {
            number,
            worker,
            has: Vec::new(),
            has_answered: false,
            _listeners: listeners,
        })
    }

    /// Hands over these files.
    fn take(&mut self, files: &[File], numbers: impl Iterator<Item = usize>) {
        let before = self.has.len();
        self.has.extend(numbers);
        let given = self.has.iter().skip(before);
        let mut given = given
            .filter_map(|number| Some((*number, files.get(*number)?)))
            .peekable();
        if given.peek().is_some() {
            // What cannot be sent is no file of a browser's.
            let _ = self.worker.post_message(&message::files(given));
        }
    }
}

/// Checks all that waits, in slices of time.
async fn work_here(pool: Rc<RefCell<Inner>>, run: Rc<Cell<u32>>) {
    let this_run = run.get();
    let mut began = Date::now();
    loop {
        let Some((number, file, onanswered)) = pool.borrow_mut().next_here() else {
            return;
        };
        let answered = check(number, &file).await;
        if run.get() != this_run {
            return;
        }
        onanswered.emit(answered);
        if Date::now() - began > SLICE_MILLISECONDS {
            TimeoutFuture::new(0).await;
            began = Date::now();
        }
        if run.get() != this_run {
            return;
        }
    }
}

/// How many workers there can be at once.
fn processors() -> usize {
    let window = web_sys::window();
    let processors = window.map_or(1.0, |window| window.navigator().hardware_concurrency());
    let [least, most] = WORKERS;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "such casts saturate"
    )]
    let processors = processors as usize;
    processors.clamp(least, most)
}

//! Evidence in use: one answer to "what is at this address?", whoever asks, and a note of what was
//! asked for and is not there.

use std::cell::RefCell;

use serde_json::Value;

use crate::evidence::{Answer, Evidence, Purpose, Request};
use crate::json;
use crate::policy::Bounds;
use crate::reason::{Reason, Unobtained};

/// What was brought, and what would have helped.
pub struct Inquiry<'a> {
    evidence: &'a Evidence,
    pub bounds: &'a Bounds,
    wants: RefCell<Vec<Request>>,
}

impl<'a> Inquiry<'a> {
    /// An inquiry that has not asked for anything yet.
    #[must_use]
    pub fn new(evidence: &'a Evidence, bounds: &'a Bounds) -> Self {
        Self {
            evidence,
            bounds,
            wants: RefCell::default(),
        }
    }

    /// The status and the body of an answer, whatever they are.
    ///
    /// # Errors
    /// [`Reason::Unobtained`]; what its host was not asked for is wanted from then on.
    pub fn answer(&self, url: &str, purpose: Purpose) -> Result<(u16, &'a [u8]), Reason> {
        let want = || {
            let url = url.to_owned();
            self.want(Request { url, purpose });
        };
        let why = match self.evidence.answer(url) {
            Some(Answer::Response { .. }) if !self.evidence.may_serve(url, purpose) => {
                want();
                Unobtained::SuppliedByHand
            }
            Some(Answer::Response { status, body }) => return Ok((*status, body)),
            Some(Answer::Unreachable(why)) => Unobtained::Unreachable(*why),
            Some(Answer::Declined) => Unobtained::Declined,
            None => {
                want();
                Unobtained::NotAsked
            }
        };
        let url = url.to_owned();
        Err(Reason::Unobtained { url, why })
    }

    /// The bytes at `url`.
    ///
    /// # Errors
    /// [`Reason::Unobtained`], for answers other than success too.
    pub fn body(&self, url: &str, purpose: Purpose) -> Result<&'a [u8], Reason> {
        match self.answer(url, purpose)? {
            (200, body) => Ok(body),
            (status, _) => Err(Reason::Unobtained {
                url: url.to_owned(),
                why: Unobtained::Status(status),
            }),
        }
    }

    /// The JSON at `url`.
    ///
    /// # Errors
    /// [`Reason::Unobtained`], and [`Reason::MalformedDocument`] for what is no JSON.
    pub fn json(&self, url: &str, purpose: Purpose) -> Result<Value, Reason> {
        let body = self.body(url, purpose)?;
        json::parse(body, self.bounds).map_err(|_| Reason::MalformedDocument {
            url: url.to_owned(),
        })
    }

    /// Adds what else would help.
    pub fn want(&self, request: Request) {
        self.wants.borrow_mut().push(request);
    }

    /// What turned out not to be needed is not wanted.
    pub fn forget(&self, purpose: Purpose) {
        let mut wants = self.wants.borrow_mut();
        wants.retain(|want| want.purpose != purpose);
    }

    /// What was asked for in vain, each once.
    #[must_use]
    pub fn wants(&self) -> Vec<Request> {
        let mut wants = self.wants.borrow().clone();
        wants.sort();
        wants.dedup();
        wants
    }
}

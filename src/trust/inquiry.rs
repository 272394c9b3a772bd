//! The documents that registries are made of, out of the evidence; what is not there is wanted.

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::NoAnswer;
use crate::evidence::{Answer, Evidence, Purpose, Request};
use crate::json;
use crate::policy::{Bounds, Policy};
use crate::reason::Unobtained;
use crate::timestamp::Timestamp;

/// What was brought, and what would have helped.
pub(super) struct Inquiry<'a> {
    evidence: &'a Evidence,
    policy: &'a Policy,
    /// The time that is answered for.
    pub at: Timestamp,
    wants: RefCell<Vec<Request>>,
}

impl<'a> Inquiry<'a> {
    pub fn new(evidence: &'a Evidence, policy: &'a Policy, at: Timestamp) -> Self {
        Self {
            evidence,
            policy,
            at,
            wants: RefCell::default(),
        }
    }

    /// The same evidence, with wants of its own.
    pub fn anew(&self) -> Self {
        Self::new(self.evidence, self.policy, self.at)
    }

    /// What was asked for in vain.
    pub fn wants(self) -> Vec<Request> {
        self.wants.into_inner()
    }

    pub fn want(&self, requests: Vec<Request>) {
        self.wants.borrow_mut().extend(requests);
    }

    pub fn bounds(&self) -> &'a Bounds {
        &self.policy.bounds
    }

    /// What another's clock may show that is ahead by as much as is allowed.
    pub fn latest(&self) -> Timestamp {
        self.at.plus_seconds(self.policy.clock_skew.seconds)
    }

    /// The status and the body of an answer, whatever they are.
    pub fn answer(&self, url: &str, purpose: Purpose) -> Result<(u16, &'a [u8]), NoAnswer> {
        match self.evidence.answer(url) {
            Some(Answer::Response { status, body }) => Ok((*status, body)),
            Some(Answer::Unreachable(why)) => {
                Err(NoAnswer::Unobtained(Unobtained::Unreachable(*why)))
            }
            Some(Answer::Declined) => Err(NoAnswer::Unobtained(Unobtained::Declined)),
            None => {
                self.want(vec![Request {
                    url: url.to_owned(),
                    purpose,
                }]);
                Err(NoAnswer::Unobtained(Unobtained::NotAsked))
            }
        }
    }

    /// The bytes at `url`.
    pub fn body(&self, url: &str, purpose: Purpose) -> Result<&'a [u8], NoAnswer> {
        match self.answer(url, purpose)? {
            (200, body) => Ok(body),
            (status, _) => Err(NoAnswer::Unobtained(Unobtained::Status(status))),
        }
    }

    /// The JSON at `url`, an object.
    pub fn object(&self, url: &str, purpose: Purpose) -> Result<Map<String, Value>, NoAnswer> {
        match json::parse(self.body(url, purpose)?, self.bounds()) {
            Ok(Value::Object(members)) => Ok(members),
            _ => Err(NoAnswer::Malformed),
        }
    }
}

//! The documents that registries are made of, as far as they are there.

use serde_json::{Map, Value};

use super::NoAnswer;
use crate::evidence::{Evidence, Purpose, Request};
use crate::inquiry::Inquiry;
use crate::json;
use crate::policy::{Bounds, Policy};
use crate::reason::Reason;
use crate::timestamp::Timestamp;

/// What was brought, and what would have helped.
pub(super) struct Consultation<'a> {
    evidence: &'a Evidence,
    policy: &'a Policy,
    /// The time that is answered for.
    pub at: Timestamp,
    inquiry: Inquiry<'a>,
}

impl<'a> Consultation<'a> {
    pub fn new(evidence: &'a Evidence, policy: &'a Policy, at: Timestamp) -> Self {
        Self {
            evidence,
            policy,
            at,
            inquiry: Inquiry::new(evidence, &policy.bounds),
        }
    }

    /// The same evidence, with wants of its own.
    pub fn anew(&self) -> Self {
        Self::new(self.evidence, self.policy, self.at)
    }

    /// What was asked for in vain.
    pub fn wants(&self) -> Vec<Request> {
        self.inquiry.wants()
    }

    /// Wants what another one did.
    pub fn want_all_of(&self, other: &Self) {
        for request in other.wants() {
            self.inquiry.want(request);
        }
    }

    pub fn bounds(&self) -> &'a Bounds {
        self.inquiry.bounds
    }

    /// What another's clock may show that is ahead by as much as is allowed.
    pub fn latest(&self) -> Timestamp {
        self.at.plus_seconds(self.policy.clock_skew.seconds)
    }

    /// The status and the body of an answer, whatever they are.
    pub fn answer(&self, url: &str, purpose: Purpose) -> Result<(u16, &'a [u8]), NoAnswer> {
        self.inquiry.answer(url, purpose).map_err(no_answer)
    }

    /// The bytes at `url`.
    pub fn body(&self, url: &str, purpose: Purpose) -> Result<&'a [u8], NoAnswer> {
        self.inquiry.body(url, purpose).map_err(no_answer)
    }

    /// The JSON at `url`, an object.
    pub fn object(&self, url: &str, purpose: Purpose) -> Result<Map<String, Value>, NoAnswer> {
        match json::parse(self.body(url, purpose)?, self.bounds()) {
            Ok(Value::Object(members)) => Ok(members),
            _ => Err(NoAnswer::Malformed),
        }
    }
}

fn no_answer(reason: Reason) -> NoAnswer {
    match reason {
        Reason::Unobtained { why, .. } => NoAnswer::Unobtained(why),
        _ => NoAnswer::Malformed,
    }
}

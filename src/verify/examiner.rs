//! What judging rests on, and how credentials inside another are judged: each as the document that it
//! is, within what is left of the bounds.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use serde_json::Value;

use super::examine;
use crate::carrier::{self, Unpacker, Unreadable};
use crate::credential::{Credential, Document, NestedPlace};
use crate::evidence::Evidence;
use crate::policy::{Bounds, Policy};
use crate::report::Report;
use crate::timestamp::Timestamp;

/// The evidence, the policy and the time, and how far inside one stands.
#[derive(Clone, Copy)]
pub(super) struct Examiner<'a> {
    pub evidence: &'a Evidence,
    pub policy: &'a Policy,
    pub at: Timestamp,
    /// What is left for all credentials inside the outermost one.
    pub budget: &'a Budget,
    /// Credentials around the one that is judged.
    depth: usize,
}

/// How many credentials may still be judged, how many values under their proofs, and how much of their
/// status lists may be unpacked.
pub(super) struct Budget {
    credentials: Cell<usize>,
    values: Cell<usize>,
    pub lists: RefCell<Unpacker>,
}

impl Budget {
    pub fn new(bounds: &Bounds) -> Self {
        Self {
            credentials: Cell::new(bounds.credentials),
            values: Cell::new(bounds.presented_values),
            lists: RefCell::new(Unpacker::within(
                bounds.status_list_bytes,
                bounds.status_lists_bytes,
            )),
        }
    }
}

/// A credential inside another, and its report.
pub(super) type Nested = Result<(Rc<Credential>, Report), Unreadable>;

impl<'a> Examiner<'a> {
    pub fn new(
        evidence: &'a Evidence,
        policy: &'a Policy,
        at: Timestamp,
        budget: &'a Budget,
    ) -> Self {
        Self {
            evidence,
            policy,
            at,
            budget,
            depth: 0,
        }
    }

    /// The same as of now, whatever time is answered for: lists are of now, and are to be in force now.
    pub fn of_now(&self) -> Self {
        let at = self.policy.now.unwrap_or(self.at);
        Self { at, ..*self }
    }

    /// Opens and judges a credential inside the one that is judged, whose document it stands in.
    fn nested(&self, document: &Document, place: NestedPlace, entry: &Value) -> Nested {
        let bounds = &self.policy.bounds;
        let limit = bounds.nested_credentials;
        if self.depth >= limit {
            return Err(Unreadable::NestedTooDeep { limit });
        }
        let limit = bounds.credentials;
        let too_many = Unreadable::TooManyCredentials { limit };
        take(&self.budget.credentials, 1).ok_or(too_many)?;
        take(&self.budget.values, carrier::cost(entry)).ok_or(Unreadable::TooCostly)?;
        let read = || carrier::embedded(entry, bounds);
        let credential = document.nested(place, bounds, read)?;
        let deeper = Self {
            depth: self.depth + 1,
            ..*self
        };
        let report = examine(&credential, &deeper);
        Ok((credential, report))
    }

    /// Opens and judges the credentials in a list of the document that is judged; behind the first that is
    /// one too many, none is tried.
    pub fn all_nested<T>(
        &self,
        (document, list): (&Document, &'static str),
        entries: impl IntoIterator<Item = T>,
        entry: impl Fn(&T) -> &Value,
    ) -> Vec<(T, Nested)> {
        let mut all = Vec::new();
        for (place, item) in entries.into_iter().enumerate() {
            let nested = self.nested(document, (list, place), entry(&item));
            let is_last = matches!(nested, Err(Unreadable::TooManyCredentials { .. }));
            all.push((item, nested));
            if is_last {
                break;
            }
        }
        all
    }
}

/// Takes so much of what is left; None where it is not enough.
fn take(left: &Cell<usize>, amount: usize) -> Option<()> {
    left.set(left.get().checked_sub(amount)?);
    Some(())
}

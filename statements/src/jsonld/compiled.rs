//! Contexts that were worked out before, kept for the documents that follow.
//!
//! What a context comes to depends on nothing but itself and the context that it stands on. Badges
//! share a few combinations, so each is worked out once.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::active_context::{ActiveContext, Scoped};
use super::context_processing::{Rules, process};
use super::contexts::Snapshot;
use super::{ContextChoice, JsonLdError};
use crate::json::one_or_several;

/// How many combinations are kept. 1EdTech's and W3C's examples together make about 300; a document
/// that is made to have more drives the others out.
const KEPT: usize = 1000;

/// What is put on top of a context.
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
enum Step {
    /// A bundled context, by its name.
    Bundled(&'static str),
    /// A term's own context, by its number.
    Property(usize),
    Type(usize),
}

#[derive(Default)]
struct Compiled {
    /// By the number of the context that is built upon.
    contexts: FxHashMap<(usize, Step), Result<Rc<ActiveContext>, JsonLdError>>,
    /// The last number that was given out, to a context or to a term's own. None is used again.
    counter: usize,
}

thread_local! {
    static COMPILED: RefCell<Compiled> = RefCell::default();
}

/// `active` with a property-scoped context on top.
pub(super) fn property_scoped(
    active: &Rc<ActiveContext>,
    scoped: &Scoped,
) -> Result<Rc<ActiveContext>, JsonLdError> {
    let step = Step::Property(scoped.number);
    with_scoped(active, scoped, step, Rules::PROPERTY_SCOPED)
}

/// `active` with a type-scoped context on top.
pub(super) fn type_scoped(
    active: &Rc<ActiveContext>,
    scoped: &Scoped,
) -> Result<Rc<ActiveContext>, JsonLdError> {
    let step = Step::Type(scoped.number);
    with_scoped(active, scoped, step, Rules::TYPE_SCOPED)
}

fn with_scoped(
    active: &Rc<ActiveContext>,
    scoped: &Scoped,
    step: Step,
    rules: Rules,
) -> Result<Rc<ActiveContext>, JsonLdError> {
    kept(active, step, |counter| {
        let mut entries = one_or_several(&scoped.context).iter();
        entries.try_fold(Rc::clone(active), |active, entry| match entry {
            // Section 4.1.2, step 5.2. No bundled context refers to another from inside a term.
            Value::String(_) => {
                let what = "a reference in a scoped context";
                Err(JsonLdError::LeftOut { what })
            }
            _ => process(&active, entry, rules, counter).map(Rc::new),
        })
    })
}

/// `active` with a document's local context on top, its references resolved by `choice`.
pub(super) fn of_document(
    active: &Rc<ActiveContext>,
    context: &Value,
    choice: &ContextChoice,
) -> Result<Rc<ActiveContext>, JsonLdError> {
    let mut entries = one_or_several(context).iter();
    entries.try_fold(Rc::clone(active), |active, entry| match entry.as_str() {
        Some(url) => {
            let snapshot = choice.snapshot(url);
            let code = "loading remote context failed";
            bundled(&active, snapshot.ok_or(JsonLdError::invalid(code))?)
        }
        None => COMPILED.with_borrow_mut(|compiled| {
            process(&active, entry, Rules::OF_DOCUMENT, &mut compiled.counter).map(Rc::new)
        }),
    })
}

fn bundled(
    active: &Rc<ActiveContext>,
    snapshot: &'static Snapshot,
) -> Result<Rc<ActiveContext>, JsonLdError> {
    kept(active, Step::Bundled(snapshot.name), |counter| {
        let code = "invalid remote context";
        let document: Value =
            serde_json::from_str(snapshot.json).map_err(|_| JsonLdError::invalid(code))?;
        let context = document.get("@context").unwrap_or(&Value::Null);
        let mut entries = one_or_several(context).iter();
        entries.try_fold(Rc::clone(active), |active, entry| {
            process(&active, entry, Rules::OF_DOCUMENT, counter).map(Rc::new)
        })
    })
}

fn kept(
    active: &ActiveContext,
    step: Step,
    make: impl FnOnce(&mut usize) -> Result<Rc<ActiveContext>, JsonLdError>,
) -> Result<Rc<ActiveContext>, JsonLdError> {
    COMPILED.with_borrow_mut(|compiled| {
        let key = (active.number, step);
        if let Some(known) = compiled.contexts.get(&key) {
            return known.clone();
        }
        let made = make(&mut compiled.counter);
        if compiled.contexts.len() == KEPT {
            compiled.contexts.clear();
        }
        compiled.contexts.insert(key, made.clone());
        made
    })
}

//! Identifiers for elements that refer to each other.

use std::sync::atomic::{AtomicUsize, Ordering};

use yew::prelude::*;

static NEXT: AtomicUsize = AtomicUsize::new(0);

/// An `id` that no other component of this page has.
#[hook]
pub fn use_unique() -> AttrValue {
    let id = use_memo((), |()| {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        AttrValue::from(format!("assay-{number}"))
    });
    (*id).clone()
}

//! What a person decided about hosts for more than one file.

use std::cell::RefCell;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::kept;

/// The name under which they are kept.
const SETTING: &str = "hosts";

/// Whether a host may be asked without another question.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    Always,
    Never,
}

/// Decisions by host.
pub type Decisions = BTreeMap<String, Decision>;

thread_local! {
    static DECISIONS: RefCell<Option<Decisions>> = const { RefCell::new(None) };
}

/// All of them.
#[cfg(feature = "page")]
pub fn decisions() -> Decisions {
    with(|decisions| decisions.clone())
}

/// What was decided about one host.
pub fn decision(host: &str) -> Option<Decision> {
    with(|decisions| decisions.get(host).copied())
}

/// Remembers a decision; None forgets it.
pub fn decide(host: &str, decision: Option<Decision>) {
    with(|decisions| {
        match decision {
            Some(decision) => decisions.insert(host.to_owned(), decision),
            None => decisions.remove(host),
        };
        if cfg!(feature = "page") {
            let text = serde_json::to_string(decisions).ok();
            kept::write(SETTING, text.as_deref().filter(|_| !decisions.is_empty()));
        }
    });
}

/// What cannot be read was never decided.
fn with<T>(use_them: impl FnOnce(&mut Decisions) -> T) -> T {
    let read = || {
        // Elsewhere nothing is kept.
        let text = cfg!(feature = "page").then(|| kept::read(SETTING))??;
        serde_json::from_str(&text).ok()
    };
    DECISIONS.with_borrow_mut(|decisions| {
        use_them(decisions.get_or_insert_with(|| read().unwrap_or_default()))
    })
}

//! What this device remembers of a person's settings, where the page asks it to.
//!
//! Only the page of Assay's own does: an element on somebody else's page would write into that site's
//! storage. Where there is no storage, things are remembered until the page is closed.

use std::cell::Cell;

use web_sys::Storage;

thread_local! {
    static IS_ON: Cell<bool> = const { Cell::new(false) };
}

/// From now on, settings are kept on this device.
#[cfg(feature = "page")]
pub fn start() {
    IS_ON.set(true);
}

/// A setting by its name.
pub fn read(name: &str) -> Option<String> {
    storage()?.get_item(&key(name)).ok().flatten()
}

/// Keeps a setting; None, or an empty one, takes it away.
pub fn write(name: &str, value: Option<&str>) {
    let Some(storage) = storage() else {
        return;
    };
    // Storage may be full or forbidden; then it is remembered until the page is closed.
    let _ = match value.filter(|value| !value.is_empty()) {
        Some(value) => storage.set_item(&key(name), value),
        None => storage.remove_item(&key(name)),
    };
}

fn storage() -> Option<Storage> {
    let window = web_sys::window().filter(|_| IS_ON.get())?;
    window.local_storage().ok().flatten()
}

fn key(name: &str) -> String {
    format!("assay.{name}")
}

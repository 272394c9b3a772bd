//! Files dropped anywhere on the page, and what is pasted.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Event, File, HtmlInputElement};
use yew::prelude::*;

use super::intake::listed;

/// What a person handed over.
pub enum Dropped {
    Files(Vec<File>),
    Text(String),
}

/// Calls `ondropped`; tells whether files are being dragged over the page.
#[hook]
pub fn use_page_drops(ondropped: Callback<Dropped>) -> bool {
    let is_dragging = use_state_eq(|| false);
    let latest = use_mut_ref(|| ondropped.clone());
    *latest.borrow_mut() = ondropped;
    use_effect_with((), {
        let is_dragging = is_dragging.clone();
        move |()| {
            let emit = move |dropped| {
                // Cloned first, so that a call may lead to another rendering.
                let callback = latest.borrow().clone();
                callback.emit(dropped);
            };
            let listeners = listen(is_dragging, emit);
            move || drop(listeners)
        }
    });
    *is_dragging
}

fn listen(
    is_dragging: UseStateHandle<bool>,
    emit: impl Fn(Dropped) + Clone + 'static,
) -> Vec<EventListener> {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return Vec::new();
    };
    let on = |kind: &'static str, action: Box<dyn Fn(&Event)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document, kind, options, move |event| action(event))
    };
    let (over, left, dropped) = (is_dragging.clone(), is_dragging.clone(), is_dragging);
    let emit_pasted = emit.clone();
    vec![
        on(
            "dragover",
            Box::new(move |event| {
                if files_of_drag(event).is_some() {
                    // Else the browser would open the file in place of this page.
                    event.prevent_default();
                    over.set(true);
                }
            }),
        ),
        on(
            "dragleave",
            Box::new(move |event| {
                let event = event.dyn_ref::<DragEvent>();
                if event.is_some_and(|event| event.related_target().is_none()) {
                    left.set(false);
                }
            }),
        ),
        on(
            "drop",
            Box::new(move |event| {
                if let Some(transfer) = files_of_drag(event) {
                    event.prevent_default();
                    dropped.set(false);
                    let files = listed(transfer.files());
                    if !files.is_empty() {
                        emit(Dropped::Files(files));
                    }
                }
            }),
        ),
        on(
            "paste",
            Box::new(move |event| {
                if let Some(pasted) = pasted(event) {
                    event.prevent_default();
                    emit_pasted(pasted);
                }
            }),
        ),
    ]
}

/// What is dragged, if it is files.
fn files_of_drag(event: &Event) -> Option<DataTransfer> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let is_files = transfer.types().iter().any(|kind| kind == "Files");
    is_files.then_some(transfer)
}

/// What was pasted, unless it was into a field.
fn pasted(event: &Event) -> Option<Dropped> {
    let event = event.dyn_ref::<ClipboardEvent>()?;
    let into = event.composed_path().get(0).dyn_into::<HtmlInputElement>();
    if into.is_ok_and(|input| input.type_() != "file") {
        return None;
    }
    let data = event.clipboard_data()?;
    let files = listed(data.files());
    if !files.is_empty() {
        return Some(Dropped::Files(files));
    }
    let text = data.get_data("text").ok()?;
    (!text.trim().is_empty()).then_some(Dropped::Text(text))
}

//! What is dropped anywhere on the page, or pasted: files, links and texts.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, Event, File, HtmlInputElement, HtmlTextAreaElement,
};
use yew::prelude::*;

use super::intake::listed;

/// What a person handed over.
pub enum Dropped {
    Files(Vec<File>),
    Text(String),
}

/// Calls `ondropped`; tells whether something is being dragged over the page.
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
                if dragged(event).is_some() {
                    // Else the browser would open it in place of this page.
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
                dropped.set(false);
                if let Some(transfer) = dragged(event) {
                    event.prevent_default();
                    if let Some(handed_over) = handed_over(&transfer) {
                        emit(handed_over);
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

/// What is dragged, if it is of use: files, or a link or text that is not meant for a field.
fn dragged(event: &Event) -> Option<DataTransfer> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let types = transfer.types();
    let has = |kind: &str| types.iter().any(|each| each == kind);
    let is_text = has("text/plain") || has("text/uri-list");
    (has("Files") || (is_text && !is_in_field(event))).then_some(transfer)
}

/// What was pasted, unless it was into a field.
fn pasted(event: &Event) -> Option<Dropped> {
    let event = event.dyn_ref::<ClipboardEvent>()?;
    let is_for_page = !is_in_field(event);
    is_for_page.then(|| handed_over(&event.clipboard_data()?))?
}

fn handed_over(transfer: &DataTransfer) -> Option<Dropped> {
    let files = listed(transfer.files());
    if !files.is_empty() {
        return Some(Dropped::Files(files));
    }
    ["text/plain", "text/uri-list"]
        .into_iter()
        .filter_map(|kind| transfer.get_data(kind).ok())
        .find(|text| !text.trim().is_empty())
        .map(Dropped::Text)
}

/// Whether it happens in a field that takes text itself.
fn is_in_field(event: &Event) -> bool {
    let target = event.composed_path().get(0);
    let input = target.dyn_ref::<HtmlInputElement>();
    input.is_some_and(|input| input.type_() != "file") || target.has_type::<HtmlTextAreaElement>()
}

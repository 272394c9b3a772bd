//! The drop zone: the page until a badge is there, then a bar that takes the next.

use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use super::intake::listed;
use crate::present::Hallmark;
use crate::present::english::page;
use crate::ui::card::pending_mark;

#[derive(Clone, PartialEq, Properties)]
pub struct DropZoneProps {
    pub is_bar: bool,
    pub is_dragging: bool,
    pub onfiles: Callback<Vec<File>>,
}

/// A file input as large as the zone, so that pointer, keyboard and screen reader all find it.
#[component]
pub fn DropZone(props: &DropZoneProps) -> Html {
    let onchange = {
        let onfiles = props.onfiles.clone();
        move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let files = listed(input.files());
                // So that the same file can be chosen again.
                input.set_value("");
                if !files.is_empty() {
                    onfiles.emit(files);
                }
            }
        }
    };
    let title = match (props.is_dragging, props.is_bar) {
        (true, _) => page::DROP_NOW,
        (false, true) => page::DROP_NEXT,
        (false, false) => page::DROP_TITLE,
    };
    let classes = classes!(
        "drop-zone",
        props.is_bar.then_some("is-bar"),
        props.is_dragging.then_some("is-dragging"),
    );
    html! {
        <label class={classes}>
            <input type="file" multiple=true {onchange} />
            if !props.is_bar {
                <span class="drop-marks">{ for Hallmark::ALL.map(pending_mark) }</span>
            }
            <span class="drop-title">{ title }</span>{ " " }
            <span class="drop-hint">{ page::DROP_HINT }</span>{ " " }
            if !props.is_bar {
                <span class="drop-kinds">{ page::DROP_KINDS }</span>
            }
        </label>
    }
}

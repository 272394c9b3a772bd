//! A field for a link or the badge's text, where pasting onto the page is awkward.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::present::english::page;

#[derive(Clone, PartialEq, Properties)]
pub struct PasteFieldProps {
    /// The field itself, for the focus.
    pub field: NodeRef,
    pub ontext: Callback<String>,
}

/// One field for both: which it is shows by itself. The enter key sends it, with shift it breaks the
/// line.
#[component]
pub fn PasteField(props: &PasteFieldProps) -> Html {
    let submit = {
        let (field, ontext) = (props.field.clone(), props.ontext.clone());
        move || {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                let text = field.value();
                if !text.trim().is_empty() {
                    field.set_value("");
                    ontext.emit(text);
                }
            }
        }
    };
    let onkeydown = {
        let submit = submit.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
                event.prevent_default();
                submit();
            }
        }
    };
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        submit();
    };
    html! {
        <form class="paste-field" {onsubmit}>
            <label for="paste">{ page::PASTE }</label>
            <div class="field">
                <textarea
                    ref={props.field.clone()}
                    id="paste"
                    rows="1"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    {onkeydown}
                />
                <button type="submit" class="button">{ page::CHECK }</button>
            </div>
        </form>
    }
}

//! Code to be copied.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::present::english::{card, embed};
use crate::ui::card::use_unique;
use crate::ui::copy::copy;

#[derive(Clone, PartialEq, Properties)]
pub struct CodeFieldProps {
    pub code: AttrValue,
}

/// A field that nobody can type into, and a button; where the browser does not let us copy, the text is
/// selected for the person to do so.
#[component]
pub fn CodeField(props: &CodeFieldProps) -> Html {
    let id = use_unique();
    let field = use_node_ref();
    // What came of copying, and the code that was copied.
    let outcome = use_state_eq(|| ("", AttrValue::default()));
    let onclick = {
        let (field, outcome, code) = (field.clone(), outcome.setter(), props.code.clone());
        move |_: MouseEvent| {
            let (field, outcome, code) = (field.clone(), outcome.clone(), code.clone());
            spawn_local(async move {
                let is_copied = copy(&code).await;
                if let Some(field) = field.cast::<HtmlTextAreaElement>().filter(|_| !is_copied) {
                    field.select();
                }
                let word = if is_copied {
                    card::COPIED
                } else {
                    embed::COPY_FAILED
                };
                outcome.set((word, code));
            });
        }
    };
    let (word, of) = &*outcome;
    let rows = props.code.lines().count().max(4).to_string();
    html! {
        <div class="code-field">
            <label for={id.clone()}>{ embed::CODE }</label>
            <textarea
                ref={field}
                {id}
                {rows}
                value={props.code.clone()}
                readonly=true
                dir="ltr"
                translate="no"
                spellcheck="false"
            />
            <p class="buttons">
                <button type="button" class="button is-first copy-code" {onclick}>
                    { card::COPY }
                </button>
                <span role="status">{ if *of == props.code { *word } else { "" } }</span>
            </p>
        </div>
    }
}

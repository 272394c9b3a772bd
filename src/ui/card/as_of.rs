//! Answering for another day.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::unique::use_unique;
use crate::present::english::as_of;
use crate::timestamp::Timestamp;
use crate::ui::Shared;
use crate::ui::badge::Examined;
use crate::ui::clock::end_of_day;

#[derive(Clone, PartialEq, Properties)]
pub struct AsOfFormProps {
    pub examined: Shared<Examined>,
    pub onasof: Callback<Option<Timestamp>>,
}

/// A day to choose, and the way back to today.
#[component]
pub fn AsOfForm(props: &AsOfFormProps) -> Html {
    let id = use_unique();
    let hint = format!("{id}-hint");
    let input = use_node_ref();
    let onsubmit = {
        let (input, onasof) = (input.clone(), props.onasof.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let day = input.cast::<HtmlInputElement>().map(|input| input.value());
            // An empty field is no day, and today then is what is asked about.
            onasof.emit(day.as_deref().and_then(end_of_day));
        }
    };
    let report = &props.examined.report;
    let day = report.now.map(|_| {
        let (year, month, day) = report.at.date();
        format!("{year:04}-{month:02}-{day:02}")
    });
    let is_other = day.is_some();
    let ontoday = props.onasof.reform(|_: MouseEvent| None);
    html! {
        <form class="as-of-form" {onsubmit}>
            <label for={id.clone()}>{ as_of::LABEL }</label>
            <p class="quiet" id={hint.clone()}>{ as_of::HINT }</p>
            <div class="field">
                <input
                    ref={input}
                    {id}
                    type="date"
                    value={day.unwrap_or_default()}
                    aria-describedby={hint}
                />
                <button type="submit" class="button">{ as_of::ANSWER }</button>
                if is_other {
                    <button type="button" class="button" onclick={ontoday}>
                        { as_of::TODAY }
                    </button>
                }
            </div>
        </form>
    }
}

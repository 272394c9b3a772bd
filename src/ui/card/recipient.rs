//! "Does it belong to …?", compared on this device.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::hallmarks::reason;
use super::unique::use_unique;
use crate::present::english::{card, comparable};
use crate::report::Question;
use crate::ui::Shared;
use crate::ui::badge::Examined;

#[derive(Clone, PartialEq, Properties)]
pub struct RecipientFormProps {
    pub examined: Shared<Examined>,
    pub onrecipient: Callback<String>,
}

/// A form whose input goes nowhere; nothing where the badge has nothing to compare it with.
#[component]
pub fn RecipientForm(props: &RecipientFormProps) -> Html {
    let id = use_unique();
    let hint = format!("{id}-hint");
    let input = use_node_ref();
    let onsubmit = {
        let (input, onrecipient) = (input.clone(), props.onrecipient.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                onrecipient.emit(input.value());
            }
        }
    };
    let report = &props.examined.report;
    let Some(kinds) = comparable(&report.claims.subject) else {
        return Html::default();
    };
    let named = props.examined.policy.recipient.clone();
    let is_compared = named.is_some();
    html! {
        <form class="recipient-form" {onsubmit}>
            <label for={id.clone()}>{ card::WHOSE }</label>
            <p class="quiet" id={hint.clone()}>{ kinds }</p>
            <div class="field">
                <input
                    ref={input}
                    {id}
                    type="text"
                    value={named.unwrap_or_default()}
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    aria-describedby={hint}
                />
                <button type="submit" class="button">{ card::COMPARE }</button>
            </div>
            <div class="recipient-answer" role="status">
                if is_compared {
                    { reason(report.checks.get(Question::Recipient), report.basis) }
                }
            </div>
        </form>
    }
}

//! The headline, and what it does not say.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::text::identifier_in;
use crate::present::english::{self, card};
use crate::report::Report;

#[derive(Clone, PartialEq, Properties)]
pub struct HeadlineProps {
    pub id: AttrValue,
    /// None while the check is under way.
    pub text: Option<String>,
    /// The issuer's identifier, which the text may hold.
    pub issuer: Option<String>,
    pub takes_focus: bool,
}

/// The verdict in a sentence; the heading of the card.
#[component]
pub fn Headline(props: &HeadlineProps) -> Html {
    let heading = use_node_ref();
    use_effect_with(props.text.is_some() && props.takes_focus, {
        let heading = heading.clone();
        move |is_wanted| {
            let heading = heading.cast::<HtmlElement>().filter(|_| *is_wanted);
            if let Some(heading) = heading {
                // A heading that went away meanwhile needs no focus.
                let _ = heading.focus();
            }
        }
    });
    let text = props.text.as_deref().unwrap_or(card::CHECKING);
    html! {
        <h2 ref={heading} id={props.id.clone()} class="headline" tabindex="-1">
            { identifier_in(text, props.issuer.as_deref()) }
        </h2>
    }
}

/// What the verdict does not say.
pub fn caveats(report: &Report) -> Html {
    html! {
        <ul class="caveats">
            for note in &report.notes {
                <li>{ english::note(note) }</li>
            }
            for caveat in english::caveats(report) {
                <li>{ caveat }</li>
            }
        </ul>
    }
}

//! The link to an independent check: a page can always forge a card.

use yew::prelude::*;

use super::text::linked;
use crate::present::english::card;
use crate::ui::IndependentCheck;

/// The links and why they are there; nothing on the page that is itself the check.
pub fn independent(check: Option<&IndependentCheck>) -> Html {
    match check {
        Some(IndependentCheck { file, page }) => html! {
            <div class="independent">
                <p>
                    { linked(page, html! { card::INDEPENDENT }) }{ " · " }
                    { linked(file, html! { card::GET_FILE }) }
                </p>
                <p class="quiet">{ card::INDEPENDENT_NOTE }</p>
            </div>
        },
        None => Html::default(),
    }
}

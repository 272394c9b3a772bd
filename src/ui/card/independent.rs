//! The link to an independent check: a page can always forge a card.

use yew::prelude::*;

use super::text::linked;
use crate::net;
use crate::present::english::card;
use crate::ui::IndependentCheck;

/// The links and why they are there; nothing on the page that is itself the check.
pub fn independent(check: &IndependentCheck) -> Html {
    html! {
        <div class="independent">
            <p>
                { independent_link(check) }{ " · " }
                { linked(&check.file, html! { card::GET_FILE }) }
            </p>
            <p class="quiet">{ card::INDEPENDENT_NOTE }</p>
        </div>
    }
}

/// The first of them alone.
pub fn independent_link(check: &IndependentCheck) -> Html {
    let IndependentCheck { file, page } = check;
    // The page asks before it fetches the file; one without a web address it could not fetch.
    let page = match net::host(file) {
        Some(_) => format!("{page}?url={}", js_sys::encode_uri_component(file)),
        None => page.to_string(),
    };
    linked(&page, html! { card::INDEPENDENT })
}

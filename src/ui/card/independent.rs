//! The link to an independent check: a page can always forge a card.

use yew::prelude::*;

use super::text::linked;
use crate::present::badge_file;
use crate::present::english::{card, carried};
use crate::ui::download::download;
use crate::ui::{CheckedFile, IndependentCheck, Shared};

/// The links and why they are there; nothing on the page that is itself the check. `name` is what the
/// file is called.
pub fn independent(check: &IndependentCheck, name: &AttrValue) -> Html {
    let note = match (&check.file, check.address()) {
        (CheckedFile::At(_), _) => card::INDEPENDENT_NOTE,
        (CheckedFile::Carried(_), Some(_)) => carried::NOTE,
        (CheckedFile::Carried(_), None) => carried::TOO_LARGE,
    };
    html! {
        <div class="independent">
            <p>
                { independent_link(check) }{ " · " }
                {
                    match &check.file {
                        CheckedFile::At(file) => linked(file, html! { card::GET_FILE }),
                        CheckedFile::Carried(bytes) => save(name.clone(), bytes.clone()),
                    }
                }
            </p>
            <p class="quiet">{ note }</p>
        </div>
    }
}

/// The first of them alone.
pub fn independent_link(check: &IndependentCheck) -> Html {
    let address = check.address();
    let page = address.as_deref().unwrap_or(&check.page);
    linked(page, html! { card::INDEPENDENT })
}

fn save(name: AttrValue, bytes: Shared<Vec<u8>>) -> Html {
    let onclick = move |_| {
        let (name, media_type) = badge_file(&name, &bytes);
        download(&name, media_type, &bytes);
    };
    html! {
        <button type="button" class="quiet-button save-file" {onclick}>{ carried::SAVE }</button>
    }
}

//! What a card of one row says of a badge: its picture, its name and its issuer.

use yew::prelude::*;

use super::issuer::issuer_line;
use super::picture::small_picture;
use super::text::{claimed, warnings};
use crate::present::english::card;
use crate::report::Report;

/// The three; nothing where they are not attested.
pub fn row(report: &Report) -> Html {
    if !report.is_attested() {
        return Html::default();
    }
    let title = report.claims.title();
    let own_name = report.claims.issuer.name.as_ref();
    let own_name = own_name.filter(|_| report.listings.is_empty());
    let names = title.into_iter().chain(own_name);
    html! {
        <div class="content row" part="badge">
            { report.claims.picture().map(small_picture).unwrap_or_default() }
            <p class="row-name" part="name">
                { title.map_or_else(|| html! { card::NO_NAME }, claimed) }
            </p>
            <p class="row-issuer" part="issuer">{ issuer_line(report) }</p>
            { for names.map(|name| warnings(&name.value)) }
        </div>
    }
}

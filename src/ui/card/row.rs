//! What a card of one row says of a badge: its picture, its name and its issuer.

use yew::prelude::*;

use super::issuer::issuer_line;
use super::picture::small_picture;
use super::text::{claimed, warning};
use crate::present::english::card;
use crate::present::{Suspicion, suspicions};
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
    let mut found: Vec<Suspicion> = Vec::new();
    for suspicion in names.flat_map(|name| suspicions(&name.value)) {
        // Of two names that deceive in the same way one warning is enough.
        if !found.contains(&suspicion) {
            found.push(suspicion);
        }
    }
    html! {
        <div class="content row">
            { report.claims.picture().map(small_picture).unwrap_or_default() }
            <p class="row-name" part="name">
                { title.map_or_else(|| html! { card::NO_NAME }, claimed) }
            </p>
            <p class="row-issuer" part="issuer">{ issuer_line(report) }</p>
            { for found.into_iter().map(warning) }
        </div>
    }
}

//! What shows the achievement.

use yew::prelude::*;

use super::part::{facts, part};
use super::prose::prose;
use super::text::{claimed, linked_with_host, plain};
use crate::credential::{Claims, EvidenceItem};
use crate::present::english::card;

/// All evidence; nothing where the badge has none.
pub fn evidence(claims: &Claims) -> Html {
    if claims.evidence.is_empty() {
        return Html::default();
    }
    let items = claims.evidence.iter().map(item);
    part(
        "evidence",
        card::EVIDENCE,
        html! { <ul class="evidence-list">{ for items }</ul> },
    )
}

fn item(item: &EvidenceItem) -> Html {
    let name = match &item.name {
        Some(name) => claimed(name),
        None => html! { card::UNNAMED_EVIDENCE },
    };
    let name = match &item.id {
        Some(id) => linked_with_host(id, name),
        None => name,
    };
    html! {
        <li>
            <p class="evidence-name">{ name }</p>
            if let Some(description) = &item.description {
                <p>{ claimed(description) }</p>
            }
            if let Some(narrative) = &item.narrative {
                { prose(narrative) }
            }
            { facts([
                item.genre.as_deref().map(|genre| (card::GENRE, plain(genre))),
                item.audience.as_deref().map(|audience| (card::AUDIENCE, plain(audience))),
            ]) }
        </li>
    }
}

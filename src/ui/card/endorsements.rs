//! Endorsements, which nobody has checked.

use yew::prelude::*;

use super::issuer::profile;
use super::part::part;
use super::text::{claimed, warnings};
use crate::credential::{Claims, Endorsement};
use crate::present::english::card;

/// All endorsements; nothing where the badge has none.
pub fn endorsements(claims: &Claims) -> Html {
    if claims.endorsements.is_empty() {
        return Html::default();
    }
    let content = html! {
        <>
            <p class="quiet">{ card::ENDORSEMENTS_NOTE }</p>
            <ul class="endorsement-list">{ for claims.endorsements.iter().map(endorsement) }</ul>
        </>
    };
    part("endorsements", card::ENDORSEMENTS, content)
}

fn endorsement(endorsement: &Endorsement) -> Html {
    let name = endorsement.issuer.name.as_ref();
    html! {
        <li>
            <p class="quiet">{ profile(&endorsement.issuer) }{ ", " }{ card::SAYS }</p>
            { name.map(|name| warnings(&name.value)).unwrap_or_default() }
            if let Some(comment) = &endorsement.comment {
                <blockquote dir="auto">{ claimed(comment) }</blockquote>
            }
        </li>
    }
}

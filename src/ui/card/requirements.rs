//! What it took: criteria and results.

use yew::prelude::*;

use super::part::{part, subtitle, unstated};
use super::prose::prose;
use super::results::results;
use super::text::address;
use crate::credential::{Claims, Criteria};
use crate::present::english::card;

/// Criteria first, then how they were met.
pub fn requirements(claims: &Claims) -> Html {
    let criteria = claims
        .achievement
        .as_ref()
        .and_then(|a| a.criteria.as_ref());
    let narrative = claims.subject.narrative.as_ref();
    let says_nothing = criteria.is_none() && narrative.is_none() && claims.results.is_empty();
    if says_nothing && !claims.rows.is_empty() {
        // It is of a kind that has no criteria, and what it says instead follows.
        return Html::default();
    }
    let content = html! {
        <>
            if let Some(criteria) = criteria {
                { stated(criteria) }
            } else if claims.rows.is_empty() {
                { unstated(card::NO_CRITERIA) }
            }
            if let Some(narrative) = narrative {
                { prose(narrative) }
            }
            if !claims.results.is_empty() {
                { subtitle(html! { card::RESULTS }) }
                { results(&claims.results) }
            }
        </>
    };
    part("requirements", card::WHAT_IT_TOOK, content)
}

fn stated(criteria: &Criteria) -> Html {
    if criteria.narrative.is_none() && criteria.id.is_none() {
        return unstated(card::NO_CRITERIA);
    }
    html! {
        <>
            if let Some(narrative) = &criteria.narrative {
                { prose(narrative) }
            }
            if let Some(id) = &criteria.id {
                <p class="quiet">{ card::CRITERIA_LINK }{ " " }{ address(id) }</p>
            }
        </>
    }
}

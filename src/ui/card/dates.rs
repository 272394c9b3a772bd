//! When it was earned and how long it is valid.

use yew::prelude::*;

use super::part::{Fact, facts, part};
use super::text::plain;
use crate::credential::{Claims, DateClaim};
use crate::present::english::{self, card};

/// The dates that the badge states.
pub fn dates(claims: &Claims) -> Html {
    let subject = &claims.subject;
    let single = |name, claim: Option<&DateClaim>| -> Fact { Some((name, date(claim?))) };
    let activity = match (&subject.activity_start, &subject.activity_end) {
        (Some(start), Some(end)) => Some(html! { <>{ date(start) }{ " – " }{ date(end) }</> }),
        (Some(only), None) | (None, Some(only)) => Some(date(only)),
        (None, None) => None,
    };
    let stated = [
        single(card::AWARDED, claims.awarded_date.as_ref()),
        several(card::VALID_FROM, &claims.starts),
        several(card::VALID_UNTIL, &claims.ends),
        activity.map(|activity| (card::ACTIVITY, activity)),
    ];
    if stated.iter().all(Option::is_none) {
        return Html::default();
    }
    part("dates", card::DATES, facts(stated))
}

fn several(name: &'static str, claims: &[DateClaim]) -> Fact {
    let mut shown: Vec<String> = claims.iter().map(english::claimed_date).collect();
    shown.dedup();
    (!shown.is_empty()).then(|| (name, plain(&shown.join(", "))))
}

fn date(claim: &DateClaim) -> Html {
    plain(&english::claimed_date(claim))
}

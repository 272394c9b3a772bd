//! What else the badge says of the achievement and of how it was earned.

use yew::prelude::*;

use super::issuer::profile;
use super::part::{Fact, facts, part};
use super::text::{address, plain};
use crate::credential::Claims;
use crate::present::english::{self, card};

/// The details; nothing where the badge has none.
pub fn details(claims: &Claims) -> Html {
    let subject = &claims.subject;
    let said = |name, text: &Option<String>| -> Fact { Some((name, plain(text.as_deref()?))) };
    let mut rows: Vec<Fact> = Vec::new();
    let available = claims
        .achievement
        .as_ref()
        .and_then(|a| a.credits_available.as_deref());
    if let Some(achievement) = &claims.achievement {
        rows.extend([
            said(card::FIELD, &achievement.field_of_study),
            said(card::SPECIALIZATION, &achievement.specialization),
            said(card::LANGUAGE, &achievement.language),
            said(card::CODE, &achievement.human_code),
            said(card::VERSION, &achievement.version),
            achievement
                .creator
                .as_ref()
                .map(|creator| (card::CREATOR, profile(creator))),
        ]);
    }
    let credits = english::credits(subject.credits_earned.as_deref(), available);
    rows.extend([
        said(card::CREDITS, &credits),
        said(card::ROLE, &subject.role),
        said(card::TERM, &subject.term),
        said(card::LICENCE, &subject.license_number),
        subject
            .source
            .as_ref()
            .map(|source| (card::ASSESSOR, profile(source))),
    ]);
    if let Some(id) = claims.achievement.as_ref().and_then(|a| a.id.as_deref()) {
        rows.push(Some((card::ACHIEVEMENT, address(id))));
    }
    if rows.iter().all(Option::is_none) {
        return Html::default();
    }
    part("details", card::DETAILS, facts(rows))
}

//! What a record says of how achievements hang together, and of what it describes besides.

use yew::prelude::*;

use super::part::{folding, part};
use super::text::{claimed, identifier};
use crate::credential::Achievement;
use crate::present::english::card;
use crate::present::{Associated, AssociationLine, associations};
use crate::report::Report;

/// Associations and described achievements shown before the rest is folded away.
const AT_MOST: usize = 12;

/// The two lists; nothing where there is none.
pub fn record(report: &Report) -> Html {
    let lines = associations(report);
    let described = report.claims.record.iter();
    let described: Vec<Html> = described
        .flat_map(|record| &record.achievements)
        .map(achievement)
        .collect();
    html! {
        <>
            if !lines.is_empty() {
                { part(
                    "associations",
                    card::ASSOCIATIONS,
                    folding("plain-list", lines.iter().map(line).collect(), AT_MOST),
                ) }
            }
            if !described.is_empty() {
                { part("described", card::DESCRIBED, html! {
                    <>
                        <p class="quiet">{ card::DESCRIBED_NOTE }</p>
                        { folding("plain-list", described, AT_MOST) }
                    </>
                }) }
            }
        </>
    }
}

fn line(line: &AssociationLine<'_>) -> Html {
    html! {
        <li>{ associated(line.source) }{ " " }{ &line.words }{ " " }{ associated(line.target) }</li>
    }
}

fn associated(associated: Associated<'_>) -> Html {
    match associated {
        Associated::Identifier(id) => identifier(id),
        Associated::Missing => html! { card::SOMETHING },
        Associated::Named(name) => html! { <b>{ claimed(name) }</b> },
    }
}

fn achievement(achievement: &Achievement) -> Html {
    let name = match (&achievement.name, &achievement.id) {
        (Some(name), _) => claimed(name),
        (None, Some(id)) => identifier(id),
        (None, None) => html! { card::SOMETHING },
    };
    html! { <li>{ name }</li> }
}

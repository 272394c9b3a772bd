//! Endorsements: who endorses what, in which words, and whether that counts.

use yew::prelude::*;

use super::checks::glyph;
use super::issuer::{bare, profile};
use super::part::part;
use super::text::{claimed, identifier_in, warnings};
use super::tone::tone_class;
use crate::credential::Endorsement;
use crate::nested::EndorsementReport;
use crate::present::Tone;
use crate::present::english::{self, card};
use crate::report::Report;

/// All endorsements; nothing where the badge has none.
pub fn endorsements(report: &Report) -> Html {
    let claimed = &report.claims.endorsements;
    if report.endorsements.is_empty() && claimed.is_empty() {
        return Html::default();
    }
    let content = match report.endorsements.as_slice() {
        [] => html! {
            <>
                <p class="quiet">{ card::ENDORSEMENTS_NOTE }</p>
                <ul class="endorsement-list">{ for claimed.iter().map(unverified) }</ul>
            </>
        },
        judged => html! { <ul class="endorsement-list">{ for judged.iter().map(verified) }</ul> },
    };
    part("endorsements", card::ENDORSEMENTS, content)
}

fn verified(endorsement: &EndorsementReport) -> Html {
    let tone = Tone::of_outcome(endorsement.outcome);
    let report = endorsement.credential.as_ref().ok();
    let id = report.and_then(|report| report.claims.issuer.id.as_deref());
    html! {
        <li class={tone_class(tone)} data-outcome={endorsement.outcome.code()}>
            <p class="quiet">
                { report.map_or_else(|| html! { card::SOMEBODY }, endorser) }{ " " }
                { english::endorsed(endorsement.endorsed) }
                if endorsement.comment.is_some() {
                    { ":" }
                }
            </p>
            { report.map(name_warnings).unwrap_or_default() }
            if let Some(comment) = &endorsement.comment {
                <blockquote dir="auto">{ claimed(comment) }</blockquote>
            }
            <p class="endorsement-state">
                { glyph(tone) }
                <span>{ identifier_in(&english::endorsement(endorsement), id) }</span>
            </p>
        </li>
    }
}

/// The registry's name where there is one, else what the endorser calls itself.
fn endorser(report: &Report) -> Html {
    match report.listings.first() {
        Some(listing) => bare(listing),
        None => profile(&report.claims.issuer),
    }
}

fn name_warnings(report: &Report) -> Html {
    let name = report.claims.issuer.name.as_ref();
    name.filter(|_| report.listings.is_empty())
        .map(|name| warnings(&name.value))
        .unwrap_or_default()
}

/// Of a badge before 3.0, whose endorsements nobody has checked.
fn unverified(endorsement: &Endorsement) -> Html {
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

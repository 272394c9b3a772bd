//! What the badge says. Where it is not attested, all of it is folded away, without a picture.

use yew::prelude::*;

use super::achievement::{achievement, long_description, recipient_rest};
use super::annex_i::annex_i;
use super::dates::dates;
use super::details::details;
use super::endorsements::endorsements;
use super::evidence::evidence;
use super::issuer::{issuer, issuer_rest};
use super::record::record;
use super::requirements::requirements;
use super::rows::rows;
use super::skills::skills;
use crate::present::english::card;
use crate::report::Report;

/// All that the badge says.
pub fn content(report: &Report) -> Html {
    let parts = theirs(html! { <>{ first(report, false) }{ others(report) }</> });
    if report.is_attested() {
        return parts;
    }
    html! {
        <details class="claims fold-out">
            <summary>{ card::claims(report) }</summary>
            { parts }
        </details>
    }
}

/// What it attests in short: the badge, its issuer, its skills; all folded away where that is nothing.
pub fn essentials(report: &Report) -> Html {
    match report.is_attested() {
        true => theirs(first(report, true)),
        false => content(report),
    }
}

/// All that [`essentials`] left out.
pub fn rest(report: &Report) -> Html {
    if !report.is_attested() {
        return Html::default();
    }
    let claims = &report.claims;
    theirs(html! {
        <>
            { long_description(claims) }
            { recipient_rest(claims) }
            { issuer_rest(&claims.issuer) }
            { others(report) }
        </>
    })
}

/// The box of an issuer's words: nothing in it is drawn outside of it.
fn theirs(parts: Html) -> Html {
    html! { <div class="content">{ parts }</div> }
}

fn first(report: &Report, is_brief: bool) -> Html {
    let claims = &report.claims;
    // A credential of a kind that is about no achievement has no skills to miss; a record describes
    // achievements, and the credentials in it say what was earned.
    let has_skills = claims.achievement.is_some() || claims.rows.is_empty();
    html! {
        <>
            { achievement(claims, report.is_attested(), is_brief) }
            { issuer(claims, report, is_brief) }
            { record(report) }
            if has_skills && claims.record.is_none() {
                { skills(claims) }
            }
        </>
    }
}

fn others(report: &Report) -> Html {
    let claims = &report.claims;
    html! {
        <>
            if claims.record.is_none() {
                { requirements(claims) }
            }
            { rows(claims) }
            { evidence(claims) }
            { dates(claims) }
            { details(claims) }
            { endorsements(report) }
            { annex_i(claims) }
        </>
    }
}

//! What the badge says. Where it is not attested, all of it is folded away, without a picture.

use yew::prelude::*;

use super::achievement::achievement;
use super::annex_i::annex_i;
use super::dates::dates;
use super::details::details;
use super::endorsements::endorsements;
use super::evidence::evidence;
use super::issuer::issuer;
use super::record::record;
use super::requirements::requirements;
use super::rows::rows;
use super::skills::skills;
use crate::present::english::card;
use crate::report::Report;

/// The badge's own content.
pub fn content(report: &Report) -> Html {
    let claims = &report.claims;
    let is_attested = report.is_attested();
    // A credential of a kind that is about no achievement has no skills to miss.
    let has_skills = claims.achievement.is_some() || claims.rows.is_empty();
    let parts = html! {
        <>
            { achievement(claims, is_attested) }
            { issuer(claims, report) }
            { record(report) }
            // A record describes achievements, and the credentials in it say what was earned.
            if claims.record.is_none() {
                if has_skills {
                    { skills(claims) }
                }
                { requirements(claims) }
            }
            { rows(claims) }
            { evidence(claims) }
            { dates(claims) }
            { details(claims) }
            { endorsements(report) }
            { annex_i(claims) }
        </>
    };
    if is_attested {
        return parts;
    }
    html! {
        <details class="claims fold-out">
            <summary>{ card::claims(report) }</summary>
            { parts }
        </details>
    }
}

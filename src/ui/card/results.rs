//! Results, each with the scale that it is on and what was required.

use yew::prelude::*;

use super::part::facts;
use super::text::{claimed, plain};
use crate::credential::{ResultClaim, ResultDescription, RubricLevel};
use crate::present::english::{self, card};

/// All results.
pub fn results(results: &[ResultClaim]) -> Html {
    html! { <ul class="result-list">{ for results.iter().map(result) }</ul> }
}

fn result(result: &ResultClaim) -> Html {
    let description = result.description.as_deref();
    let name = description.and_then(|description| description.name.as_ref());
    let level = result.achieved_level.as_ref();
    let said = |text: &String| plain(text);
    let rows = facts([
        result
            .value
            .as_ref()
            .map(|value| (card::RESULT, html! { <strong>{ said(value) }</strong> })),
        level.map(|level| (card::LEVEL, rubric_level(level))),
        result
            .status
            .as_deref()
            .map(|status| (card::STATUS, plain(english::result_status(status)))),
        description
            .and_then(english::range)
            .map(|range| (card::SCALE, plain(&range))),
        description
            .and_then(required)
            .map(|required| (card::REQUIRED, required)),
    ]);
    html! {
        <li class="result">
            <p class="result-name">{ name.map_or_else(|| html! { card::RESULT }, claimed) }</p>
            { rows }
        </li>
    }
}

fn rubric_level(level: &RubricLevel) -> Html {
    let name = level.name.as_ref().map(claimed);
    let number = level.level.as_deref().map(plain);
    html! {
        <>
            <strong>{ name.or_else(|| number.clone()).unwrap_or_default() }</strong>
            if level.name.is_some() {
                if let Some(number) = number {
                    { " (" }{ number }{ ")" }
                }
            }
            if let Some(points) = &level.points {
                { ", " }{ plain(&english::points(points)) }
            }
            if let Some(description) = &level.description {
                <span class="level-description">{ claimed(description) }</span>
            }
        </>
    }
}

/// The required value, or the name of the required level.
fn required(description: &ResultDescription) -> Option<Html> {
    if let Some(value) = &description.required_value {
        return Some(plain(value));
    }
    let required = description.required_level.as_ref()?;
    let level = description
        .levels
        .iter()
        .find(|level| level.id.as_ref() == Some(required));
    Some(match level {
        Some(level) => match (&level.name, &level.level) {
            (Some(name), _) => claimed(name),
            (None, Some(number)) => plain(number),
            (None, None) => plain(required),
        },
        None => plain(required),
    })
}

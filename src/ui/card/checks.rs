//! All eight checks, each of which opens to its reason.

use yew::prelude::*;

use super::tone::tone_class;
use crate::present::{Tone, english};
use crate::report::{Basis, Check, Report};

/// The list.
pub fn checks(report: &Report) -> Html {
    html! {
        <details class="checks fold-out">
            <summary>{ english::card::ALL_CHECKS }</summary>
            <ul class="check-list">
                { for report.checks.all().iter().map(|it| check(it, report.basis)) }
            </ul>
        </details>
    }
}

fn check(check: &Check, basis: Basis) -> Html {
    let tone = Tone::of_outcome(check.outcome);
    html! {
        <li class={classes!("check", tone_class(tone))}>
            <details>
                <summary>
                    { glyph(tone) }
                    <span class="check-question">{ english::question(check.question, basis) }</span>
                    { " " }
                    <span class="check-answer">{ english::answer(check) }</span>
                </summary>
                <p><bdi>{ english::detail(check) }</bdi></p>
                if let Some(step) = english::next_step(&check.reason) {
                    <p>{ english::card::NEXT }{ " " }{ step }</p>
                }
            </details>
        </li>
    }
}

/// A disc, a ring with a question, a struck ring, a dash: told apart without colour.
pub fn glyph(tone: Tone) -> Html {
    let drawing = match tone {
        Tone::Good => html! {
            <>
                <circle class="glyph-solid" cx="8" cy="8" r="7" />
                <path class="glyph-on-solid" d="M4.5 8.3l2.4 2.4l4.6-5" />
            </>
        },
        Tone::Open => html! {
            <>
                <circle cx="8" cy="8" r="6.25" />
                <path d="M6 6.6a2 2 0 1 1 2.9 1.8c-.6.3-.9.6-.9 1.3M8 11.7v.01" />
            </>
        },
        Tone::Bad => html! {
            <>
                <circle cx="8" cy="8" r="6.25" />
                <path d="M3 13L13 3" />
            </>
        },
        Tone::Quiet => html! { <path d="M4 8h8" /> },
    };
    html! {
        <svg class="glyph" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            { drawing }
        </svg>
    }
}

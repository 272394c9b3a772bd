//! The row of four hallmarks: always all four, always in this order.

use yew::prelude::*;

use super::mark::{Mark, drawing, form, pending_mark};
use super::unique::use_unique;
use crate::present::english::{self, card};
use crate::present::{Hallmark, Stamp};
use crate::report::{Basis, Check, Question, Report};
use crate::ui::Shared;
use crate::ui::badge::Examined;

#[derive(Clone, PartialEq, Properties)]
pub struct HallmarksProps {
    pub examined: Shared<Examined>,
}

/// The row; pressing a mark opens its reason beneath.
#[component]
pub fn Hallmarks(props: &HallmarksProps) -> Html {
    let panel = use_unique();
    let open = use_state_eq(|| None::<Mark>);
    let report = &props.examined.report;
    let marks = marks(report);
    // A mark that is there no more, since nobody is named any more, is not open either.
    let shown = (*open).filter(|open| marks.iter().any(|(mark, _)| mark == open));
    let button = |(mark, stamp): (Mark, Stamp)| {
        let is_open = shown == Some(mark);
        let onclick = {
            let open = open.clone();
            move |_| open.set((!is_open).then_some(mark))
        };
        html! {
            <li key={word(mark, report.basis)}>
                <button
                    type="button"
                    class={classes!("hallmark", form(stamp))}
                    aria-expanded={is_open.to_string()}
                    aria-controls={panel.clone()}
                    {onclick}
                >
                    { drawing(mark, stamp) }
                    <span class="hallmark-word">{ word(mark, report.basis) }</span>
                    <span class="for-ears">{ ": " }</span>
                    <span class="hallmark-state">{ state(mark, report) }</span>
                </button>
            </li>
        }
    };
    let reasons = shown.map(questions).unwrap_or_default().iter();
    html! {
        <>
            <ul class="hallmarks" aria-label={card::HALLMARKS}>
                { for marks.iter().copied().map(button) }
            </ul>
            <div class="reasons" id={panel} hidden={shown.is_none()}>
                { for reasons.map(|question| reason(report.checks.get(*question), report.basis)) }
            </div>
        </>
    }
}

/// The four, and the recipient's where somebody was named. On a badge that nobody is known to have
/// signed, any name could stand.
fn marks(report: &Report) -> Vec<(Mark, Stamp)> {
    let four = Hallmark::ALL.map(|hallmark| (Mark::Hallmark(hallmark), hallmark.stamp(report)));
    let recipient = Stamp::of_outcome(report.checks.get(Question::Recipient).outcome);
    let recipient = recipient.filter(|_| report.is_attested());
    let recipient = recipient.map(|stamp| (Mark::Recipient, stamp));
    four.into_iter().chain(recipient).collect()
}

fn word(mark: Mark, basis: Basis) -> &'static str {
    match mark {
        Mark::Hallmark(hallmark) => english::hallmark(hallmark, basis),
        Mark::Recipient => card::RECIPIENT_MARK,
    }
}

fn state(mark: Mark, report: &Report) -> String {
    match mark {
        Mark::Hallmark(hallmark) => card::hallmark_note(hallmark, report),
        Mark::Recipient => english::answer(report.checks.get(Question::Recipient)).to_lowercase(),
    }
}

fn questions(mark: Mark) -> &'static [Question] {
    match mark {
        Mark::Hallmark(hallmark) => hallmark.questions(),
        Mark::Recipient => &[Question::Recipient],
    }
}

/// A question, its answer, why, and what to do.
pub fn reason(check: &Check, basis: Basis) -> Html {
    html! {
        <div class="reason">
            <p class="reason-question">
                { english::question(check.question, basis) }{ " " }<strong>{ english::answer(check) }</strong>
            </p>
            <p class="reason-detail">{ english::detail(check) }</p>
            if let Some(step) = english::next_step(&check.reason) {
                <p class="reason-next">{ card::NEXT }{ " " }{ step }</p>
            }
        </div>
    }
}

/// The row in small, for a card of one row.
pub fn small_hallmarks(report: &Report) -> Html {
    let item = |(mark, stamp): (Mark, Stamp)| {
        html! {
            <li class={form(stamp)}>
                { drawing(mark, stamp) }
                <span class="for-ears">{ word(mark, report.basis) }{ ": " }{ state(mark, report) }</span>
            </li>
        }
    };
    html! {
        <ul class="small-hallmarks" aria-label={card::HALLMARKS}>
            { for marks(report).into_iter().map(item) }
        </ul>
    }
}

/// The row within a line of text, where the headline says the same to ears.
pub fn tiny_hallmarks(report: &Report) -> Html {
    tiny(marks(report))
}

/// The same of the four alone, stamped so.
#[cfg(feature = "page")]
pub fn stamped(stamps: [Stamp; 4]) -> Html {
    tiny(Hallmark::ALL.map(Mark::Hallmark).into_iter().zip(stamps))
}

fn tiny(marks: impl IntoIterator<Item = (Mark, Stamp)>) -> Html {
    let item = |(mark, stamp): (Mark, Stamp)| {
        html! { <span class={form(stamp)}>{ drawing(mark, stamp) }</span> }
    };
    html! { <span class="tiny-hallmarks">{ for marks.into_iter().map(item) }</span> }
}

/// The first mark that is struck through, in words.
pub fn first_struck(report: &Report) -> Option<String> {
    let (mark, _) = marks(report)
        .into_iter()
        .find(|(_, stamp)| *stamp == Stamp::Struck)?;
    let (word, state) = (word(mark, report.basis), state(mark, report));
    Some(format!("{word}: {state}"))
}

/// The four shapes, before their questions are answered: nothing jumps when they are.
pub fn pending_hallmarks() -> Html {
    let item = |hallmark: Hallmark| {
        html! {
            <li>
                <span class="hallmark">
                    { pending_mark(hallmark) }
                    <span class="hallmark-word">{ english::hallmark(hallmark, Basis::Signature) }</span>
                    <span class="hallmark-state">{ "…" }</span>
                </span>
            </li>
        }
    };
    html! { <ul class="hallmarks" aria-hidden="true">{ for Hallmark::ALL.map(item) }</ul> }
}

/// The four shapes alone.
pub fn pending_small_hallmarks() -> Html {
    html! {
        <span class="tiny-hallmarks" aria-hidden="true">
            { for Hallmark::ALL.map(pending_mark) }
        </span>
    }
}

//! How far the check has come, how many badges came out how, and which of them are to be shown.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Choice;
use super::use_batch::{BatchHandle, BatchState, Run};
use crate::policy::LISTED_BADGES;
use crate::present::Tone;
use crate::present::batch::Rows;
use crate::present::english::batch as words;
use crate::report::Verdict;
use crate::ui::card::{glyph, tone_class};

/// All above the list.
pub fn summary(
    batch: &BatchHandle,
    run: &Run,
    choice: &Choice,
    shown: usize,
    onchoice: &Callback<Choice>,
    onclear: &Callback<()>,
) -> Html {
    let (rows, state) = (&run.rows, batch.state(run));
    let is_under_way = state == BatchState::UnderWay;
    let (button, onclick) = if is_under_way {
        let batch = batch.clone();
        (
            words::CANCEL,
            Callback::from(move |_: MouseEvent| batch.stop()),
        )
    } else {
        (words::CLEAR, onclear.reform(|_: MouseEvent| ()))
    };
    html! {
        <>
            <div class="batch-head">
                <h2 id="batch-title">{ words::results(rows.len()) }</h2>
                <p class="quiet">{ words::progress(rows.done(), rows.files()) }</p>
                <button type="button" class="button batch-stop" {onclick}>{ button }</button>
            </div>
            if is_under_way {
                <progress
                    role="progressbar"
                    aria-label={words::PROGRESS}
                    value={rows.done().to_string()}
                    max={rows.files().to_string()}
                />
            }
            // Said once, when it is over.
            <p class="for-ears" role="status">
                if !is_under_way {
                    { words::finished(rows.done(), rows.files(), &rows.tallies()) }
                }
            </p>
            { left(state) }
            if !is_under_way && rows.could_ask() > 0 {
                <p class="batch-note">{ words::could_ask(rows.could_ask()) }</p>
            }
            if !rows.is_empty() {
                { chips(rows, choice, onchoice) }
                { search(choice, onchoice) }
                // While badges still come in, it would never be silent.
                <p class="quiet" role={(!is_under_way).then_some("status")}>
                    { words::shown(shown, rows.len()) }
                </p>
            }
        </>
    }
}

/// What was not looked at.
fn left(state: BatchState) -> Html {
    let words = match state {
        BatchState::UnderWay | BatchState::Done => return Html::default(),
        BatchState::Stopped { left } => words::not_looked_at(left),
        BatchState::Full { left } => words::too_many(LISTED_BADGES, left),
    };
    html! { <p class="batch-note is-left" role="status">{ words }</p> }
}

/// A button for each verdict that some badge has.
fn chips(rows: &Rows, choice: &Choice, onchoice: &Callback<Choice>) -> Html {
    let chip = |verdict: Option<Verdict>, word: &'static str, count: usize| {
        let is_chosen = choice.filter.verdict == verdict;
        let onclick = {
            let (onchoice, choice) = (onchoice.clone(), choice.clone());
            move |_: MouseEvent| {
                let mut filter = choice.filter.clone();
                filter.verdict = verdict.filter(|_| !is_chosen);
                onchoice.emit(Choice {
                    filter,
                    active: 0,
                    ..choice.clone()
                });
            }
        };
        let tone = verdict.map(Tone::of_verdict);
        html! {
            <li key={word}>
                <button
                    type="button"
                    class={classes!("filter-chip", tone.map(tone_class))}
                    data-verdict={verdict.map(Verdict::code)}
                    aria-pressed={is_chosen.to_string()}
                    {onclick}
                >
                    { for tone.map(glyph) }
                    <span>{ word }</span>{ " " }
                    <span class="filter-count">{ words::number(count) }</span>
                </button>
            </li>
        }
    };
    let tallies = rows.tallies();
    let tallies = tallies.iter();
    html! {
        <div class="batch-chips" role="group" aria-label={words::FILTER}>
            <ul>
                { chip(None, words::ALL, rows.len()) }
                for tally in tallies {
                    { chip(Some(tally.verdict), words::verdict(tally.verdict), tally.count) }
                }
            </ul>
        </div>
    }
}

fn search(choice: &Choice, onchoice: &Callback<Choice>) -> Html {
    let oninput = {
        let (onchoice, choice) = (onchoice.clone(), choice.clone());
        move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                let typed = input.value();
                onchoice.emit(Choice {
                    filter: choice.filter.clone().searching(&typed),
                    typed: typed.into(),
                    active: 0,
                    ..choice.clone()
                });
            }
        }
    };
    html! {
        <div class="batch-search">
            <label for="batch-search">{ words::SEARCH }</label>
            <div class="field">
                <input
                    id="batch-search"
                    type="search"
                    value={choice.typed.clone()}
                    autocomplete="off"
                    spellcheck="false"
                    {oninput}
                />
            </div>
        </div>
    }
}

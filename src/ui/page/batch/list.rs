//! The list of badges, of which only what is seen is drawn.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::present::Tone;
use crate::present::batch::{Entry, Row, RowIssuer, Rows, Says, Window};
use crate::present::english::{self, batch as words, card};
use crate::ui::card::{glyph, identifier, stamped, tone_class};

/// The list: one stop for the tab key, at the row `active`, from which the arrows move on. `place` is the part
/// that scrolls.
pub fn list(
    rows: &Rows,
    shown: &[usize],
    seen: &Window,
    place: &NodeRef,
    active: usize,
    onmove: &Callback<usize>,
    onopen: &Callback<usize>,
) -> Html {
    let of = shown.len();
    let focused = active.min(of.saturating_sub(1));
    let drawn = seen.rows(of);
    // Drawn wherever it is, so that it keeps the focus; and in its order, since what is moved loses it.
    let before = (focused < drawn.start).then_some(focused);
    let after = (focused >= drawn.end && of > 0).then_some(focused);
    let drawn = before.into_iter().chain(drawn).chain(after);
    let item = |at: usize| {
        let entry = rows.get(*shown.get(at)?)?;
        let onclick = onopen.reform(move |_: MouseEvent| at);
        Some(html! {
            <li
                key={at}
                data-at={at.to_string()}
                aria-posinset={(at + 1).to_string()}
                aria-setsize={of.to_string()}
            >
                <button
                    type="button"
                    class={classes!("batch-row", tone_class(Tone::of_verdict(entry.row.verdict)))}
                    data-verdict={entry.row.verdict.code()}
                    tabindex={if at == focused { "0" } else { "-1" }}
                    aria-haspopup="dialog"
                    {onclick}
                >
                    { row(entry) }
                </button>
            </li>
        })
    };
    let onkeydown = {
        let (onmove, page) = (onmove.clone(), seen.page());
        move |event: KeyboardEvent| {
            if let Some(to) = moved(&event.key(), focused, page, of) {
                event.prevent_default();
                onmove.emit(to);
            }
        }
    };
    html! {
        <div
            ref={place}
            class="batch-list"
            lang={english::LANGUAGE}
            dir={english::DIRECTION}
            {onkeydown}
        >
            <ol role="list" aria-label={words::LIST} data-of={of.to_string()}>
                { for drawn.filter_map(item) }
            </ol>
        </div>
    }
}

/// Where a key leads; None for keys that lead nowhere.
fn moved(key: &str, from: usize, page: usize, of: usize) -> Option<usize> {
    let last = of.checked_sub(1)?;
    let to = match key {
        "ArrowDown" => from + 1,
        "ArrowUp" => from.saturating_sub(1),
        "PageDown" => from + page,
        "PageUp" => from.saturating_sub(page),
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    Some(to.min(last))
}

/// Gives a row the focus, once it is drawn; the browser scrolls to it.
pub fn focus(place: &NodeRef, at: usize) {
    let button = format!("[data-at='{at}'] > button");
    let button = place
        .cast::<HtmlElement>()
        .and_then(|list| list.query_selector(&button).ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        // A row that went away meanwhile needs no focus.
        let _ = button.focus();
    }
}

/// What is seen of one badge.
fn row(entry: &Entry) -> Html {
    let Row {
        verdict,
        marks,
        says,
        could_ask,
    } = &entry.row;
    html! {
        <>
            <span class="batch-marks" aria-hidden="true">
                { match marks {
                    Some(marks) => stamped(*marks),
                    None => glyph(Tone::of_verdict(*verdict)),
                } }
            </span>
            <span class="batch-verdict">
                <b>{ words::verdict(*verdict) }</b>
                if *could_ask {
                    <span class="quiet">{ " " }{ words::COULD_ASK }</span>
                }
            </span>
            { " " }
            <span class="batch-badge">
                { match says {
                    Says::Badge { name, issuer } => html! {
                        <>
                            <bdi class="batch-name">{ name }</bdi>{ " " }
                            <span class="batch-issuer">{ self::issuer(issuer) }</span>
                        </>
                    },
                    Says::Sentence(sentence) => html! {
                        <bdi class="batch-sentence">{ sentence }</bdi>
                    },
                } }
            </span>
            { " " }
            <bdi class="batch-file">{ &entry.file_name }</bdi>
        </>
    }
}

fn issuer(issuer: &RowIssuer) -> Html {
    match issuer {
        RowIssuer::Listed(name) => html! { <bdi>{ name }</bdi> },
        RowIssuer::SelfNamed { name, id } => html! {
            <>
                if let Some(name) = name {
                    { card::CALLS_ITSELF }{ " " }<bdi>{ name }</bdi>{ " " }
                }
                { for id.as_deref().map(identifier) }
            </>
        },
    }
}

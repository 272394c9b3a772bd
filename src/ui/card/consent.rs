//! Asking the person before another host is asked.

use std::collections::BTreeSet;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::unique::use_unique;
use crate::evidence::Request;
use crate::net;
use crate::present::english::consent;
use crate::ui::Network;
use crate::ui::badge::{Consent, State, States};

#[derive(Clone, PartialEq, Properties)]
pub struct ConsentsProps {
    /// What could be asked.
    pub wants: Vec<Request>,
    /// What was asked.
    pub requests: States,
    pub network: Network,
    pub onanswer: Callback<Consent>,
}

/// The question, or what became of it.
#[component]
pub fn Consents(props: &ConsentsProps) -> Html {
    let id = use_unique();
    let place = use_node_ref();
    if props.network == Network::Never {
        return Html::default();
    }
    // The button that was pressed goes away; the focus stays where it was.
    let onanswer = {
        let (place, onanswer) = (place.clone(), props.onanswer.clone());
        Callback::from(move |answer| {
            if let Some(place) = place.cast::<HtmlElement>() {
                let _ = place.focus();
            }
            onanswer.emit(answer);
        })
    };
    html! {
        <div ref={place} class="consents" tabindex="-1">{ stage(&id, props, &onanswer) }</div>
    }
}

/// Asking, under way, or done.
fn stage(id: &AttrValue, props: &ConsentsProps, onanswer: &Callback<Consent>) -> Html {
    let requests = &props.requests;
    if !requests.in_state(State::UnderWay).is_empty() {
        return html! { <p class="consent-state" role="status">{ consent::ASKING }</p> };
    }
    if !props.wants.is_empty() {
        return question(id, &props.wants, onanswer);
    }
    let declined = requests.in_state(State::Declined);
    let failed = requests.in_state(State::Failed);
    html! {
        <>
            { again(consent::declined, declined, onanswer) }
            { again(consent::failed, failed, onanswer) }
        </>
    }
}

fn question(id: &AttrValue, wants: &[Request], onanswer: &Callback<Consent>) -> Html {
    let answer = |answer: fn(Vec<Request>) -> Consent| {
        let wants = wants.to_vec();
        onanswer.reform(move |_: MouseEvent| answer(wants.clone()))
    };
    let line = |want: &Request| {
        let host = net::host(&want.url).unwrap_or_else(|| want.url.clone());
        consent::request(&host, want.purpose)
    };
    let lines: BTreeSet<String> = wants.iter().map(line).collect();
    html! {
        <section class="consent" aria-labelledby={id.clone()}>
            <h3 class="consent-title" id={id.clone()}>{ consent::HEADING }</h3>
            <ul class="plain-list">
                for line in lines {
                    <li>{ line }</li>
                }
            </ul>
            <p>{ consent::LEARNS }</p>
            <p class="buttons">
                <button
                    type="button"
                    class="button is-first consent-allow"
                    onclick={answer(Consent::Allowed)}
                >
                    { consent::ALLOW }
                </button>
                <button
                    type="button"
                    class="button consent-decline"
                    onclick={answer(Consent::Declined)}
                >
                    { consent::DECLINE }
                </button>
            </p>
        </section>
    }
}

/// What became of the requests, and a button that puts them again.
fn again(
    words: fn(&[String]) -> String,
    requests: Vec<Request>,
    onanswer: &Callback<Consent>,
) -> Html {
    if requests.is_empty() {
        return Html::default();
    }
    let mut hosts: Vec<String> = requests
        .iter()
        .filter_map(|it| net::host(&it.url))
        .collect();
    hosts.sort();
    hosts.dedup();
    let onclick = onanswer.reform(move |_: MouseEvent| Consent::Allowed(requests.clone()));
    html! {
        <p class="consent-state">
            { words(&hosts) }{ " " }
            <button type="button" class="quiet-button consent-again" {onclick}>
                { consent::AGAIN }
            </button>
        </p>
    }
}

//! Asking the person before another host is asked, and what became of it.

use std::collections::BTreeSet;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::attach::offers;
use super::for_good::for_good;
use super::unique::use_unique;
use crate::evidence::Request;
use crate::net;
use crate::present::english::{attach, consent};
use crate::ui::Network;
use crate::ui::badge::{Consent, State, States};

#[derive(Clone, PartialEq, Properties)]
pub struct ConsentsProps {
    /// What could be asked.
    pub wants: Vec<Request>,
    /// What was asked.
    pub requests: States,
    pub network: Network,
    /// Whether no answer could change the verdict: the question then is folded away.
    #[prop_or_default]
    pub is_aside: bool,
    pub onanswer: Callback<Consent>,
}

/// The question, or what became of it.
#[component]
pub fn Consents(props: &ConsentsProps) -> Html {
    let id = use_unique();
    let place = use_node_ref();
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

/// Asking, under way, or done; and what can be supplied by hand.
fn stage(id: &AttrValue, props: &ConsentsProps, onanswer: &Callback<Consent>) -> Html {
    let in_state = |state| props.requests.in_state(state);
    if !in_state(State::UnderWay).is_empty() {
        return html! { <p class="consent-state" role="status">{ consent::ASKING }</p> };
    }
    let wants = &props.wants;
    let (declined, failed) = (in_state(State::Declined), in_state(State::Failed));
    let missing = [wants.as_slice(), &declined, &failed].concat();
    let is_off = props.network.is_off;
    html! {
        <>
            if is_off && !missing.is_empty() {
                <p class="consent-state">{ consent::OFF }</p>
            }
            if !is_off {
                if !wants.is_empty() && props.is_aside {
                    <details class="fold-out">
                        <summary>{ consent::ASIDE }</summary>
                        { question(id, props, onanswer) }
                    </details>
                } else if !wants.is_empty() {
                    { question(id, props, onanswer) }
                }
                { again(consent::declined, declined, consent::AGAIN, props, onanswer) }
                { again(consent::failed, failed, consent::AGAIN, props, onanswer) }
                { again(
                    consent::answered,
                    in_state(State::Answered),
                    consent::CHECK_AGAIN,
                    props,
                    onanswer,
                ) }
            }
            { for in_state(State::Attached).into_iter().map(|it| attached(it, onanswer)) }
            { offers(missing, onanswer) }
        </>
    }
}

fn question(id: &AttrValue, props: &ConsentsProps, onanswer: &Callback<Consent>) -> Html {
    let answer = |answer: fn(Vec<Request>) -> Consent| {
        let wants = props.wants.clone();
        onanswer.reform(move |_: MouseEvent| answer(wants.clone()))
    };
    let line = |want: &Request| consent::request(&host(want), want.purpose);
    let lines: BTreeSet<String> = props.wants.iter().map(line).collect();
    html! {
        // A group and no landmark: several cards can ask the same.
        <div class="consent" role="group" aria-labelledby={id.clone()}>
            <h3 class="consent-title" id={id.clone()}>{ consent::HEADING }</h3>
            <ul class="plain-list">
                for line in lines {
                    <li>{ line }</li>
                }
            </ul>
            <p>{ consent::LEARNS }</p>
            { relay(props) }
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
            { decisions(props, onanswer) }
        </div>
    }
}

/// The hosts, and the relay's, to be decided about for more than one file.
fn decisions(props: &ConsentsProps, onanswer: &Callback<Consent>) -> Html {
    let mut hosts: BTreeSet<String> = props.wants.iter().map(host).collect();
    hosts.extend(props.network.relay.iter().map(|it| it.host().to_owned()));
    let ondecided = onanswer.reform(|(host, decision)| Consent::Decided(host, decision));
    for_good(hosts, &ondecided)
}

/// What became of the requests, and a button that puts them again.
fn again(
    words: fn(&[String]) -> String,
    requests: Vec<Request>,
    label: &'static str,
    props: &ConsentsProps,
    onanswer: &Callback<Consent>,
) -> Html {
    if requests.is_empty() {
        return Html::default();
    }
    let hosts: BTreeSet<String> = requests.iter().map(host).collect();
    let hosts: Vec<String> = hosts.into_iter().collect();
    let onclick = onanswer.reform(move |_: MouseEvent| Consent::Again(requests.clone()));
    html! {
        <>
            <p class="consent-state">
                { words(&hosts) }{ " " }
                <button type="button" class="quiet-button consent-again" {onclick}>
                    { label }
                </button>
            </p>
            if label == consent::AGAIN {
                { relay(props) }
            }
        </>
    }
}

/// That a relay may be asked too, and what it sees.
fn relay(props: &ConsentsProps) -> Html {
    match &props.network.relay {
        Some(relay) => html! { <p class="quiet">{ consent::relay(relay.host()) }</p> },
        None => Html::default(),
    }
}

/// A document that the person supplied, and the way to take it back.
fn attached(request: Request, onanswer: &Callback<Consent>) -> Html {
    let words = attach::attached(request.purpose, &host(&request));
    let onclick = onanswer.reform(move |_: MouseEvent| Consent::TakenAway(request.clone()));
    html! {
        <p class="consent-state">
            { words }{ " " }
            <button type="button" class="quiet-button" {onclick}>{ attach::TAKE_AWAY }</button>
        </p>
    }
}

fn host(request: &Request) -> String {
    net::host(&request.url).unwrap_or_else(|| request.url.clone())
}

//! What a person decided about other sites: to see, to take back, and to name a relay.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::evidence::Relay;
use crate::present::english::{consent, settings};
use crate::ui::card::use_unique;
use crate::ui::decisions::{Decision, decide, decisions};
use crate::ui::{Network, kept};

/// The name under which the relay is kept.
const RELAY: &str = "relay";

/// What this device remembers, as far as it does; from now on what is decided is kept on it.
pub fn kept_network() -> Network {
    kept::start();
    Network {
        relay: kept::read(RELAY).and_then(|template| Relay::parse(&template)),
        ..Network::default()
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct NetworkSettingsProps {
    pub network: Network,
    pub onnetwork: Callback<Network>,
}

/// The settings, folded away.
#[component]
pub fn NetworkSettings(props: &NetworkSettingsProps) -> Html {
    // Cards decide too, so the list is read anew whenever it is opened.
    let refresh = use_force_update();
    let ontoggle = {
        let refresh = refresh.clone();
        move |_: Event| refresh.force_update()
    };
    let decided = decisions();
    let is_empty = decided.is_empty();
    let item = |(host, decision): (String, Decision)| {
        let word = match decision {
            Decision::Always => consent::ALWAYS,
            Decision::Never => consent::NEVER,
        };
        let onclick = {
            let (host, refresh) = (host.clone(), refresh.clone());
            move |_: MouseEvent| {
                decide(&host, None);
                refresh.force_update();
            }
        };
        html! {
            <li class="buttons" key={host.clone()}>
                <span>{ word }{ " " }<bdi dir="ltr">{ host.clone() }</bdi></span>
                <button type="button" class="quiet-button" {onclick}>
                    { settings::FORGET }<span class="for-ears">{ " " }{ host }</span>
                </button>
            </li>
        }
    };
    html! {
        <details class="settings" {ontoggle}>
            <summary>{ settings::TITLE }</summary>
            <p class="quiet">{ settings::NOTE }</p>
            if is_empty {
                <p>{ settings::NONE }</p>
            }
            <ul class="plain-list">{ for decided.into_iter().map(item) }</ul>
            <RelayField network={props.network.clone()} onnetwork={props.onnetwork.clone()} />
        </details>
    }
}

/// A relay's template, which an empty field takes away.
#[component]
fn RelayField(props: &NetworkSettingsProps) -> Html {
    let id = use_unique();
    let hint = format!("{id}-hint");
    let input = use_node_ref();
    let problem = use_state_eq(|| "");
    let onsubmit = {
        let (input, problem) = (input.clone(), problem.clone());
        let NetworkSettingsProps { network, onnetwork } = props.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let typed = input.cast::<HtmlInputElement>().map(|input| input.value());
            let typed = typed.unwrap_or_default();
            let relay = Relay::parse(&typed);
            if relay.is_none() && !typed.trim().is_empty() {
                problem.set(consent::RELAY_UNREADABLE);
                return;
            }
            problem.set("");
            let template = relay.as_ref().map(Relay::to_string);
            kept::write(RELAY, template.as_deref());
            onnetwork.emit(Network {
                relay,
                ..network.clone()
            });
        }
    };
    let relay = props.network.relay.as_ref().map(Relay::to_string);
    html! {
        <form {onsubmit}>
            <label for={id.clone()}>{ settings::RELAY }</label>
            <p class="quiet" id={hint.clone()}>{ settings::RELAY_HINT }</p>
            <div class="field">
                <input
                    ref={input}
                    {id}
                    type="text"
                    value={relay.unwrap_or_default()}
                    placeholder="https://relay.example/?url={url}"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby={hint}
                />
                <button type="submit" class="button">{ settings::KEEP }</button>
            </div>
            <p role="status">{ *problem }</p>
        </form>
    }
}

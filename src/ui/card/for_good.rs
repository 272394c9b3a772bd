//! Deciding about hosts for more than one file.

use yew::prelude::*;

use super::text::plain;
use crate::present::english::consent;
use crate::ui::decisions::Decision;

/// Each host with what can be decided about it.
pub fn for_good(
    hosts: impl IntoIterator<Item = String>,
    ondecided: &Callback<(String, Decision)>,
) -> Html {
    let button = |host: &str, decision, word: &'static str| {
        let host = host.to_owned();
        let onclick = {
            let host = host.clone();
            ondecided.reform(move |_: MouseEvent| (host.clone(), decision))
        };
        html! {
            <button type="button" class="quiet-button" {onclick}>
                { word }<span class="for-ears">{ " " }{ host }</span>
            </button>
        }
    };
    html! {
        <details class="consent-for-good fold-out">
            <summary>{ consent::FOR_GOOD }</summary>
            <ul class="plain-list">
                for host in hosts {
                    <li class="buttons">
                        { plain(&host) }
                        { button(&host, Decision::Always, consent::ALWAYS) }
                        { button(&host, Decision::Never, consent::NEVER) }
                    </li>
                }
            </ul>
        </details>
    }
}

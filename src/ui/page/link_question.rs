//! Asking before the host of a link is asked, unless the person has decided about it for good; and
//! saying what came of it.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::evidence::Answer;
use crate::net;
use crate::policy::Bounds;
use crate::present::english::{consent, link as words};
use crate::ui::BadgeFile;
use crate::ui::card::{for_good, identifier, linked};
use crate::ui::decisions::{Decision, decide, decision};
use crate::ui::link::Link;

#[derive(Clone, PartialEq, Properties)]
pub struct LinkQuestionProps {
    pub link: Link,
    /// Whether the page's own address names it, so that the person did not choose it.
    pub is_from_address: bool,
    pub onfile: Callback<BadgeFile>,
    pub onclose: Callback<()>,
}

#[derive(Clone, PartialEq)]
enum Stage {
    Asked,
    /// The person never wants the host to be asked.
    Refused,
    UnderWay,
    /// Why it did not come, in words.
    Failed(String),
}

/// The question; then that the answer is on its way, or why none came.
#[component]
pub fn LinkQuestion(props: &LinkQuestionProps) -> Html {
    let LinkQuestionProps { link, onfile, .. } = props;
    let stage = use_state_eq(|| match decision(&link.host) {
        Some(Decision::Never) => Stage::Refused,
        Some(Decision::Always) | None => Stage::Asked,
    });
    let place = use_node_ref();
    let focus = {
        let place = place.clone();
        move || {
            if let Some(place) = place.cast::<HtmlElement>() {
                // A question that went away meanwhile needs no focus.
                let _ = place.focus();
            }
        }
    };
    let is_current = use_memo((), |()| Cell::new(true));
    let fetch = {
        let (stage, link, onfile) = (stage.clone(), link.clone(), onfile.clone());
        let (focus, is_current) = (focus.clone(), Rc::clone(&is_current));
        Callback::from(move |()| {
            // The button that was pressed goes away; the focus stays where it was.
            focus();
            stage.set(Stage::UnderWay);
            let (stage, link, onfile) = (stage.clone(), link.clone(), onfile.clone());
            let is_current = Rc::clone(&is_current);
            spawn_local(async move {
                let answer = net::ask_for_file(&link.url, Bounds::default().file_bytes).await;
                match answer {
                    // Another link has taken its place.
                    _ if !is_current.get() => {}
                    Answer::Response { status: 200, body } => {
                        onfile.emit(BadgeFile::new(link.name(), body));
                    }
                    other => stage.set(Stage::Failed(words::not_fetched(&other))),
                }
            });
        })
    };
    use_effect_with(link.host.clone(), {
        let (focus, fetch) = (focus.clone(), fetch.clone());
        move |host| {
            match decision(host) {
                Some(Decision::Always) => fetch.emit(()),
                Some(Decision::Never) | None => focus(),
            }
            move || is_current.set(false)
        }
    });
    let ondecided = {
        let (stage, fetch) = (stage.clone(), fetch.clone());
        Callback::from(move |(host, decision): (String, Decision)| {
            decide(&host, Some(decision));
            match decision {
                Decision::Always => fetch.emit(()),
                Decision::Never => {
                    focus();
                    stage.set(Stage::Refused);
                }
            }
        })
    };
    let onallow = fetch.reform(|_: MouseEvent| ());
    let onclose = props.onclose.reform(|_: MouseEvent| ());
    let (title, body, buttons) = match &*stage {
        Stage::Asked => (
            words::question(&link.host),
            circumstances(props),
            Some((words::ALLOW, words::DECLINE)),
        ),
        Stage::Refused => (
            consent::declined(std::slice::from_ref(&link.host)),
            Html::default(),
            Some((consent::AGAIN, words::CLOSE)),
        ),
        Stage::UnderWay => (words::under_way(&link.host), Html::default(), None),
        Stage::Failed(why) => (
            words::failed(&link.host),
            html! {
                <>
                    <p>{ why }</p>
                    <p>{ linked(&link.url, html! { words::OPEN }) }</p>
                </>
            },
            Some((words::AGAIN, words::CLOSE)),
        ),
    };
    html! {
        <section
            ref={place}
            class="link-question"
            tabindex="-1"
            aria-labelledby="link-question-title"
        >
            <div role="status">
                <h2 id="link-question-title">{ title }</h2>
                <p>{ identifier(&link.url) }</p>
                { body }
            </div>
            if let Some((first, second)) = buttons {
                <p class="buttons">
                    <button type="button" class="button is-first link-allow" onclick={onallow}>
                        { first }
                    </button>
                    <button type="button" class="button link-close" onclick={onclose}>
                        { second }
                    </button>
                </p>
            }
            if *stage == Stage::Asked {
                { for_good([link.host.clone()], &ondecided) }
            }
        </section>
    }
}

/// What there is to know before one answers.
fn circumstances(props: &LinkQuestionProps) -> Html {
    html! {
        <>
            if props.is_from_address {
                <p>{ words::FROM_ADDRESS }</p>
            }
            if props.link.is_upgraded {
                <p>{ words::UPGRADED }</p>
            }
            <p>{ words::LEARNS }</p>
            if let Some(hint) = words::hint(&props.link.host) {
                <p>{ hint }{ " " }{ linked(&props.link.url, html! { words::OPEN }) }</p>
            }
        </>
    }
}

//! A badge's card, above the list: read and checked again, here, with all that a card can ask and be asked.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use super::super::intake::member;
use crate::present::batch::Place;
use crate::present::english::{self, batch as words};
use crate::trust::{Registry, RegistrySource};
use crate::ui::{Badge, BadgeFile, Content, Layout, Network, Settled, Shared, Sharing};

#[derive(Clone, PartialEq, Properties)]
pub struct SheetProps {
    pub place: Place,
    pub file: File,
    pub name: AttrValue,
    /// Which one it is of those that are shown; None where it is shown no longer.
    pub position: Option<usize>,
    pub of: usize,
    pub network: Network,
    pub registry_sources: Shared<Vec<RegistrySource>>,
    pub folder: Option<AttrValue>,
    pub onsettled: Callback<(Place, Shared<Settled>)>,
    /// Another one is to be shown: which of those.
    pub onmove: Callback<usize>,
    pub onclose: Callback<()>,
}

/// The card, and the way to the next one.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let dialog = use_node_ref();
    // Made once: a new one would have the badge checked anew.
    let no_registries = use_state(Shared::<Vec<Registry>>::default);
    let next = use_node_ref();
    use_effect_with((), {
        let (dialog, next) = (dialog.clone(), next.clone());
        move |()| {
            let dialog = dialog.cast::<HtmlDialogElement>();
            if let Some((dialog, next)) = dialog.zip(next.cast::<HtmlElement>()) {
                // They were drawn just now: nothing is open, and nothing keeps the focus.
                let _ = dialog.show_modal();
                let _ = next.focus();
            }
        }
    });
    let awaited = BadgeFile {
        name: props.name.clone(),
        content: Content::Awaited,
    };
    let loaded = use_state(|| (props.place, awaited.clone()));
    use_effect_with(props.place, {
        let (loaded, file) = (loaded.setter(), props.file.clone());
        move |place| {
            let place = *place;
            let is_current = Rc::new(Cell::new(true));
            spawn_local({
                let is_current = Rc::clone(&is_current);
                async move {
                    let badge = member(&file, place.member).await;
                    if is_current.get() {
                        loaded.set((place, badge));
                    }
                }
            });
            move || is_current.set(false)
        }
    });
    let badge = match &*loaded {
        (place, badge) if *place == props.place => badge.clone(),
        _ => awaited,
    };
    let onsettled = use_callback(
        (props.place, props.onsettled.clone()),
        |settled, (place, onsettled)| onsettled.emit((*place, settled)),
    );
    let step = |word: &'static str, to: Option<usize>, place: NodeRef| {
        let to = to.filter(|to| *to < props.of);
        let onmove = props.onmove.clone();
        let onclick = move |_: MouseEvent| {
            if let Some(to) = to {
                onmove.emit(to);
            }
        };
        html! {
            // Not disabled, which would take the focus away.
            <button
                type="button"
                ref={place}
                class="button"
                aria-disabled={to.is_none().then_some("true")}
                {onclick}
            >
                { word }
            </button>
        }
    };
    let before = props.position.and_then(|position| position.checked_sub(1));
    let after = props.position.map(|position| position + 1);
    let sharing = props.folder.clone().map(|page| Sharing {
        page,
        address: None,
    });
    let shut = {
        let dialog = dialog.clone();
        move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        }
    };
    let onclose = props.onclose.reform(|_: Event| ());
    html! {
        <dialog
            ref={dialog}
            class="batch-sheet"
            aria-label={words::CARD}
            lang={english::LANGUAGE}
            dir={english::DIRECTION}
            {onclose}
        >
            <div class="batch-sheet-bar">
                { step(words::PREVIOUS, before, NodeRef::default()) }
                { step(words::NEXT, after, next) }
                <p class="quiet" role="status">
                    if let Some(position) = props.position {
                        { words::numbered(position + 1, props.of) }
                        <span class="for-ears">{ ": " }{ &props.name }</span>
                    }
                </p>
                <button type="button" class="button batch-close" onclick={shut}>
                    { words::CLOSE }
                </button>
            </div>
            <p class="batch-sheet-file quiet"><bdi>{ &props.name }</bdi></p>
            <Badge
                key={format!("{} {}", props.place.file, props.place.member)}
                layout={Layout::Full}
                file={badge}
                registries={(*no_registries).clone()}
                registry_sources={props.registry_sources.clone()}
                network={props.network.clone()}
                {sharing}
                {onsettled}
            />
        </dialog>
    }
}

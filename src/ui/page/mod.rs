//! The page: a drop zone until a badge is there, then the results, and samples beneath.

mod about;
mod batch;
mod drop_zone;
mod gallery;
mod intake;
mod link_question;
mod network_settings;
mod paste_field;
mod stack;
mod use_page_drops;
mod use_samples;

use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlElement};
use yew::prelude::*;

use self::about::{about, footer, header};
use self::batch::{Batch, registry_sources};
use self::drop_zone::DropZone;
use self::gallery::Gallery;
use self::intake::{take_in, taken};
use self::link_question::LinkQuestion;
use self::network_settings::{NetworkSettings, kept_network};
use self::paste_field::PasteField;
use self::stack::{Change, Item, Stack};
use self::use_page_drops::{Dropped, use_page_drops};
use self::use_samples::use_samples;
use super::link::{self, Link, carried, in_page_address, listen_to_page_address};
use super::{Badge, BadgeFile, Fold, Layout, Settled, Shared, Sharing, SkillFilter};
use crate::present::english::page;
use crate::trust::{Registry, RegistrySource};

/// The whole page.
#[component]
pub fn App() -> Html {
    let stack = use_reducer(Stack::default);
    let announcement = use_state_eq(AttrValue::default);
    let samples = use_samples();
    let network = use_state(kept_network);
    // Made once: a new one would have every badge checked anew.
    let no_registries = use_state(Shared::<Vec<Registry>>::default);
    let no_sources = use_state(Shared::<Vec<RegistrySource>>::default);
    let sources = use_state(|| Shared::new(registry_sources()));

    let onfiles = {
        let stack = stack.dispatcher();
        Callback::from(move |files: Vec<File>| {
            let stack = stack.clone();
            spawn_local(async move {
                stack.dispatch(Change::of(take_in(files).await, None));
            });
        })
    };
    // The link whose host may be asked next, and whether the page's own address names it.
    let asked = use_state(|| None::<(Link, bool)>);
    let ontext = {
        let (stack, asked) = (stack.dispatcher(), asked.setter());
        Callback::from(move |(text, is_from_address): (String, bool)| {
            if let Some(file) = carried(&text) {
                stack.dispatch(Change::of(taken(file), None));
                return;
            }
            match Link::of(&text) {
                Some(link) => asked.set(Some((link, is_from_address))),
                None => {
                    let name = if is_from_address {
                        page::IN_ADDRESS
                    } else {
                        page::PASTED
                    };
                    let file = BadgeFile::new(name, text.into_bytes());
                    stack.dispatch(Change::of(taken(file), None));
                }
            }
        })
    };
    let onfile = {
        let (stack, asked) = (stack.dispatcher(), asked.clone());
        Callback::from(move |file| {
            if let Some((link, _)) = &*asked {
                let address = AttrValue::from(link.url.clone());
                stack.dispatch(Change::of(taken(file), Some(address)));
            }
            asked.set(None);
        })
    };
    let paste_field = use_node_ref();
    let onclose = {
        let (asked, paste_field) = (asked.setter(), paste_field.clone());
        Callback::from(move |()| {
            asked.set(None);
            if let Some(field) = paste_field.cast::<HtmlElement>() {
                // The buttons go away that had the focus.
                let _ = field.focus();
            }
        })
    };
    use_effect_with((), {
        let ontext = ontext.clone();
        move |()| {
            let ontext = ontext.reform(|text| (text, true));
            if let Some(text) = in_page_address() {
                ontext.emit(text);
            }
            let listener = listen_to_page_address(ontext);
            move || drop(listener)
        }
    });
    let ontext = ontext.reform(|text: String| (text, false));
    let ondropped = {
        let (onfiles, ontext) = (onfiles.clone(), ontext.clone());
        Callback::from(move |dropped| match dropped {
            Dropped::Files(files) => onfiles.emit(files),
            Dropped::Text(text) => ontext.emit(text),
        })
    };
    let is_dragging = use_page_drops(ondropped);
    let onsample = {
        let stack = stack.dispatcher();
        Callback::from(move |file| stack.dispatch(Change::Sample(file)))
    };

    let folder = use_state(link::page_folder);
    let results = stack.items().map(|item| {
        let (registries, registry_sources) = match item.is_sample {
            // Its issuers' private keys are public: for samples alone. No other registry has them.
            true => (samples.registries.clone(), (*no_sources).clone()),
            false => ((*no_registries).clone(), (*sources).clone()),
        };
        let ontoggle = {
            let (stack, number) = (stack.dispatcher(), item.number);
            Callback::from(move |()| stack.dispatch(Change::Toggled(number)))
        };
        let sharing = (*folder).clone().map(|page| Sharing {
            page,
            address: item.address.clone(),
        });
        let onsettled = announce(item, &announcement, stack.dispatcher());
        html! {
            <li key={item.number} hidden={!stack.is_shown(item)}>
                <Badge
                    layout={Layout::Full}
                    file={item.file.clone()}
                    {registries}
                    {registry_sources}
                    fold={Fold { is_folded: item.is_folded, ontoggle }}
                    network={(*network).clone()}
                    {sharing}
                    is_sample={item.is_sample}
                    takes_focus={item.takes_focus}
                    {onsettled}
                />
            </li>
        }
    });
    let batch = stack.batch.as_ref().map(|files| {
        html! {
            <Batch
                key="batch"
                files={files.clone()}
                network={(*network).clone()}
                registry_sources={(*sources).clone()}
                folder={(*folder).clone()}
                onclear={
                    let stack = stack.dispatcher();
                    move |()| stack.dispatch(Change::BatchTakenAway)
                }
            />
        }
    });
    let has_results = stack.items().next().is_some();
    let results = has_results.then(|| {
        html! {
            <ol key="results" class="results" aria-label={page::RESULTS}>{ for results }</ol>
        }
    });
    // With keys, so that none is made anew when the other comes before it.
    let mut parts = [batch, results];
    if !stack.is_batch_first {
        parts.reverse();
    }
    html! {
        <>
            { header() }
            <main>
                <DropZone is_bar={!stack.is_empty()} {is_dragging} {onfiles} />
                <PasteField field={paste_field} {ontext} />
                if let Some((link, is_from_address)) = &*asked {
                    <LinkQuestion
                        key={link.url.clone()}
                        link={link.clone()}
                        is_from_address={*is_from_address}
                        {onfile}
                        {onclose}
                    />
                }
                <p class="for-ears" role="status">{ &*announcement }</p>
                <SkillFilter
                    skills={stack.skills()}
                    chosen={stack.chosen()}
                    onchosen={
                        let stack = stack.dispatcher();
                        Callback::from(move |skill| stack.dispatch(Change::Chosen(skill)))
                    }
                />
                { parts.into_iter().flatten().collect::<Html>() }
                <Gallery samples={samples.samples.clone()} {onsample} />
                { about() }
                <NetworkSettings
                    network={(*network).clone()}
                    onnetwork={
                        let network = network.setter();
                        Callback::from(move |now| network.set(now))
                    }
                />
            </main>
            { footer() }
        </>
    }
}

/// Says the verdict to those who can't see it, and keeps the skills for the filter.
fn announce(
    item: &Item,
    announcement: &UseStateHandle<AttrValue>,
    stack: UseReducerDispatcher<Stack>,
) -> Callback<Shared<Settled>> {
    let (name, announcement) = (item.file.name.clone(), announcement.clone());
    let number = item.number;
    Callback::from(move |settled: Shared<Settled>| {
        stack.dispatch(Change::Settled(number, settled.skills.clone()));
        announcement.set(page::announcement(&name, &settled.announcement).into());
    })
}

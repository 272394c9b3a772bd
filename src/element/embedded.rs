//! What the element draws: a badge whose file and registry are loaded first.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::Url;
use yew::prelude::*;

use super::attributes::Attributes;
use crate::evidence::Answer;
use crate::net;
use crate::policy::Bounds;
use crate::present::english;
use crate::trust::{Registry, RegistrySource};
use crate::ui::{Badge, BadgeFile, CheckedFile, Content, IndependentCheck, Settled, Shared};

#[derive(Clone, PartialEq, Properties)]
pub struct EmbeddedProps {
    pub attributes: Attributes,
    /// The address of a page that checks files.
    pub checker: AttrValue,
    /// What the page's relative addresses are relative to.
    pub base: AttrValue,
    pub onsettled: Callback<Shared<Settled>>,
}

/// What was loaded.
#[derive(Clone, PartialEq)]
struct Loaded {
    file: BadgeFile,
    registries: Shared<Vec<Registry>>,
    note: Option<AttrValue>,
}

/// The badge of an element.
#[component]
pub fn Embedded(props: &EmbeddedProps) -> Html {
    let loaded = use_state(Loaded::awaited);
    let announcement = use_state_eq(AttrValue::default);
    let attributes = &props.attributes;
    // Made once: new ones would have the badge checked anew.
    let registry_sources = use_state(|| Shared::new(vec![RegistrySource::consortium()]));
    use_effect_with((attributes.src.clone(), attributes.registry.clone()), {
        let loaded = loaded.clone();
        move |(src, registry)| {
            let (src, registry) = (src.clone(), registry.clone());
            let is_current = Rc::new(Cell::new(true));
            let still = Rc::clone(&is_current);
            loaded.set(Loaded::awaited());
            spawn_local(async move {
                let now = load(&src, &registry).await;
                if still.get() {
                    loaded.set(now);
                }
            });
            move || is_current.set(false)
        }
    });
    let onsettled = {
        let (onsettled, announcement) = (props.onsettled.clone(), announcement.clone());
        Callback::from(move |settled: Shared<Settled>| {
            announcement.set(settled.announcement.clone().into());
            onsettled.emit(settled);
        })
    };
    let file = Url::new_with_base(&attributes.src, &props.base).map(|url| url.href());
    let independent_check = file.ok().map(|file| IndependentCheck {
        file: CheckedFile::At(file.into()),
        page: props.checker.clone(),
    });
    html! {
        <>
            <p class="for-ears" role="status" lang={english::LANGUAGE}>{ &*announcement }</p>
            // Until there is something to see, the page's own content stands in for it.
            <div hidden={announcement.is_empty()}>
                <Badge
                    file={loaded.file.clone()}
                    registries={loaded.registries.clone()}
                    registry_sources={(*registry_sources).clone()}
                    layout={attributes.layout}
                    network={attributes.network.clone()}
                    as_of={attributes.as_of}
                    is_sample={attributes.is_sample}
                    note={attributes.problem.map(AttrValue::from).or_else(|| loaded.note.clone())}
                    {independent_check}
                    {onsettled}
                />
            </div>
        </>
    }
}

impl Loaded {
    fn awaited() -> Self {
        Self {
            file: BadgeFile {
                name: AttrValue::default(),
                content: Content::Awaited,
            },
            registries: Shared::default(),
            note: None,
        }
    }
}

async fn load(src: &str, registry: &str) -> Loaded {
    let limit = Bounds::default().file_bytes;
    let answer = match src.trim() {
        "" => Answer::Declined,
        src => net::load(src, limit).await,
    };
    let content = match answer {
        Answer::Response { status: 200, body } => Content::Bytes(Shared::new(body)),
        other => Content::NotLoaded(english::not_loaded(&other).into()),
    };
    let (registries, note) = registries(registry, limit).await;
    let name = src.rsplit('/').next().unwrap_or(src).to_owned().into();
    Loaded {
        file: BadgeFile { name, content },
        registries: Shared::new(registries),
        note,
    }
}

/// The registries that are there, and a word where one is not: without it less is known, never more.
async fn registries(addresses: &str, limit: usize) -> (Vec<Registry>, Option<AttrValue>) {
    let mut registries = Vec::new();
    let mut note = None;
    for address in addresses.split_whitespace() {
        let registry = match net::load(address, limit).await {
            Answer::Response { status: 200, body } => Registry::parse(&body).ok(),
            _ => None,
        };
        match registry {
            Some(registry) => registries.push(registry),
            None => note = Some(english::card::REGISTRY_NOT_LOADED.into()),
        }
    }
    (registries, note)
}

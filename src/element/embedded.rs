//! What the element draws: a badge whose file and registries are loaded first.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::Url;
use yew::prelude::*;

use super::attributes::Attributes;
use super::load::{Source, registries};
use crate::present::english::{self, card};
use crate::trust::{Registry, RegistrySource};
use crate::ui::{Badge, BadgeFile, CheckedFile, Content, IndependentCheck, Settled, Shared};

#[derive(Clone, Default, PartialEq, Properties)]
pub struct PlaceProps {
    /// Which badge it is that is drawn in this place: another one has nothing of the last one's.
    pub number: u32,
    /// None while the place is empty.
    pub badge: Option<EmbeddedProps>,
}

/// A place for one badge after the other.
#[component]
pub fn Place(props: &PlaceProps) -> Html {
    match &props.badge {
        Some(badge) => html! { <Embedded key={props.number} ..badge.clone() /> },
        None => Html::default(),
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct EmbeddedProps {
    pub attributes: Attributes,
    pub source: Source,
    /// The number of the file, and of what it is checked by: under another one all is loaded anew.
    pub run: u32,
    /// Another number has the documents asked for and the file checked once more.
    pub attempt: u32,
    /// What the page's relative addresses are relative to.
    pub base: AttrValue,
    /// Hosts that the reader has allowed to be asked for this badge already.
    pub allowed: Vec<String>,
    /// Called with news and the number of the file that they are about.
    pub onnews: Callback<(u32, News)>,
}

/// What the element's page is told.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// The file is there.
    Loaded { name: AttrValue, bytes: usize },
    /// It is checked, for the first time or once more.
    Settled(Shared<Settled>),
    /// This program lacks what the file takes; the reader has allowed these hosts to be asked.
    Lacking(Vec<String>),
}

/// What was loaded.
#[derive(Clone, PartialEq)]
struct Loaded {
    /// None as long as it is awaited.
    run: Option<u32>,
    file: BadgeFile,
    registries: Shared<Vec<Registry>>,
    has_all_registries: bool,
}

/// The badge of an element.
#[component]
pub fn Embedded(props: &EmbeddedProps) -> Html {
    let loaded = use_state(Loaded::awaited);
    let announcement = use_state_eq(AttrValue::default);
    let attributes = &props.attributes;
    // Made once: new ones would have the badge checked anew.
    let registry_sources = use_state(|| Shared::new(vec![RegistrySource::consortium()]));
    use_effect_with((props.run, props.attempt), {
        let (loaded, props) = (loaded.clone(), props.clone());
        move |(run, _)| {
            let is_current = Rc::new(Cell::new(true));
            if loaded.run != Some(*run) || !loaded.is_whole() {
                loaded.set(Loaded::awaited());
                load(props, loaded.setter(), Rc::clone(&is_current));
            }
            move || is_current.set(false)
        }
    });
    let onsettled = {
        let (onnews, announcement) = (props.onnews.clone(), announcement.clone());
        let run = loaded.run;
        Callback::from(move |settled: Shared<Settled>| {
            announcement.set(settled.announcement.clone().into());
            if let Some(run) = run {
                onnews.emit((run, News::Settled(settled)));
            }
        })
    };
    let onlacking = {
        let onnews = props.onnews.clone();
        let run = loaded.run;
        Callback::from(move |allowed| {
            if let Some(run) = run {
                onnews.emit((run, News::Lacking(allowed)));
            }
        })
    };
    let registries_missing = (!loaded.has_all_registries).then_some(card::REGISTRY_NOT_LOADED);
    let problems = attributes.problems.iter().copied();
    let notes: Vec<&str> = problems.chain(registries_missing).collect();
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
                    recipient={attributes.recipient.clone()}
                    attempt={props.attempt}
                    is_sample={attributes.is_sample}
                    note={(!notes.is_empty()).then(|| AttrValue::from(notes.join(" ")))}
                    independent_check={independent_check(props, &loaded.file)}
                    allowed={props.allowed.clone()}
                    {onsettled}
                    {onlacking}
                />
            </div>
        </>
    }
}

impl Loaded {
    fn awaited() -> Self {
        Self {
            run: None,
            file: BadgeFile {
                name: AttrValue::default(),
                content: Content::Awaited,
            },
            registries: Shared::default(),
            has_all_registries: true,
        }
    }

    /// Whether all is there that the page names.
    fn is_whole(&self) -> bool {
        matches!(self.file.content, Content::Bytes(_)) && self.has_all_registries
    }
}

/// Loads what the page names, tells of it, and hands it to `loaded`, unless it is not wanted any more.
fn load(props: EmbeddedProps, loaded: UseStateSetter<Loaded>, is_current: Rc<Cell<bool>>) {
    spawn_local(async move {
        let file = props.source.file().await;
        if let Content::Bytes(bytes) = &file.content
            && is_current.get()
        {
            let (name, bytes) = (file.name.clone(), bytes.len());
            props.onnews.emit((props.run, News::Loaded { name, bytes }));
        }
        let (registries, has_all_registries) = registries(&props.attributes.registry).await;
        if is_current.get() {
            loaded.set(Loaded {
                run: Some(props.run),
                file,
                registries: Shared::new(registries),
                has_all_registries,
            });
        }
    });
}

/// Where the reader can check the same file; nothing before there is one that has no address, and where
/// neither the page nor its script's folder has a page that checks files.
fn independent_check(props: &EmbeddedProps, file: &BadgeFile) -> Option<IndependentCheck> {
    if props.attributes.checker.is_empty() {
        return None;
    }
    let file = match (&props.source, &file.content) {
        (Source::Address(address), _) => {
            let url = Url::new_with_base(address.trim(), &props.base).ok()?;
            CheckedFile::At(url.href().into())
        }
        (Source::Held(_), Content::Bytes(bytes)) => CheckedFile::Carried(bytes.clone()),
        (Source::Held(_), _) => return None,
    };
    Some(IndependentCheck {
        file,
        page: props.attributes.checker.clone(),
    })
}

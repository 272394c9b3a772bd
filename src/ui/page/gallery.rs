//! Samples as small cards, each telling what it shows.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::use_samples::{Sample, load};
use crate::present::english::page;
use crate::ui::{BadgeFile, Shared};

#[derive(Clone, PartialEq, Properties)]
pub struct GalleryProps {
    pub samples: Shared<Vec<Sample>>,
    pub onsample: Callback<BadgeFile>,
}

/// The gallery; nothing while there are no samples.
#[component]
pub fn Gallery(props: &GalleryProps) -> Html {
    if props.samples.is_empty() {
        return Html::default();
    }
    let item = |sample: &Sample| {
        let (sample, onsample) = (sample.clone(), props.onsample.clone());
        let (title, shows) = (sample.title.clone(), sample.shows.clone());
        let onclick = move |_| {
            let (sample, onsample) = (sample.clone(), onsample.clone());
            spawn_local(async move { onsample.emit(load(&sample).await) });
        };
        html! {
            <li>
                <button type="button" class="sample" {onclick}>
                    <span class="sample-title">{ title }</span>{ " " }
                    <span class="sample-shows">{ shows }</span>
                </button>
            </li>
        }
    };
    html! {
        <section class="gallery" aria-labelledby="samples-title">
            <h2 id="samples-title">{ page::SAMPLES }</h2>
            <p class="quiet">{ page::SAMPLES_NOTE }</p>
            <ul class="samples">{ for props.samples.iter().map(item) }</ul>
        </section>
    }
}

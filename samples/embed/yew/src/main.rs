//! A badge in a Yew application: [`assay::ui::Badge`] is a component like any other.
//!
//! The application hands it a file's bytes, wherever it has them from, and hears what was found.

use assay::trust::Registry;
use assay::ui::{Badge, BadgeFile, STYLES, Settled, Shared};
use yew::prelude::*;

const FILE: &[u8] = include_bytes!("../../../rich-genuine.json");
const REGISTRY: &[u8] = include_bytes!("../../../registry.json");

#[component]
fn App() -> Html {
    let headline = use_state_eq(AttrValue::default);
    // Made once: what is new is checked anew.
    let file = use_memo((), |()| BadgeFile::new("rich-genuine.json", FILE.to_vec()));
    let registries = use_memo((), |()| {
        Shared::new(Vec::from_iter(Registry::parse(REGISTRY)))
    });
    let onsettled = {
        let headline = headline.clone();
        Callback::from(move |settled: Shared<Settled>| {
            headline.set(settled.announcement.clone().into());
        })
    };
    html! {
        <main>
            // For the whole application: once is enough.
            <style>{ STYLES }</style>
            <h1>{ "Robin Learner" }</h1>
            <Badge file={(*file).clone()} registries={(*registries).clone()} {onsettled} />
            <p>{ "This page was told: " }<output>{ &*headline }</output></p>
        </main>
    }
}

fn main() {
    yew::Renderer::<App>::new().render();
}

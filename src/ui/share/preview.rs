//! How a badge will look on somebody's page.

use yew::prelude::*;

use crate::present::english::embed;
use crate::trust::RegistrySource;
use crate::ui::{Badge, BadgeFile, IndependentCheck, Layout, Shared};

#[derive(Clone, PartialEq, Properties)]
pub struct PreviewProps {
    pub file: BadgeFile,
    pub layout: Layout,
    /// `light` or `dark`; None for what this page has.
    pub color_scheme: Option<&'static str>,
    pub is_sample: bool,
    pub independent_check: IndependentCheck,
    pub registry_sources: Vec<RegistrySource>,
}

/// The badge itself, as the element draws it: also with the questions that a reader is asked there.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    // Made once: new ones would have the badge checked anew.
    let sources = use_state(|| Shared::new(props.registry_sources.clone()));
    let scheme = props.color_scheme.map(|scheme| format!("is-{scheme}"));
    html! {
        <section class={classes!("preview", scheme)} aria-label={embed::PREVIEW}>
            <Badge
                file={props.file.clone()}
                layout={props.layout}
                registry_sources={(*sources).clone()}
                is_sample={props.is_sample}
                independent_check={props.independent_check.clone()}
            />
        </section>
    }
}

//! What a gallery draws above its badges: a chip for each of their skills, and how many are shown.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;
use yew::{AppHandle, Renderer};

use crate::present::english::{self, gallery};
use crate::present::{SkillCount, skill_counts};
use crate::ui::SkillFilter;

/// A place where a gallery's filter is drawn, and after it others.
#[wasm_bindgen]
pub struct MountedFilter {
    app: AppHandle<Filter>,
    props: FilterProps,
}

/// Makes `root` a place for filters.
#[wasm_bindgen(js_name = mountFilter)]
#[must_use]
pub fn mount_filter(root: Element) -> MountedFilter {
    MountedFilter {
        app: Renderer::<Filter>::with_root(root).render(),
        props: FilterProps::default(),
    }
}

#[wasm_bindgen]
impl MountedFilter {
    /// Draws a filter for badges: an array of arrays with the names of each one's skills. `shown` of them
    /// have the skill that was `chosen`. It calls `onchosen` with the name of another one, or with
    /// undefined where the choice is taken back.
    pub fn update(
        &mut self,
        badges: &Array,
        chosen: Option<String>,
        shown: usize,
        onchosen: Function,
    ) {
        let names = |badge: JsValue| -> Vec<String> {
            let names = Array::from(&badge);
            names.iter().filter_map(|name| name.as_string()).collect()
        };
        let badges: Vec<Vec<String>> = badges.iter().map(names).collect();
        self.props = FilterProps {
            skills: skill_counts(badges.iter().map(Vec::as_slice)),
            chosen: chosen.map(AttrValue::from),
            shown,
            of: badges.len(),
            onchosen: Callback::from(move |chosen: Option<AttrValue>| {
                let chosen = chosen.map_or(JsValue::UNDEFINED, |name| name.as_str().into());
                // What a listener throws, browsers report to the page themselves.
                let _ = onchosen.call1(&JsValue::NULL, &chosen);
            }),
        };
        self.app.update(self.props.clone());
    }

    /// Takes the filter away.
    pub fn clear(&mut self) {
        self.props = FilterProps::default();
        self.app.update(self.props.clone());
    }
}

#[derive(Clone, Default, PartialEq, Properties)]
struct FilterProps {
    skills: Vec<SkillCount>,
    chosen: Option<AttrValue>,
    shown: usize,
    of: usize,
    onchosen: Callback<Option<AttrValue>>,
}

#[component]
fn Filter(props: &FilterProps) -> Html {
    if props.skills.is_empty() {
        return Html::default();
    }
    html! {
        <div class="assay" lang={english::LANGUAGE} dir={english::DIRECTION}>
            <SkillFilter
                skills={props.skills.clone()}
                chosen={props.chosen.clone()}
                onchosen={props.onchosen.clone()}
            />
            <p class="quiet" role="status">{ gallery::shown(props.shown, props.of) }</p>
        </div>
    }
}

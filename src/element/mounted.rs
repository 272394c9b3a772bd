//! What the element's class calls.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node};
use yew::{AppHandle, AttrValue, Callback, Renderer};

use super::attributes::Attributes;
use super::embedded::{EmbeddedProps, News, Place, PlaceProps};
use super::load::Source;
use crate::ui::{STYLES, Settled, Shared};

/// The style sheet of what is drawn.
#[wasm_bindgen]
#[must_use]
pub fn styles() -> String {
    STYLES.to_owned()
}

/// A place where one badge is drawn, and after it others.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<Place>,
    props: PlaceProps,
    home: String,
    allowed: Vec<String>,
}

/// Makes `root` a place for badges; `home` is the address of a page that checks files.
#[wasm_bindgen(js_name = mountBadge)]
#[must_use]
pub fn mount_badge(root: Element, home: String) -> Mounted {
    Mounted {
        app: Renderer::<Place>::with_root(root).render(),
        props: PlaceProps::default(),
        home,
        allowed: Vec::new(),
    }
}

#[wasm_bindgen]
impl Mounted {
    /// Lets these hosts be asked for the badge that is drawn next: the reader has allowed them.
    pub fn allow(&mut self, hosts: Vec<String>) {
        self.allowed = hosts;
    }

    /// Draws a badge, as `element` asks for: the file `source`, or the one at that address, and what the
    /// attributes say. `run` is the number of this file, which comes back with all that is told of it.
    ///
    /// Once the file is there, it calls `onloaded` with what it is; after every check it calls
    /// `onsettled` with the report as JSON, and with an array of the reports on all the file's
    /// credentials. Where this program lacks what the file takes, it calls `onlacking` with an array of
    /// the hosts that the reader has allowed: another program has to go on.
    pub fn begin(
        &mut self,
        element: &Element,
        source: JsValue,
        run: u32,
        onloaded: Function,
        onsettled: Function,
        onlacking: Function,
    ) {
        self.props.number = self.props.number.wrapping_add(1);
        self.props.badge = Some(EmbeddedProps {
            attributes: Attributes::of(element, &self.home),
            source: Source::from(source),
            run,
            attempt: 0,
            base: base_address(element),
            allowed: std::mem::take(&mut self.allowed),
            onnews: Callback::from(move |(run, news)| match news {
                News::Loaded { name, bytes } => tell_loaded(&onloaded, run, &name, bytes),
                News::Settled(settled) => tell_settled(&onsettled, run, &settled),
                News::Lacking(hosts) => tell_lacking(&onlacking, run, &hosts),
            }),
        });
        self.app.update(self.props.clone());
    }

    /// Shows what the element asks for by now: another file only under another number.
    pub fn update(&mut self, element: &Element, source: JsValue, run: u32) {
        if let Some(badge) = &mut self.props.badge {
            badge.attributes = Attributes::of(element, &self.home);
            badge.source = Source::from(source);
            if badge.run != run {
                // What the reader allowed was for another file.
                badge.allowed.clear();
            }
            badge.run = run;
            self.app.update(self.props.clone());
        }
    }

    /// Asks and checks once more.
    pub fn verify(&mut self) {
        if let Some(badge) = &mut self.props.badge {
            badge.attempt = badge.attempt.wrapping_add(1);
            self.app.update(self.props.clone());
        }
    }

    /// Takes the badge away, and all that it holds.
    pub fn clear(&mut self) {
        self.props.badge = None;
        self.app.update(self.props.clone());
    }
}

// What a listener throws, browsers report to the page themselves.

fn tell_loaded(onloaded: &Function, run: u32, name: &str, bytes: usize) {
    let detail = Object::new();
    for (name, value) in [("file", name.into()), ("bytes", bytes.into())] {
        // A new object takes every member.
        let _ = Reflect::set(&detail, &name.into(), &value);
    }
    let _ = onloaded.call2(&JsValue::NULL, &run.into(), &detail);
}

fn tell_settled(onsettled: &Function, run: u32, settled: &Shared<Settled>) {
    let reports: Array = settled.reports_json.iter().map(JsValue::from).collect();
    let report = settled.report_json.as_str().into();
    let _ = onsettled.call3(&JsValue::NULL, &run.into(), &report, &reports);
}

fn tell_lacking(onlacking: &Function, run: u32, hosts: &[String]) {
    let hosts: Array = hosts.iter().map(JsValue::from).collect();
    let _ = onlacking.call2(&JsValue::NULL, &run.into(), &hosts);
}

fn base_address(node: &Node) -> AttrValue {
    let base = node.base_uri().ok().flatten();
    base.unwrap_or_default().into()
}

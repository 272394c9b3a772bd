//! What the element's class calls.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Node};
use yew::{AppHandle, AttrValue, Callback, Renderer};

use super::attributes::Attributes;
use super::embedded::{Embedded, EmbeddedProps, News};
use super::load::Source;
use crate::ui::STYLES;

/// The style sheet of what is drawn.
#[wasm_bindgen]
#[must_use]
pub fn styles() -> String {
    STYLES.to_owned()
}

/// A badge that is drawn in an element.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<Embedded>,
    props: EmbeddedProps,
    home: String,
}

#[wasm_bindgen]
impl Mounted {
    /// Shows what the element asks for by now: another file only under another number.
    pub fn update(&mut self, element: &Element, source: JsValue, run: u32) {
        self.props.attributes = Attributes::of(element, &self.home);
        self.props.source = Source::from(source);
        self.props.run = run;
        self.app.update(self.props.clone());
    }

    /// Asks and checks once more.
    pub fn verify(&mut self) {
        self.props.attempt = self.props.attempt.wrapping_add(1);
        self.app.update(self.props.clone());
    }

    /// Takes the badge away.
    pub fn unmount(self) {
        // Yew draws later than it is told to, and what it has not drawn yet it cannot take away.
        spawn_local(async move { self.app.destroy() });
    }
}

/// Draws a badge into `root`, as `element` asks for: the file `source`, or the one at that address, and
/// what the attributes say. `run` is the number of this file, which comes back with all that is told of
/// it; `home` is the address of a page that checks files.
///
/// Once the file is there, it calls `onloaded` with what it is; after every check it calls `onsettled`
/// with the report as JSON, and with an array of the reports on all the file's credentials.
#[wasm_bindgen(js_name = mountBadge)]
#[must_use]
pub fn mount_badge(
    root: Element,
    element: &Element,
    source: JsValue,
    run: u32,
    home: String,
    onloaded: Function,
    onsettled: Function,
) -> Mounted {
    let props = EmbeddedProps {
        attributes: Attributes::of(element, &home),
        source: Source::from(source),
        run,
        attempt: 0,
        base: base_address(&root),
        onnews: Callback::from(move |(run, news): (u32, News)| {
            let run = JsValue::from(run);
            // What a listener throws, browsers report to the page themselves.
            let _ = match news {
                News::Loaded { name, bytes } => {
                    let detail = Object::new();
                    let members = [("file", name.as_str().into()), ("bytes", bytes.into())];
                    for (name, value) in members {
                        // A new object takes every member.
                        let _ = Reflect::set(&detail, &name.into(), &value);
                    }
                    onloaded.call2(&JsValue::NULL, &run, &detail)
                }
                News::Settled(settled) => {
                    let reports: Array = settled.reports_json.iter().map(JsValue::from).collect();
                    let report = settled.report_json.as_str().into();
                    onsettled.call3(&JsValue::NULL, &run, &report, &reports)
                }
            };
        }),
    };
    Mounted {
        app: Renderer::with_root_and_props(root, props.clone()).render(),
        props,
        home,
    }
}

fn base_address(node: &Node) -> AttrValue {
    let base = node.base_uri().ok().flatten();
    base.unwrap_or_default().into()
}

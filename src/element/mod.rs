//! `<assay-badge src>`: the badge for any page, whatever it is made with.
//!
//! Attributes: `src`, the badge file's address, and `registry`, the address of a list of issuers
//! that the page trusts, or several with spaces between them. They are loaded without credentials;
//! that request is the page's own wish.
//!
//! `network` says which other hosts may be asked: `ask` (the reader is asked first; also where there is
//! no such attribute), `never` (nobody is asked, and what would need it stays unknown), or `allow` and
//! hosts after it, with spaces between them (`allow status.example badges.example`): these are asked at
//! once, and the reader about all others. `relay` is the template of a relay's addresses
//! (`https://relay.example/?url={url}`), for what a host lets no other page read; it is asked only where
//! it is allowed like any host, and the card says what came through it. `as-of` is the day
//! (`2024-05-03`) or the time (RFC 3339) that the card answers for in place of now, which its headline
//! says. None of them switches a check off.
//!
//! The property `report` holds the last report, and the event `badge-verdict` is sent after each
//! check; its `detail` has `verdict`, `headline`, `report`, and `reports`, an array.
//!
//! A file with several credentials, a presentation say, has a report for each in `reports`, in the
//! file's order. `report`, `verdict` and `headline` are then those of the credential that can be
//! relied on least, the first of several; each report's `credential` says which one of how many it
//! is, and its `presentation` who presents them. For a file with one credential, `reports` holds
//! `report` alone.

mod attributes;
mod embedded;

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, Node};
use yew::{AppHandle, Callback, Renderer};

use self::attributes::Attributes;
use self::embedded::{Embedded, EmbeddedProps};
use crate::ui::{STYLES, Settled, Shared};

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
}

#[wasm_bindgen]
impl Mounted {
    /// Shows what the element's attributes say by now.
    pub fn update(&mut self, element: &Element) {
        self.props.attributes = Attributes::of(element);
        self.app.update(self.props.clone());
    }

    /// Takes the badge away.
    pub fn unmount(self) {
        // Yew draws later than it is told to, and what it has not drawn yet it cannot take away.
        spawn_local(async move { self.app.destroy() });
    }
}

/// Draws a badge into `root`, as the attributes of `element` say; `checker` is the address of a page
/// that checks files. After every check it calls `onsettled` with the report as JSON, and with an array
/// of the reports on all the file's credentials.
#[wasm_bindgen(js_name = mountBadge)]
#[must_use]
pub fn mount_badge(
    root: Element,
    element: &Element,
    checker: String,
    onsettled: Function,
) -> Mounted {
    let props = EmbeddedProps {
        attributes: Attributes::of(element),
        checker: checker.into(),
        base: base_address(&root),
        onsettled: Callback::from(move |settled: Shared<Settled>| {
            let reports: Array = settled.reports_json.iter().map(JsValue::from).collect();
            // What a listener throws, browsers report to the page themselves.
            let _ = onsettled.call2(
                &JsValue::NULL,
                &settled.report_json.as_str().into(),
                &reports,
            );
        }),
    };
    Mounted {
        app: Renderer::with_root_and_props(root, props.clone()).render(),
        props,
    }
}

fn base_address(node: &Node) -> yew::AttrValue {
    let base = node.base_uri().ok().flatten();
    base.unwrap_or_default().into()
}

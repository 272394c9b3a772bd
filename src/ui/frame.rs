//! `?embed`: one badge and nothing around it, for pages that show it in a frame.
//!
//! The parameters are the attributes of `<assay-badge>`, under the same names; `url` is its `src`, and
//! the fragment can carry the badge in its place. `color-scheme` is `light` or `dark`, as in CSS. The
//! badge is fetched without a question, since the page around the frame could fetch it as well. Whoever
//! opens such an address by itself gets the whole page, which asks.
//!
//! The page around the frame is told the height of what is shown, at first and whenever it changes, by
//! a message `{type: "assay-height", height}`, in CSS pixels. Nothing else is told.

use std::cell::Cell;

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver, UrlSearchParams, Window};

use super::link::Link;
use crate::present::carried_badge;
use crate::present::english::{carried, page};

/// The parameters that are the element's attributes.
const ATTRIBUTES: [&str; 6] = ["layout", "network", "registry", "relay", "as-of", "sample"];

/// Between a sheet and the edges of its window, as its style has it, in CSS pixels.
const SHEET_MARGINS: i32 = 16;

/// Draws the badge that the page's address asks for into `root`; false where it asks for none, or is in
/// no frame.
pub fn draw_frame(root: &Element) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let parameters = window.location().search().ok();
    let parameters = parameters.and_then(|query| UrlSearchParams::new_with_str(&query).ok());
    match parameters.filter(|parameters| parameters.has("embed") && is_framed(&window)) {
        Some(parameters) => draw(&window, root, &parameters).is_ok(),
        None => false,
    }
}

fn is_framed(window: &Window) -> bool {
    let parent = window.parent().ok().flatten();
    parent.is_some_and(|parent| !Object::is(parent.as_ref(), window.as_ref()))
}

fn draw(window: &Window, root: &Element, parameters: &UrlSearchParams) -> Result<(), JsValue> {
    let document = window.document().ok_or(JsValue::NULL)?;
    document.set_title(page::FRAME);
    root.set_class_name("frame");
    root.set_text_content(None);
    let scheme = parameters.get("color-scheme").unwrap_or_default();
    if let (Some(html), "light" | "dark") = (document.document_element(), scheme.as_str()) {
        html.set_attribute("data-color-scheme", &scheme)?;
    }
    let badge = document.create_element("assay-badge")?;
    // Whether a frame may wait, its own `loading` says; and until then it has no height.
    badge.set_attribute("loading", "eager")?;
    for name in ATTRIBUTES {
        if let Some(value) = parameters.get(name) {
            badge.set_attribute(name, &value)?;
        }
    }
    let href = window.location().href()?;
    let named = parameters.get("url").unwrap_or_default();
    match (carried_badge(&href), Link::of(&named)) {
        (Some(Ok(bytes)), _) => carry(&badge, &bytes)?,
        (Some(Err(why)), _) => badge.set_text_content(Some(&carried::not_carried(&why))),
        (None, Some(link)) => badge.set_attribute("src", &link.url)?,
        // A data: URL, or the badge's own text.
        (None, None) => carry(&badge, named.as_bytes())?,
    }
    root.append_child(&badge)?;
    tell_height(window, root, &badge)
}

fn carry(badge: &Element, bytes: &[u8]) -> Result<(), JsValue> {
    let bytes = Uint8Array::from(bytes).buffer();
    Reflect::set(badge, &"credential".into(), &bytes).map(drop)
}

/// Tells the page around this one how high `root` is, or what the badge in it opens above the page, now and
/// whenever that changes.
fn tell_height(window: &Window, root: &Element, badge: &Element) -> Result<(), JsValue> {
    let parent = window.parent()?.ok_or(JsValue::NULL)?;
    let (root_then, badge) = (root.clone(), badge.clone());
    let seen = Cell::new(0);
    let tell = move |_: Array, observer: ResizeObserver| {
        let mut height = root_then.get_bounding_client_rect().height();
        if let Some(sheet) = sheet(&badge) {
            // What it opens is drawn when it is first opened. Each is observed once: what is observed
            // again is told again.
            let parts = sheet.child_element_count();
            if seen.replace(parts) != parts {
                observer.observe(&sheet);
                sheet
                    .last_element_child()
                    .iter()
                    .for_each(|it| observer.observe(it));
            }
            if sheet.client_height() > 0 {
                height = height.max(f64::from(sheet.scroll_height() + SHEET_MARGINS));
            }
        }
        let message = Object::new();
        // A fresh object takes every property, and a window every message.
        let _ = Reflect::set(&message, &"type".into(), &"assay-height".into());
        let _ = Reflect::set(&message, &"height".into(), &height.ceil().into());
        // To whomever: a height is no secret.
        let _ = parent.post_message(&message, "*");
    };
    // As long as the page lives.
    let tell = Closure::<dyn Fn(Array, ResizeObserver)>::new(tell).into_js_value();
    ResizeObserver::new(tell.unchecked_ref())?.observe(root);
    Ok(())
}

/// What a chip opens above the page.
fn sheet(badge: &Element) -> Option<Element> {
    badge.shadow_root()?.query_selector(".sheet").ok().flatten()
}

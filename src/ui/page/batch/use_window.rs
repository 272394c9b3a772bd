//! The hook that knows which part of the list is seen.

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ResizeObserver};
use yew::prelude::*;

use crate::present::batch::Window;

/// What is seen of the list in `place`, which scrolls. Its rows, `li`, have `data-at`, their place in it.
#[hook]
pub fn use_window(place: &NodeRef) -> Window {
    let window = use_state_eq(Window::default);
    let measure = {
        let (window, place) = (window.clone(), place.clone());
        move || {
            if let Some(list) = place.cast::<HtmlElement>() {
                window.set(measured(&list));
            }
        }
    };
    use_effect_with((), {
        let (place, measure) = (place.clone(), measure.clone());
        move |()| {
            let list = place.cast::<HtmlElement>();
            let watched = list.and_then(|list| watch(&list, measure));
            move || drop(watched)
        }
    });
    let place = place.clone();
    // The rows' own places, which no markup may say under the page's policy.
    use_effect(move || {
        measure();
        if let Some(list) = place.cast::<HtmlElement>() {
            lay_out(&list);
        }
    });
    *window
}

/// Watches a list for as long as it lives.
struct Watch {
    observer: ResizeObserver,
    _resized: Closure<dyn Fn(Array)>,
    _scrolled: EventListener,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn watch(list: &HtmlElement, measure: impl Fn() + Clone + 'static) -> Option<Watch> {
    let resized = Closure::<dyn Fn(Array)>::new({
        let measure = measure.clone();
        move |_| measure()
    });
    let observer = ResizeObserver::new(resized.as_ref().unchecked_ref()).ok()?;
    observer.observe(list);
    Some(Watch {
        observer,
        _resized: resized,
        _scrolled: EventListener::new(list, "scroll", move |_| measure()),
    })
}

fn measured(list: &HtmlElement) -> Window {
    let row = list.query_selector("li").ok().flatten();
    Window {
        scrolled: list.scroll_top().into(),
        height: list.client_height().into(),
        row: row.map_or(0.0, |row| row.get_bounding_client_rect().height()),
    }
}

fn lay_out(list: &HtmlElement) {
    let set = |element: &HtmlElement, property, from| {
        if let Some(number) = element.get_attribute(from) {
            // A whole number is a value that every property of ours takes.
            let _ = element.style().set_property(property, &number);
        }
    };
    if let Some(inner) = list.first_element_child() {
        set(inner.unchecked_ref(), "--of", "data-of");
        let rows = inner.children();
        for row in (0..rows.length()).filter_map(|index| rows.item(index)) {
            set(row.unchecked_ref(), "--at", "data-at");
        }
    }
}

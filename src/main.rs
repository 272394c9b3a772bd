//! The browser's entry: draws the page where there is one, or the one badge of a frame. `src/assay.js` starts it.

/// The element of `index.html` that holds the page.
#[cfg(target_arch = "wasm32")]
const PAGE: &str = "assay-app";

#[cfg(target_arch = "wasm32")]
fn main() {
    let document = web_sys::window().and_then(|window| window.document());
    let root = document.and_then(|document| document.get_element_by_id(PAGE));
    if let Some(root) = root.filter(|root| !assay::ui::draw_frame(root)) {
        yew::Renderer::<assay::ui::App>::with_root(root).render();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The page runs in a browser: `cargo xtask run` builds and serves it.");
}

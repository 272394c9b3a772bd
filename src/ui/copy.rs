//! Copying a text.

use wasm_bindgen_futures::JsFuture;

/// Whether the text is in the clipboard now; pages without a secure context have none.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window().filter(web_sys::Window::is_secure_context) else {
        return false;
    };
    let written = window.navigator().clipboard().write_text(text);
    JsFuture::from(written).await.is_ok()
}

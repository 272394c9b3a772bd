//! Handing the person a file that was made on this device.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// How long a browser may take to begin with the download. By the standard its address may go as soon
/// as the link was followed (File API, section 8.3.1); some browsers look at it later.
const PATIENCE_MILLISECONDS: u32 = 10_000;

/// Lets the browser save `bytes` under this name. Nothing leaves the device.
pub fn download(name: &str, media_type: &str, bytes: &[u8]) {
    // A browser that makes no files has nothing to say about it.
    let _ = try_download(name, media_type, bytes);
}

fn try_download(name: &str, media_type: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.ok_or(JsValue::NULL)?.create_element("a")?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlElement = link.dyn_into()?;
    link.set_attribute("href", &url)?;
    link.set_attribute("download", name)?;
    link.click();
    Timeout::new(PATIENCE_MILLISECONDS, move || {
        // It was made a few lines above.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

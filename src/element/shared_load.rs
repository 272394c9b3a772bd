//! Files that several elements of a page name at the same time.

use std::cell::RefCell;

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::evidence::Answer;
use crate::net;

thread_local! {
    /// What is being loaded, by its address.
    static UNDER_WAY: RefCell<Vec<(String, Promise)>> = RefCell::default();
}

/// The bytes at an address relative to the page, of which there may be `limit`; None if they can't be had.
/// Whoever wants them while they are on their way shares the request.
pub async fn shared_load(address: &str, limit: usize) -> Option<Vec<u8>> {
    let loading = UNDER_WAY.with_borrow_mut(|under_way| {
        if let Some((_, loading)) = under_way.iter().find(|(other, _)| other == address) {
            return loading.clone();
        }
        let loading = future_to_promise(load(address.to_owned(), limit));
        under_way.push((address.to_owned(), loading.clone()));
        loading
    });
    let bytes: Uint8Array = JsFuture::from(loading).await.ok()?.dyn_into().ok()?;
    Some(bytes.to_vec())
}

async fn load(address: String, limit: usize) -> Result<JsValue, JsValue> {
    let answer = net::load(&address, limit).await;
    UNDER_WAY.with_borrow_mut(|under_way| under_way.retain(|(other, _)| *other != address));
    Ok(match answer {
        Answer::Response { status: 200, body } => Uint8Array::from(body.as_slice()).into(),
        _ => JsValue::NULL,
    })
}

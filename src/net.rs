//! The browser's driver: the only place that asks the network for anything.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReadableStreamDefaultReader, ReferrerPolicy, RequestCredentials,
    RequestInit, RequestRedirect, Response, Url,
};

use crate::evidence::{Answer, Unreachable};

/// Bytes of a document that a report wants. The largest DID documents in use have a few dozen keys
/// of some hundred bytes each.
const LARGEST_DOCUMENT: usize = 1024 * 1024;
/// How long an answer may take, its body included. People give up a page after about ten seconds
/// (Nielsen, Usability Engineering, 1993, chapter 5).
const PATIENCE_MILLISECONDS: u32 = 10_000;

/// Asks another host for a document that a report wants. Only to be called once a person, or the
/// page, has allowed it.
///
/// No redirection is followed: the person allowed this host, and no other.
pub async fn ask(url: &str) -> Answer {
    if !is_allowed(url) {
        return Answer::Unreachable(Unreachable::BlockedOrRefused);
    }
    fetch(url, LARGEST_DOCUMENT, RequestRedirect::Error).await
}

/// Asks a host for a badge file whose address a person gave. Only to be called once they have allowed
/// the host; no redirection is followed, for the reason above.
pub async fn ask_for_file(url: &str, limit: usize) -> Answer {
    if !is_allowed(url) {
        return Answer::Unreachable(Unreachable::BlockedOrRefused);
    }
    fetch(url, limit, RequestRedirect::Error).await
}

/// Loads a file that the page itself names, by an address relative to the page.
pub async fn load(url: &str, limit: usize) -> Answer {
    fetch(url, limit, RequestRedirect::Follow).await
}

/// The host that `url` would ask, in the form in which a browser asks it (punycode).
#[must_use]
pub fn host(url: &str) -> Option<String> {
    let host = Url::new(url).ok()?.host();
    (!host.is_empty()).then_some(host)
}

/// HTTPS alone; on this device HTTP too, for tests.
fn is_allowed(url: &str) -> bool {
    Url::new(url).is_ok_and(|url| match url.protocol().as_str() {
        "https:" => true,
        "http:" => matches!(url.hostname().as_str(), "localhost" | "127.0.0.1"),
        _ => false,
    })
}

async fn fetch(url: &str, limit: usize, redirect: RequestRedirect) -> Answer {
    let Ok(controller) = AbortController::new() else {
        return Answer::Unreachable(Unreachable::BlockedOrRefused);
    };
    let is_late = Rc::new(Cell::new(false));
    let timeout = Timeout::new(PATIENCE_MILLISECONDS, {
        let (controller, is_late) = (controller.clone(), Rc::clone(&is_late));
        move || {
            is_late.set(true);
            controller.abort();
        }
    });
    let answer = request(url, limit, redirect, &controller).await;
    drop(timeout);
    answer.unwrap_or_else(|_| {
        Answer::Unreachable(if is_late.get() {
            Unreachable::TimedOut
        } else if is_offline() {
            Unreachable::Offline
        } else {
            Unreachable::BlockedOrRefused
        })
    })
}

async fn request(
    url: &str,
    limit: usize,
    redirect: RequestRedirect,
    controller: &AbortController,
) -> Result<Answer, JsValue> {
    let options = RequestInit::new();
    // Badge sites show people a page, and JSON to those who say that they want it.
    let headers = Headers::new()?;
    headers.set("Accept", "application/ld+json, application/json, */*;q=0.1")?;
    options.set_headers(&headers);
    options.set_credentials(RequestCredentials::Omit);
    options.set_referrer_policy(ReferrerPolicy::NoReferrer);
    options.set_redirect(redirect);
    options.set_signal(Some(&controller.signal()));
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response = JsFuture::from(window.fetch_with_str_and_init(url, &options)).await?;
    let response: Response = response.dyn_into()?;
    let Some(body) = body(&response, limit).await? else {
        controller.abort();
        return Ok(Answer::Unreachable(Unreachable::TooLarge));
    };
    Ok(Answer::Response {
        status: response.status(),
        body,
    })
}

/// The body, read piece by piece; None as soon as it is larger than `limit`.
async fn body(response: &Response, limit: usize) -> Result<Option<Vec<u8>>, JsValue> {
    let mut bytes = Vec::new();
    let Some(stream) = response.body() else {
        return Ok(Some(bytes));
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().dyn_into()?;
    loop {
        let piece = JsFuture::from(reader.read()).await?;
        if Reflect::get(&piece, &"done".into())?.is_truthy() {
            return Ok(Some(bytes));
        }
        let piece: Uint8Array = Reflect::get(&piece, &"value".into())?.dyn_into()?;
        let length = usize::try_from(piece.length()).unwrap_or(usize::MAX);
        if bytes.len().saturating_add(length) > limit {
            return Ok(None);
        }
        bytes.extend(piece.to_vec());
    }
}

fn is_offline() -> bool {
    web_sys::window().is_some_and(|window| !window.navigator().on_line())
}

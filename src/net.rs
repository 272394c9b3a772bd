//! The browser's driver: the only place that asks the network for anything.

mod cache;
mod handed_over;

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Date, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, ReadableStreamDefaultReader, ReferrerPolicy, RequestCache,
    RequestCredentials, RequestInit, RequestRedirect, Response, Url,
};

use self::cache::Kept;
pub use self::handed_over::{handed_over, take_over};
use crate::evidence::{Answer, Provenance, Purpose, Relay, Request, Source, Unreachable, lifetime};
use crate::policy::Bounds;
use crate::status;
use crate::timestamp::Timestamp;

/// How long an answer may take, its body included. People give up a page after about ten seconds
/// (Nielsen, Usability Engineering, 1993, chapter 5).
const PATIENCE_MILLISECONDS: u32 = 10_000;

/// How a document is asked for.
#[derive(Clone, Debug, Default)]
pub struct Way {
    /// The relay to try where the host lets no other page read it.
    pub relay: Option<Relay>,
    /// Whether what was kept of an earlier answer won't do.
    pub is_anew: bool,
}

/// The answer that another card has got, as long as its host lets it be used. Nobody is asked.
#[must_use]
pub fn kept(url: &str) -> Option<(Answer, Provenance)> {
    cache::kept(url).map(|kept| (kept.answer, kept.provenance))
}

/// Asks another host for a document that a report wants, `at` this time. Only to be called once a
/// person, or the page, has allowed it, and the relay's host too.
///
/// No redirection is followed: the person allowed this host, and no other.
pub async fn ask(request: &Request, way: &Way, at: Timestamp) -> (Answer, Provenance) {
    let Request { url, purpose } = request;
    if let Some(kept) = kept(url).filter(|_| !way.is_anew) {
        return kept;
    }
    let provenance = |source| Provenance {
        source,
        at: Some(at),
    };
    if !is_allowed(url) {
        let answer = Answer::Unreachable(Unreachable::Insecure);
        return (answer, provenance(Source::Fetched));
    }
    let mut source = Source::Fetched;
    let mut reply = document(url, *purpose).await;
    if let (Answer::Unreachable(Unreachable::BlockedOrRefused), Some(relay)) =
        (&reply.answer, &way.relay)
    {
        let relayed = document(&relay.address(url), *purpose).await;
        // Another status may be the relay's own.
        if let Answer::Response {
            status: 200 | 410, ..
        } = relayed.answer
        {
            reply = relayed;
            source = Source::Relayed {
                through: relay.host().to_owned(),
            };
        }
    }
    let kept = Kept {
        answer: reply.answer,
        provenance: provenance(source),
    };
    cache::keep(
        url,
        &kept,
        lifetime_of(url, &kept.answer, reply.lifetime, at),
    );
    (kept.answer, kept.provenance)
}

/// A list of withdrawn badges may state a shorter lifetime of its own.
fn lifetime_of(url: &str, answer: &Answer, seconds: u32, at: Timestamp) -> u32 {
    let Answer::Response { body, .. } = answer else {
        return seconds;
    };
    match status::fresh_until(url, body, at, &Bounds::default()) {
        Some(until) => seconds.min(at.seconds_until(until)),
        None => seconds,
    }
}

/// Asks a host for a badge file whose address a person gave. Only to be called once they have allowed
/// the host; no redirection is followed, for the reason above.
pub async fn ask_for_file(url: &str, limit: usize) -> Answer {
    if !is_allowed(url) {
        return Answer::Unreachable(Unreachable::Insecure);
    }
    let what = What::file(limit, RequestRedirect::Manual);
    fetch(url, &what).await.answer
}

/// Loads a file that the page itself names, by an address relative to the page.
pub async fn load(url: &str, limit: usize) -> Answer {
    let what = What::file(limit, RequestRedirect::Follow);
    fetch(url, &what).await.answer
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

/// An answer, and the seconds for which it may be used again.
struct Reply {
    answer: Answer,
    lifetime: u32,
}

impl Reply {
    fn failed(why: Unreachable) -> Self {
        Self {
            answer: Answer::Unreachable(why),
            lifetime: 0,
        }
    }
}

/// What is asked for.
struct What {
    /// The header `Accept`.
    accept: &'static str,
    /// How many bytes it may have.
    limit: usize,
    redirect: RequestRedirect,
    /// Why something of a media type is not even read.
    refused: fn(&str) -> Option<Unreachable>,
}

impl What {
    /// A file of any kind.
    fn file(limit: usize, redirect: RequestRedirect) -> Self {
        Self {
            accept: Purpose::ANY,
            limit,
            redirect,
            refused: |_| None,
        }
    }
}

/// A document that a report wants: what cannot be one is refused.
async fn document(url: &str, purpose: Purpose) -> Reply {
    let what = What {
        accept: purpose.accept(),
        limit: Bounds::default().bytes_for(purpose),
        redirect: RequestRedirect::Manual,
        refused: Unreachable::of_media_type,
    };
    let reply = fetch(url, &what).await;
    let answer = match reply.answer {
        Answer::Response { status, body } => Answer::received(status, body),
        other => other,
    };
    Reply { answer, ..reply }
}

async fn fetch(url: &str, what: &What) -> Reply {
    let Ok(controller) = AbortController::new() else {
        return Reply::failed(Unreachable::BlockedOrRefused);
    };
    let is_late = Rc::new(Cell::new(false));
    let timeout = Timeout::new(PATIENCE_MILLISECONDS, {
        let (controller, is_late) = (controller.clone(), Rc::clone(&is_late));
        move || {
            is_late.set(true);
            controller.abort();
        }
    });
    let reply = request(url, what, &controller).await;
    drop(timeout);
    reply.unwrap_or_else(|_| {
        Reply::failed(if is_late.get() {
            Unreachable::TimedOut
        } else if is_offline() {
            Unreachable::Offline
        } else {
            Unreachable::BlockedOrRefused
        })
    })
}

async fn request(url: &str, what: &What, controller: &AbortController) -> Result<Reply, JsValue> {
    let options = RequestInit::new();
    let headers = Headers::new()?;
    headers.set("Accept", what.accept)?;
    options.set_headers(&headers);
    options.set_credentials(RequestCredentials::Omit);
    options.set_referrer_policy(ReferrerPolicy::NoReferrer);
    options.set_redirect(what.redirect);
    options.set_signal(Some(&controller.signal()));
    // What was looked up leaves no trace on the disk, and is of the time that is said.
    options.set_cache(RequestCache::NoStore);
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response = JsFuture::from(window.fetch_with_str_and_init(url, &options)).await?;
    let response: Response = response.dyn_into()?;
    // A redirection that is not followed has no status, as far as a browser tells (Fetch, section 2.2.6,
    // "opaque-redirect filtered response").
    if response.status() == 0 {
        return Ok(Reply::failed(Unreachable::Redirected));
    }
    let header = |name| response.headers().get(name).ok().flatten();
    if let Some(why) = header("Content-Type").and_then(|media_type| (what.refused)(&media_type)) {
        controller.abort();
        return Ok(Reply::failed(why));
    }
    let expires_in = header("Expires").map(|date| seconds_until(&date));
    let lifetime = lifetime(header("Cache-Control").as_deref(), expires_in);
    let Some(body) = body(&response, what.limit).await? else {
        controller.abort();
        return Ok(Reply::failed(Unreachable::TooLarge));
    };
    let status = response.status();
    Ok(Reply {
        answer: Answer::Response { status, body },
        lifetime,
    })
}

/// A date that cannot be read is past (RFC 9111, section 5.3).
fn seconds_until(date: &str) -> i64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a number of seconds; what is none, or too large, is clamped"
    )]
    let seconds = ((Date::parse(date) - Date::now()) / 1000.0) as i64;
    seconds
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

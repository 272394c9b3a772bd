//! Asking for what a file's reports want.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::requests::Answered;
use crate::evidence::{Answer, Request, Unreachable};
use crate::net::{self, Way};
use crate::ui::clock::now;

/// Asks for all of `requests` side by side, each address once and no more than `limit` of them, and
/// gives their answers.
pub async fn ask_all(requests: Vec<Request>, way: Way, limit: usize) -> Vec<Answered> {
    let mut by_url: BTreeMap<String, Vec<Request>> = BTreeMap::new();
    for request in requests {
        by_url.entry(request.url.clone()).or_default().push(request);
    }
    let (answers, way) = (Rc::new(RefCell::new(Vec::new())), Rc::new(way));
    let asking: Array = by_url
        .into_iter()
        .enumerate()
        .map(|(index, (url, requests))| {
            let (answers, way) = (Rc::clone(&answers), Rc::clone(&way));
            future_to_promise(async move {
                let (answer, provenance) = match index < limit {
                    true => net::ask(&url, &way, now()).await,
                    false => {
                        let answer = Answer::Unreachable(Unreachable::TooMany);
                        (answer, Default::default())
                    }
                };
                let answered = requests
                    .into_iter()
                    .map(|request| (request, answer.clone(), provenance.clone()));
                answers.borrow_mut().extend(answered);
                Ok(JsValue::UNDEFINED)
            })
        })
        .collect();
    // None of them fails: what went wrong is their answer.
    let _ = JsFuture::from(Promise::all(&asking)).await;
    answers.take()
}

//! Asking for what a file's reports want.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::requests::Answered;
use crate::evidence::{Answer, Request, Unreachable};
use crate::net::{self, Way};
use crate::policy::Bounds;
use crate::ui::clock::now;

/// Asks for all of `requests` side by side, each address once and no more than `limit` of them, and
/// gives their answers. An address that is wanted for several things is asked for the largest.
pub async fn ask_all(requests: Vec<Request>, way: Way, limit: usize) -> Vec<Answered> {
    let mut by_url: Vec<Vec<Request>> = Vec::new();
    for request in requests {
        let is_same = |group: &&mut Vec<Request>| group.iter().any(|it| it.url == request.url);
        match by_url.iter_mut().find(is_same) {
            Some(group) => group.push(request),
            None => by_url.push(vec![request]),
        }
    }
    let (answers, way) = (Rc::new(RefCell::new(Vec::new())), Rc::new(way));
    let asking: Array = by_url
        .into_iter()
        .enumerate()
        .map(|(index, requests)| {
            let (answers, way) = (Rc::clone(&answers), Rc::clone(&way));
            let bytes = |request: &&Request| Bounds::default().bytes_for(request.purpose);
            let largest = requests.iter().max_by_key(bytes).cloned();
            future_to_promise(async move {
                let (answer, provenance) = match largest {
                    Some(request) if index < limit => net::ask(&request, &way, now()).await,
                    _ => {
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

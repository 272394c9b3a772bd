//! Supplying a document by hand, for each that is missing.

use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::text::address;
use super::unique::use_unique;
use crate::evidence::Request;
use crate::policy::Bounds;
use crate::present::english::attach;
use crate::ui::badge::Consent;

/// An offer for each of `missing` that can be supplied so; nothing where none can.
pub fn offers(missing: Vec<Request>, onanswer: &Callback<Consent>) -> Html {
    let missing = missing
        .into_iter()
        .filter(|it| it.purpose.can_be_attached());
    let mut offered: Vec<Request> = Vec::new();
    for request in missing {
        // One document may be wanted for two things.
        match offered.iter_mut().find(|other| other.url == request.url) {
            Some(other) => *other = request,
            None => offered.push(request),
        }
    }
    if offered.is_empty() {
        return Html::default();
    }
    let offer = |request: Request| {
        let url = request.url.clone();
        html! { <li key={url}><Offer {request} onanswer={onanswer.clone()} /></li> }
    };
    html! {
        <details class="attach fold-out">
            <summary>{ attach::SUMMARY }</summary>
            <p class="quiet">{ attach::NOTE }</p>
            <ul class="plain-list">{ for offered.into_iter().map(offer) }</ul>
        </details>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OfferProps {
    request: Request,
    onanswer: Callback<Consent>,
}

/// A file to choose, or a text to paste.
#[component]
fn Offer(props: &OfferProps) -> Html {
    let id = use_unique();
    let (file_id, text_id) = (format!("{id}-file"), format!("{id}-text"));
    let text = use_node_ref();
    let problem = use_state_eq(|| "");
    let request = &props.request;
    let limit = Bounds::default().bytes_for(request.purpose);
    let onattached = {
        let request = request.clone();
        props
            .onanswer
            .reform(move |body| Consent::Attached(request.clone(), body))
    };
    let onchange = {
        let (onattached, problem) = (onattached.clone(), problem.clone());
        move |event: Event| {
            let input = event.target_dyn_into::<HtmlInputElement>();
            let files = input.and_then(|input| input.files());
            let Some(file) = files.and_then(|files| files.get(0)) else {
                return;
            };
            let (onattached, problem) = (onattached.clone(), problem.clone());
            spawn_local(async move {
                match read(&file, limit).await {
                    Ok(body) => onattached.emit(body),
                    Err(why) => problem.set(why),
                }
            });
        }
    };
    let onuse = {
        let text = text.clone();
        move |_: MouseEvent| {
            let typed = text.cast::<HtmlTextAreaElement>().map(|text| text.value());
            if let Some(typed) = typed.filter(|typed| !typed.trim().is_empty()) {
                onattached.emit(typed.into_bytes());
            }
        }
    };
    html! {
        // What is pasted or dropped here is meant for here, and no other badge.
        <div
            class="attach-offer"
            onpaste={|event: Event| event.stop_propagation()}
            ondragover={|event: DragEvent| event.stop_propagation()}
            ondrop={|event: DragEvent| event.stop_propagation()}
        >
            <p>{ attach::wanted(request.purpose) }{ ": " }{ address(&request.url) }</p>
            <p class="field">
                <label for={file_id.clone()}>{ attach::FILE }</label>
                <input id={file_id} type="file" {onchange} />
            </p>
            <p class="field">
                <label for={text_id.clone()}>{ attach::TEXT }</label>
                <textarea ref={text} id={text_id} rows="3" spellcheck="false" />
                <button type="button" class="button" onclick={onuse}>{ attach::USE }</button>
            </p>
            <p role="status">{ *problem }</p>
        </div>
    }
}

/// A file's bytes. One that is larger than a document may be is never read.
async fn read(file: &File, limit: usize) -> Result<Vec<u8>, &'static str> {
    #[expect(clippy::cast_precision_loss, reason = "a limit of some megabytes")]
    let is_too_large = file.size() > limit as f64;
    if is_too_large {
        return Err(attach::TOO_LARGE);
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    buffer
        .map(|buffer| Uint8Array::new(&buffer).to_vec())
        .map_err(|_| attach::UNREAD)
}

//! What was kept of answers, for a worker of this page: it judges with what is known here, and asks nobody.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};

use super::cache::{self, Kept};
use crate::evidence::{Answer, Provenance, Source};
use crate::timestamp::Timestamp;

/// The answers that may be used now, of the addresses for which `may_be_used` is true: each as its address,
/// the time up to which it may be used, its body, and where and when it came from.
#[must_use]
pub fn handed_over(may_be_used: impl Fn(&str) -> bool) -> Array {
    let answers = cache::all().into_iter();
    let answers = answers.filter(|(url, ..)| may_be_used(url));
    answers.filter_map(|answer| packed(&answer)).collect()
}

fn packed((url, until, kept): &(String, f64, Kept)) -> Option<Array> {
    let Answer::Response { body, .. } = &kept.answer else {
        return None;
    };
    let through = match &kept.provenance.source {
        Source::Fetched => JsValue::NULL,
        Source::Relayed { through } => through.into(),
        Source::Attached | Source::Recorded => return None,
    };
    let at = kept.provenance.at.map(|at| at.to_string());
    Some(Array::of5(
        &url.into(),
        &(*until).into(),
        &Uint8Array::from(body.as_slice()),
        &through,
        &at.into(),
    ))
}

/// Keeps what another thread of this page has handed over.
pub fn take_over(answers: &Array) {
    for answer in answers.iter() {
        unpacked(&answer.unchecked_into());
    }
}

fn unpacked(answer: &Array) -> Option<()> {
    let url = answer.get(0).as_string()?;
    let until = answer.get(1).as_f64()?;
    let body = answer.get(2).dyn_into::<Uint8Array>().ok()?.to_vec();
    let source = match answer.get(3).as_string() {
        Some(through) => Source::Relayed { through },
        None => Source::Fetched,
    };
    let at = answer.get(4).as_string();
    let kept = Kept {
        answer: Answer::Response { status: 200, body },
        provenance: Provenance {
            source,
            at: at.and_then(|at| Timestamp::parse(&at).ok()),
        },
    };
    cache::keep_until(&url, &kept, until);
    Some(())
}

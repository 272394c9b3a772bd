//! Details for an auditor: when, by what clock, what was read, each check's code, the report.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::part::{facts, subtitle};
use super::text::{identifier, plain};
use crate::present::contexts;
use crate::present::english::{self, as_of, card};
use crate::reason::Reason;
use crate::report::{Check, ProofReport, Report};
use crate::ui::Shared;
use crate::ui::badge::Examined;
use crate::ui::copy::copy;

#[derive(Clone, PartialEq, Properties)]
pub struct AuditProps {
    pub examined: Shared<Examined>,
    pub id: AttrValue,
}

/// Folded away, for those who want to know exactly.
#[component]
pub fn Audit(props: &AuditProps) -> Html {
    let examined = &props.examined;
    let (report, credential) = (&examined.report, &examined.credential);
    let code = |text: String| html! { <code>{ text }</code> };
    let items = |items: Vec<Html>| {
        let item = |item: Html| html! { <li>{ item }</li> };
        html! { <ul class="plain-list">{ for items.into_iter().map(item) }</ul> }
    };
    let at = english::date_and_time(report.now.unwrap_or(report.at));
    let as_of = report.now.map(|_| english::date_and_time(report.at));
    let documents: Vec<Html> = report
        .evidence
        .iter()
        .map(|document| plain(&english::obtained(document)))
        .collect();
    let checked = format!("{at}, {}", card::BY_THIS_CLOCK);
    let carrier = code(match examined.found.path() {
        Some(path) => format!("{} ({path})", examined.carrier.code()),
        None => examined.carrier.code().to_owned(),
    });
    let id = report.claims.id.as_deref();
    let suites = suites(report);
    let contexts = contexts(credential);
    let contexts: Vec<Html> = contexts.into_iter().map(identifier).collect();
    let codes = report.checks.all().iter().map(codes).map(code).collect();
    let proofs = report.proofs.iter().map(proof).map(code).collect();
    let rows = facts([
        Some((card::CHECKED_AT, html! { checked })),
        as_of.map(|as_of| (as_of::AS_OF, html! { as_of })),
        Some((card::VERDICT, code(report.verdict.code().into()))),
        Some((
            card::CARRIER,
            html! { <>{ plain(&examined.name) }{ " " }{ carrier }</> },
        )),
        Some((card::FORMAT, code(credential.format.code().into()))),
        id.map(|id| (card::CREDENTIAL, identifier(id))),
        (!suites.is_empty()).then(|| (card::SUITES, code(suites.join(", ")))),
        (!contexts.is_empty()).then(|| (card::CONTEXTS, items(contexts))),
        (!documents.is_empty()).then(|| (card::DOCUMENTS, items(documents))),
        Some((card::CODES, items(codes))),
        // One proof's answers are the checks' own.
        (report.proofs.len() > 1).then(|| (card::PROOFS, items(proofs))),
    ]);
    html! {
        <details class="audit fold-out">
            <summary>{ card::AUDIT }</summary>
            { rows }
            { subtitle(html! { card::JSON }) }
            <Json text={examined.summary.report_json.clone()} id={props.id.clone()} />
        </details>
    }
}

/// How the signatures were made that were compared.
fn suites(report: &Report) -> Vec<String> {
    let reasons = report.checks.all().iter().map(|check| &check.reason);
    reasons
        .filter_map(|reason| match reason {
            Reason::AssertionSigned { mechanism }
            | Reason::SignatureMatches { mechanism }
            | Reason::SignatureMismatch { mechanism } => Some(english::mechanism(*mechanism)),
            _ => None,
        })
        .collect()
}

/// One of several proofs: its suite, and what it came to.
fn proof(proof: &ProofReport) -> String {
    let suite = proof.suite.as_deref().unwrap_or_default();
    let (integrity, key) = (&proof.integrity, &proof.signer_key);
    let [integrity, key] =
        [integrity, key].map(|(outcome, reason)| format!("{} ({})", outcome.code(), reason.code()));
    format!("{suite}: {integrity}, {key}")
}

fn codes(check: &Check) -> String {
    let [question, outcome, reason] = [
        check.question.code(),
        check.outcome.code(),
        check.reason.code(),
    ];
    format!("{question}: {outcome}, {reason}")
}

#[derive(Clone, PartialEq, Properties)]
struct JsonProps {
    text: String,
    id: AttrValue,
}

/// The report, to copy, to keep, and to read.
#[component]
fn Json(props: &JsonProps) -> Html {
    let outcome = use_state_eq(|| "");
    let oncopy = {
        let (text, outcome) = (props.text.clone(), outcome.clone());
        move |_| {
            let (text, outcome) = (text.clone(), outcome.clone());
            spawn_local(async move {
                outcome.set(if copy(&text).await {
                    card::COPIED
                } else {
                    card::COPY_FAILED
                });
            });
        }
    };
    let encoded = String::from(js_sys::encode_uri_component(&props.text));
    let href = format!("data:application/json;charset=utf-8,{encoded}");
    html! {
        <div class="json">
            <p class="buttons">
                <button type="button" class="button" onclick={oncopy}>{ card::COPY }</button>
                <a class="button" {href} download="assay-report.json">{ card::DOWNLOAD }</a>
                <span role="status">{ *outcome }</span>
            </p>
            // What scrolls has to be in reach of the keyboard.
            <pre id={props.id.clone()} tabindex="0" dir="ltr" translate="no">{ props.text.clone() }</pre>
        </div>
    }
}

//! What stands beneath the headline: the marks and what they don't say, then the badge, then how it was
//! checked.

use yew::prelude::*;

use super::CardProps;
use super::as_of::AsOfForm;
use super::audit::Audit;
use super::checks::checks;
use super::consent::Consents;
use super::content::{content, essentials, rest};
use super::credentials::Credentials;
use super::hallmarks::{Hallmarks, pending_hallmarks};
use super::recipient::RecipientForm;
use super::verdict::caveats;
use crate::present::english::layouts;
use crate::report::{Report, Verdict};
use crate::ui::badge::{Examined, Finding};
use crate::ui::{Layout, Shared};

/// What belongs to the verdict: the marks, what it does not say, and whom else one could ask.
pub fn under_headline(props: &CardProps) -> Html {
    let examined = match &props.finding {
        Finding::Pending => return pending_hallmarks(),
        Finding::Unreadable { detail, .. } => return html! { <p class="problem">{ detail }</p> },
        Finding::Examined(examined) => examined,
    };
    html! {
        <>
            { caveats(&examined.report) }
            <Hallmarks examined={examined.clone()} />
            <Consents
                wants={examined.report.wants.clone()}
                requests={examined.requests.clone()}
                network={props.network.clone()}
                is_aside={is_answered(&examined.report)}
                onanswer={props.onanswer.clone()}
            />
            if props.layout == Layout::Full {
                { checks(&examined.report) }
            }
        </>
    }
}

/// Whether all is known that the verdict depends on; who endorses the badge can still be open.
fn is_answered(report: &Report) -> bool {
    report.verdict == Verdict::Genuine && report.credentials.is_empty()
}

/// What the badge says and how it was checked: all of it, or the essentials and a fold.
pub fn body(props: &CardProps, id: &AttrValue) -> Html {
    let Finding::Examined(examined) = &props.finding else {
        return Html::default();
    };
    let report = &examined.report;
    let credentials = html! { <Credentials examined={examined.clone()} /> };
    if props.layout == Layout::Full {
        return html! {
            <>
                { credentials }
                { content(report) }
                { checking(props, examined, id) }
            </>
        };
    }
    html! {
        <>
            { credentials }
            { essentials(report) }
            <details class="more fold-out">
                <summary>
                    { if report.is_attested() { layouts::MORE } else { layouts::HOW } }
                </summary>
                { checks(report) }
                { rest(report) }
                { checking(props, examined, id) }
            </details>
        </>
    }
}

/// Questions that a reader can put, and the details for an auditor.
fn checking(props: &CardProps, examined: &Shared<Examined>, id: &AttrValue) -> Html {
    let report = &examined.report;
    html! {
        <div class="checking">
            if report.is_attested() {
                <RecipientForm
                    examined={examined.clone()}
                    onrecipient={props.onrecipient.clone()}
                />
            }
            if report.is_attested() || report.now.is_some() {
                <AsOfForm examined={examined.clone()} onasof={props.onasof.clone()} />
            }
            <Audit examined={examined.clone()} id={format!("{id}-json")} />
        </div>
    }
}

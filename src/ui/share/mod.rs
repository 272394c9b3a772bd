//! Showing a badge elsewhere: on a page of one's own, or on LinkedIn.

mod code_field;
mod embed_builder;
mod preview;

use web_sys::{Element, Event};
use yew::prelude::*;

use self::embed_builder::EmbedBuilder;
use super::Shared;
use super::badge::Examined;
use super::card::linked;
use super::sharing::Sharing;
use crate::present::english::embed;
use crate::present::{FileSource, checking_address, linkedin_address};

/// Nothing for a badge that its issuer does not vouch for, or that has no text of its own in its file.
pub fn share(examined: &Shared<Examined>, sharing: &Sharing) -> Option<Html> {
    let text = examined
        .text
        .clone()
        .filter(|_| examined.report.is_attested())?;
    let (examined, sharing) = (examined.clone(), sharing.clone());
    Some(html! { <Share {examined} {text} {sharing} /> })
}

#[derive(Clone, PartialEq, Properties)]
pub struct ShareProps {
    pub examined: Shared<Examined>,
    /// The badge's exact text.
    pub text: Shared<Vec<u8>>,
    pub sharing: Sharing,
}

/// Folded away; the rest is made once somebody unfolds it.
#[component]
pub fn Share(props: &ShareProps) -> Html {
    let is_open = use_state_eq(|| false);
    let ontoggle = {
        let is_open = is_open.setter();
        move |event: Event| {
            if let Some(details) = event.target_dyn_into::<Element>() {
                is_open.set(details.has_attribute("open"));
            }
        }
    };
    let linkedin = linkedin(props);
    html! {
        <details class="share fold-out" {ontoggle}>
            <summary>
                {
                    match linkedin {
                        Some(_) => embed::SUMMARY_WITH_LINKEDIN,
                        None => embed::SUMMARY,
                    }
                }
            </summary>
            if *is_open {
                { for linkedin }
                <EmbedBuilder ..props.clone() />
            }
        </details>
    }
}

/// The link to LinkedIn's form, which leaves this page.
fn linkedin(props: &ShareProps) -> Option<Html> {
    let Sharing { page, address } = &props.sharing;
    // What only this device can open is of no use on a profile.
    let address = address.as_ref().filter(|_| page.starts_with("https:"));
    let check = address.and_then(|address| checking_address(page, FileSource::At(address)));
    let form = linkedin_address(&props.examined.report, check.as_deref())?;
    Some(html! {
        <p class="linkedin">
            { linked(&form, html! { embed::LINKEDIN }) }
            { " " }
            <span class="quiet">{ embed::LINKEDIN_NOTE }</span>
        </p>
    })
}

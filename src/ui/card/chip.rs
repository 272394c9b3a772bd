//! A badge in running text; pressing it opens its card above the page.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::hallmarks::{first_struck, pending_small_hallmarks, tiny_hallmarks};
use super::picture::small_picture;
use super::text::claimed;
use super::tone::tone_class;
use super::unique::use_unique;
use crate::present::english::{self, card, layouts};
use crate::present::{Tone, suspicions};
use crate::report::Verdict;
use crate::ui::Layout;
use crate::ui::badge::{Examined, Finding};

#[derive(Clone, PartialEq, Properties)]
pub struct ChipProps {
    pub tone: Tone,
    /// None while the check is under way.
    pub verdict: Option<Verdict>,
    /// What is seen before the marks.
    pub label: Html,
    pub marks: Html,
    /// The headline, for ears.
    pub headline: AttrValue,
    pub is_sample: bool,
    /// Draws what the chip opens. A new one each time, since two components' trees compare as equal.
    pub card: Callback<(), Html>,
}

/// The chip, of inline elements alone, and the card, which is drawn once somebody has asked for it.
#[component]
pub fn Chip(props: &ChipProps) -> Html {
    let id = use_unique();
    let chip = use_node_ref();
    let was_opened = use_state_eq(|| false);
    let onclick = {
        let was_opened = was_opened.clone();
        move |_| was_opened.set(true)
    };
    let ontoggle = {
        let chip = chip.clone();
        move |event: Event| {
            if event.target_dyn_into().is_some_and(leaves_focus) {
                focus(&chip);
            }
        }
    };
    html! {
        <span
            class="assay"
            lang={english::LANGUAGE}
            dir={english::DIRECTION}
            data-verdict={props.verdict.map(Verdict::code)}
            data-layout={Layout::Inline.name()}
        >
            <button
                ref={chip}
                type="button"
                class={classes!("badge-chip", tone_class(props.tone))}
                popovertarget={id.clone()}
                aria-haspopup="dialog"
                {onclick}
            >
                if props.is_sample {
                    <span class="sample-label">{ card::SAMPLE }</span>
                }
                { props.label.clone() }
                <span class="for-ears">{ ". " }{ &props.headline }</span>
                { props.marks.clone() }
            </button>
            <div
                class="sheet"
                popover="auto"
                role="dialog"
                aria-label={&props.headline}
                id={id.clone()}
                {ontoggle}
            >
                <div class="sheet-bar">
                    <button
                        type="button"
                        class="quiet-button"
                        popovertarget={id.clone()}
                        popovertargetaction="hide"
                    >
                        { layouts::CLOSE }
                    </button>
                </div>
                if *was_opened {
                    { props.card.emit(()) }
                }
            </div>
        </span>
    }
}

/// Whether a sheet has closed over what had the focus. Browsers return it to the chip only where the
/// focus was in the sheet from the start, and that was empty then.
fn leaves_focus(sheet: Element) -> bool {
    let is = |selector| sheet.matches(selector) == Ok(true);
    let document = sheet.owner_document();
    let is_nowhere = document.is_some_and(|it| it.active_element() == it.body().map(Into::into));
    !is(":popover-open") && (is_nowhere || is(":focus-within"))
}

fn focus(place: &NodeRef) {
    if let Some(place) = place.cast::<HtmlElement>() {
        // One that went away meanwhile needs no focus.
        let _ = place.focus();
    }
}

/// What a chip says of one credential: its name where that is attested, else the verdict.
pub fn label(finding: &Finding) -> Html {
    match (finding, finding.summary()) {
        (Finding::Examined(examined), _) if speaks_for_itself(examined) => named(examined),
        (_, Some(summary)) => html! { <span class="chip-words">{ &summary.headline }</span> },
        (_, None) => html! { <span class="chip-words">{ card::CHECKING }</span> },
    }
}

/// The marks of one credential; none where there is no badge.
pub fn marks(finding: &Finding) -> Html {
    match finding {
        Finding::Pending => pending_small_hallmarks(),
        Finding::Unreadable { .. } => Html::default(),
        Finding::Examined(examined) => tiny_hallmarks(&examined.report),
    }
}

/// There is no room for a warning about its name.
fn speaks_for_itself(examined: &Examined) -> bool {
    let title = examined.report.claims.title();
    let is_suspicious = title.is_some_and(|title| !suspicions(&title.value).is_empty());
    examined.report.is_attested() && !is_suspicious
}

fn named(examined: &Examined) -> Html {
    let report = &examined.report;
    let name = report.claims.title();
    html! {
        <>
            { report.claims.picture().map(small_picture).unwrap_or_default() }
            <span class="chip-name">
                { name.map_or_else(|| html! { card::NO_NAME }, claimed) }
            </span>
            if let Some(struck) = first_struck(report) {
                <span class="chip-struck">{ struck }</span>
            }
        </>
    }
}

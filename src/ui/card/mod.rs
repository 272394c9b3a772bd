//! The card: headline and hallmarks, then what the badge says, then how it was checked. How much of
//! that is seen at once, its layout says.

mod achievement;
mod annex_i;
mod as_of;
mod attach;
mod audit;
mod bar;
mod body;
mod checks;
mod chip;
mod consent;
mod content;
mod credentials;
mod dates;
mod details;
mod endorsements;
mod evidence;
mod for_good;
mod hallmarks;
mod independent;
mod issuer;
mod keep;
mod mark;
mod part;
mod picture;
mod prose;
mod recipient;
mod record;
mod requirements;
mod results;
mod row;
mod rows;
mod skills;
mod text;
mod tone;
mod unique;
mod verdict;

pub use self::bar::bar;
pub use self::checks::glyph;
pub use self::chip::{Chip, label, marks};
pub use self::consent::Consents;
#[cfg(feature = "page")]
pub use self::for_good::for_good;
#[cfg(feature = "page")]
pub use self::hallmarks::stamped;
pub use self::keep::Keep;
#[cfg(feature = "page")]
pub use self::mark::pending_mark;
pub use self::text::identifier_in;
#[cfg(feature = "page")]
pub use self::text::{identifier, linked};
pub use self::tone::tone_class;
pub use self::unique::use_unique;

use yew::prelude::*;

use self::body::{body, under_headline};
use self::hallmarks::{pending_small_hallmarks, small_hallmarks};
use self::independent::{independent, independent_link};
use self::row::row;
use self::verdict::Headline;
use super::badge::{Consent, Examined, Finding, Fold, Network};
#[cfg(feature = "page")]
use super::share::share;
use super::{IndependentCheck, Layout, Shared, Sharing};
use crate::present::Tone;
use crate::present::english::{self, layouts};
use crate::report::Verdict;
use crate::timestamp::Timestamp;

#[derive(Clone, PartialEq, Properties)]
pub struct CardProps {
    pub finding: Finding,
    pub name: AttrValue,
    pub network: Network,
    pub layout: Layout,
    pub fold: Option<Fold>,
    pub is_sample: bool,
    pub note: Option<AttrValue>,
    pub independent_check: Option<IndependentCheck>,
    pub sharing: Option<Sharing>,
    pub takes_focus: bool,
    pub onanswer: Callback<Consent>,
    pub onrecipient: Callback<String>,
    pub onasof: Callback<Option<Timestamp>>,
}

/// A badge in its layout; a waiting one and a file without a badge too.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let id = use_unique();
    match props.layout {
        Layout::Inline => chip(props),
        Layout::Compact => html! { <Row ..props.clone() /> },
        Layout::Card | Layout::Full => frame(props, &id, whole(props, &id)),
    }
}

fn chip(props: &CardProps) -> Html {
    let finding = &props.finding;
    let summary = finding.summary();
    let headline = summary.as_ref().map(|summary| summary.headline.clone());
    let card = {
        let props = props.clone();
        move |()| html! { <Card layout={Layout::Card} takes_focus={true} ..props.clone() /> }
    };
    html! {
        <Chip
            tone={tone(finding)}
            verdict={summary.map(|summary| summary.verdict)}
            label={label(finding)}
            marks={marks(finding)}
            headline={headline.unwrap_or_default()}
            is_sample={props.is_sample}
            {card}
        />
    }
}

/// One row, and the card beneath it once somebody has asked for it.
#[component]
fn Row(props: &CardProps) -> Html {
    let id = use_unique();
    let rest = format!("{id}-rest");
    let is_open = use_state_eq(|| false);
    let onclick = {
        let is_open = is_open.clone();
        move |_| is_open.set(!*is_open)
    };
    let note = props.note.as_ref();
    let (marks, badge) = match &props.finding {
        Finding::Pending => (pending_small_hallmarks(), Html::default()),
        Finding::Unreadable { .. } => (Html::default(), Html::default()),
        Finding::Examined(examined) => (small_hallmarks(&examined.report), row(&examined.report)),
    };
    let content = html! {
        <>
            <div class="verdict">
                { bar(&props.name, props.is_sample, None) }
                { headline(props, &id) }
                { marks }
            </div>
            { badge }
            <div class="row-actions">
                { for props.independent_check.as_ref().map(independent_link) }
                <button
                    type="button"
                    class="quiet-button row-toggle"
                    aria-expanded={is_open.to_string()}
                    aria-controls={rest.clone()}
                    {onclick}
                >
                    { if *is_open { layouts::CLOSE } else { layouts::OPEN } }
                </button>
            </div>
            <div class="row-rest" id={rest} hidden={!*is_open}>
                if *is_open {
                    <div class="verdict">
                        if let Some(note) = note {
                            <p class="note">{ note }</p>
                        }
                        { under_headline(props) }
                    </div>
                    { body(props, &id) }
                    { last(props) }
                }
            </div>
        </>
    };
    frame(props, &id, content)
}

/// Headline, marks, and all beneath; of a folded card the first two alone.
fn whole(props: &CardProps, id: &AttrValue) -> Html {
    let is_folded = is_folded(props);
    let note = props.note.as_ref().filter(|_| !is_folded);
    html! {
        <>
            <div class="verdict">
                { bar(&props.name, props.is_sample, props.fold.as_ref()) }
                { headline(props, id) }
                if let Some(note) = note {
                    <p class="note">{ note }</p>
                }
                if is_folded {
                    { folded(&props.finding) }
                } else {
                    { under_headline(props) }
                }
            </div>
            if !is_folded {
                { body(props, id) }
                { last(props) }
            }
        </>
    }
}

/// The frame that is the same for every layout but the chip.
fn frame(props: &CardProps, id: &AttrValue, content: Html) -> Html {
    let verdict = props.finding.summary().map(|summary| summary.verdict);
    let is_folded = is_folded(props).then_some("is-folded");
    html! {
        <article
            class="assay"
            lang={english::LANGUAGE}
            dir={english::DIRECTION}
            aria-labelledby={id.clone()}
            aria-busy={verdict.is_none().to_string()}
            data-verdict={verdict.map(Verdict::code)}
            data-layout={props.layout.name()}
        >
            <div class={classes!("card", tone_class(tone(&props.finding)), is_folded)}>
                { content }
            </div>
        </article>
    }
}

fn headline(props: &CardProps, id: &AttrValue) -> Html {
    let issuer = match &props.finding {
        Finding::Examined(examined) => examined.report.claims.issuer.id.clone(),
        _ => None,
    };
    let summary = props.finding.summary();
    html! {
        <Headline
            id={id.clone()}
            text={summary.map(|summary| summary.headline.clone())}
            {issuer}
            takes_focus={props.takes_focus}
        />
    }
}

/// What to do with the badge's file: on somebody's page to check it elsewhere, here to keep it.
fn last(props: &CardProps) -> Html {
    match (&props.independent_check, &props.finding) {
        (Some(check), _) => independent(check, &props.name),
        (None, Finding::Examined(examined)) => {
            html! { <>{ for shared(props, examined) }{ keep(examined) }</> }
        }
        (None, _) => Html::default(),
    }
}

/// What it takes to show it elsewhere, which the page alone offers.
#[cfg(feature = "page")]
fn shared(props: &CardProps, examined: &Shared<Examined>) -> Option<Html> {
    let sharing = props.sharing.as_ref().filter(|_| !props.is_sample)?;
    share(examined, sharing)
}

#[cfg(not(feature = "page"))]
fn shared(_: &CardProps, _: &Shared<Examined>) -> Option<Html> {
    None
}

fn keep(examined: &Examined) -> Html {
    match &examined.text {
        Some(text) => html! { <Keep name={examined.name.clone()} text={text.clone()} /> },
        None => Html::default(),
    }
}

/// What a folded card shows: the row of marks, small.
fn folded(finding: &Finding) -> Html {
    match finding {
        Finding::Examined(examined) => small_hallmarks(&examined.report),
        _ => Html::default(),
    }
}

fn is_folded(props: &CardProps) -> bool {
    props.fold.as_ref().is_some_and(|fold| fold.is_folded)
}

/// The tone of what is known of one credential.
pub fn tone(finding: &Finding) -> Tone {
    match finding {
        Finding::Pending => Tone::Quiet,
        Finding::Unreadable { summary, .. } => Tone::of_verdict(summary.verdict),
        Finding::Examined(examined) => Tone::of_report(&examined.report),
    }
}

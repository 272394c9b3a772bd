//! The card: headline and hallmarks, then what the badge says, then how it was checked.

mod achievement;
mod annex_i;
mod as_of;
mod attach;
mod audit;
mod bar;
mod checks;
mod consent;
mod content;
mod credentials;
mod dates;
mod details;
mod endorsements;
mod evidence;
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
mod rows;
mod skills;
mod text;
mod tone;
mod unique;
mod verdict;

pub use self::bar::bar;
pub use self::checks::glyph;
pub use self::consent::Consents;
pub use self::keep::Keep;
pub use self::mark::pending_mark;
pub use self::text::{identifier, identifier_in, linked};
pub use self::tone::tone_class;
pub use self::unique::use_unique;

use yew::prelude::*;

use self::as_of::AsOfForm;
use self::audit::Audit;
use self::checks::checks;
use self::content::content;
use self::credentials::Credentials;
use self::hallmarks::{Hallmarks, pending_hallmarks, small_hallmarks};
use self::independent::independent;
use self::recipient::RecipientForm;
use self::verdict::{Headline, caveats};
use super::badge::{Consent, Examined, Finding, Fold, Network};
use super::share::Share;
use super::{IndependentCheck, Layout, Shared, Sharing};
use crate::present::{Tone, english};
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

/// The frame that is the same for every file, a waiting one and one without a badge too.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let id = use_unique();
    let summary = props.finding.summary();
    let is_folded = props.fold.as_ref().is_some_and(|fold| fold.is_folded);
    let verdict = summary.as_ref().map(|summary| summary.verdict);
    let issuer = match &props.finding {
        Finding::Examined(examined) => examined.report.claims.issuer.id.clone(),
        _ => None,
    };
    let headline = html! {
        <Headline
            id={id.clone()}
            text={summary.as_ref().map(|summary| summary.headline.clone())}
            {issuer}
            takes_focus={props.takes_focus}
        />
    };
    let body = match &props.finding {
        _ if is_folded => small(&props.finding),
        Finding::Pending => pending_hallmarks(),
        Finding::Unreadable { detail, .. } => html! { <p class="problem">{ detail }</p> },
        Finding::Examined(examined) => examined_body(props, examined, &id),
    };
    let tone = tone_class(tone(&props.finding));
    let note = props.note.as_ref().filter(|_| !is_folded);
    html! {
        <article
            class="assay"
            lang={english::LANGUAGE}
            dir={english::DIRECTION}
            aria-labelledby={id}
            aria-busy={summary.is_none().to_string()}
            data-verdict={verdict.map(Verdict::code)}
            data-layout={props.layout.name()}
        >
            <div class={classes!("card", tone, is_folded.then_some("is-folded"))}>
                { bar(&props.name, props.is_sample, props.fold.as_ref()) }
                { headline }
                if let Some(note) = note {
                    <p class="note">{ note }</p>
                }
                { body }
            </div>
        </article>
    }
}

fn examined_body(props: &CardProps, examined: &Shared<Examined>, id: &AttrValue) -> Html {
    html! {
        <>
            { caveats(&examined.report) }
            <Hallmarks examined={examined.clone()} />
            <Consents
                wants={examined.report.wants.clone()}
                requests={examined.requests.clone()}
                network={props.network.clone()}
                onanswer={props.onanswer.clone()}
            />
            { checks(&examined.report) }
            <Credentials examined={examined.clone()} />
            { content(&examined.report) }
            if examined.report.is_attested() {
                <RecipientForm
                    examined={examined.clone()}
                    onrecipient={props.onrecipient.clone()}
                />
            }
            if examined.report.is_attested() || examined.report.now.is_some() {
                <AsOfForm examined={examined.clone()} onasof={props.onasof.clone()} />
            }
            <Audit examined={examined.clone()} id={format!("{id}-json")} />
            { for share(props, examined) }
            { last(props, examined) }
        </>
    }
}

/// What to do with the badge's file: on somebody's page to check it elsewhere, here to keep it.
fn last(props: &CardProps, examined: &Examined) -> Html {
    match (&props.independent_check, &examined.text) {
        (Some(check), _) => independent(check, &examined.name),
        (None, Some(text)) => html! { <Keep name={examined.name.clone()} text={text.clone()} /> },
        (None, None) => Html::default(),
    }
}

/// Putting it on other pages, where its issuer vouches for it and there is a text to put.
fn share(props: &CardProps, examined: &Shared<Examined>) -> Option<Html> {
    let (sharing, text) = (props.sharing.clone()?, examined.text.clone()?);
    (examined.report.is_attested() && !props.is_sample).then(|| {
        html! { <Share examined={examined.clone()} {text} {sharing} /> }
    })
}

/// What a folded card shows: the row of marks, small.
fn small(finding: &Finding) -> Html {
    match finding {
        Finding::Examined(examined) => small_hallmarks(&examined.report),
        _ => Html::default(),
    }
}

fn tone(finding: &Finding) -> Tone {
    match finding {
        Finding::Pending => Tone::Quiet,
        Finding::Unreadable { summary, .. } => Tone::of_verdict(summary.verdict),
        Finding::Examined(examined) => Tone::of_report(&examined.report),
    }
}

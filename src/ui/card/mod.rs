//! The card: headline and hallmarks, then what the badge says, then how it was checked.

mod achievement;
mod audit;
mod bar;
mod checks;
mod consent;
mod content;
mod dates;
mod details;
mod endorsements;
mod evidence;
mod hallmarks;
mod independent;
mod issuer;
mod mark;
mod part;
mod picture;
mod prose;
mod recipient;
mod requirements;
mod results;
mod skills;
mod text;
mod tone;
mod unique;
mod verdict;

pub use self::mark::pending_mark;

use yew::prelude::*;

use self::audit::Audit;
use self::bar::bar;
use self::checks::checks;
use self::consent::Consents;
use self::content::content;
use self::hallmarks::{Hallmarks, pending_hallmarks, small_hallmarks};
use self::independent::independent;
use self::recipient::RecipientForm;
use self::tone::tone_class;
use self::unique::use_unique;
use self::verdict::{Headline, caveats};
use super::Shared;
use super::badge::{Consent, Examination, Examined, Fold, IndependentCheck, Network};
use crate::present::{Tone, english};
use crate::report::Verdict;

#[derive(Clone, PartialEq, Properties)]
pub struct CardProps {
    pub examination: Examination,
    pub name: AttrValue,
    pub network: Network,
    pub fold: Option<Fold>,
    pub is_sample: bool,
    pub note: Option<AttrValue>,
    pub independent_check: Option<IndependentCheck>,
    pub takes_focus: bool,
    pub onanswer: Callback<Consent>,
    pub onrecipient: Callback<String>,
}

/// The frame that is the same for every file, a waiting one and one without a badge too.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let id = use_unique();
    let settled = props.examination.settled();
    let is_folded = props.fold.as_ref().is_some_and(|fold| fold.is_folded);
    let verdict = settled.as_ref().map(|settled| settled.verdict);
    let issuer = match &props.examination {
        Examination::Examined(examined) => examined.opened.credential.claims.issuer.id.clone(),
        _ => None,
    };
    let headline = html! {
        <Headline
            id={id.clone()}
            text={settled.as_ref().map(|settled| settled.headline.clone())}
            {issuer}
            takes_focus={props.takes_focus}
        />
    };
    let body = match &props.examination {
        _ if is_folded => small(&props.examination),
        Examination::Pending => pending_hallmarks(),
        Examination::Unreadable { detail, .. } => html! { <p class="problem">{ detail }</p> },
        Examination::Examined(examined) => examined_body(props, examined, &id),
    };
    let tone = tone_class(tone(&props.examination));
    let note = props.note.as_ref().filter(|_| !is_folded);
    html! {
        <article
            class="assay"
            lang={english::LANGUAGE}
            dir={english::DIRECTION}
            aria-labelledby={id}
            aria-busy={settled.is_none().to_string()}
            data-verdict={verdict.map(Verdict::code)}
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
    let claims = &examined.opened.credential.claims;
    html! {
        <>
            { caveats(&examined.report) }
            <Hallmarks examined={examined.clone()} />
            <Consents
                examined={examined.clone()}
                network={props.network}
                onanswer={props.onanswer.clone()}
            />
            { checks(&examined.report) }
            { content(&examined.opened.credential, &examined.report) }
            if examined.report.is_attested() && !claims.subject.identifiers.is_empty() {
                <RecipientForm
                    examined={examined.clone()}
                    onrecipient={props.onrecipient.clone()}
                />
            }
            <Audit examined={examined.clone()} id={format!("{id}-json")} />
            { independent(props.independent_check.as_ref()) }
        </>
    }
}

/// What a folded card shows: the row of marks, small.
fn small(examination: &Examination) -> Html {
    match examination {
        Examination::Examined(examined) => small_hallmarks(&examined.report),
        _ => Html::default(),
    }
}

fn tone(examination: &Examination) -> Tone {
    match examination {
        Examination::Pending => Tone::Quiet,
        Examination::Unreadable { settled, .. } => Tone::of_verdict(settled.verdict),
        Examination::Examined(examined) => Tone::of_report(&examined.report),
    }
}

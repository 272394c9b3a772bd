//! A file with several credentials: one line on the file and on who presents them, then a card each.

use yew::prelude::*;

use super::BadgeProps;
use super::examination::ExaminedFile;
use super::finding::Finding;
use super::opened_file::Presented;
use super::use_examination::Consent;
use crate::present::Tone;
use crate::present::english::{self, card};
use crate::timestamp::Timestamp;
use crate::ui::card::{
    Card, Chip, Consents, Keep, bar, glyph, identifier_in, marks, tone, tone_class, use_unique,
};
use crate::ui::folds::use_folds;
use crate::ui::{Layout, Shared, Sharing};

#[derive(Clone, PartialEq, Properties)]
pub struct SeveralProps {
    pub examined: Shared<ExaminedFile>,
    /// What the badge was given.
    pub badge: BadgeProps,
    pub onanswer: Callback<Consent>,
    pub onrecipient: Callback<String>,
    pub onasof: Callback<Option<Timestamp>>,
}

/// The line and the cards, of which the first is unfolded; where the whole file is folded, the line
/// alone.
#[component]
pub fn Several(props: &SeveralProps) -> Html {
    let id = use_unique();
    let folds = use_folds(&[0]);
    let SeveralProps {
        examined, badge, ..
    } = props;
    let of = examined.findings.len();
    if badge.layout == Layout::Inline {
        return chip(props);
    }
    let is_folded = badge.fold.as_ref().is_some_and(|fold| fold.is_folded);
    let card = |(index, finding): (usize, &Finding)| {
        let fold = folds.of(index);
        html! {
            <li key={index}>
                <Card
                    finding={finding.clone()}
                    name={name(finding, index + 1, of)}
                    network={badge.network.clone()}
                    layout={badge.layout}
                    // A row folds by itself.
                    fold={(of > 1 && badge.layout != Layout::Compact).then_some(fold)}
                    is_sample={badge.is_sample}
                    note={None::<AttrValue>}
                    independent_check={badge.independent_check.clone()}
                    sharing={None::<Sharing>}
                    takes_focus={badge.takes_focus && index == 0}
                    onanswer={props.onanswer.clone()}
                    onrecipient={props.onrecipient.clone()}
                    onasof={props.onasof.clone()}
                />
            </li>
        }
    };
    let cards = examined.findings.iter().enumerate().map(card);
    html! {
        <section
            class="assay several"
            lang={english::LANGUAGE}
            dir={english::DIRECTION}
            aria-labelledby={id.clone()}
            data-layout={badge.layout.name()}
            data-verdict={examined.settled.as_ref().map(|settled| settled.verdict.code())}
        >
            <div class="several-file">
                { bar(&badge.file.name, badge.is_sample, badge.fold.as_ref()) }
                <p class="several-count" {id}>{ english::credentials(of) }</p>
                if let Some(settled) = examined.settled.as_ref().filter(|_| of > 1) {
                    <p class="several-least">
                        { english::least_sure(settled.least, &settled.headline) }
                    </p>
                }
                if let Some(note) = badge.note.as_ref().filter(|_| !is_folded) {
                    <p class="note">{ note }</p>
                }
                if let Some(presented) = &examined.presented {
                    { holder(presented) }
                    if !is_folded {
                        { circumstances(presented) }
                        <Consents
                            wants={presented.report.wants.clone()}
                            requests={presented.requests.clone()}
                            network={badge.network.clone()}
                            onanswer={props.onanswer.clone()}
                        />
                    }
                }
                if !is_folded && badge.independent_check.is_none() {
                    <Keep name={badge.file.name.clone()} text={examined.file.text.clone()} />
                }
            </div>
            if !is_folded {
                <ol class="several-cards">{ for cards }</ol>
            }
        </section>
    }
}

/// The whole file in running text, with the marks of the credential that can be relied on least.
fn chip(props: &SeveralProps) -> Html {
    let examined = &props.examined;
    let of = examined.findings.len();
    let settled = examined.settled.as_ref();
    let least = settled.and_then(|settled| examined.findings.get(settled.least.checked_sub(1)?));
    let headline = settled.map(|settled| english::least_sure(settled.least, &settled.headline));
    let card = {
        let props = props.clone();
        move |()| {
            let badge = BadgeProps {
                layout: Layout::Card,
                ..props.badge.clone()
            };
            html! { <Several {badge} ..props.clone() /> }
        }
    };
    html! {
        <Chip
            tone={least.map_or(Tone::Quiet, tone)}
            verdict={settled.map(|settled| settled.verdict)}
            label={html! { <span class="chip-words">{ english::credentials(of) }</span> }}
            marks={least.map(marks).unwrap_or_default()}
            headline={headline.unwrap_or_default()}
            is_sample={props.badge.is_sample}
            {card}
        />
    }
}

/// Which one it is, and what it is called where its issuer vouches for that.
fn name(finding: &Finding, index: usize, of: usize) -> AttrValue {
    let title = match finding {
        Finding::Examined(examined) if examined.report.is_attested() => {
            examined.report.claims.title()
        }
        _ => None,
    };
    card::numbered(index, of, title.map(|title| title.value.as_str())).into()
}

/// Who presents them, in a sentence.
fn holder(presented: &Presented) -> Html {
    let report = &presented.report;
    let tone = Tone::of_outcome(report.outcome);
    html! {
        <p class={classes!("holder", tone_class(tone))}>
            { glyph(tone) }
            <span>{ identifier_in(&english::holder(report), report.holder.as_deref()) }</span>
        </p>
    }
}

/// What that does not show, and why it came out so.
fn circumstances(presented: &Presented) -> Html {
    let report = &presented.report;
    html! {
        <>
            <ul class="caveats">
                if let Some(caveat) = english::holder_caveat(report) {
                    <li>{ caveat }</li>
                }
                for caveat in english::provenance(&report.evidence) {
                    <li>{ caveat }</li>
                }
            </ul>
            <details class="fold-out">
                <summary>{ card::HOLDER_WHY }</summary>
                <p class="holder-detail">{ english::holder_detail(report) }</p>
                for note in &report.notes {
                    <p class="holder-detail">{ english::note(note) }</p>
                }
            </details>
        </>
    }
}

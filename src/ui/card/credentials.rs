//! The credentials in a record, each with its own headline and its own row of marks.

use yew::prelude::*;

use super::bar::bar;
use super::checks::{checks, glyph};
use super::content::content;
use super::hallmarks::small_hallmarks;
use super::part::part;
use super::text::identifier_in;
use super::tone::tone_class;
use super::verdict::caveats;
use crate::carrier::Unreadable;
use crate::present::Tone;
use crate::present::english::{self, card};
use crate::report::{Report, Verdict};
use crate::ui::badge::Examined;
use crate::ui::folds::use_folds;
use crate::ui::{Fold, Shared};

#[derive(Clone, PartialEq, Properties)]
pub struct CredentialsProps {
    pub examined: Shared<Examined>,
    /// The way to the record: the numbers of the records around it, from 0 on.
    #[prop_or_default]
    pub path: Vec<usize>,
}

/// The list, all of it folded at first; nothing for a credential that is no record.
#[component]
pub fn Credentials(props: &CredentialsProps) -> Html {
    let folds = use_folds(&[]);
    let record = record(&props.examined.report, &props.path);
    let Some(record) = record.filter(|record| !record.credentials.is_empty()) else {
        return Html::default();
    };
    let of = record.credentials.len();
    let item = |(index, credential): (usize, &Result<Report, Unreadable>)| {
        let fold = folds.of(index);
        let path = [props.path.as_slice(), &[index]].concat();
        let inside = html! { <Credentials examined={props.examined.clone()} {path} /> };
        match credential {
            Ok(report) => readable(report, &numbered(report, index + 1, of), &fold, inside),
            Err(why) => unreadable(why, index + 1, of),
        }
    };
    let items = record.credentials.iter().enumerate().map(item);
    part(
        "credentials",
        card::IN_RECORD,
        html! { <ol class="record-credentials">{ for items }</ol> },
    )
}

fn record<'a>(outermost: &'a Report, path: &[usize]) -> Option<&'a Report> {
    path.iter().try_fold(outermost, |report, index| {
        report.credentials.get(*index)?.as_ref().ok()
    })
}

/// Which one it is, and what it is called where its issuer vouches for that.
fn numbered(report: &Report, index: usize, of: usize) -> AttrValue {
    let title = report.claims.title().filter(|_| report.is_attested());
    card::numbered(index, of, title.map(|title| title.value.as_str())).into()
}

fn readable(report: &Report, name: &AttrValue, fold: &Fold, inside: Html) -> Html {
    let tone = Tone::of_report(report);
    let issuer = report.claims.issuer.id.as_deref();
    html! {
        <li class={tone_class(tone)} data-verdict={report.verdict.code()}>
            { bar(name, false, Some(fold)) }
            <p class="record-headline">
                { glyph(tone) }
                <span>{ identifier_in(&english::headline(report), issuer) }</span>
            </p>
            { small_hallmarks(report) }
            if !fold.is_folded {
                { caveats(report) }
                { checks(report) }
                { inside }
                { content(report) }
            }
        </li>
    }
}

fn unreadable(why: &Unreadable, index: usize, of: usize) -> Html {
    let tone = Tone::of_verdict(Verdict::Unreadable);
    html! {
        <li class={tone_class(tone)} data-verdict={Verdict::Unreadable.code()}>
            <p class="record-headline">
                { glyph(tone) }
                <span>
                    { card::numbered(index, of, None) }{ ": " }{ english::UNREADABLE_CREDENTIAL }
                </span>
            </p>
            <p class="problem">{ english::unreadable(why) }</p>
        </li>
    }
}

//! What is known of one credential, and of the whole file.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::AttrValue;

use super::requests::{Requests, States};
use crate::carrier::{Carrier, Found};
use crate::credential::Credential;
use crate::evidence::Request;
use crate::policy::Policy;
use crate::present::batch::Row;
use crate::present::english;
use crate::report::{Report, Verdict};
use crate::ui::Shared;

/// What is known of one credential: what its card shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// Nothing yet.
    Pending,
    /// There is no badge in it; why, in words.
    Unreadable {
        detail: AttrValue,
        summary: Shared<Summary>,
    },
    Examined(Shared<Examined>),
}

/// What came out of the check of one credential.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    pub verdict: Verdict,
    pub headline: String,
    /// The report, in the contract's form.
    pub report_json: String,
}

/// A credential and what was found out about it.
#[derive(Clone, Debug)]
pub struct Examined {
    /// The file's name.
    pub name: AttrValue,
    pub carrier: Carrier,
    pub found: Found,
    /// The exact text that the credential was read from, unless that holds others too.
    pub text: Option<Shared<Vec<u8>>>,
    pub credential: Rc<Credential>,
    pub policy: Policy,
    pub report: Report,
    pub summary: Shared<Summary>,
    /// All that its report has wanted up to now.
    pub wanted: BTreeSet<Request>,
    /// What became of that.
    pub requests: States,
}

/// What came out of the check of a file, for the page around the cards.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled {
    /// The number of the credential that can be relied on least, from 1 on; of several the first.
    pub least: usize,
    /// Its verdict, its headline and its report, in the contract's form.
    pub verdict: Verdict,
    pub headline: String,
    pub report_json: String,
    /// What to say aloud.
    pub announcement: String,
    /// The names of the skills that are attested, of all the file's credentials.
    pub skills: Vec<String>,
    /// A report for each of the file's credentials.
    pub reports_json: Vec<String>,
    /// What a list of many files says of this one.
    pub row: Row,
}

impl Finding {
    /// The result, if there is one.
    #[must_use]
    pub fn summary(&self) -> Option<Shared<Summary>> {
        match self {
            Self::Pending => None,
            Self::Unreadable { summary, .. } => Some(summary.clone()),
            Self::Examined(examined) => Some(examined.summary.clone()),
        }
    }

    /// The names of its skills, where its issuer vouches for them.
    fn skills(&self) -> Vec<String> {
        match self {
            Self::Examined(examined) if examined.report.is_attested() => {
                let skills = examined.report.claims.skills().into_iter();
                skills.filter_map(|skill| Some(skill.name?.value)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The report, or why there is no badge.
    fn credential(&self) -> Option<Result<&Report, String>> {
        match self {
            Self::Pending => None,
            Self::Unreadable { detail, .. } => Some(Err(detail.to_string())),
            Self::Examined(examined) => Some(Ok(&examined.report)),
        }
    }

    /// The same with what became of its requests by now.
    pub(super) fn with_requests(&self, requests: &Requests) -> Self {
        match self {
            Self::Examined(examined) => Self::Examined(Shared::new(Examined {
                requests: requests.of(&examined.wanted),
                ..Examined::clone(examined)
            })),
            other => other.clone(),
        }
    }

    pub(super) fn failed(headline: &str, detail: &str, report_json: String) -> Self {
        Self::Unreadable {
            detail: detail.to_owned().into(),
            summary: Shared::new(Summary {
                verdict: Verdict::Unreadable,
                headline: headline.to_owned(),
                report_json,
            }),
        }
    }
}

impl Settled {
    /// None as long as some finding is pending, or where there is none.
    pub(super) fn of(findings: &[Finding]) -> Option<Self> {
        let summaries: Option<Vec<_>> = findings.iter().map(Finding::summary).collect();
        let summaries = summaries?;
        let (index, least) = summaries
            .iter()
            .enumerate()
            .min_by_key(|(_, summary)| summary.verdict.reliance())?;
        let credentials: Vec<_> = findings.iter().filter_map(Finding::credential).collect();
        Some(Self {
            row: Row::of_file(&credentials)?,
            least: index + 1,
            verdict: least.verdict,
            headline: least.headline.clone(),
            report_json: least.report_json.clone(),
            announcement: match findings.len() {
                1 => least.headline.clone(),
                count => english::several(count, index + 1, &least.headline),
            },
            skills: findings.iter().flat_map(Finding::skills).collect(),
            reports_json: summaries
                .iter()
                .map(|summary| summary.report_json.clone())
                .collect(),
        })
    }
}

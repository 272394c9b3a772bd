//! The report as JSON: the contract of the command line, and of the element's `report` property.

use serde::Serialize;

use super::english;
use crate::carrier::{Opened, Unreadable};
use crate::report::{Report, Verdict};
use crate::timestamp::Timestamp;

/// The version of the contract, which changes when a member changes its meaning.
const CONTRACT: u32 = 1;

#[derive(Serialize)]
struct Root<'a> {
    report: u32,
    file: &'a str,
    at: String,
    carrier: Option<&'static str>,
    /// Where in the carrier, such as `iTXt openbadgecredential`.
    found: Option<String>,
    /// What was odd about the carrier; none bears on the verdict.
    notes: Vec<Note>,
    format: Option<&'static str>,
    verdict: &'static str,
    headline: String,
    /// Whether a signature by the issuer's own key covers what follows.
    attested: bool,
    checks: Vec<Check>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Problem>,
    issuer: Option<Issuer<'a>>,
    achievement: Option<Achievement<'a>>,
    skills: Vec<Skill>,
    wants: Vec<Want<'a>>,
}

#[derive(Serialize)]
struct Note {
    code: &'static str,
    detail: &'static str,
}

#[derive(Serialize)]
struct Check {
    check: &'static str,
    outcome: &'static str,
    code: &'static str,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
}

#[derive(Serialize)]
struct Problem {
    code: &'static str,
    detail: String,
}

#[derive(Serialize)]
struct Issuer<'a> {
    id: Option<&'a str>,
    /// What the badge calls its issuer.
    name: Option<&'a str>,
    listed_in: Vec<&'a str>,
}

#[derive(Serialize)]
struct Achievement<'a> {
    name: Option<&'a str>,
}

#[derive(Serialize)]
struct Skill {
    name: Option<String>,
    framework: Option<String>,
    url: Option<String>,
}

#[derive(Serialize)]
struct Want<'a> {
    url: &'a str,
    purpose: &'static str,
}

/// One object on one line. `file` is the name that the caller knows the file by.
#[must_use]
pub fn report_json(file: &str, opened: &Opened, report: &Report) -> String {
    let claims = &opened.credential.claims;
    let check = |check: &crate::report::Check| Check {
        check: check.question.code(),
        outcome: check.outcome.code(),
        code: check.reason.code(),
        detail: english::detail(check),
        next: english::next_step(&check.reason),
    };
    let note = |note: &crate::carrier::found::Note| Note {
        code: note.code(),
        detail: english::note(*note),
    };
    let skill = |skill: crate::credential::Skill| Skill {
        framework: skill.framework.name().map(str::to_owned),
        name: skill.name.map(|name| name.value),
        url: skill.url,
    };
    line(&Root {
        report: CONTRACT,
        file,
        at: report.at.utc().to_string(),
        carrier: Some(opened.carrier.code()),
        found: opened.found.path(),
        notes: opened.found.notes.iter().map(note).collect(),
        format: Some(opened.credential.format.code()),
        verdict: report.verdict.code(),
        headline: english::headline(report, claims),
        attested: report.is_attested(),
        checks: report.checks.all().iter().map(check).collect(),
        problem: None,
        issuer: Some(Issuer {
            id: claims.issuer.id.as_deref(),
            name: claims.issuer.name.as_ref().map(|name| name.value.as_str()),
            listed_in: report
                .listings
                .iter()
                .map(|listing| listing.registry.as_str())
                .collect(),
        }),
        achievement: claims.achievement.as_ref().map(|achievement| Achievement {
            name: achievement.name.as_ref().map(|name| name.value.as_str()),
        }),
        skills: claims.skills().into_iter().map(skill).collect(),
        wants: report
            .wants
            .iter()
            .map(|want| Want {
                url: &want.url,
                purpose: want.purpose.code(),
            })
            .collect(),
    })
}

/// The same for a file without badge data.
#[must_use]
pub fn unreadable_json(file: &str, unreadable: &Unreadable, at: Timestamp) -> String {
    let problem = Problem {
        code: unreadable.code(),
        detail: english::unreadable(unreadable),
    };
    without_badge(file, english::UNREADABLE, problem, at)
}

/// The same for a file that could not be had; `detail` says why.
#[must_use]
pub fn not_loaded_json(file: &str, detail: &str, at: Timestamp) -> String {
    let problem = Problem {
        code: "not-loaded",
        detail: detail.to_owned(),
    };
    without_badge(file, english::NOT_LOADED, problem, at)
}

fn without_badge(file: &str, headline: &str, problem: Problem, at: Timestamp) -> String {
    line(&Root {
        report: CONTRACT,
        file,
        at: at.utc().to_string(),
        carrier: None,
        found: None,
        notes: Vec::new(),
        format: None,
        verdict: Verdict::Unreadable.code(),
        headline: headline.to_owned(),
        attested: false,
        checks: Vec::new(),
        problem: Some(problem),
        issuer: None,
        achievement: None,
        skills: Vec::new(),
        wants: Vec::new(),
    })
}

fn line(root: &Root<'_>) -> String {
    // Strings, numbers and lists of them always serialise.
    serde_json::to_string(root).unwrap_or_default()
}

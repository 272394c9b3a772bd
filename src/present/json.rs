//! The report as JSON: the contract of the command line, and of the element's `report` property.

mod annex_i;
mod check;
mod evidence;
mod listing;
mod nested;
mod note;
mod presentation;
mod proof;

use serde::Serialize;

use self::check::Check;
use self::evidence::{Document, documents};
use self::listing::{Listing, listings};
use self::nested::{Endorsement, Record};
use self::note::{Note, notes, oddities};
use self::presentation::Presentation;
use self::proof::Proof;
use super::english;
use crate::carrier::{Carrier, Found, Unreadable};
use crate::evidence::Request;
use crate::report::{Report, Verdict};
use crate::timestamp::Timestamp;
use crate::verify::HolderReport;

/// The version of the contract, which changes when a member changes its meaning.
const CONTRACT: u32 = 1;

/// Where a credential stands: in which file, and which one of how many.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The name that the caller knows the file by.
    pub file: &'a str,
    pub carrier: Carrier,
    /// Where in the carrier.
    pub found: &'a Found,
    /// The credential's number, from 1 on.
    pub index: usize,
    /// How many credentials the file holds.
    pub of: usize,
    /// What is known of who presents them, where a presentation carries them.
    pub presentation: Option<&'a HolderReport>,
}

#[derive(Serialize)]
struct Root<'a> {
    report: u32,
    file: &'a str,
    /// Left out for a file with one credential outside any presentation; `presentation` likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    credential: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    presentation: Option<Presentation<'a>>,
    at: String,
    /// When it was checked, where that is another time than the one that it answers for.
    #[serde(skip_serializing_if = "Option::is_none")]
    checked_at: Option<String>,
    carrier: Option<&'static str>,
    /// Where in the carrier, such as `iTXt openbadgecredential`.
    found: Option<String>,
    format: Option<&'static str>,
    verdict: &'static str,
    headline: String,
    /// Whether a signature by the issuer's own key covers what follows, or the issuer's site
    /// confirms it.
    attested: bool,
    /// Whether it is about a newer version than the file's.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    refreshed: bool,
    checks: Vec<Check<'a>>,
    /// What each proof of the document came to.
    proofs: Vec<Proof<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Problem>,
    issuer: Option<Issuer<'a>>,
    achievement: Option<Achievement<'a>>,
    skills: Vec<Skill>,
    /// What is stated of each element of Annex I, where the credential is about an achievement.
    #[serde(skip_serializing_if = "Option::is_none")]
    annex_i: Option<Vec<annex_i::Element<'a>>>,
    /// What a record says besides, and a report of this form for each credential in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<Record<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    credentials: Vec<Self>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    endorsements: Vec<Endorsement<'a>>,
    /// What a reader should know besides.
    notes: Vec<Note>,
    /// The documents that it rests on, and where each came from; a record's stand with the record.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    evidence: Vec<Document<'a>>,
    wants: Vec<Want<'a>>,
}

#[derive(Serialize)]
struct Number {
    index: usize,
    of: usize,
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
    /// What its key shows of it, in a sentence, where no registry says more.
    identity: Option<String>,
    listed_in: Vec<&'a str>,
    /// What each of these registries says of it.
    listings: Vec<Listing<'a>>,
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

/// One object on one line.
#[must_use]
pub fn report_json(place: &Place<'_>, report: &Report) -> String {
    line(&root(place, report))
}

fn root<'a>(place: &Place<'a>, report: &'a Report) -> Root<'a> {
    let claims = &report.claims;
    let skill = |skill: crate::credential::Skill| Skill {
        framework: skill.framework.name().map(str::to_owned),
        name: skill.name.map(|name| name.value),
        url: skill.url,
    };
    Root {
        checked_at: report.now.map(|now| now.utc().to_string()),
        carrier: Some(place.carrier.code()),
        found: place.found.path(),
        format: Some(report.format.code()),
        verdict: report.verdict.code(),
        headline: english::headline(report),
        attested: report.is_attested(),
        refreshed: report.refreshed,
        checks: report.checks.all().iter().map(Check::of).collect(),
        proofs: report.proofs.iter().map(Proof::of).collect(),
        problem: None,
        issuer: Some(Issuer {
            id: claims.issuer.id.as_deref(),
            name: claims.issuer.name.as_ref().map(|name| name.value.as_str()),
            identity: english::identity(report),
            listed_in: report
                .listings
                .iter()
                .map(|listing| listing.registry.as_str())
                .collect(),
            listings: listings(&report.listings),
        }),
        achievement: claims.achievement.as_ref().map(|achievement| Achievement {
            name: achievement.name.as_ref().map(|name| name.value.as_str()),
        }),
        skills: claims.skills().into_iter().map(skill).collect(),
        annex_i: annex_i::annex_i(claims),
        record: claims.record.as_ref().map(Record::of),
        credentials: credentials(place, report),
        endorsements: report.endorsements.iter().map(Endorsement::of).collect(),
        notes: [oddities(place.found), notes(&report.notes)].concat(),
        evidence: documents(&report.evidence),
        wants: wants(&report.wants),
        ..Root::without_badge(place.file, report.at).at(place)
    }
}

/// The credentials in a record, numbered in it.
fn credentials<'a>(place: &Place<'a>, record: &'a Report) -> Vec<Root<'a>> {
    let of = record.credentials.len();
    let nested = |(index, credential): (usize, &'a Result<Report, Unreadable>)| {
        let place = Place {
            found: const { &Found::NOWHERE },
            index: index + 1,
            of,
            presentation: None,
            ..*place
        };
        let root = match credential {
            Ok(report) => root(&place, report),
            Err(why) => unreadable_credential(&place, why, record.at),
        };
        Root {
            credential: Some(Number {
                index: index + 1,
                of,
            }),
            ..root
        }
    };
    record.credentials.iter().enumerate().map(nested).collect()
}

/// The same for a credential of a file's that cannot be read.
#[must_use]
pub fn unreadable_credential_json(
    place: &Place<'_>,
    unreadable: &Unreadable,
    at: Timestamp,
) -> String {
    line(&unreadable_credential(place, unreadable, at))
}

fn unreadable_credential<'a>(
    place: &Place<'a>,
    unreadable: &Unreadable,
    at: Timestamp,
) -> Root<'a> {
    Root {
        carrier: Some(place.carrier.code()),
        headline: english::UNREADABLE_CREDENTIAL.to_owned(),
        problem: Some(Problem::of(unreadable)),
        ..Root::without_badge(place.file, at).at(place)
    }
}

/// The same for a file without badge data.
#[must_use]
pub fn unreadable_json(file: &str, unreadable: &Unreadable, at: Timestamp) -> String {
    line(&Root {
        problem: Some(Problem::of(unreadable)),
        ..Root::without_badge(file, at)
    })
}

/// The same for a file that could not be had; `detail` says why.
#[must_use]
pub fn not_loaded_json(file: &str, detail: &str, at: Timestamp) -> String {
    let problem = Problem {
        code: "not-loaded",
        detail: detail.to_owned(),
    };
    line(&Root {
        headline: english::NOT_LOADED.to_owned(),
        problem: Some(problem),
        ..Root::without_badge(file, at)
    })
}

impl<'a> Root<'a> {
    fn without_badge(file: &'a str, at: Timestamp) -> Self {
        Self {
            report: CONTRACT,
            file,
            credential: None,
            presentation: None,
            at: at.utc().to_string(),
            checked_at: None,
            carrier: None,
            found: None,
            format: None,
            verdict: Verdict::Unreadable.code(),
            headline: english::UNREADABLE.to_owned(),
            attested: false,
            refreshed: false,
            checks: Vec::new(),
            proofs: Vec::new(),
            problem: None,
            issuer: None,
            achievement: None,
            skills: Vec::new(),
            annex_i: None,
            record: None,
            credentials: Vec::new(),
            endorsements: Vec::new(),
            notes: Vec::new(),
            evidence: Vec::new(),
            wants: Vec::new(),
        }
    }

    /// The same, with the credential's place where that tells something.
    fn at(self, place: &Place<'a>) -> Self {
        let Place { index, of, .. } = *place;
        let is_single = of == 1 && place.presentation.is_none();
        Self {
            credential: (!is_single).then_some(Number { index, of }),
            presentation: place.presentation.map(Presentation::of),
            ..self
        }
    }
}

impl Problem {
    fn of(unreadable: &Unreadable) -> Self {
        Self {
            code: unreadable.code(),
            detail: english::unreadable(unreadable),
        }
    }
}

fn wants(wants: &[Request]) -> Vec<Want<'_>> {
    let wants = wants.iter().map(|want| Want {
        url: &want.url,
        purpose: want.purpose.code(),
    });
    wants.collect()
}

fn line(root: &Root<'_>) -> String {
    // Strings, numbers and lists of them always serialise.
    serde_json::to_string(root).unwrap_or_default()
}

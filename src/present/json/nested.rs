//! Parts of the report that stand for credentials in others.

use serde::Serialize;

use crate::credential;
use crate::nested::EndorsementReport;
use crate::present::english;

/// What a record says beside what any credential says.
#[derive(Serialize)]
pub(super) struct Record<'a> {
    /// Whether it says that something is left out; null where it does not say.
    partial: Option<bool>,
    /// Achievements that it describes, earned or not.
    achievements: Vec<Achievement<'a>>,
    associations: Vec<Association<'a>>,
}

#[derive(Serialize)]
struct Achievement<'a> {
    id: Option<&'a str>,
    name: Option<&'a str>,
}

#[derive(Serialize)]
struct Association<'a> {
    #[serde(rename = "type")]
    association_type: Option<&'a str>,
    source: Option<&'a str>,
    target: Option<&'a str>,
}

impl<'a> Record<'a> {
    pub fn of(record: &'a credential::Record) -> Self {
        let achievements = record.achievements.iter();
        let associations = record.associations.iter();
        Self {
            partial: record.partial,
            achievements: achievements
                .map(|achievement| Achievement {
                    id: achievement.id.as_deref(),
                    name: achievement.name.as_ref().map(|name| name.value.as_str()),
                })
                .collect(),
            associations: associations
                .map(|association| Association {
                    association_type: association.association_type.as_deref(),
                    source: association.source_id.as_deref(),
                    target: association.target_id.as_deref(),
                })
                .collect(),
        }
    }
}

/// An endorsement, and what it comes to.
#[derive(Serialize)]
pub(super) struct Endorsement<'a> {
    /// What it stands on: `credential`, `achievement` or `issuer`.
    on: &'static str,
    /// A pass counts: a good signature, in force, on what it stands on.
    outcome: &'static str,
    code: &'static str,
    /// Its verdict as a credential.
    verdict: &'static str,
    detail: String,
    issuer: Option<Issuer<'a>>,
    comment: Option<&'a str>,
}

#[derive(Serialize)]
struct Issuer<'a> {
    id: Option<&'a str>,
    /// What the endorsement calls its issuer.
    name: Option<&'a str>,
    listed_in: Vec<&'a str>,
}

impl<'a> Endorsement<'a> {
    pub fn of(report: &'a EndorsementReport) -> Self {
        let credential = report.credential.as_ref().ok();
        Self {
            on: report.endorsed.code(),
            outcome: report.outcome.code(),
            code: match &report.credential {
                Ok(_) => report.reason.code(),
                Err(why) => why.code(),
            },
            verdict: credential.map_or("unreadable", |it| it.verdict.code()),
            detail: english::endorsement(report),
            issuer: credential.map(|it| {
                let issuer = &it.claims.issuer;
                let listings = it.listings.iter();
                Issuer {
                    id: issuer.id.as_deref(),
                    name: issuer.name.as_ref().map(|name| name.value.as_str()),
                    listed_in: listings.map(|listing| listing.registry.as_str()).collect(),
                }
            }),
            comment: report.comment.as_ref().map(|text| text.value.as_str()),
        }
    }
}

//! How the achievements of a record hang together, by their names where these are known.

use super::english;
use crate::credential::Text;
use crate::report::Report;

/// Two achievements, or credentials, and the words between them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct AssociationLine<'a> {
    pub source: Associated<'a>,
    pub words: String,
    pub target: Associated<'a>,
}

/// What an association refers to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Associated<'a> {
    /// Only its identifier is known.
    Identifier(&'a str),
    Missing,
    Named(&'a Text),
}

/// Every association of a record; nothing for another credential.
#[must_use]
pub fn associations(report: &Report) -> Vec<AssociationLine<'_>> {
    let record = report.claims.record.iter();
    let associations = record.flat_map(|record| &record.associations);
    associations
        .map(|association| AssociationLine {
            source: associated(report, association.source_id.as_deref()),
            words: match &association.association_type {
                Some(kind) => english::association(kind),
                None => english::association(""),
            },
            target: associated(report, association.target_id.as_deref()),
        })
        .collect()
}

fn associated<'a>(report: &'a Report, id: Option<&'a str>) -> Associated<'a> {
    let Some(id) = id else {
        return Associated::Missing;
    };
    name(report, id).map_or(Associated::Identifier(id), Associated::Named)
}

/// The name that the record gives what has this identifier, or a credential in it that is attested.
fn name<'a>(report: &'a Report, id: &str) -> Option<&'a Text> {
    let record = report.claims.record.iter();
    let described = record.flat_map(|record| &record.achievements);
    let attested = report.credentials.iter().flatten();
    let attested = attested.filter(|report| report.is_attested());
    let earned = attested
        .clone()
        .filter_map(|report| report.claims.achievement.as_ref());
    let mut achievements = described.chain(earned);
    let achievement = achievements.find(|it| it.id.as_deref() == Some(id));
    let mut credentials = attested.map(|report| &report.claims);
    achievement
        .and_then(|achievement| achievement.name.as_ref())
        .or_else(|| {
            credentials
                .find(|claims| claims.id.as_deref() == Some(id))
                .and_then(|claims| claims.title())
        })
}

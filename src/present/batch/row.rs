//! What a row says of a file: less than its card, and nothing that the card would not.

use crate::credential::Issuer;
use crate::present::english::{self, card, shortened};
use crate::present::{Hallmark, Stamp, suspicions};
use crate::report::{Check, Outcome, Question, Report, Verdict};

/// What a row says of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub verdict: Verdict,
    /// How the four marks are stamped, in the order of [`Hallmark::ALL`]; None where there is no badge.
    pub marks: Option<[Stamp; 4]>,
    pub says: Says,
    /// Whether the network could tell more.
    pub could_ask: bool,
}

/// What stands beside the verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Says {
    /// What the badge attests: its name and its issuer.
    Badge { name: String, issuer: RowIssuer },
    /// That, in a sentence of ours, because nothing is attested, or the name could deceive.
    Sentence(String),
}

/// The issuer in a line, as a card of one row has it.
#[derive(Clone, Debug, PartialEq)]
pub enum RowIssuer {
    /// A registry's name, which stands bare.
    Listed(String),
    /// What it calls itself, and its identifier.
    SelfNamed {
        name: Option<String>,
        id: Option<String>,
    },
}

impl Row {
    /// The row of a file with one credential.
    #[must_use]
    pub fn of_report(report: &Report) -> Self {
        let says = match attested_name(report) {
            Some(name) => Says::Badge {
                name,
                issuer: RowIssuer::of(report),
            },
            None => Says::Sentence(why(report)),
        };
        Self {
            verdict: report.verdict,
            marks: Some(Hallmark::ALL.map(|hallmark| hallmark.stamp(report))),
            says,
            could_ask: !report.wants.is_empty(),
        }
    }

    /// The row of a file in which there is no badge, for this reason in words.
    #[must_use]
    pub fn unreadable(why: String) -> Self {
        Self {
            verdict: Verdict::Unreadable,
            marks: None,
            says: Says::Sentence(why),
            could_ask: false,
        }
    }

    /// The row of a file that could not be checked, for this reason in words.
    #[must_use]
    pub fn not_checked(why: String) -> Self {
        Self {
            verdict: Verdict::Unconfirmed,
            ..Self::unreadable(why)
        }
    }

    /// The row of a file with these credentials: that of the only one, or of the one that can be relied on
    /// least, the first of several, as for the file's cards. Of one that cannot be read there is the reason,
    /// in words. None without any.
    #[must_use]
    pub fn of_file(credentials: &[Result<&Report, String>]) -> Option<Self> {
        let reliance = |credential: &Result<&Report, String>| match credential {
            Ok(report) => report.verdict.reliance(),
            Err(_) => Verdict::Unreadable.reliance(),
        };
        let least = credentials.iter().enumerate();
        let (index, least) = least.min_by_key(|(_, credential)| reliance(credential))?;
        let (mut row, headline) = match least {
            Ok(report) => (Self::of_report(report), english::headline(report)),
            Err(why) => (
                Self::unreadable(why.clone()),
                english::UNREADABLE_CREDENTIAL.to_owned(),
            ),
        };
        if credentials.len() > 1 {
            row.says = Says::Sentence(english::several(credentials.len(), index + 1, &headline));
            let mut reports = credentials.iter().flatten();
            row.could_ask = reports.any(|report| !report.wants.is_empty());
        }
        Some(row)
    }

    /// All that is to be found by searching, the file's name apart.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let (first, issuer) = match &self.says {
            Says::Badge { name, issuer } => (name, Some(issuer)),
            Says::Sentence(sentence) => (sentence, None),
        };
        let of_issuer = match issuer {
            Some(RowIssuer::Listed(name)) => [Some(name), None],
            Some(RowIssuer::SelfNamed { name, id }) => [name.as_ref(), id.as_ref()],
            None => [None, None],
        };
        let all = of_issuer.into_iter().flatten().map(String::as_str);
        std::iter::once(first.as_str()).chain(all)
    }
}

impl RowIssuer {
    fn of(report: &Report) -> Self {
        let Issuer { name, id, .. } = &report.claims.issuer;
        match report.listings.first() {
            Some(listing) => Self::Listed(shortened(&listing.name)),
            None => Self::SelfNamed {
                name: name.as_ref().map(|name| shortened(&name.value)),
                id: id.as_deref().map(shortened),
            },
        }
    }
}

/// What keeps its content from being attested: more than the verdict says. Of a name that could deceive, the
/// headline.
fn why(report: &Report) -> String {
    let deciding = [Question::Integrity, Question::IssuerKey, Question::Dates];
    let checks = deciding.map(|question| report.checks.get(question));
    let is_open = |check: &&&Check| !matches!(check.outcome, Outcome::Pass | Outcome::Absent);
    // A check that fails says more than one that is open.
    let failed = checks.iter().find(|check| check.outcome == Outcome::Fail);
    match failed.or_else(|| checks.iter().find(is_open)) {
        Some(check) if !report.is_attested() => english::detail(check),
        _ => english::headline(report),
    }
}

/// Its name, where it is attested and there is no need to warn of it or of the issuer's: a row has no room
/// for that.
fn attested_name(report: &Report) -> Option<String> {
    if !report.is_attested() {
        return None;
    }
    let title = report.claims.title();
    let own_name = report.claims.issuer.name.as_ref();
    let own_name = own_name.filter(|_| report.listings.is_empty());
    let mut names = title.iter().copied().chain(own_name);
    if names.any(|name| !suspicions(&name.value).is_empty()) {
        return None;
    }
    Some(title.map_or_else(|| card::NO_NAME.to_owned(), |title| shortened(&title.value)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Credential, Evidence, Policy, Timestamp, open, verify};

    const MINIMAL: &[u8] = include_bytes!("../../../samples/minimal.json");
    const ALTERED: &[u8] = include_bytes!("../../../samples/altered.json");
    const UNSIGNED: &[u8] = include_bytes!("../../../samples/unsigned.json");
    const STRANGERS_KEY: &[u8] = include_bytes!("../../../samples/strangers-key.json");

    fn report(bytes: &[u8]) -> Report {
        let policy = Policy::default();
        let at = Timestamp::parse("2026-06-01T00:00:00Z").expect("a time");
        let opened = open(bytes, &policy.bounds).expect("a badge");
        let only: Option<&Credential> = opened.credentials.only();
        verify(only.expect("one"), &Evidence::none(), &policy, at)
    }

    #[test]
    fn an_attested_badge_has_its_name_and_its_issuer_calls_itself() {
        let row = Row::of_report(&report(MINIMAL));
        assert_eq!(row.verdict, Verdict::Unlisted);
        let Says::Badge { name, issuer } = row.says else {
            panic!("a badge, not {:?}", row.says);
        };
        assert_eq!(name, "First Aid at Work");
        let RowIssuer::SelfNamed { name, id } = issuer else {
            panic!("no registry lists it: {issuer:?}");
        };
        assert_eq!(name.as_deref(), Some("Harbour Training"));
        assert!(id.is_some_and(|id| id.starts_with("did:key:")));
        use Stamp::{Outline, Solid};
        assert_eq!(row.marks, Some([Solid, Solid, Outline, Solid]));
    }

    #[test]
    fn what_is_not_attested_is_not_named() {
        for (badge, verdict) in [
            (ALTERED, Verdict::Invalid),
            (UNSIGNED, Verdict::Unconfirmed),
            (STRANGERS_KEY, Verdict::Invalid),
        ] {
            let report = report(badge);
            let row = Row::of_report(&report);
            assert_eq!(row.verdict, verdict);
            let Says::Sentence(sentence) = row.says else {
                panic!("it is named: {:?}", row.says);
            };
            let title = report.claims.title().map(|title| title.value.clone());
            assert!(!sentence.contains(&title.expect("a title")), "{sentence}");
        }
    }

    #[test]
    fn of_several_credentials_the_least_sure_decides() {
        let (good, altered) = (report(MINIMAL), report(ALTERED));
        let unreadable = || Err("It is no credential.".to_owned());
        let row = |credentials: &[_]| Row::of_file(credentials).expect("a row");
        let both = row(&[Ok(&good), Ok(&altered)]);
        assert_eq!(both.verdict, Verdict::Invalid);
        assert_eq!(
            both.says,
            Says::Sentence(
                "2 credentials in this file. The least sure of them is number 2: Don't rely on this badge."
                    .into()
            )
        );
        assert_eq!(row(&[unreadable(), Ok(&good)]).verdict, Verdict::Unreadable);
        assert_eq!(
            row(&[unreadable()]),
            Row::unreadable("It is no credential.".into())
        );
        assert_eq!(Row::of_file(&[]), None);
    }

    #[test]
    fn a_name_that_could_deceive_is_not_shown() {
        let mut report = report(MINIMAL);
        let achievement = report.claims.achievement.as_mut().expect("an achievement");
        let name = achievement.name.as_mut().expect("a name");
        name.value = "First \u{202e}dia".into();
        let row = Row::of_report(&report);
        assert_eq!(row.verdict, Verdict::Unlisted);
        assert_eq!(row.says, Says::Sentence(english::headline(&report)));
    }
}

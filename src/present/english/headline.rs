//! The headline, and what stands under it.

use super::{as_of, date, provenance, record, shortened};
use crate::reason::Reason;
use crate::report::{Basis, Outcome, Question, Report, Verdict};
use crate::web_address::WebAddress;

/// The headline where there is no report.
pub const UNREADABLE: &str = "No badge data found in this file.";

/// The headline where one of a file's credentials cannot be read.
pub const UNREADABLE_CREDENTIAL: &str = "No badge data found in this part of the file.";

/// The verdict in one plain sentence, which says for which day where that is not today; behind a
/// record's, what is wrong with credentials in it.
#[must_use]
pub fn headline(report: &Report) -> String {
    let own = match report.basis {
        Basis::Record => record::rests_on_record(report),
        Basis::Hosting | Basis::Signature => of_verdict(report),
    };
    let own = as_of::prefix(report).unwrap_or_default() + &own;
    match record::unsure(report) {
        Some(unsure) => format!("{own} {unsure}"),
        None => own,
    }
}

fn of_verdict(report: &Report) -> String {
    let issuer = report.claims.issuer.id.as_deref();
    let genuine = established(report);
    let status = &report.checks.get(Question::Status).reason;
    let is_anothers = report.checks.get(Question::Recipient).outcome == Outcome::Fail;
    match report.verdict {
        Verdict::Unreadable => UNREADABLE.into(),
        Verdict::Invalid => format!("Don't rely on this {}.", record::noun(&report.claims)),
        Verdict::Unconfirmed => {
            format!("We couldn't confirm this {}.", record::noun(&report.claims))
        }
        Verdict::Revoked => "Withdrawn by the issuer.".into(),
        Verdict::Suspended => "Suspended by the issuer.".into(),
        Verdict::NotYetValid => match report.checks.get(Question::Dates).reason {
            Reason::NotYetValid { from } => {
                format!("{genuine}, but not valid until {}.", date(from))
            }
            _ => format!("{genuine}, but not valid yet."),
        },
        Verdict::Expired => match report.checks.get(Question::Dates).reason {
            Reason::Expired { until } => format!("{genuine}, but expired on {}.", date(until)),
            _ => format!("{genuine}, but expired."),
        },
        Verdict::StatusUnknown | Verdict::Unlisted | Verdict::Genuine if is_anothers => {
            format!("{genuine}, but not for the person you named.")
        }
        Verdict::StatusUnknown if let Reason::AsOf(reason) = status => {
            let signature = match report.basis {
                Basis::Hosting => &*genuine,
                Basis::Record | Basis::Signature => "Genuine signature",
            };
            format!("{signature}; {}.", as_of::headline(*reason))
        }
        Verdict::StatusUnknown if report.basis == Basis::Hosting => {
            format!("{genuine}; we couldn't check whether it was withdrawn.")
        }
        Verdict::StatusUnknown => {
            "Genuine signature; we couldn't check whether it was withdrawn.".into()
        }
        Verdict::Unlisted if report.basis == Basis::Hosting => {
            format!("{genuine}. We can't confirm who that is.")
        }
        Verdict::Unlisted => {
            let id = issuer.unwrap_or("an unknown issuer");
            format!("Genuine signature from {id}. We can't confirm who that is.")
        }
        Verdict::Genuine => {
            let name = report.listings.first().map(|listing| listing.name.as_str());
            let name = name.unwrap_or("a listed issuer");
            let date = date(report.at);
            match report.basis {
                Basis::Hosting => {
                    format!("Confirmed now by the site of {name}, in force on {date}.")
                }
                Basis::Record | Basis::Signature => {
                    format!("Genuine, from {name}, in force on {date}.")
                }
            }
        }
    }
}

/// What is known of a badge that is the issuer's. A site's word is no proof of what it said before.
fn established(report: &Report) -> String {
    match (report.basis, &report.checks.get(Question::IssuerKey).reason) {
        (Basis::Record | Basis::Signature, _) => "Genuine".into(),
        (Basis::Hosting, Reason::HostedByIssuer { url }) => match WebAddress::parse(url) {
            Some(address) => format!("Confirmed now by {}", shortened(address.host())),
            None => "Confirmed now by its site".into(),
        },
        (Basis::Hosting, _) => "Confirmed now by its site".into(),
    }
}

/// What the verdict does not say. The first always stands.
#[must_use]
pub fn caveats(report: &Report) -> Vec<String> {
    let mut caveats = vec!["This does not check how good the course was.".to_owned()];
    caveats.extend(as_of::caveat(report));
    caveats.extend(provenance(&report.evidence));
    caveats.extend(record::caveats(report));
    if report.basis == Basis::Hosting && report.is_attested() {
        caveats.push(
            "It says what the site says today, which may not be what was awarded once.".into(),
        );
    }
    if report.checks.get(Question::Recipient).outcome == Outcome::Skipped {
        caveats.push("We haven't checked that it belongs to the person who sent it.".into());
    }
    caveats
}

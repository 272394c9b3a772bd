//! What lists of withdrawn badges say, and why they may say nothing.

use super::detail::why as sentence;
use super::open_badges::host;
use super::{date, shortened};
use crate::reason::Reason;
use crate::status::{Consulted, Keeper, Standing, StatusReason};

/// A reason that has to do with lists.
pub(super) fn status(reason: &StatusReason) -> String {
    match reason {
        StatusReason::AnothersList { url, issuer, says } => format!(
            "The list at {} is by somebody else than the issuer ({}), whom we don't know. {} That isn't the issuer's word.",
            host(url),
            shortened(issuer),
            match says {
                None | Some(Standing::Clear) => "It doesn't have the badge.",
                Some(Standing::Revoked) => "It says that the badge is withdrawn.",
                Some(Standing::Suspended) => "It says that the badge is suspended.",
            }
        ),
        StatusReason::Clear { consulted } => {
            let sentences: Vec<String> = consulted.iter().map(clear).collect();
            sentences.join(" ")
        }
        StatusReason::Revoked { consulted } => {
            format!("{} says that it is withdrawn.", list(consulted))
        }
        StatusReason::Suspended { consulted } => {
            format!("{} says that it is suspended for now.", list(consulted))
        }
        StatusReason::IndexOutOfRange {
            url,
            index,
            entries,
        } => format!(
            "The list at {} ends before this badge's place in it: place {index} of {entries}.",
            host(url)
        ),
        StatusReason::MalformedEntry { member } => format!(
            "The badge names a place to ask, and its “{member}” is missing or of the wrong form."
        ),
        StatusReason::MalformedList { url, member } => format!(
            "What {} gives is not a list of withdrawn badges as it should be: its “{member}” is missing or of the wrong form.",
            host(url)
        ),
        StatusReason::NoIdentifier => {
            "The list names badges by their identifiers, and this badge has none.".into()
        }
        StatusReason::OtherPurpose { url, purpose } => format!(
            "The list at {} is not one of this kind (“{purpose}”).",
            host(url)
        ),
        StatusReason::TooLarge { url, .. } => {
            format!("The list at {} unpacks to more than we read.", host(url))
        }
        StatusReason::TooManyEntries { limit } => {
            format!("The badge names more than {limit} places to ask, more than we follow.")
        }
        StatusReason::UnreliableList { url, why } => unreliable(&host(url), why),
        StatusReason::UnsupportedFormat { url } => format!(
            "The list at {} is in a form that we can't read yet.",
            host(url)
        ),
        StatusReason::UnsupportedPurpose { purpose } => format!(
            "The badge names a list of a kind that we don't know: “{}”.",
            shortened(purpose)
        ),
        StatusReason::UnsupportedValue { url, value } => format!(
            "The list at {} says something of it (“{value}”) that no standard gives a meaning.",
            host(url)
        ),
    }
}

fn clear(consulted: &Consulted) -> String {
    let by = match &consulted.keeper {
        Keeper::Issuer => "",
        Keeper::Listed { .. } => " The issuer itself didn't sign it.",
        Keeper::Site => " Nobody signed the list, so this is that site's word alone.",
    };
    format!("{} doesn't have it.{by}", list(consulted))
}

/// A list, by whose it is, where, and of when.
fn list(consulted: &Consulted) -> String {
    let host = host(&consulted.url);
    let list = match &consulted.keeper {
        Keeper::Issuer => format!("The issuer's list at {host}"),
        Keeper::Listed { name } => format!("The list of {} at {host}", shortened(name)),
        Keeper::Site => format!("The list at {host}"),
    };
    match consulted.from {
        Some(from) => format!("{list}, of {},", date(from)),
        None => list,
    }
}

fn unreliable(host: &str, why: &Reason) -> String {
    match why {
        Reason::Expired { until } => {
            format!("The list at {host} is out of date since {}.", date(*until))
        }
        Reason::NotYetValid { from } => {
            format!(
                "The list at {host} speaks of the time from {} on.",
                date(*from)
            )
        }
        Reason::SignatureMismatch { .. } => {
            format!("The list at {host} was changed after it was signed, or is damaged.")
        }
        Reason::NoProof => format!("Nobody signed the list at {host}."),
        why => format!("The list at {host} can't be relied on. {}", sentence(why)),
    }
}

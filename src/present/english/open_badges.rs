//! Badges before 3.0: what their sites say, and what was signed.

use super::{list, shortened};
use crate::reason::Reason;
use crate::web_address::WebAddress;

/// Why a check of a badge before 3.0 came out as it did; None for other reasons.
pub(super) fn open_badges(reason: &Reason) -> Option<String> {
    Some(match reason {
        Reason::AssertionSigned { mechanism } => format!(
            "The signature ({}) matches, and covers that the badge was awarded. What the badge stands for, where it isn't part of the file, and who its issuer is are as their own addresses say now.",
            super::mechanism(*mechanism)
        ),
        Reason::Hosted { url } => format!(
            "{} confirms now what is shown here. A site can change what it says, so this doesn't tell what was awarded once.",
            host(url)
        ),
        Reason::HostedByIssuer { url } => format!(
            "{} is where the issuer says that its badges are.",
            host(url)
        ),
        Reason::HostedElsewhere { url, issuer } => format!(
            "The issuer ({}) doesn't say that its badges are at {}.",
            shortened(issuer),
            host(url)
        ),
        Reason::StillHosted { url } => {
            format!("{} still has it, and doesn't call it withdrawn.", host(url))
        }
        Reason::DiffersFromHosted { url, members } => format!(
            "{} now says something else than this file, in: {}.",
            host(url),
            list(members)
        ),
        Reason::NotRevoked { url } => {
            format!("{}'s list of withdrawn badges doesn't have it.", host(url))
        }
        Reason::NoAddress => {
            "Its site would have to confirm it, and the file names no web address to ask at.".into()
        }
        Reason::NotItsAddress { url, id } => format!(
            "{} gives what is said to be at another address: {}.",
            shortened(url),
            shortened(id)
        ),
        Reason::TokenMissing => {
            "It was signed as a whole, and this is what was signed without the signature.".into()
        }
        Reason::UnresolvableIssuer { issuer } => format!(
            "The issuer's identifier ({}) is no web address, so its profile can't be asked for.",
            shortened(issuer)
        ),
        _ => return None,
    })
}

/// The host of an address, to name a site by.
pub(super) fn host(url: &str) -> String {
    let address = WebAddress::parse(url);
    shortened(address.as_ref().map_or(url, WebAddress::host))
}

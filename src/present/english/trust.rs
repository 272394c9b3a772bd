//! What registries of issuers came to.

use super::unobtained::{self, unobtained};
use super::{list, shortened};
use crate::evidence::Unreachable;
use crate::reason::Unobtained;
use crate::trust::{NoAnswer, StatementError, TrustReason, Unanswered, foremost};
use crate::web_address::WebAddress;

/// Registries that are named one by one; of more, the first.
const NAMED: usize = 8;

/// Why it is, or is not, known who the issuer is.
pub(super) fn detail(reason: &TrustReason) -> String {
    match reason {
        TrustReason::Listed { registries } => format!("Listed in {}.", names(registries)),
        TrustReason::NoRegistry => "We had no list of known issuers to look in.".into(),
        TrustReason::NotListed { registries } => {
            format!("Not in the lists we checked: {}.", names(registries))
        }
        TrustReason::TestRegistryOnly { registries } => format!(
            "Only a test registry lists it ({}), and those never count.",
            names(registries)
        ),
        TrustReason::Unanswered {
            not_listed_in,
            unanswered,
        } => {
            let mut sentences = Vec::new();
            if !not_listed_in.is_empty() {
                sentences.push(format!(
                    "Not in the lists we checked: {}.",
                    names(not_listed_in)
                ));
            }
            let is_not_asked =
                |it: &&Unanswered| it.why == NoAnswer::Unobtained(Unobtained::NotAsked);
            let not_asked = unanswered.iter().filter(is_not_asked).map(name);
            let not_asked: Vec<String> = not_asked.take(NAMED).collect();
            if !not_asked.is_empty() {
                sentences.push(format!("We haven't asked {} yet.", list(&not_asked)));
            }
            let silent = unanswered.iter().filter(|it| !is_not_asked(it));
            sentences.extend(silent.take(NAMED).map(no_answer));
            sentences.join(" ")
        }
    }
}

/// What a person can do.
pub(super) fn next_step(reason: &TrustReason) -> Option<&'static str> {
    let foremost = match reason {
        TrustReason::Listed { .. } => return None,
        TrustReason::Unanswered { unanswered, .. } => foremost(unanswered),
        _ => None,
    };
    Some(match foremost {
        // No list is taken from anybody's hand.
        Some(NoAnswer::Unobtained(
            Unobtained::NotAsked | Unobtained::Declined | Unobtained::SuppliedByHand,
        )) => unobtained::next_step(Unobtained::SuppliedByHand),
        Some(NoAnswer::Unobtained(why @ Unobtained::Unreachable(Unreachable::Offline))) => {
            unobtained::next_step(*why)
        }
        _ => "Compare the issuer's domain or key with what the institution publishes.",
    })
}

/// What keeps the mark from being stamped.
pub(super) fn hallmark_state(reason: &TrustReason) -> &'static str {
    match reason {
        TrustReason::Listed { .. } => "yes",
        TrustReason::NoRegistry => "no list to ask",
        TrustReason::NotListed { .. } => "not in our lists",
        TrustReason::TestRegistryOnly { .. } => "test list only",
        TrustReason::Unanswered { unanswered, .. } => match foremost(unanswered) {
            Some(NoAnswer::Unobtained(
                Unobtained::NotAsked | Unobtained::Declined | Unobtained::SuppliedByHand,
            )) => "lists not asked",
            _ => "couldn't ask",
        },
    }
}

fn no_answer(unanswered: &Unanswered) -> String {
    let name = name(unanswered);
    match &unanswered.why {
        NoAnswer::BeyondLimit { limit } => {
            format!("We didn't ask {name}: of a list's registries we ask the first {limit}.")
        }
        NoAnswer::LongAddress { .. } => {
            format!("We can't ask {name}: the issuer's identifier is too long.")
        }
        NoAnswer::Malformed => format!("{name} answered in a form that we don't know."),
        NoAnswer::NotARegistry(error) => format!(
            "{name} did not hold a list of issuers ({}).",
            shortened(&error.problem)
        ),
        NoAnswer::NoAddress => format!("{name} is listed without an address to ask."),
        NoAnswer::Statement(error) => {
            format!("The answer of {name} can't be used: {}.", refused(error))
        }
        NoAnswer::Unobtained(Unobtained::Declined) => {
            format!("We were not allowed to ask {name}.")
        }
        NoAnswer::Unobtained(why) => unobtained(&name, *why),
        NoAnswer::UnsupportedKind { name: kind } => format!(
            "{name} is of a kind that we can't ask yet: {}.",
            shortened(kind)
        ),
    }
}

fn refused(error: &StatementError) -> &'static str {
    match error {
        StatementError::Jws(_) | StatementError::WrongType { .. } => {
            "it is no signed statement of a registry"
        }
        StatementError::Claim { .. } => "a part of it is missing or of the wrong form",
        StatementError::CriticalMembers { .. } | StatementError::NotUnderstood { .. } => {
            "it depends on rules that we don't know"
        }
        StatementError::Algorithm { .. }
        | StatementError::Key(_)
        | StatementError::Signature
        | StatementError::UnknownKey => "it is not signed with the registry's own key",
        StatementError::Expired { .. } => "it has expired",
        StatementError::IssuedLater { .. } => "it was made later than the time we checked for",
        StatementError::WrongIssuer { .. } => "it is another registry's",
        StatementError::WrongSubject { .. } => "it is about another issuer",
    }
}

fn name(unanswered: &Unanswered) -> String {
    match WebAddress::parse(&unanswered.registry) {
        Some(address) => shortened(address.host()),
        None => shortened(&unanswered.registry),
    }
}

fn names(registries: &[String]) -> String {
    let names = registries.iter().take(NAMED);
    list(&names.map(|name| shortened(name)).collect::<Vec<_>>())
}

//! Why a token's signature, or what was disclosed with it, came out as it did.

use super::{list, shortened};
use crate::jose::MalformedDisclosure;
use crate::proof::SecuringMechanism;
use crate::reason::Reason;

/// How something was signed, by the names that an auditor knows.
#[must_use]
pub fn mechanism(mechanism: SecuringMechanism) -> String {
    match mechanism.algorithm() {
        None => mechanism.name().to_owned(),
        Some(algorithm) => format!("{}, {algorithm}", mechanism.name()),
    }
}

/// The sentence for a reason that only tokens give; None for any other.
pub(super) fn token(reason: &Reason) -> Option<String> {
    Some(match reason {
        Reason::ContradictingClaim { claim, member } => format!(
            "It says two things at once: “{claim}” of the token and “{member}” of the credential differ."
        ),
        Reason::CriticalMembers { names } => {
            let names: Vec<String> = names.iter().take(4).map(|name| shortened(name)).collect();
            format!(
                "Its signature must not be relied on by whoever does not know “{}”, and we don't.",
                list(&names)
            )
        }
        Reason::KeyBindingMismatch => {
            "The holder signed another selection of details than the one that is here, or somebody else signed it.".into()
        }
        Reason::MalformedDisclosure(problem) => format!(
            "The details that were disclosed are not those that the issuer signed: {}.",
            disclosure(problem)
        ),
        Reason::MisplacedCredential => {
            "The credential stands at a place in the token that is meant for those of another version, so it has no settled meaning.".into()
        }
        Reason::RefusedAlgorithm { name } => format!(
            "It is not signed in a way that proves anything ({}): anyone could have written it.",
            shortened(name)
        ),
        Reason::UnnamedKey { signer } => format!(
            "It does not say which key it was signed with, and none that {} lists fits.",
            shortened(signer)
        ),
        Reason::UnsupportedIssuer { issuer } => format!(
            "For identifiers like “{}” there is no place to look up keys.",
            shortened(issuer)
        ),
        Reason::WrongTokenType { name } => format!(
            "The token says that it is something else than a credential: {}.",
            shortened(name)
        ),
        _ => return None,
    })
}

fn disclosure(problem: &MalformedDisclosure) -> String {
    match problem {
        MalformedDisclosure::ClaimExists { name } => {
            format!("“{}” is there twice", shortened(name))
        }
        MalformedDisclosure::DigestRepeated => "one of them stands in two places".into(),
        MalformedDisclosure::Encoding
        | MalformedDisclosure::Json(_)
        | MalformedDisclosure::NotADisclosure => "one of them is damaged".into(),
        MalformedDisclosure::Payload => {
            "the places for them in the signed part are not of the right form".into()
        }
        MalformedDisclosure::ReservedName => "one of them has a name that none may have".into(),
        MalformedDisclosure::TooDeep { limit } => {
            format!("they are more than {limit} deep inside one another")
        }
        MalformedDisclosure::TooMany { limit } => format!("there are more than {limit}"),
        MalformedDisclosure::Unreferenced => "one of them was added".into(),
        MalformedDisclosure::UnsupportedHash { name } => {
            format!(
                "they are tied to it in a way that we don't know ({})",
                shortened(name)
            )
        }
    }
}

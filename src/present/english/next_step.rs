//! What a person can do about a reason; None where there is nothing to do.

use crate::evidence::Unreachable;
use crate::key::KeyError;
use crate::reason::{Reason, Unobtained};

/// One sentence of advice.
#[must_use]
pub fn next_step(reason: &Reason) -> Option<String> {
    Some(
        match reason {
            Reason::SignatureMismatch { .. }
            | Reason::KeyBindingMismatch
            | Reason::MalformedDisclosure(_)
            | Reason::MalformedProof(_) => {
                "Ask the sender for the file as they got it from the issuer, or ask the issuer."
            }
            Reason::BaseProof { .. } => {
                "Ask the sender for a copy that their wallet made for sharing."
            }
            Reason::StrangersKey { .. } | Reason::KeyNotListed { .. } | Reason::UnnamedKey { .. } => {
                "Ask the issuer, by a way that you know to be theirs, whether they issued it."
            }
            Reason::KeyRevoked { .. } | Reason::KeyExpired { .. } | Reason::ProofExpired { .. } => {
                "Ask the issuer for a newly signed copy."
            }
            Reason::NoProof | Reason::RefusedAlgorithm { .. } => {
                "Ask for the signed file: wallets and badge sites let people download it."
            }
            Reason::DiffersFromHosted { .. } => {
                "Go by what the site says, or ask the sender for a newer copy."
            }
            Reason::TokenMissing => {
                "Ask for the badge's picture, or for the text with two dots in it that it was signed as."
            }
            Reason::NoAddress => {
                "Ask the sender for the badge's web address, or the issuer whether they awarded it."
            }
            Reason::HostedElsewhere { .. } | Reason::UnresolvableIssuer { .. } => {
                "Ask the issuer, by a way that you know to be theirs, whether they issued it."
            }
            Reason::NotItsAddress { .. } => {
                "Ask the issuer to confirm it. Issuers: give each document the address that it is at as its id."
            }
            Reason::UncoveredTerms { .. }
            | Reason::UndefinedTerms { .. }
            | Reason::DroppedValues => {
                "Rely on nothing that is named here. Issuers: add a context that defines these members, or leave them out, and sign again."
            }
            Reason::UnknownContext { .. } | Reason::InlineContext => {
                "Ask the issuer to confirm it. Issuers: use the published Open Badges contexts."
            }
            Reason::MalformedContext | Reason::NotCompacted { .. } | Reason::InvalidJsonLd { .. } => {
                "Ask the issuer to confirm it. Issuers: sign the compacted form, W3C's context first."
            }
            Reason::UnsupportedKey(KeyError::Private | KeyError::Weak(_)) => {
                "Ask the issuer to confirm it. Issuers: make a new key, and sign again with that."
            }
            Reason::ContradictingClaim { .. } | Reason::WrongTokenType { .. } => {
                "Ask the issuer to confirm it. Issuers: let the token's type and claims say what the credential says."
            }
            Reason::CriticalMembers { .. }
            | Reason::PseudonymWithoutDomain
            | Reason::UnsettledFeature { .. }
            | Reason::UnsupportedSuite { .. }
            | Reason::UnsupportedKey(_)
            | Reason::UnfitKey { .. }
            | Reason::InexactNumber
            | Reason::UnsupportedDidMethod { .. } => {
                "Ask the issuer to confirm it, or use a checker that knows this kind of signature."
            }
            Reason::UnboundIssuer { .. } => {
                "Ask the issuer whether the key is theirs. Issuers: sign with a key that your own identifier's document lists."
            }
            Reason::Trust(reason) => super::trust::next_step(reason)?,
            Reason::Unobtained { why, .. } => match why {
                Unobtained::NotAsked | Unobtained::Declined => "Allow the request to find out.",
                Unobtained::Unreachable(Unreachable::Offline) => "Connect to the internet and check again.",
                Unobtained::Status(_) | Unobtained::Unreachable(_) => {
                    "Try again later, or ask the issuer. Issuers: serve the document with “Access-Control-Allow-Origin: *”."
                }
            },
            Reason::MalformedDocument { .. } => "Ask the issuer to mend the document.",
            Reason::UnsupportedStatus { .. } => "Ask the issuer whether it is still in force.",
            Reason::MalformedDate { .. } => {
                "Ask the issuer for its dates. Issuers: write dates as 2025-03-14T09:00:00Z."
            }
            Reason::RecipientDiffers => "Check the spelling, or ask for the address that the badge was sent to.",
            _ => return None,
        }
        .to_owned(),
    )
}

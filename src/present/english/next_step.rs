//! What a person can do about a reason; None where there is nothing to do.

use super::did_log;
use super::schema;
use super::seal;
use super::unobtained;
use crate::key::KeyError;
use crate::nested::RecordReason;
use crate::reason::Reason;
use crate::status::StatusReason;

/// One sentence of advice.
#[must_use]
pub fn next_step(reason: &Reason) -> Option<String> {
    if let Reason::Status(reason) = reason {
        return status(reason);
    }
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
            Reason::Record(
                RecordReason::AmbiguousInRecord { .. } | RecordReason::VouchedForByRecord { .. },
            ) => "Ask the sender for this credential with its own issuer's signature.",
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
            Reason::UncheckedSeal { .. } => seal::NEXT_STEP,
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
            Reason::Unobtained { why, .. } => unobtained::next_step(*why),
            Reason::AsOf(_) => "Ask the issuer whether it was in force then.",
            Reason::DidLog(error) => did_log::advice(error),
            Reason::Refresh(_) => "Ask the issuer for the newest version.",
            Reason::Schema(reason) => schema::next_step(reason)?,
            Reason::MalformedDocument { .. } => "Ask the issuer to mend the document.",
            Reason::UnsupportedStatus { .. } => "Ask the issuer whether it is still in force.",
            Reason::MalformedDate { .. } => {
                "Ask the issuer for its dates. Issuers: write dates as 2025-03-14T09:00:00Z."
            }
            Reason::RecipientDiffers => "Check the spelling, or ask for the address that the badge was sent to.",
            Reason::NoRecipientIdentifier => "Ask for what the badge names its recipient by, and type that.",
            _ => return None,
        }
        .to_owned(),
    )
}

/// What can be done where lists leave the question open.
fn status(reason: &StatusReason) -> Option<String> {
    let ask = "Ask the issuer whether it is still in force.";
    Some(match reason {
        StatusReason::Clear { .. }
        | StatusReason::Revoked { .. }
        | StatusReason::Suspended { .. } => return None,
        StatusReason::UnreliableList { why, .. } if matches!(**why, Reason::Unobtained { .. }) => {
            return next_step(why);
        }
        StatusReason::AnothersList { .. } => format!(
            "{ask} Issuers: sign the list with your own key, or have its signer listed in a registry."
        ),
        StatusReason::NoIdentifier => format!("{ask} Issuers: give each badge an id."),
        StatusReason::IndexOutOfRange { .. }
        | StatusReason::MalformedList { .. }
        | StatusReason::OtherPurpose { .. }
        | StatusReason::UnreliableList { .. } => format!("{ask} Issuers: mend the list."),
        _ => ask.to_owned(),
    })
}

//! What a reader should know besides the checks.

use super::open_badges::host;
use super::{date, list, refresh, shortened};
use crate::note::Note;

/// A sentence on the badge itself.
#[must_use]
pub fn note(note: &Note) -> String {
    match note {
        Note::AnotherSubject { id } => format!(
            "The record names another person by its identifier than this one does ({}).",
            shortened(id)
        ),
        Note::ClaimDiffers { claim } => format!(
            "The token's own date (“{claim}”) is not the credential's. The stricter of the two counts here."
        ),
        Note::ClaimsMissing { names } => format!(
            "Open Badges asks issuers to repeat a few things in the token, of which this one leaves out: {}.",
            list(names)
        ),
        Note::DatedAhead { created } => format!(
            "The signature is dated {}, which is still to come.",
            date(*created)
        ),
        Note::DetailsLeftOut { at_most: 1 } => {
            "The holder left out one detail, or none: it may be a decoy of the issuer's.".into()
        }
        Note::DetailsLeftOut { at_most } => format!(
            "The holder left out up to {at_most} details, an end date perhaps among them; some may be decoys of the issuer's."
        ),
        Note::DetailsMayBeLeftOut => {
            "The holder may have left out optional details, an end date or a way to ask about withdrawal among them: this way of signing allows it, and does not tell.".into()
        }
        Note::EmbeddedProofIgnored => {
            "It carries a second signature inside, which we didn't look at: the one around it covers everything.".into()
        }
        Note::HeaderIgnored { names } => format!(
            "It points to keys or certificates of its own ({}), which prove nothing about the issuer. We didn't follow them.",
            list(names)
        ),
        Note::HolderSigned => {
            "The holder signed this selection of details. Whether whoever sends it is the holder, only they can show.".into()
        }
        Note::MadeForChallenge { challenge } => format!(
            "The signature was made for one occasion (“{}”). We can't tell whether that was yours.",
            shortened(challenge)
        ),
        Note::MadeForDomain { domain } => format!(
            "The signature was made for {}. We can't tell whether that is you.",
            shortened(domain)
        ),
        Note::NewerVersion => {
            "The issuer says that there is a newer version of it. Ask the sender for that.".into()
        }
        Note::ShortStatusList { url, entries } => format!(
            "{}'s list of withdrawn badges has only {entries} entries. The standard asks for more, so that the list's host can't tell whose badge is being checked.",
            host(url)
        ),
        Note::StatusMessage { value, reference } => {
            let more = reference.as_ref().map(|url| shortened(url));
            let more = more.map(|url| format!(" It says more at {url}."));
            format!(
                "The issuer keeps a message about it, number {value}, which is meant for software.{}",
                more.unwrap_or_default()
            )
        }
        Note::NotRefreshed { reason } => refresh::not_refreshed(reason),
        Note::Refreshed { url } => refresh::refreshed(url),
        Note::RevocationReason { text } => format!(
            "Why it was withdrawn, in the issuer's words: {}",
            shortened(text)
        ),
    }
}

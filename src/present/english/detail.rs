//! Why a check came out as it did, in a sentence or two.

use super::did_log::did_log;
use super::open_badges::open_badges;
use super::recipient::comparison;
use super::refresh::refresh;
use super::schema::schema;
use super::seal::seal;
use super::status::status;
use super::token::token;
use super::unobtained::unobtained;
use super::{as_of, date, date_and_time, disclosure, endorsement, list, record, shortened};
use crate::key::{KeyError, Weakness};
use crate::proof::MalformedProof;
use crate::reason::{IssuerMethod, Reason};
use crate::report::{Check, Question};
use crate::timestamp::Timestamp;

/// The reason of a check.
#[must_use]
pub fn detail(check: &Check) -> String {
    match &check.reason {
        Reason::NoValidSignature => no_signature(check.question).into(),
        Reason::NotAsked => "No name or e-mail address was typed.".into(),
        Reason::AsOf(reason) => as_of::detail(*reason).into(),
        reason => why(reason),
    }
}

/// A reason, whatever it is the reason for.
pub(super) fn why(reason: &Reason) -> String {
    signature(reason)
        .or_else(|| open_badges(reason))
        .or_else(|| seal(reason))
        .or_else(|| token(reason))
        .or_else(|| document(reason))
        .or_else(|| key(reason))
        .or_else(|| comparison(reason))
        .unwrap_or_else(|| circumstance(reason))
}

fn no_signature(question: Question) -> &'static str {
    match question {
        Question::IssuerIdentity => {
            "The badge isn't known to come from the issuer that it names, so a registry can't help."
        }
        Question::Status => {
            "The badge isn't known to be the issuer's, so we didn't ask whether it was withdrawn."
        }
        _ => "No signature was found good, so there is no key to speak of.",
    }
}

/// Proofs and their signatures.
fn signature(reason: &Reason) -> Option<String> {
    Some(match reason {
        Reason::SignatureMatches { mechanism } => format!(
            "The signature ({}) matches, and covers everything shown here.",
            super::mechanism(*mechanism)
        ),
        Reason::SignatureMismatch { mechanism } => format!(
            "The signature ({}) does not match: the badge was changed after it was signed, or the signature is another badge's.",
            super::mechanism(*mechanism)
        ),
        Reason::BaseProof { suite } => format!(
            "This is the copy that stays in a wallet ({}): its holder makes copies to share from it, and only those can be checked.",
            suite.name()
        ),
        Reason::PseudonymWithoutDomain => "The signature was made for a name that the holder goes by in one place, and does not say which place.".into(),
        Reason::UnsettledFeature { suite } => format!(
            "It is signed with an optional feature of {} that is still being worked on. Under the version that we know, the signature does not match.",
            suite.name()
        ),
        Reason::NoProof => "Nobody signed this file, so anyone could have written it.".into(),
        Reason::TooManyProofs { limit } => {
            format!("It carries more than {limit} signatures, more than we try.")
        }
        Reason::UnsupportedSuite { name } => format!(
            "It is signed in a way that we can't check yet: {}.",
            shortened(name)
        ),
        Reason::MalformedProof(problem) => malformed_proof(problem),
        Reason::WrongPurpose { purpose } => format!(
            "The signature was made for another purpose ({}) than vouching for a credential.",
            shortened(purpose)
        ),
        Reason::ProofExpired { expires } => format!(
            "The signature itself expired on {}.",
            date_and_time(*expires)
        ),
        Reason::PreviousProofMissing { id } => format!(
            "The signature builds on an earlier one ({}) that is missing.",
            shortened(id)
        ),
        _ => return None,
    })
}

fn malformed_proof(problem: &MalformedProof) -> String {
    match problem {
        MalformedProof::Date(date) => format!(
            "The signature carries a date that can't be read: {}.",
            shortened(&date.text)
        ),
        MalformedProof::Disclosure(error) => disclosure::damaged(error),
        MalformedProof::JwsHeader => {
            "The signature's header is none of those that its kind of signature has.".into()
        }
        MalformedProof::Member { name } => {
            format!("The signature's “{name}” is missing or of the wrong form.")
        }
        MalformedProof::NotAnObject => "The signature is not of the right form.".into(),
        MalformedProof::SignatureEncoding => {
            "The signature's value is damaged: it is not written as it should be.".into()
        }
        MalformedProof::SignatureLength { length } => format!(
            "The signature's value is damaged: no signature of its kind has {length} bytes."
        ),
    }
}

/// The document that was signed.
fn document(reason: &Reason) -> Option<String> {
    Some(match reason {
        Reason::UncoveredTerms { terms } => format!(
            "The signature does not cover all of the file. Nothing defines: {}.",
            first_of(terms)
        ),
        Reason::UndefinedTerms { terms } => format!(
            "The signature matches, but some of what it covers has no settled meaning. Nothing defines: {}.",
            first_of(terms)
        ),
        Reason::InexactNumber => {
            "It holds a number with so many digits that the same signature would fit other numbers too.".into()
        }
        Reason::DroppedValues => {
            "The signature does not cover all of the file: some values are of a form that gets lost.".into()
        }
        Reason::UnknownContext { url } => format!(
            "Its words are defined in a place that we don't know: {}. We never fetch definitions, since they decide what was signed.",
            shortened(url)
        ),
        Reason::InlineContext => {
            "The file defines its own words, which lets the same signature stand for something else."
                .into()
        }
        Reason::MalformedContext => {
            "Its “@context” is missing, out of order or of the wrong form, so its words have no settled meaning.".into()
        }
        Reason::NotCompacted { member } => format!(
            "It is written in an unusual form (“{}”), in which a reader could overlook what it says.",
            shortened(member)
        ),
        Reason::SharedIdentifier { id } => format!(
            "Two parts of the file claim to be the credential ({}), so it can be read in two ways.",
            shortened(id)
        ),
        Reason::InvalidJsonLd { problem } => {
            format!("Its data is not well formed: {}.", shortened(problem))
        }
        Reason::CanonicalizationTooCostly => {
            "It is built so that checking it would take more work than any real badge needs.".into()
        }
        _ => return None,
    })
}

fn first_of(terms: &[String]) -> String {
    let terms: Vec<String> = terms.iter().take(8).map(|term| shortened(term)).collect();
    list(&terms)
}

/// Keys, and the documents that list them.
fn key(reason: &Reason) -> Option<String> {
    Some(match reason {
        Reason::KeyOfIssuer { method } => match method {
            IssuerMethod::DidJwk | IssuerMethod::DidKey => {
                "The issuer's identifier is the key itself. It proves one key, and no organisation."
            }
            IssuerMethod::DidWeb | IssuerMethod::JwkSet => "The issuer's own domain lists the key.",
            IssuerMethod::ControllerDocument => {
                "The document at the issuer's own address lists the key."
            }
            IssuerMethod::DidWebvh => {
                "The identifier's own history, which is whole and signed, lists the key. It does not show that whoever owns the domain in it controls it."
            }
            IssuerMethod::Profile => "The issuer's profile, at its own address, lists the key.",
        }
        .into(),
        Reason::StrangersKey { controller, .. } => format!(
            "It was signed by somebody else: the key belongs to {}.",
            shortened(controller)
        ),
        Reason::KeyNotListed { controller, .. } => format!(
            "{} does not list this key for signing credentials.",
            shortened(controller)
        ),
        Reason::KeyRevoked { at } => format!("The issuer withdrew this key on {}.", date(*at)),
        Reason::KeyExpired { at } => format!("The issuer's key expired on {}.", date(*at)),
        Reason::NoIssuer => "The badge does not say who issued it.".into(),
        Reason::UnboundIssuer { issuer, controller } => format!(
            "Nothing links the key ({}) to the issuer ({}).",
            shortened(controller),
            shortened(issuer)
        ),
        Reason::UnsupportedDidMethod { did } => format!(
            "The key belongs to an identifier of a kind that we can't look up: {}.",
            shortened(did)
        ),
        Reason::UnsupportedKey(error) => match error {
            KeyError::Malformed => "The key is not written as it should be.".into(),
            KeyError::NotForSigning => "The key was published for other work than signing.".into(),
            KeyError::Private => {
                "The private part of the key was published too, so anybody can sign with it.".into()
            }
            KeyError::Unsupported { kind } => format!(
                "The key is of a kind that we can't use yet: {}.",
                shortened(kind)
            ),
            KeyError::Weak(Weakness::ExponentOne | Weakness::SmallOrder) => {
                "The key is a weak one, under which anything can be signed.".into()
            }
            KeyError::Weak(Weakness::Roca) => {
                "The key is a weak one: the software that made it had a flaw.".into()
            }
            KeyError::Weak(Weakness::ShortModulus { bits }) => format!(
                "The key is a weak one: it has {bits} bits, and 2048 are the least that protect."
            ),
        },
        Reason::UnfitKey { mechanism, key } => format!(
            "The key is of a kind ({}) that this way of signing ({}) does not use.",
            key.name(),
            super::mechanism(*mechanism)
        ),
        Reason::MalformedDocument { url } => {
            format!(
                "{} did not hold the document that belongs there.",
                shortened(url)
            )
        }
        Reason::DidLog(error) => did_log(error),
        Reason::Unobtained { url, why } => unobtained(&shortened(url), *why),
        _ => return None,
    })
}

/// Registries, dates, status, recipient and the rest.
fn circumstance(reason: &Reason) -> String {
    match reason {
        Reason::Trust(reason) => super::trust::detail(reason),
        Reason::InForce { from, until } => in_force(*from, *until),
        Reason::Expired { until } => format!("It expired on {}.", date_and_time(*until)),
        Reason::NotYetValid { from } => format!("It is valid from {} on.", date_and_time(*from)),
        Reason::NoDates => "It states neither a start nor an end.".into(),
        Reason::MalformedDate { member, text } => format!(
            "Its “{member}” can't be read as a date: {}.",
            shortened(text)
        ),
        Reason::NoStatusMethod => {
            "The badge names no place to ask, so whether it was withdrawn can't be known.".into()
        }
        Reason::UnsupportedStatus { types } if types.is_empty() => {
            "The badge names a place to ask, in a form that we don't understand.".into()
        }
        Reason::UnsupportedStatus { types } => {
            let types: Vec<String> = types.iter().take(4).map(|kind| shortened(kind)).collect();
            format!(
                "The badge can be withdrawn, and we can't ask about it yet ({}).",
                list(&types)
            )
        }
        Reason::Status(reason) => status(reason),
        Reason::Revoked => "The issuer has withdrawn it.".into(),
        Reason::Suspended => "The issuer has suspended it for now.".into(),
        Reason::Refresh(reason) => refresh(reason),
        Reason::Schema(reason) => schema(reason),
        Reason::Record(reason) => record::record(reason),
        Reason::Endorsements(counts) => endorsement::counts(*counts),
        Reason::EndorsementsAbsent => "The badge carries no endorsements.".into(),
        Reason::EndorsementsNotChecked { count: 1 } => {
            "It carries one endorsement, which we don't check yet.".into()
        }
        Reason::EndorsementsNotChecked { count } => {
            format!("It carries {count} endorsements, which we don't check yet.")
        }
        // Worded above.
        other => other.code().to_owned(),
    }
}

fn in_force(from: Option<Timestamp>, until: Option<Timestamp>) -> String {
    match (from, until) {
        (Some(from), Some(until)) => {
            format!("Valid from {} to {}.", date(from), date_and_time(until))
        }
        (Some(from), None) => format!("Valid since {}; no end is stated.", date(from)),
        (None, Some(until)) => format!("Valid until {}.", date_and_time(until)),
        (None, None) => "Valid; no end is stated.".into(),
    }
}

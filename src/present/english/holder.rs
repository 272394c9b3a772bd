//! Who presents some credentials, and how many there are.

use super::{detail, shortened};
use crate::reason::{IssuerMethod, Reason};
use crate::report::Outcome;
use crate::verify::HolderReport;

/// How many credentials a file holds.
#[must_use]
pub fn credentials(count: usize) -> String {
    match count {
        1 => "1 credential".into(),
        count => format!("{count} credentials"),
    }
}

/// Which of several credentials can be relied on least, and its headline.
#[must_use]
pub fn least_sure(index: usize, headline: &str) -> String {
    format!("The least sure of them is number {index}: {headline}")
}

/// What a file with several credentials comes to.
#[must_use]
pub fn several(count: usize, least: usize, headline: &str) -> String {
    let least = least_sure(least, headline);
    format!("{} in this file. {least}", credentials(count))
}

/// Who presents the credentials, in a sentence; an identifier in it is the holder's as it stands.
#[must_use]
pub fn holder(report: &HolderReport) -> String {
    let Some(holder) = &report.holder else {
        return match report.reason {
            Reason::NoHolder => "Somebody signed that they present them. The file doesn't say who.",
            _ => "The file doesn't say who presents them.",
        }
        .into();
    };
    let holder = shortened(holder);
    match report.outcome {
        Outcome::Pass => format!("{holder} signed that they present them."),
        Outcome::Fail => format!("The file says that {holder} presents them. Don't rely on that."),
        Outcome::Absent | Outcome::Skipped => {
            format!("The file says that {holder} presents them, and nobody signed that.")
        }
        Outcome::Unknown => {
            format!("The file says that {holder} presents them. We couldn't confirm it.")
        }
    }
}

/// What a holder's signature does not say; it stands wherever a holder is named.
#[must_use]
pub fn holder_caveat(report: &HolderReport) -> Option<&'static str> {
    let caveat = "This does not show that whoever sent you the file is that person: anyone who has the file can pass it on.";
    report.holder.as_ref().map(|_| caveat)
}

/// Why the holder's proof came out as it did.
#[must_use]
pub fn holder_detail(report: &HolderReport) -> String {
    match &report.reason {
        Reason::HolderSigned { mechanism, method } => {
            let method = match method {
                IssuerMethod::DidJwk | IssuerMethod::DidKey => {
                    "Their identifier is the key itself: it proves one key, and no person."
                }
                IssuerMethod::ControllerDocument
                | IssuerMethod::DidWeb
                | IssuerMethod::JwkSet
                | IssuerMethod::Profile => "The holder's own domain lists the key.",
                IssuerMethod::DidWebvh => "The history of the holder's identifier lists the key.",
            };
            format!(
                "The holder's signature ({}) matches. {method}",
                super::mechanism(*mechanism)
            )
        }
        Reason::SignatureMismatch { mechanism } => format!(
            "The holder's signature ({}) does not match: the presentation was changed after it was signed, or the signature is another's.",
            super::mechanism(*mechanism)
        ),
        Reason::NoProof => {
            "Nobody signed the presentation, so anyone could have put it together.".into()
        }
        Reason::NoHolder => {
            "The presentation is signed and unaltered, and does not say whose key that is.".into()
        }
        Reason::WrongPurpose { purpose } => format!(
            "The signature was made for another purpose ({}) than presenting credentials.",
            shortened(purpose)
        ),
        Reason::StrangersKey { controller, .. } => format!(
            "It was signed by somebody else than the holder: the key belongs to {}.",
            shortened(controller)
        ),
        Reason::KeyNotListed { controller, .. } => format!(
            "{} does not list this key for showing who one is.",
            shortened(controller)
        ),
        Reason::KeyRevoked { at } => {
            format!("The holder withdrew this key on {}.", super::date(*at))
        }
        Reason::KeyExpired { at } => format!("The holder's key expired on {}.", super::date(*at)),
        Reason::UnboundIssuer { issuer, controller } => format!(
            "Nothing links the key ({}) to the holder ({}).",
            shortened(controller),
            shortened(issuer)
        ),
        Reason::MalformedDocument { url } => {
            format!("{} did not hold the holder's list of keys.", shortened(url))
        }
        other => detail::why(other),
    }
}

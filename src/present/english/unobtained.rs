//! Why a document is not there, and what can be done about it, as far as a browser can tell.

use crate::evidence::Unreachable;
use crate::reason::Unobtained;

/// Why the document at `url` is not there.
pub(super) fn unobtained(url: &str, why: Unobtained) -> String {
    match why {
        Unobtained::NotAsked => format!("We'd need {url}, and haven't asked for it."),
        Unobtained::Declined => format!("We'd need {url}, and were not allowed to ask for it."),
        Unobtained::Status(404) => format!("{url} isn't there (error 404)."),
        Unobtained::Status(410) => format!("{url} is gone for good (error 410)."),
        Unobtained::Status(status @ 500..) => {
            format!("{url} couldn't be given: its host has a fault (error {status}).")
        }
        Unobtained::Status(status) => format!("{url} answered with error {status}."),
        Unobtained::SuppliedByHand => {
            format!(
                "What you supplied in place of {url} doesn't count: only its own site's word does."
            )
        }
        Unobtained::Unreachable(why) => match why {
            Unreachable::BlockedOrRefused => format!(
                "{url} couldn't be read: no such host, no connection, or a host that lets no other page read it. A browser doesn't tell these apart."
            ),
            Unreachable::Insecure => format!(
                "{url} isn't an https address, so anybody on the way could have answered in its name. We don't ask there."
            ),
            Unreachable::Media => {
                format!("{url} gave a picture, sound or film, where data was expected.")
            }
            Unreachable::Offline => format!("{url} couldn't be read: this device is offline."),
            Unreachable::Redirected => format!(
                "{url} sends whoever asks to another address. A browser doesn't say which, so you can't allow it, and we don't follow."
            ),
            Unreachable::TimedOut => format!("{url} did not answer in time."),
            Unreachable::TooLarge => format!("{url} is larger than we read."),
            Unreachable::TooMany => {
                format!("We'd need {url}, and this file has made us ask for too much already.")
            }
            Unreachable::WebPage => {
                format!("{url} gave a web page, where data was expected.")
            }
        },
    }
}

/// What a person can do.
pub(super) fn next_step(why: Unobtained) -> &'static str {
    match why {
        Unobtained::NotAsked | Unobtained::Declined => {
            "Allow the request to find out, or supply the document by hand."
        }
        Unobtained::SuppliedByHand => "Allow the request to find out.",
        Unobtained::Unreachable(Unreachable::Offline) => "Connect to the internet and check again.",
        Unobtained::Unreachable(Unreachable::BlockedOrRefused) => {
            "Open the address in a tab of its own, save what comes, and supply that file by hand. Issuers: serve the document with “Access-Control-Allow-Origin: *”."
        }
        Unobtained::Unreachable(Unreachable::Redirected) => {
            "Open the address in a tab of its own, save what comes, and supply that file by hand. Issuers: serve the document at its own address."
        }
        Unobtained::Unreachable(Unreachable::WebPage | Unreachable::Media) => {
            "Ask the issuer. Issuers: serve the document itself at its address, as JSON."
        }
        Unobtained::Unreachable(
            Unreachable::Insecure | Unreachable::TooLarge | Unreachable::TooMany,
        ) => "Get the document in a way that you trust and supply it by hand, or ask the issuer.",
        Unobtained::Status(404 | 410) => "Ask the issuer for the document and supply it by hand.",
        Unobtained::Status(_) | Unobtained::Unreachable(Unreachable::TimedOut) => {
            "Try again later, or ask the issuer."
        }
    }
}

//! A link to a badge: the question before its host is asked, and what can become of it.

use crate::evidence::{Answer, Unreachable};

pub const FROM_ADDRESS: &str = "The link that brought you here names this badge.";
pub const UPGRADED: &str =
    "It is written with http. We'd ask with https, so that nobody on the way can change it.";
pub const LEARNS: &str = "They would learn that somebody asks for this badge, on which site, and over which connection. Nothing else is sent.";
pub const ALLOW: &str = "Fetch it";
pub const DECLINE: &str = "Not now";
pub const AGAIN: &str = "Try again";
pub const OPEN: &str = "Open the address";
pub const CLOSE: &str = "Close";

/// The question.
#[must_use]
pub fn question(host: &str) -> String {
    format!("May we fetch the badge from {host}?")
}

/// While the answer is awaited.
#[must_use]
pub fn under_way(host: &str) -> String {
    format!("Asking {host}…")
}

/// Where the badge did not come.
#[must_use]
pub fn failed(host: &str) -> String {
    format!("We couldn't fetch the badge from {host}.")
}

/// A word before asking one of those who let no other page read the files that they keep.
#[must_use]
pub fn hint(host: &str) -> Option<String> {
    const KEEPERS: [(&str, &str); 7] = [
        ("1drv.ms", "OneDrive"),
        ("docs.google.com", "Google Drive"),
        ("drive.google.com", "Google Drive"),
        ("dropbox.com", "Dropbox"),
        ("icloud.com", "iCloud"),
        ("onedrive.live.com", "OneDrive"),
        ("sharepoint.com", "SharePoint"),
    ];
    let is_of = |keeper: &str| {
        let before = host.strip_suffix(keeper);
        before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
    };
    let (_, name) = KEEPERS.iter().find(|(keeper, _)| is_of(keeper))?;
    Some(format!(
        "{name} lets no other page read its files, so this will hardly work. Open the address, download the file there, and drop it here."
    ))
}

/// Why the badge did not come, and what to do.
#[must_use]
pub fn not_fetched(answer: &Answer) -> String {
    match answer {
        Answer::Response { status, .. } => match status {
            401 | 403 => format!(
                "The address is not open to everybody (error {status}). Open it where you are signed in, download the badge there, and drop the file here."
            ),
            404 | 410 => format!(
                "There is nothing at this address (error {status}). Copy it again, or ask for it again."
            ),
            _ => format!("It answered with error {status}. Try again later."),
        },
        Answer::Declined => "You chose not to ask.".into(),
        Answer::Unreachable(why) => match why {
            Unreachable::BlockedOrRefused => {
                "Either this site lets no other page read its files, or it sends on to another address, or it can't be reached: a browser doesn't say which. Open the address, download the badge there, and drop the file here."
            }
            Unreachable::Redirected => {
                "It sends whoever asks to another address, which you didn't allow. Open the address, download the badge there, and drop the file here."
            }
            Unreachable::Insecure => {
                "It isn't an https address, so anybody on the way could answer in its name. Open it, download the badge there, and drop the file here."
            }
            Unreachable::Media | Unreachable::WebPage => "What is there is no badge file.",
            Unreachable::TooMany => "Too much was asked for already. Load the page again.",
            Unreachable::Offline => {
                "This device is offline. Connect to the internet and try again."
            }
            Unreachable::TimedOut => "No answer came in time. Try again.",
            Unreachable::TooLarge => {
                "The file there is larger than any badge is. Is it the right address?"
            }
        }
        .into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_who_keeps_files_for_himself() {
        for host in ["www.dropbox.com", "dropbox.com", "x.sharepoint.com"] {
            assert!(hint(host).is_some(), "{host}");
        }
        for host in ["notdropbox.com", "dropbox.com.evil.example", ""] {
            assert_eq!(hint(host), None, "{host}");
        }
    }
}

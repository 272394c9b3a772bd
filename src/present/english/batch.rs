//! The words around many badges.

use crate::present::batch::Tally;
use crate::report::Verdict;

pub const PROGRESS: &str = "Files looked at";
pub const CANCEL: &str = "Cancel";
pub const CLEAR: &str = "Clear";
pub const FILTER: &str = "Show only what came out as";
pub const ALL: &str = "All";
pub const SEARCH: &str = "Search names, issuers and files";
pub const LIST: &str = "Results, each opening its card";
const NONE_SHOWN: &str = "Nothing is like that.";
pub const COULD_ASK: &str = "could look up more";
/// Of a file that broke the program.
pub const NOT_CHECKED: &str = "We couldn't check this file. Drop it by itself to see why.";
pub const CARD: &str = "The badge's card";
pub const PREVIOUS: &str = "Previous";
pub const NEXT: &str = "Next";
pub const CLOSE: &str = "Close";

/// A verdict in a word or two, as far as it can be said so.
#[must_use]
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Genuine => "Genuine",
        Verdict::Unlisted => "Issuer unknown",
        Verdict::StatusUnknown => "Status not checked",
        Verdict::Expired => "Expired",
        Verdict::NotYetValid => "Not valid yet",
        Verdict::Suspended => "Suspended",
        Verdict::Revoked => "Withdrawn",
        Verdict::Unconfirmed => "Not confirmed",
        Verdict::Invalid => "Don't rely on it",
        Verdict::Unreadable => "No badge found",
    }
}

/// How far it has come.
#[must_use]
pub fn progress(done: usize, files: usize) -> String {
    if done == files {
        return match files {
            1 => "1 file looked at".into(),
            _ => format!("All {} files looked at", number(files)),
        };
    }
    format!("{} of {} files looked at", number(done), number(files))
}

/// How many files there was no time for.
#[must_use]
pub fn not_looked_at(count: usize) -> String {
    match count {
        1 => "You stopped before 1 file was looked at.".into(),
        _ => format!("You stopped before {} files were looked at.", number(count)),
    }
}

/// How many files, or badges in archives, are more than a list takes.
#[must_use]
pub fn too_many(limit: usize, left_out: usize) -> String {
    format!(
        "The list takes {} badges; {} more files weren't looked at. Drop them when you are done with these.",
        number(limit),
        number(left_out)
    )
}

/// How many badges could be asked about.
#[must_use]
pub fn could_ask(count: usize) -> String {
    let badges = match count {
        1 => "1 badge".into(),
        _ => format!("{} badges", number(count)),
    };
    format!(
        "No site was asked for this list. For {badges}, asking could tell more: open one, and it says whom we would ask, and what for."
    )
}

/// How many of the badges are shown.
#[must_use]
pub fn shown(count: usize, of: usize) -> String {
    match count {
        0 => NONE_SHOWN.into(),
        _ if count == of => format!("All {} shown", number(of)),
        _ => format!("{} of {} shown", number(count), number(of)),
    }
}

/// Which one of those that are shown.
#[must_use]
pub fn numbered(index: usize, of: usize) -> String {
    format!("{} of {}", number(index), number(of))
}

/// How many files, and badges in archives, were looked at: not all of them are badges.
#[must_use]
pub fn results(count: usize) -> String {
    match count {
        1 => "1 result".into(),
        _ => format!("{} results", number(count)),
    }
}

/// What a screen reader hears at the end.
#[must_use]
pub fn finished(done: usize, files: usize, tallies: &[Tally]) -> String {
    let mut parts = vec![progress(done, files)];
    for tally in tallies {
        parts.push(format!(
            "{}: {}",
            verdict(tally.verdict),
            number(tally.count)
        ));
    }
    parts.join(". ")
}

/// With commas between the thousands.
#[must_use]
pub fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn thousands_are_set_apart() {
        let numbers = [0, 999, 1000, 20_000, 1_234_567];
        let expected = ["0", "999", "1,000", "20,000", "1,234,567"];
        assert_eq!(numbers.map(number), expected);
    }
}

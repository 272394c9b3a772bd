//! Durations in words.

use super::list;

/// A duration of ISO 8601 (section 5.5.2.2), such as "PT60H"; None for another text.
pub(super) fn duration(text: &str) -> Option<String> {
    const DATE: [(char, &str); 4] = [('Y', "year"), ('M', "month"), ('W', "week"), ('D', "day")];
    const TIME: [(char, &str); 3] = [('H', "hour"), ('M', "minute"), ('S', "second")];
    let text = text.strip_prefix('P')?;
    let parts = match text.split_once('T') {
        Some((date, time)) => [amounts(date, &DATE)?, amounts(time, &TIME)?].concat(),
        None => amounts(text, &DATE)?,
    };
    (!parts.is_empty()).then(|| list(&parts))
}

/// Each number with its unit's letter behind it; None for anything else.
fn amounts(mut text: &str, units: &[(char, &str)]) -> Option<Vec<String>> {
    let mut amounts = Vec::new();
    while !text.is_empty() {
        let end = text.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, rest) = text.split_at_checked(end)?;
        let letter = rest.chars().next()?;
        let (_, unit) = units.iter().find(|(of, _)| *of == letter)?;
        if number.is_empty() {
            return None;
        }
        let plural = if number == "1" { "" } else { "s" };
        amounts.push(format!("{number} {unit}{plural}"));
        text = rest.get(letter.len_utf8()..)?;
    }
    Some(amounts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_iso_8601() {
        for (text, words) in [
            ("PT60H", Some("60 hours")),
            ("P1M", Some("1 month")),
            (
                "P1Y2M10DT2H30M",
                Some("1 year, 2 months, 10 days, 2 hours and 30 minutes"),
            ),
            ("PT1.5H", Some("1.5 hours")),
            ("P", None),
            ("PT", None),
            ("PH", None),
            ("P3", None),
            ("P3é", None),
            ("Pass", None),
            ("60", None),
        ] {
            assert_eq!(duration(text).as_deref(), words, "{text}");
        }
    }
}

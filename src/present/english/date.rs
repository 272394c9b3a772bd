//! Dates as people write them: 14 March 2025.

use crate::timestamp::Timestamp;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The day that the issuer wrote, in the offset that the issuer wrote.
#[must_use]
pub fn date(timestamp: Timestamp) -> String {
    let (year, month, day) = timestamp.date();
    let month = MONTHS.get(usize::from(month) - 1).unwrap_or(&"");
    format!("{day} {month} {year}")
}

/// The same with hour, minute and offset.
#[must_use]
pub fn date_and_time(timestamp: Timestamp) -> String {
    let (hour, minute) = timestamp.time();
    let zone = match timestamp.offset_minutes() {
        0 => "UTC".to_owned(),
        offset => {
            let sign = if offset < 0 { '−' } else { '+' };
            let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
            format!("UTC{sign}{hours}:{minutes:02}")
        }
    };
    format!("{}, {hour:02}:{minute:02} {zone}", date(timestamp))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_issuers_day() {
        let timestamp = Timestamp::parse("2025-03-14T23:59:30-05:30").expect("a time");
        assert_eq!(date(timestamp), "14 March 2025");
        assert_eq!(date_and_time(timestamp), "14 March 2025, 23:59 UTC−5:30");
        assert_eq!(date_and_time(timestamp.utc()), "15 March 2025, 05:29 UTC");
    }
}

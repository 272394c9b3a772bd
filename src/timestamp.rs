//! Points in time as credentials write them: XML Schema's `dateTimeStamp` (VC Data Model 2.0,
//! section 4.9; Open Badges 3.0, `DateTimeZ`).

use std::fmt;

use time::format_description::well_known::Rfc3339;
use time::{Duration, OffsetDateTime, UtcOffset};

/// A point in time, with the offset that it was written with.
///
/// Two timestamps are equal and ordered by the instant, whatever their offsets.
///
/// ```
/// use assay::Timestamp;
/// let there = Timestamp::parse("2022-11-10T07:38:00-08:00").unwrap();
/// let here = Timestamp::parse("2022-11-10T15:38:00.000Z").unwrap();
/// assert_eq!(there, here);
/// ```
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Timestamp(OffsetDateTime);

/// A text that is no point in time.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NotATimestamp {
    pub text: String,
}

impl Timestamp {
    /// Reads `YYYY-MM-DDThh:mm:ss[.fraction](Z|±hh:mm)`; a missing offset is read as UTC, as Data
    /// Integrity 1.0 (section 2.1) allows.
    ///
    /// # Errors
    /// [`NotATimestamp`] for anything else, a date without a time among it.
    pub fn parse(text: &str) -> Result<Self, NotATimestamp> {
        let refused = || NotATimestamp {
            text: text.to_owned(),
        };
        let (date, time) = text.split_once('T').ok_or_else(refused)?;
        let has_offset = time.ends_with('Z') || time.contains(['+', '-']);
        let whole = match (has_offset, date.len()) {
            (true, 10) => OffsetDateTime::parse(text, &Rfc3339),
            (false, 10) => OffsetDateTime::parse(&format!("{text}Z"), &Rfc3339),
            _ => return Err(refused()),
        };
        whole.map(Self).map_err(|_| refused())
    }

    /// The point in time so many seconds after 1970-01-01T00:00:00Z; None beyond the year 9999.
    #[must_use]
    pub fn from_unix_seconds(seconds: i64) -> Option<Self> {
        OffsetDateTime::from_unix_timestamp(seconds).ok().map(Self)
    }

    /// The same for seconds that may have a fraction (RFC 7519, section 2, "NumericDate").
    #[must_use]
    pub fn from_numeric_date(seconds: f64) -> Option<Self> {
        let elapsed = Duration::checked_seconds_f64(seconds)?;
        OffsetDateTime::UNIX_EPOCH.checked_add(elapsed).map(Self)
    }

    /// This point in time, so many seconds later; the last one there is if that is beyond it.
    #[must_use]
    pub fn plus_seconds(self, seconds: u32) -> Self {
        Self(self.0.saturating_add(Duration::seconds(i64::from(seconds))))
    }

    /// The whole seconds until `later`; none where that is not later.
    #[must_use]
    pub fn seconds_until(self, later: Self) -> u32 {
        let seconds = (later.0 - self.0).whole_seconds().max(0);
        u32::try_from(seconds).unwrap_or(u32::MAX)
    }

    /// The same point in time, written in UTC.
    #[must_use]
    pub fn utc(self) -> Self {
        Self(self.0.checked_to_offset(UtcOffset::UTC).unwrap_or(self.0))
    }

    /// Year, month (1 to 12) and day in the offset that the timestamp was written with.
    #[must_use]
    pub fn date(self) -> (i32, u8, u8) {
        let (year, month, day) = self.0.to_calendar_date();
        (year, month.into(), day)
    }

    /// Hour and minute in the offset that the timestamp was written with.
    #[must_use]
    pub fn time(self) -> (u8, u8) {
        (self.0.hour(), self.0.minute())
    }

    /// The offset from UTC in minutes.
    #[must_use]
    pub fn offset_minutes(self) -> i16 {
        self.0.offset().whole_minutes()
    }
}

/// RFC 3339, with the offset that it was written with.
impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0.format(&Rfc3339).map_err(|_| fmt::Error)?;
        formatter.write_str(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap_or_else(|error| panic!("{error:?}"))
    }

    #[test]
    fn reads_offsets_and_fractions() {
        assert_eq!(
            parse("2010-01-01T00:00:00Z"),
            parse("2010-01-01T01:30:00+01:30")
        );
        assert!(parse("2010-01-01T00:00:00.123456Z") > parse("2010-01-01T00:00:00.123Z"));
        assert_eq!(
            parse("2010-01-01T00:00:00+00:00"),
            parse("2010-01-01T00:00:00")
        );
    }

    #[test]
    fn keeps_the_day_that_the_issuer_wrote() {
        assert_eq!(parse("2024-06-30T23:30:00-05:00").date(), (2024, 6, 30));
    }

    #[test]
    fn refuses_what_is_no_point_in_time() {
        for text in [
            "",
            "2010-01-01",
            "2010-01-01 00:00:00Z",
            "2010-13-01T00:00:00Z",
            "1262304000",
            "2010-01-01T00:00Z",
            "2010-02-30T00:00:00Z",
            "yesterday",
            "02010-01-01T00:00:00Z",
        ] {
            assert!(Timestamp::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn reads_numbers_of_seconds() {
        let time = |seconds| Timestamp::from_numeric_date(seconds);
        assert_eq!(time(0.5), Some(parse("1970-01-01T00:00:00.5Z")));
        assert_eq!(time(-1.0), Some(parse("1969-12-31T23:59:59Z")));
        // Milliseconds in place of seconds, and more.
        for wrong in [1_262_304_000_000.0, 1e300, f64::NAN, f64::INFINITY] {
            assert_eq!(time(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn counts_the_seconds_between() {
        let (before, after) = (parse("2010-01-01T00:00:00Z"), parse("2010-01-01T01:00:00Z"));
        assert_eq!(before.seconds_until(after), 3600);
        assert_eq!(after.seconds_until(before), 0);
        let (first, last) = (parse("0001-01-01T00:00:00Z"), parse("9999-12-31T23:59:59Z"));
        assert_eq!(first.seconds_until(last), u32::MAX);
    }

    #[test]
    fn adding_never_overflows() {
        let last = parse("9999-12-31T23:59:59Z");
        assert!(last.plus_seconds(u32::MAX) >= last);
    }
}

//! This device's clock, in this device's time zone.

use js_sys::Date;

use crate::timestamp::Timestamp;

/// The last second that a timestamp can hold, 9999-12-31T23:59:59Z.
const LAST_SECOND: f64 = 253_402_300_799.0;

/// The time now; of a clock that is set beyond the year 9999, the last second of it.
#[expect(
    clippy::expect_used,
    reason = "every second in the range is a timestamp"
)]
pub fn now() -> Timestamp {
    local(&Date::new_0()).unwrap_or_else(|| {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "whole seconds within the range"
        )]
        let seconds = (Date::now() / 1000.0).clamp(0.0, LAST_SECOND) as i64;
        Timestamp::from_unix_seconds(seconds).expect("a second from 1970 to 9999")
    })
}

/// The last second of a day (`YYYY-MM-DD`) in this device's time zone; None for what is no day.
pub fn end_of_day(text: &str) -> Option<Timestamp> {
    let day = Timestamp::parse(&format!("{}T00:00:00Z", text.trim())).ok()?;
    let (year, month, day) = day.date();
    let (month, day) = (i32::from(month) - 1, i32::from(day));
    let date =
        Date::new_with_year_month_day_hr_min_sec(u32::try_from(year).ok()?, month, day, 23, 59, 59);
    // Of years with two digits JavaScript makes others.
    local(&date).filter(|time| time.date().0 == year)
}

/// The date, with this device's offset from UTC.
fn local(date: &Date) -> Option<Timestamp> {
    // JavaScript counts minutes to UTC, RFC 3339 minutes from it.
    let offset = -date.get_timezone_offset();
    let (sign, minutes) = (if offset < 0.0 { '-' } else { '+' }, offset.abs());
    let text = format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date(),
        date.get_hours(),
        date.get_minutes(),
        date.get_seconds(),
        (minutes / 60.0).trunc(),
        minutes % 60.0,
    );
    Timestamp::parse(&text).ok()
}

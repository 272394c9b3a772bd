//! Adding a badge to a LinkedIn profile.

use crate::credential::DateClaim;
use crate::percent_encoding::percent_encoded;
use crate::policy::Bounds;
use crate::report::{Outcome, Question, Report, Verdict};
use crate::timestamp::Timestamp;

/// The form for a licence or certification, as LinkedIn's "Add to Profile" button opens it.
const FORM: &str = "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME";

/// The address of LinkedIn's form for a certification, filled in with what the badge states; what it does
/// not state is left out. `check` is the address at which whoever sees the profile can check the badge.
///
/// None where the badge is not known to be its issuer's, is known not to be in force now or to be another
/// person's, has no name, or has words that no address holds ([`Bounds::url_octets`]).
#[must_use]
pub fn linkedin_address(report: &Report, check: Option<&str>) -> Option<String> {
    let may_be_in_force = matches!(
        report.verdict,
        Verdict::Genuine | Verdict::Unlisted | Verdict::StatusUnknown
    );
    let is_anothers = report.checks.get(Question::Recipient).outcome == Outcome::Fail;
    if !may_be_in_force || is_anothers || report.now.is_some() {
        return None;
    }
    let claims = &report.claims;
    let awarded = claims.awarded_date.iter().chain(&claims.starts);
    let issued = awarded.filter_map(month).next();
    let expires = claims.ends.iter().filter_map(month).min();
    let listed = report.listings.first().map(|listing| listing.name.as_str());
    let own_name = claims.issuer.name.as_ref().map(|name| name.value.as_str());
    let number = |number: i32| number.to_string();
    let fields = [
        ("name", Some(claims.title()?.value.clone())),
        ("organizationName", listed.or(own_name).map(str::to_owned)),
        ("issueYear", issued.map(|(year, _)| number(year))),
        ("issueMonth", issued.map(|(_, month)| number(month))),
        ("expirationYear", expires.map(|(year, _)| number(year))),
        ("expirationMonth", expires.map(|(_, month)| number(month))),
        ("certUrl", check.map(str::to_owned)),
        ("certId", claims.id.clone()),
    ];
    let mut address = FORM.to_owned();
    for (name, value) in fields {
        if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
            address.push_str(&format!("&{name}={}", percent_encoded(&value)));
        }
    }
    (address.len() <= Bounds::default().url_octets).then_some(address)
}

/// The year and the month of a date that can be read, where its issuer is.
fn month(date: &DateClaim) -> Option<(i32, i32)> {
    let (year, month, _) = Timestamp::parse(&date.text).ok()?.date();
    Some((year, month.into()))
}

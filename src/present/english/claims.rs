//! What a badge says, in words.

use super::date;
use crate::credential::{DateClaim, ResultDescription};
use crate::timestamp::Timestamp;

/// A date of the badge's; as it was written, where it can't be read.
#[must_use]
pub fn claimed_date(claim: &DateClaim) -> String {
    let text = &claim.text;
    Timestamp::parse(text)
        // A day alone, as activities have it.
        .or_else(|_| Timestamp::parse(&format!("{text}T00:00:00Z")))
        .map_or_else(|_| text.clone(), date)
}

/// The kind of a recipient's identifier (`IdentifierTypeEnum` of Open Badges 3.0).
#[must_use]
pub fn identity_type(kind: &str) -> &str {
    match kind {
        "email" | "emailAddress" => "E-mail address",
        "name" | "ext:name" => "Name",
        "" | "identifier" => "Identifier",
        "did" => "Decentralised identifier",
        "url" | "id" => "Web address",
        "telephone" => "Telephone number",
        "systemId"
        | "sourcedId"
        | "lisSourcedId"
        | "oneRosterSourcedId"
        | "sisSourcedId"
        | "nationalIdentityNumber" => "Number in a register",
        "accountId" | "ltiUserId" | "userName" => "User name",
        "studentId" => "Student number",
        other => other.strip_prefix("ext:").unwrap_or(other),
    }
}

/// Credits earned, of those that there are to earn.
#[must_use]
pub fn credits(earned: Option<&str>, available: Option<&str>) -> Option<String> {
    match (earned, available) {
        (Some(earned), Some(available)) => Some(format!("{earned} of {available}")),
        (Some(earned), None) => Some(format!("{earned} earned")),
        (None, Some(available)) => Some(format!("{available} to earn")),
        (None, None) => None,
    }
}

/// The points of a rubric's level.
#[must_use]
pub fn points(points: &str) -> String {
    match points {
        "1" => "1 point".into(),
        points => format!("{points} points"),
    }
}

/// A skill's level, beside its name.
#[must_use]
pub fn skill_level(level: &str) -> String {
    format!("level or result: {level}")
}

/// The values that a kind of result can take.
#[must_use]
pub fn range(description: &ResultDescription) -> Option<String> {
    if !description.allowed_values.is_empty() {
        // Each result of its kind shows them.
        let values = description.allowed_values.get(..100);
        return Some(match values {
            Some(first) => format!("{}, …", first.join(", ")),
            None => description.allowed_values.join(", "),
        });
    }
    match (&description.value_min, &description.value_max) {
        (Some(least), Some(most)) => Some(format!("{least} to {most}")),
        (Some(least), None) => Some(format!("{least} or more")),
        (None, Some(most)) => Some(format!("{most} or less")),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_cannot_be_read_stays_as_it_was_written() {
        let claim = |text: &str| DateClaim {
            member: "validFrom",
            text: text.into(),
        };
        assert_eq!(
            claimed_date(&claim("2025-03-14T00:00:00Z")),
            "14 March 2025"
        );
        assert_eq!(claimed_date(&claim("2024-10-14")), "14 October 2024");
        assert_eq!(claimed_date(&claim("spring")), "spring");
    }

    #[test]
    fn a_range_is_a_list_of_values_or_two_ends() {
        let mut description = ResultDescription {
            value_max: Some("100".into()),
            ..ResultDescription::default()
        };
        assert_eq!(range(&description).as_deref(), Some("100 or less"));
        description.value_min = Some("0".into());
        assert_eq!(range(&description).as_deref(), Some("0 to 100"));
        description.allowed_values = vec!["A".into(), "B".into()];
        assert_eq!(range(&description).as_deref(), Some("A, B"));
    }
}

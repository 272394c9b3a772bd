//! Whether a badge belongs to the person whom somebody typed (Open Badges 3.0, section 8.5;
//! Open Badges 2.0, "IdentityHash").
//!
//! The comparison is local. A hashed identifier is guessable, its salt being public, and is never
//! called anonymous.

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use crate::credential::Identifier;
use crate::reason::Reason;
use crate::report::Outcome;

/// Compares what was typed with the badge's identifiers: exactly first, then in lower case.
#[must_use]
pub fn check(typed: Option<&str>, identifiers: &[Identifier]) -> (Outcome, Reason) {
    let Some(typed) = typed.map(str::trim).filter(|typed| !typed.is_empty()) else {
        return (Outcome::Skipped, Reason::NotAsked);
    };
    if identifiers.is_empty() {
        return (Outcome::Unknown, Reason::NoRecipientIdentifier);
    }
    let lowercase = typed.to_lowercase();
    for (text, lowercased) in [(typed, false), (lowercase.as_str(), true)] {
        let matching = identifiers
            .iter()
            .find(|identifier| matches(identifier, text, lowercased) == Some(true));
        if let Some(identifier) = matching {
            let identity_type = identifier.identity_type.clone();
            let reason = Reason::RecipientMatches {
                identity_type,
                lowercased,
            };
            return (Outcome::Pass, reason);
        }
    }
    let is_unclear = |identifier: &Identifier| matches(identifier, typed, false).is_none();
    if identifiers.iter().any(is_unclear) {
        return (Outcome::Unknown, Reason::UnsupportedRecipientHash);
    }
    (Outcome::Fail, Reason::RecipientDiffers)
}

/// None where the identifier is hashed in an unknown way.
fn matches(identifier: &Identifier, text: &str, lowercased: bool) -> Option<bool> {
    let plain = &identifier.identity_hash;
    if !identifier.hashed {
        return Some(plain == text || (lowercased && plain.to_lowercase() == text));
    }
    let (algorithm, expected) = identifier.identity_hash.split_once('$')?;
    let salted = format!("{text}{}", identifier.salt.as_deref().unwrap_or_default());
    let actual = match algorithm {
        "sha256" => hex(&Sha256::digest(salted)),
        "md5" => hex(&Md5::digest(salted)),
        // Open Badges 0.5 and 1.0.
        "sha1" => hex(&Sha1::digest(salted)),
        _ => return None,
    };
    Some(actual.eq_ignore_ascii_case(expected))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identifier(hash: &str, hashed: bool, salt: Option<&str>) -> Identifier {
        Identifier {
            identity_type: "emailAddress".into(),
            identity_hash: hash.into(),
            hashed,
            salt: salt.map(str::to_owned),
        }
    }

    fn matched(lowercased: bool) -> (Outcome, Reason) {
        let identity_type = "emailAddress".into();
        (
            Outcome::Pass,
            Reason::RecipientMatches {
                identity_type,
                lowercased,
            },
        )
    }

    /// The vector of the Open Badges specification: a@example.com, salted with Kosher.
    #[test]
    fn matches_a_salted_hash() {
        let hash = "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399";
        let salted = [identifier(hash, true, Some("Kosher"))];
        assert_eq!(check(Some("a@example.com"), &salted), matched(false));
        assert_eq!(check(Some(" A@Example.com "), &salted), matched(true));
        assert_eq!(
            check(Some("b@example.com"), &salted),
            (Outcome::Fail, Reason::RecipientDiffers)
        );
        let upper = [identifier(
            &hash.to_uppercase().replace("SHA256", "sha256"),
            true,
            Some("Kosher"),
        )];
        assert_eq!(check(Some("a@example.com"), &upper), matched(false));
    }

    #[test]
    fn compares_plain_identifiers() {
        let plain = [identifier("a@example.com", false, None)];
        assert_eq!(check(Some("a@example.com"), &plain), matched(false));
        assert_eq!(check(Some("A@example.com"), &plain), matched(true));
        assert_eq!(check(None, &plain), (Outcome::Skipped, Reason::NotAsked));
        assert_eq!(
            check(Some("  "), &plain),
            (Outcome::Skipped, Reason::NotAsked)
        );
    }

    #[test]
    fn does_not_say_no_where_it_cannot_tell() {
        let unknown = [identifier("sha512$00", true, None)];
        assert_eq!(
            check(Some("a@example.com"), &unknown),
            (Outcome::Unknown, Reason::UnsupportedRecipientHash)
        );
        assert_eq!(
            check(Some("a@example.com"), &[]),
            (Outcome::Unknown, Reason::NoRecipientIdentifier)
        );
    }
}

//! Whether a badge belongs to the person whom somebody typed (Open Badges 3.0, section 8.5;
//! Open Badges 2.0, "IdentityHash").
//!
//! The comparison is local. A hashed identifier is guessable, its salt being public, and is never
//! called anonymous. What is of another kind than all that the badge has, such as a name where it
//! has an e-mail address, is no reason to say that it is not the person's.

use std::borrow::Cow;

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use crate::credential::{Identifier, Subject};
use crate::reason::Reason;
use crate::report::Outcome;

/// Compares what was typed with the recipient's identifiers: exactly first, then in lower case.
#[must_use]
pub fn check(typed: Option<&str>, subject: &Subject) -> (Outcome, Reason) {
    let Some(typed) = typed.map(str::trim).filter(|typed| !typed.is_empty()) else {
        return (Outcome::Skipped, Reason::NotAsked);
    };
    let identifiers = identifiers(subject);
    let lowercase = typed.to_lowercase();
    for (text, lowercased) in [(typed, false), (lowercase.as_str(), true)] {
        let matching = identifiers
            .iter()
            .find(|identifier| matches(identifier, text, lowercased) == Some(true));
        if let Some(identifier) = matching {
            let reason = Reason::RecipientMatches {
                identity_type: identifier.identity_type.clone(),
                lowercased,
                hashed: identifier.hashed,
            };
            return (Outcome::Pass, reason);
        }
    }
    let is_unclear = |identifier: &Identifier| matches(identifier, typed, false).is_none();
    if identifiers.iter().any(is_unclear) {
        return (Outcome::Unknown, Reason::UnsupportedRecipientHash);
    }
    let is_of_its_kind = |it: &Identifier| Kind::of(&it.identity_type).could_be(typed);
    if identifiers.iter().any(is_of_its_kind) {
        return (Outcome::Fail, Reason::RecipientDiffers);
    }
    (Outcome::Unknown, Reason::NoRecipientIdentifier)
}

/// All that can be compared: the identifiers that the badge lists, and the subject's own.
#[must_use]
pub fn identifiers(subject: &Subject) -> Vec<Identifier> {
    let own = subject.id.as_deref().map(|id| {
        let (identity_type, id) = match id.split_once(':') {
            Some(("mailto", address)) => ("emailAddress", address),
            Some(("tel", number)) => ("telephone", number),
            Some(("did", _)) => ("did", id),
            _ => ("id", id),
        };
        Identifier {
            identity_type: identity_type.into(),
            identity_hash: id.into(),
            hashed: false,
            salt: None,
        }
    });
    subject.identifiers.iter().cloned().chain(own).collect()
}

/// What kind of identifier something is, as far as its form shows.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Kind {
    Address,
    Email,
    Name,
    /// A user name, a number in a register, and the like.
    Other,
    Telephone,
}

impl Kind {
    /// By the names of Open Badges 2.0 ("IdentityObject") and 3.0 ("IdentifierTypeEnum").
    fn of(identity_type: &str) -> Self {
        match identity_type {
            "did" | "id" | "url" => Self::Address,
            "email" | "emailAddress" => Self::Email,
            "ext:name" | "name" => Self::Name,
            "telephone" => Self::Telephone,
            _ => Self::Other,
        }
    }

    /// Whether what was typed could be one of this kind, so that it says something if it differs.
    fn could_be(self, typed: &str) -> bool {
        match self {
            Self::Address => typed.contains(':'),
            Self::Email => typed.contains('@'),
            Self::Name => !typed.contains(['@', ':']) && typed.contains(char::is_alphabetic),
            Self::Other => !typed.contains('@') && !typed.contains(char::is_whitespace),
            Self::Telephone => !typed.contains(|c: char| !c.is_ascii_digit() && !is_separator(c)),
        }
    }

    /// Without what people put between a telephone number's digits (RFC 3966, section 5.1.1).
    fn bare(self, text: &str) -> Cow<'_, str> {
        match self {
            Self::Telephone => text.replace(|c| c != '+' && is_separator(c), "").into(),
            _ => text.into(),
        }
    }
}

fn is_separator(character: char) -> bool {
    matches!(character, '+' | ' ' | '-' | '.' | '(' | ')')
}

/// None where the identifier is hashed in an unknown way.
fn matches(identifier: &Identifier, text: &str, lowercased: bool) -> Option<bool> {
    let kind = Kind::of(&identifier.identity_type);
    let text = kind.bare(text);
    if !identifier.hashed {
        let plain = kind.bare(&identifier.identity_hash);
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

    fn subject(identifiers: &[Identifier]) -> Subject {
        Subject {
            identifiers: identifiers.to_vec(),
            ..Subject::default()
        }
    }

    fn plain(identity_type: &str, identity: &str) -> Identifier {
        Identifier {
            identity_type: identity_type.into(),
            identity_hash: identity.into(),
            hashed: false,
            salt: None,
        }
    }

    fn hashed(hash: &str, salt: Option<&str>) -> Identifier {
        Identifier {
            hashed: true,
            salt: salt.map(str::to_owned),
            ..plain("emailAddress", hash)
        }
    }

    fn matched(identity_type: &str, lowercased: bool, hashed: bool) -> (Outcome, Reason) {
        let reason = Reason::RecipientMatches {
            identity_type: identity_type.into(),
            lowercased,
            hashed,
        };
        (Outcome::Pass, reason)
    }

    const DIFFERS: (Outcome, Reason) = (Outcome::Fail, Reason::RecipientDiffers);
    const NOTHING_TO_COMPARE: (Outcome, Reason) = (Outcome::Unknown, Reason::NoRecipientIdentifier);

    /// The vector of the Open Badges specification: a@example.com, salted with Kosher.
    #[test]
    fn matches_a_salted_hash() {
        let hash = "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399";
        let salted = subject(&[hashed(hash, Some("Kosher"))]);
        let email = |lowercased| matched("emailAddress", lowercased, true);
        assert_eq!(check(Some("a@example.com"), &salted), email(false));
        assert_eq!(check(Some(" A@Example.com "), &salted), email(true));
        assert_eq!(check(Some("b@example.com"), &salted), DIFFERS);
        let upper = hash.to_uppercase().replace("SHA256", "sha256");
        let upper = subject(&[hashed(&upper, Some("Kosher"))]);
        assert_eq!(check(Some("a@example.com"), &upper), email(false));
    }

    #[test]
    fn compares_plain_identifiers() {
        for (kind, identity, typed, lowercased) in [
            ("emailAddress", "a@example.com", "a@example.com", false),
            ("emailAddress", "a@example.com", "A@example.com", true),
            ("name", "Robin Learner", "robin learner", true),
            ("telephone", "+1 617 555-1212", "+1 (617) 555 1212", false),
            ("url", "https://a.example/1", "https://a.example/1", false),
            ("ext:accountId", "a@b", "a@b", false),
        ] {
            let badge = subject(&[plain(kind, identity)]);
            let expected = matched(kind, lowercased, false);
            assert_eq!(check(Some(typed), &badge), expected, "{kind}");
        }
        let badge = subject(&[plain("emailAddress", "a@example.com")]);
        for nothing in [None, Some("  ")] {
            let skipped = (Outcome::Skipped, Reason::NotAsked);
            assert_eq!(check(nothing, &badge), skipped);
        }
    }

    #[test]
    fn the_subjects_own_identifier_counts() {
        for (id, kind, typed) in [
            ("did:key:z6Mk", "did", "did:key:z6Mk"),
            ("mailto:a@example.com", "emailAddress", "a@example.com"),
            ("tel:+1-617-555-1212", "telephone", "+16175551212"),
            ("https://a.example/1", "id", "https://a.example/1"),
        ] {
            let badge = Subject {
                id: Some(id.into()),
                ..Subject::default()
            };
            assert_eq!(check(Some(typed), &badge), matched(kind, false, false));
        }
    }

    #[test]
    fn a_difference_counts_within_a_kind_alone() {
        for (kind, identity, typed, expected) in [
            ("emailAddress", "a@b.example", "c@b.example", DIFFERS),
            ("emailAddress", "a@b.example", "Robin", NOTHING_TO_COMPARE),
            ("name", "Robin", "Eve", DIFFERS),
            ("name", "Robin", "eve@b.example", NOTHING_TO_COMPARE),
            ("telephone", "+1617", "+1618", DIFFERS),
            ("telephone", "+1617", "Eve", NOTHING_TO_COMPARE),
            ("did", "did:key:z6Mk", "did:key:z6Ml", DIFFERS),
            ("did", "did:key:z6Mk", "eve@b.example", NOTHING_TO_COMPARE),
            ("studentId", "117", "118", DIFFERS),
            ("studentId", "117", "Robin Learner", NOTHING_TO_COMPARE),
        ] {
            let badge = subject(&[plain(kind, identity)]);
            assert_eq!(check(Some(typed), &badge), expected, "{kind}: {typed}");
        }
        assert_eq!(
            check(Some("a@b.example"), &subject(&[])),
            NOTHING_TO_COMPARE
        );
    }

    #[test]
    fn does_not_say_no_where_it_cannot_tell() {
        let unknown = subject(&[hashed("sha512$00", None)]);
        assert_eq!(
            check(Some("a@example.com"), &unknown),
            (Outcome::Unknown, Reason::UnsupportedRecipientHash)
        );
    }
}

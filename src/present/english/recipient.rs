//! Whom a badge belongs to: what there is to compare, and what came of it.

use super::{identity_type, shortened};
use crate::credential::{Identifier, Subject};
use crate::reason::Reason;
use crate::recipient::identifiers;

/// What came of the comparison; None for reasons of other checks.
pub(super) fn comparison(reason: &Reason) -> Option<String> {
    Some(match reason {
        Reason::RecipientMatches {
            identity_type,
            lowercased,
            hashed,
        } => {
            let kind = kind(identity_type);
            let case = if *lowercased { ", in lower case" } else { "" };
            let hash = if *hashed {
                " The badge has it as a hash, so anybody who knows or guesses it can find out the same."
            } else {
                ""
            };
            format!("What you typed is the recipient's {kind}{case}.{hash}")
        }
        Reason::RecipientDiffers => "What you typed is not the recipient's.".into(),
        Reason::NoRecipientIdentifier => {
            "The badge has nothing of that kind to compare it with.".into()
        }
        Reason::UnsupportedRecipientHash => {
            "The recipient is given in a form that we can't compare with.".into()
        }
        _ => return None,
    })
}

/// What can be typed to be compared; None where the badge has nothing to compare with.
#[must_use]
pub fn comparable(subject: &Subject) -> Option<String> {
    let named = |identifier: &Identifier| {
        let kind = kind(&identifier.identity_type);
        match identifier.hashed {
            true => format!("{kind} (as a hash, which is no secret to those who can guess it)"),
            false => kind,
        }
    };
    let mut kinds: Vec<String> = identifiers(subject).iter().map(named).collect();
    kinds.dedup();
    (!kinds.is_empty()).then(|| {
        format!(
            "The badge has to compare with: {}. What you type is compared here and sent to nobody.",
            shortened(&kinds.join(", "))
        )
    })
}

fn kind(name: &str) -> String {
    shortened(&identity_type(name).to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_can_be_compared_and_what_a_hash_is() {
        let identifier = |kind: &str, hashed| Identifier {
            identity_type: kind.into(),
            identity_hash: "x".into(),
            hashed,
            salt: None,
        };
        let mut subject = Subject::default();
        assert_eq!(comparable(&subject), None);
        subject.id = Some("did:key:z6Mk".into());
        subject.identifiers = vec![identifier("emailAddress", true), identifier("", false)];
        let said = comparable(&subject).unwrap_or_default();
        assert!(
            said.starts_with(
                "The badge has to compare with: e-mail address (as a hash, which is no secret to \
                 those who can guess it), identifier, decentralised identifier."
            ),
            "{said}"
        );
    }

    #[test]
    fn says_how_it_matched() {
        let matches = |lowercased, hashed| {
            comparison(&Reason::RecipientMatches {
                identity_type: "emailAddress".into(),
                lowercased,
                hashed,
            })
        };
        assert_eq!(
            matches(true, false).as_deref(),
            Some("What you typed is the recipient's e-mail address, in lower case.")
        );
        let hashed = matches(false, true).unwrap_or_default();
        assert!(
            hashed.contains("anybody who knows or guesses it"),
            "{hashed}"
        );
    }
}

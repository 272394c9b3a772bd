//! Records of Comprehensive Learner Record 2.0: credentials that hold other credentials, and say how
//! what was achieved hangs together.
//!
//! What a record shares with a badge, Open Badges 3.0 defines for both, and `ob3` reads.

use serde_json::{Map, Value};

use super::annex_i::{self, CLR_2};
use super::ob3::achievement;
use super::read::{boolean, list, objects, string};
use super::{Achievement, Claims};

type Members = Map<String, Value>;

/// The type of a record.
pub(super) const TYPE: &str = "ClrCredential";

/// What a record says beside what any credential says (`ClrCredential` and `ClrSubject`).
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Record {
    /// Achievements that the record describes. It does not say of these that they were earned.
    pub achievements: Vec<Achievement>,
    pub associations: Vec<Association>,
    /// Whether it says that it leaves something out of what the publisher has on the subject.
    pub partial: Option<bool>,
}

/// How two achievements hang together.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Association {
    /// `isPartOf`, `precedes` and so on.
    pub association_type: Option<String>,
    /// The identifier of the achievement that is part, or precedes.
    pub source_id: Option<String>,
    pub target_id: Option<String>,
}

/// The claims of a record; `claims` are those that it has as a credential like others.
pub(super) fn claims(document: &Members, claims: Claims) -> Claims {
    let subjects = || objects(document.get("credentialSubject"));
    let associations = subjects().flat_map(|subject| objects(subject.get("association")));
    let achievements = subjects().flat_map(|subject| objects(subject.get("achievement")));
    Claims {
        // Under this name a record has what it describes, where a badge has what was earned.
        achievement: None,
        record: Some(Record {
            achievements: achievements.map(achievement).collect(),
            associations: associations.map(association).collect(),
            partial: boolean(document, "partial"),
        }),
        statements: annex_i::statements(document, &CLR_2),
        ..claims
    }
}

fn association(association: &Members) -> Association {
    Association {
        association_type: string(association, "associationType"),
        source_id: string(association, "sourceId"),
        target_id: string(association, "targetId"),
    }
}

/// The credentials in a record, each as it stands: an object, or a token.
pub(crate) fn record_entries(document: &Members) -> Vec<&Value> {
    objects(document.get("credentialSubject"))
        .flat_map(|subject| list(subject.get("verifiableCredential")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credential::{Format, read};
    use serde_json::json;

    #[test]
    fn reads_what_a_record_says_and_what_it_holds() {
        let document = json!({
            "type": ["VerifiableCredential", "ClrCredential"],
            "name": "A transcript",
            "partial": true,
            "credentialSubject": {
                "type": "ClrSubject",
                "verifiableCredential": [{"type": "VerifiableCredential"}, "a.b.c"],
                "achievement": [{"id": "urn:a", "name": "Part"}, {"id": "urn:b", "name": "Whole"}],
                "association": {
                    "associationType": "isPartOf", "sourceId": "urn:a", "targetId": "urn:b",
                },
            },
        });
        let credential = read(document).unwrap();
        assert_eq!(credential.format, Format::Clr2);
        assert_eq!(record_entries(&credential.document).len(), 2);
        assert_eq!(credential.claims.title().unwrap().value, "A transcript");
        assert_eq!(credential.claims.achievement, None);
        let record = credential.claims.record.unwrap();
        assert_eq!(record.partial, Some(true));
        let names = record.achievements.iter();
        let names: Vec<_> = names
            .map(|it| it.name.as_ref().unwrap().value.as_str())
            .collect();
        assert_eq!(names, ["Part", "Whole"]);
        let [association] = record.associations.as_slice() else {
            panic!("one association");
        };
        assert_eq!(association.association_type.as_deref(), Some("isPartOf"));
        assert_eq!(association.source_id.as_deref(), Some("urn:a"));
        assert_eq!(association.target_id.as_deref(), Some("urn:b"));
    }

    #[test]
    fn a_record_of_the_wrong_form_holds_nothing() {
        for subject in [
            json!(null),
            json!("urn:a"),
            json!({"verifiableCredential": null}),
        ] {
            let document = json!({"type": "ClrCredential", "credentialSubject": subject});
            assert!(record_entries(document.as_object().unwrap()).is_empty());
        }
    }
}

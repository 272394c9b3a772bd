//! Open Badges 2.0 and 2.1 (Open Badges 2.0, "Open Badges Vocabulary").

use serde_json::Value;

use super::annex_i::{self, OPEN_BADGES_2};
use super::open_badge::{Linked, Members, OpenBadge};
use super::read::{boolean, image, list, moment, object, objects, string, strings, text};
use super::{
    Achievement, Alignment, Claims, Criteria, Endorsement, EvidenceItem, Identifier, Issuer,
    Subject, ob3,
};

/// Hashes of identities that the standard's generations know.
const HASHES: [&str; 3] = ["md5$", "sha1$", "sha256$"];

/// What the badge says; of a document that is not there, nothing.
pub(super) fn claims(badge: &OpenBadge) -> Claims {
    let assertion = &badge.assertion;
    Claims {
        id: string(assertion, "id"),
        types: strings(assertion.get("type")),
        image: image(assertion.get("image")),
        issuer: issuer(&badge.issuer),
        awarded_date: moment(assertion, "issuedOn"),
        ends: moment(assertion, "expires").into_iter().collect(),
        subject: Subject {
            identifiers: objects(assertion.get("recipient"))
                .filter_map(recipient)
                .collect(),
            narrative: text(assertion, "narrative"),
            ..Subject::default()
        },
        achievement: badge.badge_class.members().map(|class| Achievement {
            id: badge.badge_class.id().map(str::to_owned),
            ..achievement(class)
        }),
        evidence: list(assertion.get("evidence"))
            .into_iter()
            .filter_map(evidence)
            .collect(),
        endorsements: endorsements(badge),
        statements: annex_i::statements(&badge.written_out(), &OPEN_BADGES_2),
        ..Claims::default()
    }
}

/// An `IdentityObject`; its type by the name that Open Badges 3.0 has for it.
fn recipient(identity: &Members) -> Option<Identifier> {
    let kind = string(identity, "type").unwrap_or_default();
    let identity_hash = string(identity, "identity")?;
    let is_hash = HASHES.iter().any(|hash| identity_hash.starts_with(hash));
    Some(Identifier {
        identity_type: match kind.rsplit(['/', '#', ':']).next().unwrap_or_default() {
            "email" => "emailAddress".into(),
            other => other.to_owned(),
        },
        hashed: boolean(identity, "hashed").unwrap_or(is_hash),
        identity_hash,
        salt: string(identity, "salt"),
    })
}

fn achievement(class: &Members) -> Achievement {
    Achievement {
        id: string(class, "id"),
        name: text(class, "name"),
        description: text(class, "description"),
        image: image(class.get("image")),
        criteria: criteria(class),
        alignments: objects(class.get("alignment")).map(alignment).collect(),
        tags: strings(class.get("tags")),
        language: string(class, "@language"),
        version: super::read::number(class, "version"),
        ..Achievement::default()
    }
}

/// An address, or an object with one.
fn criteria(class: &Members) -> Option<Criteria> {
    match list(class.get("criteria")).first()? {
        Value::String(address) => Some(Criteria {
            id: Some(address.clone()),
            narrative: None,
        }),
        Value::Object(criteria) => Some(Criteria {
            id: string(criteria, "id"),
            narrative: text(criteria, "narrative"),
        }),
        _ => None,
    }
}

fn alignment(alignment: &Members) -> Alignment {
    Alignment {
        target_name: text(alignment, "targetName"),
        target_url: string(alignment, "targetUrl"),
        target_type: None,
        target_framework: string(alignment, "targetFramework"),
        target_code: string(alignment, "targetCode"),
        target_description: text(alignment, "targetDescription"),
    }
}

fn issuer(issuer: &Linked) -> Issuer {
    let id = issuer.id().map(str::to_owned);
    let Some(profile) = issuer.members() else {
        return Issuer {
            id,
            ..Issuer::default()
        };
    };
    Issuer {
        id,
        name: text(profile, "name"),
        url: string(profile, "url"),
        email: string(profile, "email"),
        description: text(profile, "description"),
        image: image(profile.get("image")),
        country: None,
    }
}

/// An address, or an object.
fn evidence(value: &Value) -> Option<EvidenceItem> {
    match value {
        Value::String(address) => Some(EvidenceItem {
            id: Some(address.clone()),
            ..EvidenceItem::default()
        }),
        Value::Object(evidence) => Some(ob3::evidence(evidence)),
        _ => None,
    }
}

/// Endorsements of the assertion, its badge class and its issuer; of one that is elsewhere, that it
/// is there.
fn endorsements(badge: &OpenBadge) -> Vec<Endorsement> {
    [
        Some(&badge.assertion),
        badge.badge_class.members(),
        badge.issuer.members(),
    ]
    .into_iter()
    .flatten()
    .flat_map(|of| list(of.get("endorsement")))
    .map(|endorsement| {
        let endorsement = endorsement.as_object();
        Endorsement {
            issuer: Issuer {
                id: endorsement.and_then(|members| string(members, "issuer")),
                ..Issuer::default()
            },
            comment: endorsement
                .and_then(|members| object(members.get("claim")))
                .and_then(|claim| text(claim, "endorsementComment")),
        }
    })
    .collect()
}

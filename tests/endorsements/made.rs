//! Badges with endorsements, made for these tests.

use assay::key::{Algorithm, KeyKind};
use assay::{Policy, Report};
use serde_json::{Value, json};
use signing::Issuer;

use crate::support;

pub const V2: &str = "https://www.w3.org/ns/credentials/v2";
pub const OB3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
pub const BADGE: &str = "urn:example:badge";
pub const ACHIEVEMENT: &str = "urn:example:achievement";

pub fn school() -> Issuer {
    Issuer::did_key("school")
}

/// Who endorses.
pub fn partner() -> Issuer {
    Issuer::did_key("partner")
}

pub fn unsigned_badge() -> Value {
    json!({
        "@context": [V2, OB3],
        "id": BADGE,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": school().id(), "type": ["Profile"], "name": "A school"},
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {"id": ACHIEVEMENT, "type": ["Achievement"], "name": "A course"},
        },
    })
}

/// The badge with these endorsements under `member` of the object at `place`, signed.
pub fn endorsed(place: &str, member: &str, entries: Vec<Value>) -> Value {
    let mut badge = unsigned_badge();
    badge.pointer_mut(place).unwrap()[member] = json!(entries);
    school().sign(badge).unwrap()
}

/// An endorsement of what has this identifier, not signed yet.
pub fn endorsement(endorser: &Issuer, id: &str) -> Value {
    json!({
        "@context": [V2, OB3],
        "id": "urn:example:endorsement",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"id": endorser.id(), "type": ["Profile"], "name": "A partner"},
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {
            "id": id,
            "type": ["EndorsementSubject"],
            "endorsementComment": "We hire from this course.",
        },
    })
}

pub fn signed(endorser: &Issuer, id: &str) -> Value {
    endorser.sign(endorsement(endorser, id)).unwrap()
}

/// An endorsement in a token, its payload altered before it is signed.
pub fn token(id: &str, alter: impl FnOnce(&mut Value)) -> Value {
    let endorser = Issuer::did_key_of("partner", KeyKind::P256);
    let mut payload = endorsement(&endorser, id);
    alter(&mut payload);
    let header = json!({"kid": endorser.method()});
    json!(endorser.token(Algorithm::Es256, &header, &payload).unwrap())
}

pub fn judge(badge: &Value) -> Report {
    support::report(badge, &Policy::default())
}

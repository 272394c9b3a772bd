//! The shortest badge that has all it needs.

use serde_json::{Value, json};

use crate::Issuer;

const VC_2: &str = "https://www.w3.org/ns/credentials/v2";
const OB_3: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// A badge of Open Badges 3.0, for welding; nobody has signed it yet.
pub fn badge(issuer: &Issuer) -> Value {
    json!({
        "@context": [VC_2, OB_3],
        "id": "urn:uuid:0001",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer.id(), "type": ["Profile"]},
        "validFrom": "2025-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {"id": "urn:uuid:2", "type": ["Achievement"], "name": "Welding"},
        },
    })
}

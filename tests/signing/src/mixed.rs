//! Many badges, of all the kinds that come in one day: each with the verdict that it must get.

use anyhow::{Context as _, Result};
use assay::carrier::bake::bake;
use assay::key::{Algorithm, KeyKind};
use assay::policy::Bounds;
use assay::proof::Suite;
use serde_json::{Value, json};

use crate::{Issuer, members, status_list};

const COURSES: [&str; 7] = [
    "First Aid at Work",
    "Data Analysis with Python",
    "Welding, Basic",
    "Project Planning",
    "Food Hygiene",
    "Forklift Driving",
    "Public Speaking",
];
const ISSUERS: [&str; 4] = [
    "Harbour Training",
    "Northfield University",
    "City Chamber of Crafts",
    "Open Skills Network",
];
/// A grey pixel.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\x0aIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82";

/// How many kinds there are, before they come again.
pub const KINDS: usize = 12;

/// A file, and the verdict that its badge must get without registries and network.
#[derive(Debug)]
pub struct Mixed {
    pub name: String,
    pub bytes: Vec<u8>,
    pub verdict: &'static str,
}

/// The file with this number: each of [`KINDS`] kinds in turn, no two with the same badge.
///
/// # Errors
/// Where a badge cannot be signed.
pub fn mixed(number: usize) -> Result<Mixed> {
    let kind = number % KINDS;
    let issuer_name = ISSUERS[number % ISSUERS.len()];
    let key = match kind {
        1 | 3 => KeyKind::P256,
        _ => KeyKind::Ed25519,
    };
    let issuer = Issuer::did_key_of(issuer_name, key);
    let mut badge = badge(number, &issuer, issuer_name);
    let json = |badge: Value| badge.to_string().into_bytes();
    let (extension, bytes, verdict) = match kind {
        0 | 10 => ("json", json(issuer.sign(badge)?), "unlisted"),
        1 => {
            let badge = issuer.sign_with(badge, members(Suite::EcdsaRdfc2019))?;
            ("json", json(badge), "unlisted")
        }
        2 => {
            let badge = issuer.sign_with(badge, members(Suite::EddsaJcs2022))?;
            ("json", json(badge), "unlisted")
        }
        3 => {
            let header = json!({"typ": "vc+jwt", "kid": issuer.method()});
            let token = issuer.token(Algorithm::Es256, &header, &badge)?;
            ("jwt", token.into_bytes(), "unlisted")
        }
        4 => {
            let signed = json(issuer.sign(badge)?);
            let baked = bake(PNG, &signed, &Bounds::default());
            let baked = baked.ok().context("a picture takes a badge")?;
            ("png", baked, "unlisted")
        }
        5 => {
            badge["validUntil"] = json!("2025-06-30T12:00:00Z");
            ("json", json(issuer.sign(badge)?), "expired")
        }
        6 => {
            let mut badge = issuer.sign(badge)?;
            badge["credentialSubject"]["achievement"]["name"] = json!("Brain Surgery");
            ("json", json(badge), "invalid")
        }
        7 => {
            badge["credentialStatus"] =
                status_list::entry("https://status.example/list", "revocation", "7");
            ("json", json(issuer.sign(badge)?), "status-unknown")
        }
        8 => ("json", json(badge), "unconfirmed"),
        9 => {
            let badge = json(issuer.sign(badge)?);
            let half = badge.get(..badge.len() / 2).unwrap_or_default();
            ("json", half.to_vec(), "unreadable")
        }
        _ => {
            let text = format!("Dear Sir or Madam, this is application {number}.\n");
            ("txt", text.into_bytes(), "unreadable")
        }
    };
    Ok(Mixed {
        name: format!("candidate-{number:05}.{extension}"),
        bytes,
        verdict,
    })
}

fn badge(number: usize, issuer: &Issuer, issuer_name: &str) -> Value {
    json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": format!("urn:uuid:00000000-0000-4000-8000-{number:012}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer.id(), "type": ["Profile"], "name": issuer_name},
        "validFrom": "2025-02-03T09:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [{
                "type": "IdentityObject",
                "identityType": "emailAddress",
                "identityHash": format!("candidate-{number}@example.com"),
                "hashed": false,
            }],
            "achievement": {
                "id": "urn:uuid:5d1a3c9e-0b0c-4a44-8a43-0f6e3a7b9d02",
                "type": ["Achievement"],
                "name": COURSES[number % COURSES.len()],
                "description": "A short course for people at work.",
                "criteria": {"narrative": "Attended four days and passed a practical test."},
                "alignment": [{
                    "type": ["Alignment"],
                    "targetName": "A skill",
                    "targetUrl": "https://skills.example/skill",
                    "targetFramework": "A framework",
                }],
            },
        },
    })
}

#[cfg(test)]
mod tests {
    use assay::{Evidence, Policy, Timestamp, open, verify};

    use super::*;

    #[test]
    fn each_kind_gets_its_verdict() {
        let policy = Policy::default();
        let now = Timestamp::parse("2026-06-01T00:00:00Z").expect("a time");
        for number in 0..2 * KINDS {
            let file = mixed(number).expect("a file");
            let verdict = match open(&file.bytes, &policy.bounds) {
                Ok(opened) => {
                    let credential = opened.credentials.only().expect("one credential");
                    verify(credential, &Evidence::none(), &policy, now)
                        .verdict
                        .code()
                }
                Err(_) => "unreadable",
            };
            assert_eq!(verdict, file.verdict, "{}", file.name);
        }
    }
}

//! Badges that rest on as much as a badge can, each with all of it.

use assay::{Evidence, Policy, Report, Verdict, open, verify};
use serde_json::{Value, json};
use signing::Issuer;

use crate::hosted;
use crate::issuer_keys::{Documents, IssuerKeys};
use crate::list::{LIST, token};
use crate::mechanism::{self, Mechanism};
use crate::registries::Kind;
use crate::support::now;

const SCHEMA: &str = "https://schema.example/badge.json";
const SERVICE: &str = "https://refresh.example/1";
const ENDORSER: &str = "did:web:partner.example";
const KEEPER: &str = "did:web:keeper.example";
const EXPIRED: &str = "2025-01-01T00:00:00Z";

/// A file, everything that it could use, and what it comes to with that.
#[derive(Clone, Debug)]
pub struct Case {
    pub file: String,
    pub evidence: Evidence,
    pub policy: Policy,
    pub verdict: Verdict,
}

/// What a badge of Open Badges 3.0 rests on.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    pub keys: IssuerKeys,
    pub mechanism: Mechanism,
    pub registry: Kind,
    pub is_revoked: bool,
    /// It has a newer version that is not.
    pub is_expired: bool,
    /// Somebody else, whom a registry lists, keeps the list.
    pub has_keeper: bool,
}

impl Case {
    pub fn judge(&self, evidence: &Evidence) -> Report {
        let opened = open(self.file.as_bytes(), &self.policy.bounds).unwrap();
        let credential = opened.credentials.only().unwrap();
        verify(credential, evidence, &self.policy, now())
    }

    /// A badge with a status method, a schema, a refresh service and an endorsement.
    pub fn of(choice: Choice) -> Self {
        let (issuer, mut documents) = choice.keys.made();
        let (keeper, endorser) = (
            Issuer::did_web("a keeper", KEEPER),
            Issuer::did_web("a partner", ENDORSER),
        );
        let own = |signer: &Issuer, host: &str| {
            let url = format!("https://{host}/.well-known/did.json");
            (url, signer.did_document().to_string())
        };
        // A list without a signature, or without an issuer of its own, is not another's.
        let has_keeper = choice.has_keeper
            && !matches!(
                choice.mechanism,
                Mechanism::OneEdTech | Mechanism::TokenStatusList
            );
        let signer = if has_keeper { &keeper } else { &issuer };
        let mechanism = match (choice.keys, choice.mechanism) {
            // A proof names its key at the issuer's address, and a token may leave that to the set.
            (IssuerKeys::JwkSet, Mechanism::Bitstring) => Mechanism::BitstringToken,
            (_, mechanism) => mechanism,
        };
        let (badge, list) = mechanism::made(mechanism, &issuer, signer, choice.is_revoked);
        let newer = with_extras(badge, &endorser);
        let mut badge = newer.clone();
        if choice.is_expired {
            badge["validUntil"] = json!(EXPIRED);
        }
        let registry = match choice.registry.takes(issuer.id()) {
            true => choice.registry,
            false => Kind::Own,
        };
        let (source, of_registry) = registry.made(&[issuer.id(), KEEPER, ENDORSER]);
        documents.extend(of_registry);
        documents.extend([
            (LIST.to_owned(), list),
            (
                SCHEMA.to_owned(),
                json!({"required": ["issuer"]}).to_string(),
            ),
            (SERVICE.to_owned(), token(&issuer, "vc+jwt", &newer)),
            own(&keeper, "keeper.example"),
            own(&endorser, "partner.example"),
        ]);
        Self {
            file: token(&issuer, "vc+jwt", &badge),
            evidence: serving(documents),
            policy: Policy {
                registry_sources: vec![source],
                ..Policy::default()
            },
            verdict: match choice.is_revoked {
                true => Verdict::Revoked,
                false => Verdict::Genuine,
            },
        }
    }

    /// A badge of Open Badges 2.0, hosted or signed, and in force.
    pub fn before_3(is_signed: bool) -> Self {
        let school = hosted::signer("a school");
        let mut profile = hosted::profile();
        profile["publicKey"] = json!(hosted::KEY);
        profile["revocationList"] = json!(hosted::LIST);
        let (file, mut evidence) = match is_signed {
            true => (
                hosted::token(&school, &hosted::signed_assertion()),
                hosted::signers_site_with(profile, hosted::key_document(&school)),
            ),
            false => {
                let assertion = hosted::assertion();
                (assertion.to_string(), hosted::site_with(assertion, profile))
            }
        };
        let list = json!({"type": "RevocationList", "revokedAssertions": []}).to_string();
        evidence.insert(hosted::LIST, hosted::response(200, &list));
        let (source, documents) = Kind::Own.made(&[hosted::PROFILE]);
        for (url, body) in documents {
            evidence.insert(url, hosted::response(200, &body));
        }
        Self {
            file,
            evidence,
            policy: Policy {
                registry_sources: vec![source],
                ..Policy::default()
            },
            verdict: Verdict::Genuine,
        }
    }
}

fn with_extras(mut badge: Value, endorser: &Issuer) -> Value {
    badge["credentialSchema"] = json!({"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"});
    badge["refreshService"] = json!({"id": SERVICE, "type": "1EdTechCredentialRefresh"});
    let endorsement = json!({
        "@context": badge["@context"],
        "id": "urn:uuid:3",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": {"id": endorser.id(), "type": ["Profile"]},
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {"id": badge["id"], "type": ["EndorsementSubject"]},
    });
    badge["endorsement"] = json!([endorser.sign(endorsement).unwrap()]);
    badge
}

fn serving(documents: Documents) -> Evidence {
    let mut evidence = Evidence::none();
    for (url, body) in documents {
        evidence.insert(url, hosted::response(200, &body));
    }
    evidence
}

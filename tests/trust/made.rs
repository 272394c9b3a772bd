//! A badge, the Consortium's list, and registries of each kind that list the badge's issuer.

use assay::evidence::{Answer, Purpose};
use assay::key::{Algorithm, KeyKind};
use assay::trust::{NoAnswer, RegistrySource, StatementError, TrustReason};
use assay::{Evidence, Outcome, Policy, Question, Reason, Report, open, verify};
use serde_json::{Value, json};
use signing::Issuer;

use crate::support::now;

pub const LIST: &str =
    "https://digitalcredentials.github.io/dcc-known-registries/known-did-registries.json";
pub const LEGACY: &str = "https://digitalcredentials.github.io/dcc-registry/registry.json";
pub const ANCHOR: &str = "https://members.example";
pub const CONFIGURATION: &str = "https://members.example/.well-known/openid-federation";
/// [`support::NOW`](crate::support::NOW) in seconds since 1970.
pub const NOW: i64 = 1_780_272_000;

/// What the badge calls its issuer; no registry knows it by that name.
pub const OWN_NAME: &str = "The Very Best University";

pub fn issuer() -> Issuer {
    Issuer::did_key("an issuer whom registries list")
}

/// A badge of that issuer's, signed.
pub fn badge() -> Value {
    let issuer = issuer();
    let badge = json!({
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:uuid:1",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer.id(), "type": ["Profile"], "name": OWN_NAME},
        "validFrom": "2024-01-01T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {
                "id": "urn:uuid:2",
                "type": ["Achievement"],
                "name": "Welding",
                "description": "Welds.",
                "criteria": {"narrative": "A test."},
            },
        },
    });
    issuer.sign(badge).unwrap()
}

/// The Consortium's list with these registries in it.
pub fn list(registries: &Value) -> Evidence {
    served(LIST, registries)
}

pub fn served(url: &str, body: &Value) -> Evidence {
    let mut evidence = Evidence::none();
    add(&mut evidence, url, body);
    evidence
}

pub fn add(evidence: &mut Evidence, url: &str, body: &Value) {
    let body = body.to_string().into_bytes();
    evidence.insert(url, Answer::Response { status: 200, body });
}

pub fn legacy_entry() -> Value {
    json!({"name": "DCC Member Registry", "type": "dcc-legacy", "url": LEGACY})
}

pub fn federation_entry() -> Value {
    json!({"name": "Members", "type": "oidf", "trustAnchorEC": CONFIGURATION})
}

/// A `dcc-legacy` registry that lists the badge's issuer.
pub fn legacy_registry() -> Value {
    json!({
        "meta": {"created": "2022-10-27T17:57:31+00:00"},
        "registry": {
            issuer().id(): {
                "name": "Northfield University",
                "location": "Northfield",
                "url": "https://northfield.example",
            },
        },
    })
}

/// A federation, as the Consortium's list knows it, that has a statement about the badge's issuer.
pub struct Federation {
    /// Signs the statement about itself.
    pub key: Issuer,
    pub configuration_header: Value,
    pub configuration: Value,
    /// Signs the statement about the issuer.
    pub statement_key: Issuer,
    pub statement_header: Value,
    pub statement: Value,
    pub algorithm: Algorithm,
}

impl Federation {
    pub fn new() -> Self {
        Self::with(KeyKind::P256, Algorithm::Es256)
    }

    pub fn with(kind: KeyKind, algorithm: Algorithm) -> Self {
        let key = || Issuer::did_key_of("a registry", kind);
        let mut jwk = key().jwk().unwrap();
        jwk["kid"] = json!("key-1");
        let header = json!({"typ": "entity-statement+jwt", "kid": "key-1"});
        Self {
            key: key(),
            configuration_header: header.clone(),
            configuration: json!({
                "iss": ANCHOR, "sub": ANCHOR, "iat": NOW - 60, "exp": NOW + 60,
                "jwks": {"keys": [jwk]},
                "metadata": {"federation_entity": {
                    "organization_name": "The members",
                    "federation_fetch_endpoint": "https://members.example/fetch",
                }},
            }),
            statement_key: key(),
            statement_header: header,
            statement: json!({
                "iss": ANCHOR, "sub": issuer().id(), "iat": NOW - 60, "exp": NOW + 60,
                "metadata": {
                    "federation_entity": {
                        "organization_name": "Northfield University",
                        "homepage_uri": "https://northfield.example",
                        "logo_uri": "data:image/png;base64,iVBORw0KGgo=",
                    },
                    "institution_additional_information": {
                        "legal_name": "Board of Northfield University",
                    },
                },
            }),
            algorithm,
        }
    }

    pub fn statement_url() -> String {
        let id = issuer().id().replace(':', "%3A");
        format!("https://members.example/fetch?sub={id}")
    }

    pub fn configuration_token(&self) -> String {
        let token = self.key.token(
            self.algorithm,
            &self.configuration_header,
            &self.configuration,
        );
        token.unwrap()
    }

    pub fn statement_token(&self) -> String {
        let token =
            self.statement_key
                .token(self.algorithm, &self.statement_header, &self.statement);
        token.unwrap()
    }

    /// The list, the registry and its statement.
    pub fn evidence(&self) -> Evidence {
        let mut evidence = list(&json!([federation_entry()]));
        respond(&mut evidence, CONFIGURATION, &self.configuration_token());
        respond(
            &mut evidence,
            &Self::statement_url(),
            &self.statement_token(),
        );
        evidence
    }
}

pub fn respond(evidence: &mut Evidence, url: &str, body: &str) {
    let body = body.as_bytes().to_vec();
    evidence.insert(url, Answer::Response { status: 200, body });
}

/// What the page and the command line start with.
pub fn policy() -> Policy {
    Policy {
        registry_sources: vec![RegistrySource::consortium()],
        ..Policy::default()
    }
}

pub fn report(evidence: &Evidence) -> Report {
    report_on(&badge(), evidence, &policy())
}

pub fn report_on(badge: &Value, evidence: &Evidence, policy: &Policy) -> Report {
    let opened = open(badge.to_string().as_bytes(), &policy.bounds).unwrap();
    verify(opened.credentials.only().unwrap(), evidence, policy, now())
}

pub fn identity(report: &Report) -> (Outcome, TrustReason) {
    let check = report.checks.get(Question::IssuerIdentity);
    match &check.reason {
        Reason::Trust(reason) => (check.outcome, reason.clone()),
        other => panic!("{other:?}"),
    }
}

/// Why the one registry that was asked gave no answer; the question is open then.
#[track_caller]
pub fn no_answer(evidence: &Evidence) -> NoAnswer {
    match identity(&report(evidence)) {
        (Outcome::Unknown, TrustReason::Unanswered { mut unanswered, .. })
            if unanswered.len() == 1 =>
        {
            unanswered.remove(0).why
        }
        other => panic!("{other:?}"),
    }
}

/// Why its statement was refused.
#[track_caller]
pub fn refused(evidence: &Evidence) -> StatementError {
    match no_answer(evidence) {
        NoAnswer::Statement(error) => error,
        other => panic!("{other:?}"),
    }
}

pub fn wants(report: &Report) -> Vec<(String, Purpose)> {
    let wants = report.wants.iter();
    wants.map(|want| (want.url.clone(), want.purpose)).collect()
}

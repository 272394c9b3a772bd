//! Every way of looking up the keys of an issuer that are not in its identifier.

use assay::key::KeyKind;
use serde_json::json;
use signing::Issuer;

use crate::badge::document;
use crate::did_log::{Keys, LOG};

const ADDRESS: &str = "https://badges.example/issuers/1";
const JWKS: &str = "https://badges.example/.well-known/jwks.json";
const PROOFS: &str = "https://history.example/.well-known/did-witness.json";
const DID: &str = "did:web:badges.example";
const DID_JSON: &str = "https://badges.example/.well-known/did.json";

#[derive(Clone, Copy, Debug)]
pub enum IssuerKeys {
    ControllerDocument,
    DidWeb,
    DidWebvh,
    JwkSet,
}

pub const ALL: [IssuerKeys; 4] = [
    IssuerKeys::ControllerDocument,
    IssuerKeys::DidWeb,
    IssuerKeys::DidWebvh,
    IssuerKeys::JwkSet,
];

/// Documents by their addresses.
pub type Documents = Vec<(String, String)>;

impl IssuerKeys {
    /// An issuer, and what says that its keys are its own.
    pub fn made(self) -> (Issuer, Documents) {
        let key = || Issuer::did_key_of("an issuer", KeyKind::Ed25519);
        let one = |url: &str, body: String| vec![(url.to_owned(), body)];
        match self {
            Self::ControllerDocument => {
                let issuer = key().known_as(ADDRESS);
                let own = document(ADDRESS, &[&issuer]).to_string();
                (issuer, one(ADDRESS, own))
            }
            Self::DidWeb => {
                let issuer = key().known_as(DID);
                let own = document(DID, &[&issuer]).to_string();
                (issuer, one(DID_JSON, own))
            }
            Self::DidWebvh => by_log(),
            Self::JwkSet => {
                let issuer = key().known_as(ADDRESS);
                let mut jwk = issuer.jwk().unwrap();
                jwk["kid"] = json!(issuer.method());
                (issuer, one(JWKS, json!({"keys": [jwk]}).to_string()))
            }
        }
    }
}

/// A log that a witness has approved.
fn by_log() -> (Issuer, Documents) {
    let (keys, witness) = (Keys::new(), Issuer::did_key("witness"));
    let log = keys.log(|drafts| {
        let rule = json!({"threshold": 1, "witnesses": [{"id": witness.id()}]});
        drafts[0].parameters["witness"] = rule;
    });
    let last = log.version_ids().remove(2);
    let proofs = json!([{"versionId": last, "proof": [witness.approve(&last).unwrap()]}]);
    let documents = vec![
        (LOG.to_owned(), log.text()),
        (PROOFS.to_owned(), proofs.to_string()),
    ];
    (keys.issuer.known_as(&log.did()), documents)
}

//! Badges that name a list, and the lists: signed here, each with the values that a test gives it.
#![allow(dead_code, reason = "other tests use a part")]

use assay::evidence::{Answer, Request};
use assay::key::Algorithm;
use assay::trust::{Entry, Registry};
use assay::{Evidence, Outcome, Policy, Question, Reason, Report, open, verify};
use miniz_oxide::deflate::compress_to_vec_zlib;
use serde_json::{Value, json};
use signing::status_list;
pub use signing::status_list::{SHORTEST, bits, encoded};
use signing::{Issuer, base64url};

use crate::support::now;

/// Where the lists of these tests are.
pub const LIST: &str = "https://status.example/lists/3";

pub fn school() -> Issuer {
    Issuer::did_key("a school")
}

/// A badge with these entries for its status; nobody has signed it yet.
pub fn badge(issuer: &Issuer, status: Value) -> Value {
    let mut badge = signing::badge(issuer);
    badge["credentialStatus"] = status;
    badge
}

/// The same, signed by the school.
pub fn signed_badge(status: Value) -> String {
    let school = school();
    let signed = school.sign(badge(&school, status)).unwrap();
    signed.to_string()
}

/// An entry of Bitstring Status List.
pub fn entry(purpose: &str, index: impl Into<Value>) -> Value {
    status_list::entry(LIST, purpose, index)
}

/// A `lst` of Token Status List.
pub fn encoded_token_list(bytes: &[u8]) -> String {
    base64url(compress_to_vec_zlib(bytes, 6))
}

/// A list of Bitstring Status List for these purposes; nobody has signed it yet.
pub fn list(issuer: &Issuer, purposes: impl Into<Value>, encoded: &str) -> Value {
    status_list::list(LIST, issuer, purposes, encoded)
}

/// The school's list of revocations, of the shortest length, with these bits set.
pub fn revocations(set: &[usize]) -> Value {
    list(&school(), "revocation", &encoded(&bits(SHORTEST, set)))
}

/// Signed by the school, as its address serves it.
pub fn served(list: Value) -> Evidence {
    serving(&school().sign(list).unwrap().to_string())
}

pub fn serving(body: &str) -> Evidence {
    let mut evidence = Evidence::none();
    evidence.insert(LIST, response(200, body));
    evidence
}

pub fn response(status: u16, body: &str) -> Answer {
    let body = body.as_bytes().to_vec();
    Answer::Response { status, body }
}

/// A token around JSON, by an Ed25519 key.
pub fn token(issuer: &Issuer, typ: &str, payload: &Value) -> String {
    let header = json!({"typ": typ, "kid": issuer.method()});
    issuer.token(Algorithm::EdDsa, &header, payload).unwrap()
}

pub fn judge(badge: &str, evidence: &Evidence) -> Report {
    judge_for(badge, evidence, &Policy::default())
}

pub fn judge_for(badge: &str, evidence: &Evidence, policy: &Policy) -> Report {
    let opened = open(badge.as_bytes(), &policy.bounds).unwrap_or_else(|why| panic!("{why:?}"));
    verify(opened.credentials.only().unwrap(), evidence, policy, now())
}

/// A policy with a registry that lists this issuer.
pub fn listing(issuer: &Issuer, test: bool) -> Policy {
    Policy {
        registries: vec![Registry {
            name: "A registry".into(),
            test,
            issuers: vec![Entry {
                id: issuer.id().into(),
                name: "A status service".into(),
                legal_name: None,
                url: None,
                logo: None,
            }],
        }],
        ..Policy::default()
    }
}

/// The verdict, and the outcome and code of its status.
pub fn codes(report: &Report) -> (&'static str, Outcome, &'static str) {
    let status = report.checks.get(Question::Status);
    (report.verdict.code(), status.outcome, status.reason.code())
}

pub fn reason(report: &Report) -> &Reason {
    &report.checks.get(Question::Status).reason
}

pub fn wants(report: &Report) -> Vec<(&str, &'static str)> {
    let want = |want: &'_ Request| want.purpose.code();
    let wants = report.wants.iter();
    wants.map(|it| (it.url.as_str(), want(it))).collect()
}

/// In force, as far as it is known who the issuer is.
pub const IN_FORCE: (&str, Outcome, &str) = ("unlisted", Outcome::Pass, "not-revoked");
pub const REVOKED: (&str, Outcome, &str) = ("revoked", Outcome::Fail, "revoked");
pub const SUSPENDED: (&str, Outcome, &str) = ("suspended", Outcome::Fail, "suspended");

pub fn unknown(code: &'static str) -> (&'static str, Outcome, &'static str) {
    ("status-unknown", Outcome::Unknown, code)
}

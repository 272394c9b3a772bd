//! Whose key it is: by did:web, by did:webvh, and by what stands at an https issuer's address.

#[path = "../support/mod.rs"]
mod support;

mod badge;
mod corpus;
mod did_log;
mod did_log_parameters;
mod did_log_proofs;
mod did_log_witnesses;
mod did_web;
mod did_webvh;
mod didwebvh_test_suite;
mod identity;
mod invariants;
mod tokens;
mod website;

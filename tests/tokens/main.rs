//! Credentials in tokens: what verifies, and what a forger tries.

#[path = "../support/mod.rs"]
mod support;

mod algorithms;
mod claims;
mod corpus;
mod forgery;
mod keys;
mod selective;
mod token;

//! Wrong verdicts that other verifiers have been seen to give: a test each, named after what went wrong.

#[allow(dead_code, reason = "each test file uses a part")]
#[path = "../resolve/badge.rs"]
mod badge;
mod keys;
#[path = "../status/list.rs"]
mod list;
mod status;
#[path = "../support/mod.rs"]
mod support;

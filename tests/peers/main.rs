//! Wrong verdicts that other verifiers have been seen to give: a test each, named after what went wrong.

#[path = "../status/list.rs"]
mod list;
mod status;
#[path = "../support/mod.rs"]
mod support;

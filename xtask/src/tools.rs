//! The tools that building and testing need: pinned, and installed once inside the target folder.
//!
//! Nothing is put where it could replace a tool of the person's own.

pub mod cargo_tools;
pub mod chromium;
pub mod compress;
pub mod counted_tests;
pub mod firefox;
pub mod folders;
pub mod measuring;
pub mod npm;
pub mod optimise;
pub mod pack;
pub mod page;
pub mod project;
pub mod rust;
pub mod system;

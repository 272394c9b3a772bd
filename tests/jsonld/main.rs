//! Our JSON-LD against `oxjsonld`, which is the judge, and against W3C's suite.

mod corpus;

mod generated;
mod generator;
mod judge;
mod left_out;
mod oxigraph;
#[path = "../support/mod.rs"]
mod support;
mod w3c;

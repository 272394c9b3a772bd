//! The host of the list of registries that the page starts with.

use browser_tests::{Reply, ScriptedServer};
use serde_json::Value;

/// Where that list is, at its host.
pub const LIST: &str = "/dcc-known-registries/known-did-registries.json";

/// The Digital Credentials Consortium's host, with a list of these registries.
pub fn consortium(registries: &Value) -> anyhow::Result<ScriptedServer> {
    let host = ScriptedServer::named("digitalcredentials.github.io")?;
    host.reply(LIST, Reply::json(registries.to_string()));
    Ok(host)
}

//! What the page wrote to the console and which addresses it asked for.

use std::sync::PoisonError;

use anyhow::Context as _;
use serde_json::Value;

use crate::Browser;

/// Everything logged so far: chromedriver forgets what it has handed over.
#[derive(Default)]
pub(crate) struct Logs {
    console: Vec<ConsoleMessage>,
    requests: Vec<String>,
}

#[derive(Clone)]
struct ConsoleMessage {
    level: String,
    text: String,
}

impl Browser {
    /// Every error on the console since the start: exceptions, panics, failed loads and
    /// violations of the content security policy among them.
    pub async fn console_errors(&self) -> anyhow::Result<Vec<String>> {
        self.console(&["SEVERE"]).await
    }

    /// Every error and warning on the console since the start.
    pub async fn console_errors_and_warnings(&self) -> anyhow::Result<Vec<String>> {
        self.console(&["SEVERE", "WARNING"]).await
    }

    /// Every address that the page has asked the network for, in order.
    pub async fn requests(&self) -> anyhow::Result<Vec<String>> {
        let mut taken = Vec::new();
        for entry in self.take_log("performance").await? {
            taken.extend(requested_address(&entry)?);
        }
        let mut logs = self.logs.lock().unwrap_or_else(PoisonError::into_inner);
        logs.requests.extend(taken);
        Ok(logs.requests.clone())
    }

    /// The addresses asked for that are not on this machine.
    pub async fn requests_to_outside(&self) -> anyhow::Result<Vec<String>> {
        let mut outside = self.requests().await?;
        outside.retain(|address| !is_local(address));
        Ok(outside)
    }

    async fn console(&self, levels: &[&str]) -> anyhow::Result<Vec<String>> {
        let mut taken = Vec::new();
        for entry in self.take_log("browser").await? {
            taken.push(ConsoleMessage {
                level: text_of(&entry, "level")?,
                text: text_of(&entry, "message")?,
            });
        }
        let mut logs = self.logs.lock().unwrap_or_else(PoisonError::into_inner);
        logs.console.extend(taken);
        let wanted = logs.console.iter();
        let wanted = wanted.filter(|message| levels.contains(&message.level.as_str()));
        Ok(wanted.map(|message| message.text.clone()).collect())
    }
}

/// The address in an entry of the performance log, if the entry is about a request.
fn requested_address(entry: &Value) -> anyhow::Result<Option<String>> {
    let event: Value = serde_json::from_str(&text_of(entry, "message")?)?;
    let address = match event["message"]["method"].as_str() {
        Some("Network.requestWillBeSent") => &event["message"]["params"]["request"]["url"],
        Some("Network.webSocketCreated") => &event["message"]["params"]["url"],
        _ => return Ok(None),
    };
    let address = address.as_str().context("a request without an address")?;
    // Data and blob addresses never reach the network.
    let is_remote = ["http:", "https:", "ws:", "wss:", "ftp:"]
        .iter()
        .any(|scheme| address.starts_with(scheme));
    Ok(is_remote.then(|| address.to_owned()))
}

fn is_local(address: &str) -> bool {
    let address = url::Url::parse(address).ok();
    let host = address.as_ref().and_then(url::Url::host_str);
    matches!(host, Some("127.0.0.1" | "localhost"))
}

fn text_of(entry: &Value, member: &str) -> anyhow::Result<String> {
    let text = entry[member].as_str();
    Ok(text
        .with_context(|| format!("a log entry without {member}: {entry}"))?
        .to_owned())
}

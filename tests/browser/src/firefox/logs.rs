//! What Firefox has told of its console and of the network.

use anyhow::Context as _;
use serde_json::{Value, json};

use super::Firefox;
use crate::logs::{Level, News};

/// The events that logs are made of.
pub const EVENTS: [&str; 4] = [
    "log.entryAdded",
    "network.beforeRequestSent",
    "network.fetchError",
    "network.responseCompleted",
];

/// What a request ends with that the page itself, or a new page, has called off.
const CALLED_OFF: &str = "NS_BINDING_ABORTED";

impl Firefox {
    /// What has happened in the window since the last time.
    pub(crate) fn news(&self, window: &str) -> anyhow::Result<Vec<News>> {
        let mut bidi = self.bidi();
        // Its answer comes after the events of all that the page has done before.
        let nothing =
            json!({ "expression": "0", "target": { "context": window }, "awaitPromise": false });
        bidi.command("script.evaluate", nothing)?;
        let events = bidi.take_events();
        let news = events.iter().map(read_event);
        Ok(news
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect())
    }
}

fn read_event(event: &Value) -> anyhow::Result<Option<News>> {
    let parameters = &event["params"];
    Ok(match event["method"].as_str() {
        Some("log.entryAdded") => Some(News::Message {
            level: match parameters["level"].as_str() {
                Some("error") => Level::Error,
                Some("warn") => Level::Warning,
                _ => Level::Other,
            },
            text: parameters["text"].as_str().unwrap_or_default().to_owned(),
        }),
        Some("network.beforeRequestSent") => Some(News::Request(requested(parameters)?)),
        Some("network.fetchError") => {
            let error = parameters["errorText"].as_str().unwrap_or_default();
            (error != CALLED_OFF)
                .then(|| failed_load(parameters, error))
                .transpose()?
        }
        // Firefox's console is silent about these, and Chromium's is not.
        Some("network.responseCompleted") => {
            let status = parameters["response"]["status"].as_u64();
            let status = status.context("an answer without a status")?;
            (status >= 400)
                .then(|| failed_load(parameters, &format!("status {status}")))
                .transpose()?
        }
        _ => None,
    })
}

fn failed_load(parameters: &Value, why: &str) -> anyhow::Result<News> {
    Ok(News::Message {
        level: Level::Error,
        text: format!("{} failed to load: {why}", requested(parameters)?),
    })
}

fn requested(parameters: &Value) -> anyhow::Result<String> {
    let address = parameters["request"]["url"].as_str();
    Ok(address.context("a request without an address")?.to_owned())
}

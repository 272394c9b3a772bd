//! What chromedriver has logged.

use anyhow::Context as _;
use serde_json::Value;

use crate::Browser;
use crate::logs::{Level, News};

impl Browser {
    /// What chromedriver has logged since the last time: it forgets what it has handed over.
    pub(crate) async fn chromium_news(&self) -> anyhow::Result<Vec<News>> {
        let mut news = Vec::new();
        for entry in self.take_log("browser").await? {
            news.push(News::Message {
                level: match text_of(&entry, "level")? {
                    "SEVERE" => Level::Error,
                    "WARNING" => Level::Warning,
                    _ => Level::Other,
                },
                text: text_of(&entry, "message")?.to_owned(),
            });
        }
        for entry in self.take_log("performance").await? {
            news.extend(requested_address(&entry)?.map(News::Request));
        }
        Ok(news)
    }
}

/// The address in an entry of the performance log, if the entry is about a request.
fn requested_address(entry: &Value) -> anyhow::Result<Option<String>> {
    let event: Value = serde_json::from_str(text_of(entry, "message")?)?;
    let address = match event["message"]["method"].as_str() {
        Some("Network.requestWillBeSent") => &event["message"]["params"]["request"]["url"],
        Some("Network.webSocketCreated") => &event["message"]["params"]["url"],
        _ => return Ok(None),
    };
    let address = address.as_str().context("a request without an address")?;
    Ok(Some(address.to_owned()))
}

fn text_of<'a>(entry: &'a Value, member: &str) -> anyhow::Result<&'a str> {
    entry[member]
        .as_str()
        .with_context(|| format!("a log entry without {member}: {entry}"))
}

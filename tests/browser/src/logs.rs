//! What the page wrote to the console and which addresses it asked for.

use std::sync::PoisonError;

use crate::Browser;
use crate::browser::Running;

/// Everything logged so far, as the browser tells it once.
#[derive(Default)]
pub(crate) struct Logs {
    messages: Vec<(Level, String)>,
    requests: Vec<String>,
}

/// What a browser has to tell.
pub(crate) enum News {
    Message { level: Level, text: String },
    Request(String),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    Error,
    Warning,
    Other,
}

impl Browser {
    /// Every error on the console since the start: exceptions, panics, failed loads and
    /// violations of the content security policy among them.
    pub async fn console_errors(&self) -> anyhow::Result<Vec<String>> {
        self.console(&[Level::Error]).await
    }

    /// Every error and warning on the console since the start.
    pub async fn console_errors_and_warnings(&self) -> anyhow::Result<Vec<String>> {
        self.console(&[Level::Error, Level::Warning]).await
    }

    /// Every address that the page has asked the network for, in order.
    pub async fn requests(&self) -> anyhow::Result<Vec<String>> {
        self.take_news().await?;
        let logs = self.logs.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(logs.requests.clone())
    }

    /// The addresses asked for that are not on this machine.
    pub async fn requests_to_outside(&self) -> anyhow::Result<Vec<String>> {
        let mut outside = self.requests().await?;
        outside.retain(|address| !is_local(address));
        Ok(outside)
    }

    async fn console(&self, levels: &[Level]) -> anyhow::Result<Vec<String>> {
        self.take_news().await?;
        let logs = self.logs.lock().unwrap_or_else(PoisonError::into_inner);
        let wanted = logs.messages.iter();
        let wanted = wanted.filter(|(level, _)| levels.contains(level));
        Ok(wanted.map(|(_, text)| text.clone()).collect())
    }

    async fn take_news(&self) -> anyhow::Result<()> {
        let news = match &self.running {
            Running::Chromium(_) => self.chromium_news().await?,
            Running::Firefox(firefox) => firefox.news(&self.window().await?)?,
        };
        let mut logs = self.logs.lock().unwrap_or_else(PoisonError::into_inner);
        for item in news {
            match item {
                News::Message { level, text } => logs.messages.push((level, text)),
                News::Request(address) if is_remote(&address) => logs.requests.push(address),
                News::Request(_) => {}
            }
        }
        Ok(())
    }
}

/// Whether the address reaches the network: data and blob addresses never do.
fn is_remote(address: &str) -> bool {
    ["http:", "https:", "ws:", "wss:", "ftp:"]
        .iter()
        .any(|scheme| address.starts_with(scheme))
}

fn is_local(address: &str) -> bool {
    let address = url::Url::parse(address).ok();
    let host = address.as_ref().and_then(url::Url::host_str);
    matches!(host, Some("127.0.0.1" | "localhost"))
}

//! The commands of chromedriver that WebDriver's standard does not have.

use anyhow::Context as _;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::Browser;

#[derive(Debug)]
struct ChromeCommand {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for ChromeCommand {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _url: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

impl Browser {
    /// Sends a command of the Chrome DevTools protocol to the page and returns its result.
    ///
    /// # Errors
    /// In Firefox, which does not speak it; see [`crate::skipped_in_firefox`].
    pub async fn devtools(&self, method: &str, parameters: Value) -> anyhow::Result<Value> {
        let command = ChromeCommand {
            path: "goog/cdp/execute",
            body: json!({ "cmd": method, "params": parameters }),
        };
        self.client()
            .issue_cmd(command)
            .await
            .with_context(|| format!("DevTools command {method}"))
    }

    /// Takes from chromedriver what has been logged since the last time.
    pub(crate) async fn take_log(&self, kind: &str) -> anyhow::Result<Vec<Value>> {
        let command = ChromeCommand {
            path: "se/log",
            body: json!({ "type": kind }),
        };
        let entries = self
            .client()
            .issue_cmd(command)
            .await
            .with_context(|| format!("chromedriver's {kind} log"))?;
        match entries {
            Value::Array(entries) => Ok(entries),
            other => anyhow::bail!("chromedriver's {kind} log is not a list: {other}"),
        }
    }
}

//! The commands of geckodriver that WebDriver's standard does not have.

use anyhow::Context as _;
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::Browser;

/// Says whether scripts are the page's or the browser's own.
#[derive(Debug)]
struct SetContext(&'static str);

impl WebDriverCompatibleCommand for SetContext {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/moz/context",
            session.unwrap_or_default()
        ))
    }

    fn method_and_body(&self, _url: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "context": self.0 }).to_string()))
    }
}

impl Browser {
    /// Runs a script with the rights of Firefox's own code.
    pub(crate) async fn run_as_firefox(
        &self,
        script: &str,
        given: Vec<Value>,
    ) -> anyhow::Result<Value> {
        let client = self.client();
        client.issue_cmd(SetContext("chrome")).await?;
        let result = client.execute(script, given).await;
        client.issue_cmd(SetContext("content")).await?;
        result.with_context(|| format!("Firefox's own {script}"))
    }
}

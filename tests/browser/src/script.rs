//! Expressions evaluated in the page, and waiting for one to become true.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use serde_json::Value;

use crate::Browser;

const HELPERS: &str = include_str!("page.js");
const PATIENCE: Duration = Duration::from_secs(20);
const PAUSE: Duration = Duration::from_millis(50);

impl Browser {
    /// Evaluates a JavaScript expression in the page; a promise is waited for.
    pub async fn evaluate(&self, expression: &str) -> anyhow::Result<Value> {
        self.evaluate_with(expression, vec![]).await
    }

    /// Evaluates an expression that has the given values in `given[0]`, `given[1]`, ….
    pub async fn evaluate_with(
        &self,
        expression: &str,
        given: Vec<Value>,
    ) -> anyhow::Result<Value> {
        let script = format!("{HELPERS}\nconst given = arguments;\nreturn (\n{expression}\n);");
        self.client()
            .execute(&script, given)
            .await
            .with_context(|| format!("evaluating {expression}"))
    }

    /// The text that a reader sees on the page, shadow roots included.
    pub async fn text(&self) -> anyhow::Result<String> {
        let text = self.evaluate("text()").await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the expression is true; `what` names it in the error.
    pub async fn wait_for(&self, what: &str, expression: &str) -> anyhow::Result<()> {
        self.wait_at_most(PATIENCE, what, expression).await
    }

    /// Like [`Browser::wait_for`], with another patience.
    pub async fn wait_at_most(
        &self,
        patience: Duration,
        what: &str,
        expression: &str,
    ) -> anyhow::Result<()> {
        let start = Instant::now();
        // What an expression looks into may not be there yet, and the page may be about to change.
        let truth = format!(
            "(() => {{ try {{ return Boolean({expression}); }} catch (error) {{ return String(error); }} }})()"
        );
        loop {
            let answer = self.evaluate(&truth).await;
            let answer = answer.unwrap_or_else(|error| format!("{error:#}").into());
            if answer == Value::Bool(true) {
                return Ok(());
            }
            if start.elapsed() > patience {
                anyhow::bail!(
                    "waited {} seconds in vain for {what}: `{expression}` is {answer}\n\
                     console errors: {:#?}\nthe page reads: {}",
                    patience.as_secs_f32(),
                    self.console_errors().await?,
                    self.text().await?,
                );
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}

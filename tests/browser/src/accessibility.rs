//! The page as axe-core judges it.

use anyhow::Context as _;
use serde_json::Value;

use crate::{Browser, environment};

/// Every rule of axe-core, the best practices too.
const RUN: &str = "axe.run(document, { resultTypes: ['violations'] })";

impl Browser {
    /// What axe-core has against the page as it stands, at any impact, a readable text each.
    pub async fn accessibility_violations(&self) -> anyhow::Result<Vec<String>> {
        self.load_axe_core().await?;
        let result = self.evaluate(RUN).await?;
        let passed = result["passes"].as_array().map_or(0, Vec::len);
        anyhow::ensure!(passed > 0, "axe-core has applied no rule: {result}");
        let violations = result["violations"].as_array();
        let violations = violations.context("axe-core gave no list of violations")?;
        Ok(violations.iter().map(describe).collect())
    }

    /// Loads axe-core into the page, or into the frame that WebDriver is in: what is judged then are the page
    /// and those of its frames that have it too.
    pub async fn load_axe_core(&self) -> anyhow::Result<()> {
        let source = std::fs::read_to_string(environment::axe_core()?)?;
        // By way of WebDriver it loads in spite of the page's content security policy, and in a frame too.
        self.client().execute(&source, vec![]).await?;
        let loaded =
            "axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] }), typeof axe === 'object'";
        let loaded = self.evaluate(loaded).await?;
        anyhow::ensure!(loaded == Value::Bool(true), "axe-core did not load");
        Ok(())
    }
}

fn describe(violation: &Value) -> String {
    let places = violation["nodes"].as_array().map(Vec::as_slice);
    let places: String = places
        .unwrap_or_default()
        .iter()
        .map(describe_place)
        .collect();
    format!(
        "{} ({}): {}{places}",
        plain(&violation["id"]),
        plain(&violation["impact"]),
        plain(&violation["help"]),
    )
}

fn describe_place(place: &Value) -> String {
    format!(
        "\n  at {}: {}\n  {}",
        place["target"],
        plain(&place["html"]),
        plain(&place["failureSummary"]).replace('\n', "\n  "),
    )
}

fn plain(value: &Value) -> &str {
    value.as_str().unwrap_or("-")
}

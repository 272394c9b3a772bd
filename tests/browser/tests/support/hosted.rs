//! Hosted badges, and the host that answers for them.

use browser_tests::{Browser, Reply, ScriptedServer};
use serde_json::{Value, json};

use super::{INPUT, file, newest_verdict};

const CONTEXT: &str = "https://w3id.org/openbadges/v2";

/// A badge of Open Badges 2.0 whose assertion, class and issuer are at one host, which confirms it.
pub struct HostedBadge {
    pub host: ScriptedServer,
}

impl HostedBadge {
    pub fn start() -> anyhow::Result<Self> {
        let badge = Self {
            host: ScriptedServer::start()?,
        };
        badge.host.reply("/class", Reply::json(badge.class()));
        badge.host.reply("/issuer", Reply::json(badge.issuer()));
        badge.serve("/assertion");
        Ok(badge)
    }

    /// The file that somebody holds of the badge at this path.
    pub fn file(&self, path: &str) -> String {
        self.assertion(path).to_string()
    }

    /// Confirms another badge, at this path.
    pub fn serve(&self, path: &str) {
        self.host.reply(path, Reply::json(self.file(path)));
    }

    fn assertion(&self, path: &str) -> Value {
        json!({
            "@context": CONTEXT,
            "type": "Assertion",
            "id": self.host.url(path),
            "recipient": {"type": "email", "hashed": false, "identity": "ada@example.com"},
            "issuedOn": "2024-03-14T09:00:00Z",
            "badge": self.host.url("/class"),
            "verification": {"type": "HostedBadge"},
        })
    }

    fn class(&self) -> String {
        let class = json!({
            "@context": CONTEXT,
            "type": "BadgeClass",
            "id": self.host.url("/class"),
            "name": "Welding",
            "description": "Welds steel.",
            "criteria": {"narrative": "A test."},
            "issuer": self.host.url("/issuer"),
        });
        class.to_string()
    }

    /// The issuer's profile.
    pub fn issuer(&self) -> String {
        let issuer = json!({
            "@context": CONTEXT,
            "type": "Issuer",
            "id": self.host.url("/issuer"),
            "name": "A school",
            "url": self.host.url("/"),
            "email": "office@badges.example",
        });
        issuer.to_string()
    }
}

/// Drops a badge's file on the page, and returns its verdict before anybody is asked.
pub async fn drop_badge(browser: &Browser, text: &str, count: usize) -> anyhow::Result<String> {
    let name = format!("hosted-{count}.json");
    browser.upload(INPUT, file(&name, text.as_bytes())?).await?;
    newest_verdict(browser, count).await
}

/// Presses the first button of the newest card that matches.
pub async fn press(browser: &Browser, selector: &str) -> anyhow::Result<()> {
    browser
        .wait_for(selector, &format!("find('{selector}')"))
        .await?;
    browser
        .evaluate(&format!("find('{selector}').click()"))
        .await?;
    Ok(())
}

/// Waits until the newest card has this verdict.
pub async fn wait_for_verdict(browser: &Browser, verdict: &str) -> anyhow::Result<()> {
    let there = format!("find('.results .assay')?.dataset.verdict === '{verdict}'");
    browser.wait_for(verdict, &there).await
}

/// The newest card's report.
pub async fn report(browser: &Browser) -> anyhow::Result<Value> {
    browser
        .evaluate("JSON.parse(find('.results .assay .json pre').textContent)")
        .await
}

/// All that the newest card says, what is folded away too.
pub async fn words(browser: &Browser) -> anyhow::Result<String> {
    let text = browser
        .evaluate("find('.results .assay').textContent")
        .await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

//! Who was contacted, as the browser itself records it.

use browser_tests::{Browser, ScriptedServer};

use super::hosted::press;

/// What the browser has asked other hosts for since a moment.
pub struct Recorder {
    /// Requests that came before.
    before: usize,
}

impl Recorder {
    /// From now on.
    pub async fn start(browser: &Browser) -> anyhow::Result<Self> {
        let before = browser.requests_to_outside().await?.len();
        Ok(Self { before })
    }

    /// The hosts that were contacted, in order, each once.
    pub async fn contacted(&self, browser: &Browser) -> anyhow::Result<Vec<String>> {
        let requests = browser.requests_to_outside().await?;
        let mut hosts = Vec::new();
        for request in requests.into_iter().skip(self.before) {
            let host = request.split('/').nth(2).unwrap_or_default().to_owned();
            if !hosts.contains(&host) {
                hosts.push(host);
            }
        }
        Ok(hosts)
    }
}

/// Waits until every card has a verdict and nobody is being asked, and then a while for what a page could
/// still do of itself.
pub async fn at_rest(browser: &Browser) -> anyhow::Result<()> {
    let at_rest = "findAll('.assay').length > 0 \
        && findAll('.assay').every(it => it.dataset.verdict) \
        && !findAll('.consent-state').some(it => it.textContent.startsWith('Asking'))";
    let a_while = "new Promise(done => setTimeout(() => done(true), 250))";
    browser.evaluate(a_while).await?;
    browser.wait_for("that nobody is asked", at_rest).await?;
    browser.evaluate(a_while).await.map(drop)
}

/// The first question on the page.
pub async fn question(browser: &Browser) -> anyhow::Result<String> {
    let question = browser.evaluate("text(find('.consent'))").await?;
    Ok(question.as_str().unwrap_or_default().to_owned())
}

/// Allows all that the first question asks, once.
pub async fn allow_once(browser: &Browser) -> anyhow::Result<()> {
    press(browser, ".consent-allow").await?;
    at_rest(browser).await
}

/// Says in the first question that a host may always (`Always ask`) or never (`Never ask`) be asked.
pub async fn decide(browser: &Browser, host: &ScriptedServer, word: &str) -> anyhow::Result<()> {
    let button = format!(
        "findAll('.consent-for-good button').find(it => it.textContent === '{word} {}')",
        host.host()
    );
    browser.wait_for(word, &button).await?;
    browser.evaluate(&format!("{button}.click()")).await?;
    at_rest(browser).await
}

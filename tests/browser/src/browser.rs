//! One browser window with a fresh profile, and the site that it looks at.

use std::sync::Mutex;

use anyhow::Context as _;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use static_server::{ANY_PORT, RunningServer, ScriptedServer, StaticServer};

use crate::chromedriver::Chromedriver;
use crate::environment;
use crate::logs::Logs;

const FLAGS: [&str; 2] = [
    // Nobody vouches for the certificates of a test's own hosts.
    "--ignore-certificate-errors",
    // As on a phone, where they lie over the page; else a viewport of 360 pixels shows only 345.
    "--hide-scrollbars",
];

/// Where the names of hosts lead: nowhere, but for what comes before.
const NOWHERE: &str = "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";

/// One browser window with a fresh profile, and the site that it looks at.
///
/// Host names do not resolve in it and nothing outside the loopback address can be reached, so
/// that no test depends on the world; what was tried is in [`Browser::requests_to_outside`].
pub struct Browser {
    client: Client,
    site: RunningServer,
    pub(crate) logs: Mutex<Logs>,
    // Held for its drop, which ends the browser.
    _driver: Chromedriver,
}

impl Browser {
    /// A browser before the built page (`ASSAY_DIST`).
    pub async fn start() -> anyhow::Result<Self> {
        Self::with_site(StaticServer::new(environment::built_page()?)).await
    }

    /// A browser before another folder, or before the built page with headers of the test's own.
    pub async fn with_site(site: StaticServer) -> anyhow::Result<Self> {
        Self::among(&[], site).await
    }

    /// A browser before the built page, for which the names of these hosts lead to them, as if they
    /// were on the internet.
    pub async fn with_hosts(hosts: &[&ScriptedServer]) -> anyhow::Result<Self> {
        Self::among(hosts, StaticServer::new(environment::built_page()?)).await
    }

    async fn among(hosts: &[&ScriptedServer], site: StaticServer) -> anyhow::Result<Self> {
        let site = site.start(ANY_PORT)?;
        let driver = Chromedriver::start()?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(hosts)?)
            .connect(&driver.url())
            .await
            .context("chromedriver could not start Chromium")?;
        Ok(Self {
            client,
            site,
            logs: Mutex::default(),
            _driver: driver,
        })
    }

    /// Opens a path of the site and waits until its document is loaded.
    pub async fn open(&self, path: &str) -> anyhow::Result<()> {
        let url = self.site.url(path);
        let context = || format!("cannot open {url}");
        self.client.goto(&url).await.with_context(context)?;
        // Chromium's own error page would pass for a page.
        let status = self
            .evaluate("performance.getEntriesByType('navigation')[0].responseStatus")
            .await?;
        anyhow::ensure!(status == 200, "{}: HTTP status {status}", context());
        Ok(())
    }

    /// The site that the browser looks at: its addresses, and what was asked of it.
    pub fn site(&self) -> &RunningServer {
        &self.site
    }

    /// The WebDriver client, for what has no method here: keys, clicks, windows.
    pub fn client(&self) -> &Client {
        &self.client
    }
}

/// The flags that the wasm tests use too (`webdriver.json`), and what only these tests need.
fn capabilities(hosts: &[&ScriptedServer]) -> anyhow::Result<Capabilities> {
    let mut capabilities: Capabilities =
        serde_json::from_str(include_str!("../webdriver.json")).context("webdriver.json")?;
    let options = capabilities.get_mut("goog:chromeOptions");
    let options = options.context("webdriver.json has no options")?;
    // Pages may send the cookies of other sites: so tests can tell whether this one does.
    options["prefs"] = json!({ "profile.cookie_controls_mode": 0 });
    let flags = options.get_mut("args");
    let flags = flags
        .and_then(|flags| flags.as_array_mut())
        .context("webdriver.json has no list of flags")?;
    flags.extend(FLAGS.map(|flag| json!(flag)));
    let own = hosts.iter();
    let own = own.map(|host| format!("MAP {} {}, ", host.host(), host.address()));
    let rules: String = own.chain([NOWHERE.to_owned()]).collect();
    flags.push(json!(format!("--host-resolver-rules={rules}")));
    capabilities.insert(
        "goog:loggingPrefs".to_owned(),
        json!({ "browser": "ALL", "performance": "ALL" }),
    );
    Ok(capabilities)
}

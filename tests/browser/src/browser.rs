//! One browser window with a fresh profile, and the site that it looks at.

use std::sync::Mutex;

use anyhow::Context as _;
use fantoccini::Client;
use static_server::{ANY_PORT, RunningServer, ScriptedServer, StaticServer};

use crate::chromium::Chromium;
use crate::engine::Engine;
use crate::environment;
use crate::firefox::Firefox;
use crate::logs::Logs;

/// One browser window with a fresh profile, and the site that it looks at.
///
/// Host names do not resolve in it and nothing outside the loopback address can be reached, so
/// that no test depends on the world; what was tried is in [`Browser::requests_to_outside`].
pub struct Browser {
    client: Client,
    site: RunningServer,
    pub(crate) logs: Mutex<Logs>,
    pub(crate) running: Running,
}

/// The browser's process, which ends with its drop.
pub(crate) enum Running {
    Chromium(#[expect(dead_code, reason = "held for its drop")] Chromium),
    Firefox(Box<Firefox>),
}

impl Browser {
    /// A browser before the built page (`ASSAY_DIST`).
    pub async fn start() -> anyhow::Result<Self> {
        Self::with_site(StaticServer::new(environment::built_page()?)).await
    }

    /// A browser before another folder, or before the built page with headers of the test's own.
    pub async fn with_site(site: StaticServer) -> anyhow::Result<Self> {
        Self::with_site_and_hosts(site, &[]).await
    }

    /// A browser before the built page, for which the names of these hosts lead to them, as if they
    /// were on the internet.
    pub async fn with_hosts(hosts: &[&ScriptedServer]) -> anyhow::Result<Self> {
        Self::with_site_and_hosts(StaticServer::new(environment::built_page()?), hosts).await
    }

    /// Like [`Browser::with_site`] and [`Browser::with_hosts`] at once.
    pub async fn with_site_and_hosts(
        site: StaticServer,
        hosts: &[&ScriptedServer],
    ) -> anyhow::Result<Self> {
        let site = site.start(ANY_PORT)?;
        let (running, client) = match Engine::of_tests()? {
            Engine::Chromium => {
                let (chromium, client) = Chromium::start(hosts).await?;
                (Running::Chromium(chromium), client)
            }
            Engine::Firefox => {
                let (firefox, client) = Firefox::start(hosts).await?;
                (Running::Firefox(Box::new(firefox)), client)
            }
        };
        Ok(Self {
            client,
            site,
            logs: Mutex::default(),
            running,
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

    /// Which browser it is.
    pub fn engine(&self) -> Engine {
        match self.running {
            Running::Chromium(_) => Engine::Chromium,
            Running::Firefox(_) => Engine::Firefox,
        }
    }

    /// The identifier of the window that commands go to.
    pub(crate) async fn window(&self) -> anyhow::Result<String> {
        let window = self.client.window().await.context("no window is open")?;
        Ok(String::from(window))
    }
}

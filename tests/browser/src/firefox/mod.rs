//! Firefox, by way of geckodriver and of WebDriver BiDi.
//!
//! The tests' commands go by WebDriver's older protocol. BiDi, a connection to Firefox itself, tells
//! what was logged and asked for, and sets what the older one cannot.

mod bidi;
mod commands;
mod logs;
mod preferences;
mod proxy;

use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::Context as _;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use static_server::ScriptedServer;

use crate::driver_process::DriverProcess;
use bidi::Bidi;

/// A running Firefox; dropping it ends it.
pub struct Firefox {
    bidi: Mutex<Bidi>,
    // Held for its drop, which ends the browser.
    _session: Session,
}

/// A session of geckodriver's. Ending it closes the browser and removes its profile.
struct Session {
    driver: DriverProcess,
    id: String,
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self
            .driver
            .request("DELETE", &format!("/session/{}", self.id));
    }
}

impl Firefox {
    /// Starts the geckodriver that `GECKODRIVER` names, or the one on the `PATH`, and its browser.
    pub async fn start(hosts: &[&ScriptedServer]) -> anyhow::Result<(Self, Client)> {
        let arguments = [
            "--port=0",
            "--websocket-port=0",
            // For scripts of the browser's own, which set media features.
            "--allow-system-access",
        ];
        let driver =
            DriverProcess::start("GECKODRIVER", "geckodriver", &arguments, "Listening on ")?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(proxy::start(hosts)?))
            .connect(&driver.url())
            .await
            .context("geckodriver could not start Firefox")?;
        let id = client.session_id().await?;
        let id = id.context("geckodriver gave the session no name")?;
        let session = Session { driver, id };
        let address = client
            .capabilities()
            .and_then(|capabilities| capabilities.get("webSocketUrl"))
            .and_then(Value::as_str)
            .context("this Firefox does not speak WebDriver BiDi")?;
        let mut bidi = Bidi::connect(address)?;
        bidi.command("session.subscribe", json!({ "events": logs::EVENTS }))?;
        let bidi = Mutex::new(bidi);
        let firefox = Self {
            bidi,
            _session: session,
        };
        Ok((firefox, client))
    }

    /// The connection by BiDi.
    pub fn bidi(&self) -> MutexGuard<'_, Bidi> {
        self.bidi.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn capabilities(proxy: u16) -> Capabilities {
    Capabilities::from_iter([
        ("webSocketUrl".to_owned(), json!(true)),
        // Nobody vouches for the certificates of a test's own hosts.
        ("acceptInsecureCerts".to_owned(), json!(true)),
        (
            "moz:firefoxOptions".to_owned(),
            json!({ "args": ["-headless"], "prefs": preferences::preferences(proxy) }),
        ),
    ])
}

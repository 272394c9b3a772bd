//! Chromium, by way of chromedriver.

mod commands;
mod logs;

use anyhow::Context as _;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use static_server::ScriptedServer;

use crate::driver_process::DriverProcess;

const FLAGS: [&str; 2] = [
    // Nobody vouches for the certificates of a test's own hosts.
    "--ignore-certificate-errors",
    // As on a phone, where they lie over the page; else a viewport of 360 pixels shows only 345.
    "--hide-scrollbars",
];

/// Where the names of hosts lead: nowhere, but for what comes before.
const NOWHERE: &str = "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost";

/// A running Chromium; dropping it ends it.
pub struct Chromium {
    driver: DriverProcess,
}

impl Chromium {
    /// Starts the chromedriver that `CHROMEDRIVER` names, or the one on the `PATH`, and its browser.
    pub async fn start(hosts: &[&ScriptedServer]) -> anyhow::Result<(Self, Client)> {
        let driver = DriverProcess::start(
            "CHROMEDRIVER",
            "chromedriver",
            &["--port=0"],
            "successfully on port ",
        )?;
        let chromium = Self { driver };
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(hosts)?)
            .connect(&chromium.driver.url())
            .await
            .context("chromedriver could not start Chromium")?;
        Ok((chromium, client))
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Asked to end, it ends its browsers first, which a kill would leave behind.
        if self.driver.request("GET", "/shutdown").is_ok() {
            self.driver.wait_for_end();
        }
    }
}

/// The flags that the wasm tests use too (`webdriver.json`), and what only these tests need.
fn capabilities(hosts: &[&ScriptedServer]) -> anyhow::Result<Capabilities> {
    let mut capabilities: Capabilities =
        serde_json::from_str(include_str!("../../webdriver.json")).context("webdriver.json")?;
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

//! What surrounds the page: its size, the reader's preferences, the connection; and its picture.

use std::path::Path;

use anyhow::Context as _;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::Browser;
use crate::browser::Running;
use crate::engine::Engine;

/// The reader's preference, `prefers-color-scheme`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColourScheme {
    /// Dark text on a light ground.
    Light,
    /// Light text on a dark ground.
    Dark,
}

/// Sets media features in Firefox; those that are not given follow the machine.
const SET_FEATURES: &str = "const [features] = arguments; \
    const page = gBrowser.selectedBrowser.browsingContext; \
    page.prefersColorSchemeOverride = features['prefers-color-scheme'] ?? 'none'; \
    page.prefersReducedMotionOverride = features['prefers-reduced-motion'] ?? 'none'; \
    page.forcedColorsOverride = features['forced-colors'] ?? 'none';";

/// Sets the medium in Firefox.
const SET_MEDIUM: &str = "gBrowser.selectedBrowser.browsingContext.mediumOverride = arguments[0];";

/// The features that [`SET_FEATURES`] knows.
const FIREFOX_FEATURES: [&str; 3] = [
    "prefers-color-scheme",
    "prefers-reduced-motion",
    "forced-colors",
];

impl Browser {
    /// Sets the size of the viewport in CSS pixels; it holds until it is set anew.
    pub async fn set_viewport(&self, width: u32, height: u32) -> anyhow::Result<()> {
        match &self.running {
            Running::Chromium(_) => {
                let metrics = json!({
                    "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
                });
                self.devtools("Emulation.setDeviceMetricsOverride", metrics)
                    .await?;
            }
            Running::Firefox(firefox) => {
                let size = json!({
                    "context": self.window().await?,
                    "viewport": { "width": width, "height": height },
                    "devicePixelRatio": 1,
                });
                firefox
                    .bidi()
                    .command("browsingContext.setViewport", size)?;
            }
        }
        Ok(())
    }

    /// Sets the reader's preferred colour scheme, and no other preference.
    pub async fn set_colour_scheme(&self, scheme: ColourScheme) -> anyhow::Result<()> {
        let value = match scheme {
            ColourScheme::Light => "light",
            ColourScheme::Dark => "dark",
        };
        self.set_preferences(&[("prefers-color-scheme", value)])
            .await
    }

    /// Sets media features (`prefers-reduced-motion`, `forced-colors`, …) in place of all set before.
    pub async fn set_preferences(&self, features: &[(&str, &str)]) -> anyhow::Result<()> {
        match self.running {
            Running::Chromium(_) => {
                let features: Vec<Value> = features
                    .iter()
                    .map(|(name, value)| json!({ "name": name, "value": value }))
                    .collect();
                let features = json!({ "features": features });
                self.devtools("Emulation.setEmulatedMedia", features)
                    .await?;
            }
            Running::Firefox(_) => {
                for (name, _) in features {
                    let is_known = FIREFOX_FEATURES.contains(name);
                    anyhow::ensure!(is_known, "{name} cannot be set in Firefox");
                }
                let features: serde_json::Map<String, Value> = features
                    .iter()
                    .map(|(name, value)| ((*name).to_owned(), json!(value)))
                    .collect();
                self.run_as_firefox(SET_FEATURES, vec![json!(features)])
                    .await?;
            }
        }
        Ok(())
    }

    /// Shows the page as it is for this medium, `screen` or `print`.
    pub async fn set_medium(&self, medium: &str) -> anyhow::Result<()> {
        match self.running {
            Running::Chromium(_) => {
                let medium = json!({ "media": medium });
                self.devtools("Emulation.setEmulatedMedia", medium).await?;
            }
            Running::Firefox(_) => {
                self.run_as_firefox(SET_MEDIUM, vec![json!(medium)]).await?;
            }
        }
        Ok(())
    }

    /// Lets the page read the clipboard and write to it unasked.
    pub async fn allow_clipboard(&self) -> anyhow::Result<()> {
        // To Firefox its preferences say so.
        if self.engine() == Engine::Chromium {
            let permissions =
                json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
            self.devtools("Browser.grantPermissions", permissions)
                .await?;
        }
        Ok(())
    }

    /// Cuts the browser off from the network; it knows that it is.
    pub async fn go_offline(&self) -> anyhow::Result<()> {
        match &self.running {
            Running::Chromium(_) => {
                let offline = json!({
                    "offline": true,
                    "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
                });
                self.devtools("Network.enable", json!({})).await?;
                self.devtools("Network.emulateNetworkConditions", offline)
                    .await?;
            }
            Running::Firefox(firefox) => {
                let offline = json!({
                    "networkConditions": { "type": "offline" },
                    "contexts": [self.window().await?],
                });
                let method = "emulation.setNetworkConditions";
                firefox.bidi().command(method, offline)?;
            }
        }
        Ok(())
    }

    /// By how many pixels the page is wider than the viewport: 0 if nothing scrolls sideways.
    pub async fn sideways_overflow(&self) -> anyhow::Result<i64> {
        let overflow = self
            .evaluate(
                "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth",
            )
            .await?;
        overflow
            .as_i64()
            .context("the page's width is not a number")
    }

    /// Writes a picture of the whole page, below the fold too, as a PNG file.
    pub async fn screenshot(&self, file: impl AsRef<Path>) -> anyhow::Result<()> {
        let file = file.as_ref();
        let picture = self.picture().await?;
        let picture = picture["data"].as_str().context("no picture came back")?;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(file, BASE64_STANDARD.decode(picture)?)
            .with_context(|| format!("cannot write {}", file.display()))
    }

    async fn picture(&self) -> anyhow::Result<Value> {
        match &self.running {
            Running::Chromium(_) => {
                let metrics = self.devtools("Page.getLayoutMetrics", json!({})).await?;
                let size = &metrics["cssContentSize"];
                let whole_page = json!({
                    "format": "png",
                    "captureBeyondViewport": true,
                    "clip": { "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 },
                });
                self.devtools("Page.captureScreenshot", whole_page).await
            }
            Running::Firefox(firefox) => {
                let whole_page = json!({ "context": self.window().await?, "origin": "document" });
                let method = "browsingContext.captureScreenshot";
                firefox.bidi().command(method, whole_page)
            }
        }
    }
}

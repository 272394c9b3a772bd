//! One page with a layout in every state and width.

use anyhow::Context as _;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use browser_tests::{Browser, ScriptedServer, StaticServer};
use serde_json::{Value, json};
use signing::Issuer;

use crate::badges::{self, HOST, STATES};
use crate::picture::Picture;

/// From a phone's side column to a desktop's full width.
const WIDTHS: [u32; 5] = [280, 360, 560, 768, 1280];
/// Wide enough for all of them side by side.
const VIEWPORT: (u32, u32) = (3400, 1200);
/// Fills the page: a row for each state, a cell for each width.
const FILL: &str = "(() => {
    const [layout, states, widths, host] = given;
    for (const { name, src } of states) {
        const heading = document.createElement('h2');
        heading.textContent = name;
        const cells = document.createElement('div');
        cells.className = 'cells';
        for (const width of widths) {
            const cell = document.createElement('p');
            cell.className = 'cell';
            cell.style.inlineSize = `${width}px`;
            const badge = document.createElement('assay-badge');
            const attributes = { layout, src, network: `allow ${host}`, loading: 'eager',
                registry: 'samples/registry.json sheet/registry.json' };
            for (const [name, value] of Object.entries(attributes)) badge.setAttribute(name, value);
            badge.append('What stands in its place');
            if (layout === 'inline') cell.append('My certificate, ', badge, ', is from last year.');
            else cell.append(badge);
            cells.append(cell);
        }
        document.body.append(heading, cells);
    }
})()";

/// What each badge has come to, or null.
const VERDICTS: &str = "findAll('assay-badge').map(badge => badge.report?.verdict ?? null)";

/// By how many pixels what is shown in a cell is wider than the cell, at most.
const OVERFLOW: &str =
    "Math.max(...findAll('.cell').map(cell => cell.scrollWidth - cell.clientWidth))";

/// By how much a layout's picture is smaller than the page: so much that all together stay small.
fn scale(layout: &str) -> f64 {
    match layout {
        "full" => 0.3,
        "card" => 0.4,
        _ => 0.5,
    }
}

/// How a sheet is looked at.
#[derive(Clone, Copy)]
pub struct Look {
    scheme: &'static str,
    direction: &'static str,
}

impl Look {
    /// Light and dark, in both directions.
    pub fn all() -> [Self; 4] {
        [
            ("light", "ltr"),
            ("light", "rtl"),
            ("dark", "ltr"),
            ("dark", "rtl"),
        ]
        .map(|(scheme, direction)| Self { scheme, direction })
    }

    /// As the pictures' names have it.
    pub fn name(self) -> String {
        format!("{}-{}", self.scheme, self.direction)
    }
}

/// An open sheet, every badge in its state.
pub struct Sheet {
    browser: Browser,
    scale: f64,
    // Held for its drop, which ends it.
    _host: ScriptedServer,
}

impl Sheet {
    /// Opens the sheet of this layout.
    pub async fn open(layout: &str) -> anyhow::Result<Self> {
        let issuer = Issuer::did_key("a school that withdraws a badge");
        let host = badges::host(&issuer)?;
        let page = std::env::var_os("ASSAY_DIST").context("ASSAY_DIST is not set")?;
        let site = badges::site(page.as_ref(), layout, &issuer, &host)?;
        let browser = Browser::with_site_and_hosts(StaticServer::new(site), &[&host]).await?;
        browser.set_viewport(VIEWPORT.0, VIEWPORT.1).await?;
        browser.open("/sheet.html").await?;
        let states: Vec<Value> = STATES
            .iter()
            .map(|state| json!({ "name": state.name, "src": state.src }))
            .collect();
        let given = vec![json!(layout), json!(states), json!(WIDTHS), json!(HOST)];
        browser.evaluate_with(FILL, given).await?;
        let expected: Vec<_> = STATES
            .iter()
            .flat_map(|state| WIDTHS.map(|_| state.verdict))
            .collect();
        let expected = json!(expected);
        let all_there = format!("JSON.stringify({VERDICTS}) === '{expected}'");
        if let Err(error) = browser.wait_for("every state", &all_there).await {
            let found = browser.evaluate(VERDICTS).await?;
            return Err(error.context(format!("there are {found}")));
        }
        Ok(Self {
            browser,
            scale: scale(layout),
            _host: host,
        })
    }

    /// The browser that shows it.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// Its picture; nothing on it may be wider than its cell.
    pub async fn picture(&self, look: Look) -> anyhow::Result<Picture> {
        let browser = &self.browser;
        let features = [
            ("prefers-color-scheme", look.scheme),
            ("prefers-reduced-motion", "reduce"),
        ];
        browser.set_preferences(&features).await?;
        // The cards too, which are left-to-right in English, whatever the page around them is.
        let turn =
            "[document.documentElement, ...findAll('.assay')].forEach(part => part.dir = given[0])";
        browser
            .evaluate_with(turn, vec![json!(look.direction)])
            .await?;
        let overflow = browser.evaluate(OVERFLOW).await?;
        anyhow::ensure!(
            overflow == 0,
            "{}: wider than its cell by {overflow}",
            look.name()
        );
        let metrics = browser.devtools("Page.getLayoutMetrics", json!({})).await?;
        let size = &metrics["cssContentSize"];
        let whole_page = json!({
            "format": "png",
            "captureBeyondViewport": true,
            "clip": { "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": self.scale },
        });
        let picture = browser.devtools("Page.captureScreenshot", whole_page);
        let picture = picture.await?;
        let picture = picture["data"].as_str().context("no picture came back")?;
        Picture::from_png(&BASE64_STANDARD.decode(picture)?)
    }
}

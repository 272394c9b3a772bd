//! Drives the built page in a real browser, and says what it did there.
//!
//! `cargo xtask test` builds the page, fetches axe-core, and hands both over in the environment
//! variables `ASSAY_DIST` and `AXE_CORE`; without them every test fails. The browser is Chromium, or
//! Firefox if `ASSAY_BROWSER` says so.
//!
//! ```no_run
//! use browser_tests::{Browser, ColourScheme};
//!
//! # async fn example() -> anyhow::Result<()> {
//! let browser = Browser::start().await?;
//! browser.set_viewport(360, 740).await?;
//! browser.set_colour_scheme(ColourScheme::Dark).await?;
//! browser.open("/").await?;
//! browser.wait_for("a heading", "find('h1')").await?;
//! browser.upload("input[type=file]", "samples/a.json").await?;
//! browser.wait_for("a verdict", "text().includes('Genuine')").await?;
//! assert_eq!(browser.accessibility_violations().await?, [""; 0]);
//! assert_eq!(browser.console_errors().await?, [""; 0]);
//! assert_eq!(browser.requests_to_outside().await?, [""; 0]);
//! # Ok(())
//! # }
//! ```
//!
//! Expressions are JavaScript. In them, `find(selector)`, `findAll(selector)` and `text(node)`
//! look into open shadow roots too (`src/page.js`).

mod accessibility;
mod browser;
mod chromium;
mod driver_process;
mod engine;
mod environment;
mod files;
mod firefox;
mod logs;
mod script;
mod view;

pub use browser::Browser;
pub use engine::{Engine, not_checked, skipped_in_firefox};
pub use environment::{built_examples, built_page, built_trial};
pub use static_server::{ANY_PORT, Reply, RunningServer, ScriptedServer, StaticServer};
pub use view::ColourScheme;

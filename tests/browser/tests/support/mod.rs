//! What the tests of the page share.
#![allow(dead_code, reason = "each test file uses a part")]

pub mod archive;
pub mod consortium;
pub mod embedded;
pub mod embedding;
pub mod hosted;
pub mod hosts;
pub mod recorder;
pub mod states;

use std::path::PathBuf;

use anyhow::Context as _;
use browser_tests::{ANY_PORT, Browser, ColourScheme, RunningServer, ScriptedServer, StaticServer};
use serde_json::{Value, json};

pub const INPUT: &str = "input[type=file]";
/// A grey pixel.
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU\x00\x00\x00\x0aIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82";
pub const SVG: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
/// The results on the page, one a file: its card, or the frame around its cards.
const FILES: &str = ".results > li > .assay";

/// The page, opened and ready.
pub async fn open_page() -> anyhow::Result<Browser> {
    open_page_among(&[]).await
}

/// The same, where the names of these hosts lead to them.
pub async fn open_page_among(hosts: &[&ScriptedServer]) -> anyhow::Result<Browser> {
    let browser = Browser::with_hosts(hosts).await?;
    browser.open("/").await?;
    browser
        .wait_for("the drop zone", "find('input[type=file]')")
        .await?;
    browser.wait_for("the gallery", "find('.sample')").await?;
    Ok(browser)
}

pub fn samples() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../samples")
}

/// The gallery's list.
pub fn index() -> anyhow::Result<Vec<Value>> {
    let text = std::fs::read_to_string(samples().join("samples.json"))?;
    Ok(serde_json::from_str(&text)?)
}

/// A file of this test's own, with these bytes.
pub fn file(name: &str, bytes: &[u8]) -> anyhow::Result<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("files");
    // Tests run side by side, each in a thread of its name.
    let thread = std::thread::current();
    let folder = folder.join(thread.name().unwrap_or_default());
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(name);
    std::fs::write(&path, bytes)?;
    Ok(path)
}

/// A site of its own with these files.
pub fn site(name: &str, files: &[(&str, &[u8])]) -> anyhow::Result<StaticServer> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("sites")
        .join(name);
    // What an earlier run has left there is no part of it.
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    for (file, bytes) in files {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().unwrap_or(&folder))?;
        std::fs::write(path, bytes)?;
    }
    Ok(StaticServer::new(folder))
}

/// The same, with the header by which a site lets every page read its files.
pub fn open_site(name: &str, files: &[(&str, &[u8])]) -> anyhow::Result<RunningServer> {
    site(name, files)?
        .header("access-control-allow-origin", "*")?
        .start(ANY_PORT)
}

/// Presses a sample of the gallery by its title.
pub async fn press_sample(browser: &Browser, title: &str) -> anyhow::Result<()> {
    browser
        .evaluate_with(
            "findAll('.sample').find(sample => sample.textContent.includes(given[0])).click()",
            vec![json!(title)],
        )
        .await?;
    Ok(())
}

/// Waits until the newest file has its verdict, and returns it.
pub async fn newest_verdict(browser: &Browser, count: usize) -> anyhow::Result<String> {
    browser
        .wait_for(
            "a settled card",
            &format!("findAll('{FILES}').length === {count} && find('{FILES}').dataset.verdict"),
        )
        .await?;
    let verdict = format!("find('{FILES}').dataset.verdict");
    let verdict = browser.evaluate(&verdict).await?;
    Ok(verdict.as_str().unwrap_or_default().to_owned())
}

/// axe-core over the page as it is, in light and in dark.
pub async fn assert_accessible(browser: &Browser, state: &str) -> anyhow::Result<()> {
    for scheme in [ColourScheme::Light, ColourScheme::Dark] {
        browser.set_colour_scheme(scheme).await?;
        let violations = browser.accessibility_violations().await?;
        assert!(violations.is_empty(), "{state}: {violations:#?}");
    }
    browser.set_colour_scheme(ColourScheme::Light).await
}

/// Another server of the built page, for a browser that looks at somebody else's; pages from everywhere
/// may load its script, as where it is installed.
pub fn checking_page() -> anyhow::Result<RunningServer> {
    let folder = std::env::var_os("ASSAY_DIST");
    let folder = folder.context("ASSAY_DIST is not set: run these tests by `cargo xtask test`")?;
    StaticServer::new(folder)
        .header("access-control-allow-origin", "*")?
        .start(ANY_PORT)
}

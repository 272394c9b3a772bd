//! Somebody's page with `<assay-badge>`s, under a strict policy.

use std::path::Path;

use browser_tests::Browser;
use serde_json::{Value, json};

use super::site;

/// As strict as a page can be that lets a wasm run; other hosts of this machine may be asked.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: http://127.0.0.1:*; connect-src 'self' http://127.0.0.1:*; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
/// Under this folder of the page's site lies what is built, with its samples.
pub const SAMPLES: &str = "assay/samples";
/// A screen's height of nothing, and more.
const STYLES: &str = ".space { height: 500vh }";

/// A page of its own with this in its body, and the elements' script.
pub async fn open_page_with(name: &str, body: &str) -> anyhow::Result<Browser> {
    open_page_with_files(name, body, &[]).await
}

/// The same with more files beside it.
pub async fn open_page_with_files(
    name: &str,
    body: &str,
    files: &[(&str, &[u8])],
) -> anyhow::Result<Browser> {
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>A page</title>\
         <link rel=icon href=data:,><link rel=stylesheet href=page.css>\
         <script type=module src=assay/assay.js></script><body>{body}"
    );
    let own = [
        ("index.html", page.as_bytes()),
        ("page.css", STYLES.as_bytes()),
    ];
    let server = site(&format!("embedding-{name}"), &[&own, files].concat())?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("sites/embedding-{name}"));
    let built = std::env::var_os("ASSAY_DIST").unwrap_or_default();
    std::os::unix::fs::symlink(built, folder.join("assay"))?;
    let browser = Browser::with_site(server.header("content-security-policy", POLICY)?).await?;
    browser.open("/").await?;
    browser
        .wait_for("the element", "customElements.get('assay-badge')")
        .await?;
    Ok(browser)
}

/// What was asked of the page's own site: whether any of it has this in it.
pub fn was_asked_for(browser: &Browser, part: &str) -> bool {
    let requests = browser.site().requests();
    requests.iter().any(|request| request.contains(part))
}

/// Puts a badge at the end of the page with these attributes, and returns its first report.
pub async fn report_of(browser: &Browser, attributes: Value) -> anyhow::Result<Value> {
    add(browser, attributes).await?;
    browser
        .evaluate("findAll('assay-badge').at(-1).ready")
        .await
}

/// Puts a badge at the end of the page with these attributes.
pub async fn add(browser: &Browser, attributes: Value) -> anyhow::Result<()> {
    let script = "(() => { const badge = document.createElement('assay-badge'); \
        for (const [name, value] of Object.entries(given[0])) badge.setAttribute(name, value); \
        document.body.append(badge); })()";
    browser.evaluate_with(script, vec![attributes]).await?;
    Ok(())
}

/// The address of a sample, for such a page.
pub fn sample(name: &str) -> Value {
    json!(format!("{SAMPLES}/{name}.json"))
}

/// All that the last badge's card says, what is folded away too.
pub async fn card_text(browser: &Browser) -> anyhow::Result<String> {
    let text = browser
        .evaluate("findAll('assay-badge').at(-1).shadowRoot.textContent")
        .await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

//! What decides how text is drawn: the browser's version and the machine's fonts.

use anyhow::Context as _;
use browser_tests::Browser;
use serde_json::{Value, json};

/// The file beside the reviewed pictures that says what they were taken with.
pub const FILE: &str = "taken-with.json";

/// How wide and high a text of each generic family is that the style sheets end with: fonts differ in that.
const MEASURE: &str = "(() => {
    const text = 'Hamburgefonstiv 0123456789 \u{2026}\u{2713} \u{0634}\u{0647}\u{0627}\u{062f}\u{0629} \u{8bc1}\u{4e66}';
    const measured = {};
    for (const family of ['serif', 'sans-serif', 'system-ui', 'ui-serif', 'monospace', 'Georgia']) {
        const span = document.createElement('span');
        span.style.cssText = `font: 100px ${family}; position: absolute; white-space: nowrap`;
        span.textContent = text;
        document.body.append(span);
        const { width, height } = span.getBoundingClientRect();
        measured[family] = [width, height];
        span.remove();
    }
    return measured;
})()";

/// Two machines with the same description draw the same pictures.
pub async fn describe(browser: &Browser) -> anyhow::Result<String> {
    let capabilities = browser.client().capabilities();
    let version = capabilities
        .and_then(|capabilities| capabilities.get("browserVersion"))
        .and_then(Value::as_str)
        .context("the browser does not say its version")?;
    // Which of a version's fixes it has changes no picture.
    let major = version.split('.').next().unwrap_or(version);
    let fonts = browser.evaluate(MEASURE).await?;
    let machine = json!({ "chromium": major, "fonts": fonts });
    Ok(format!("{machine:#}\n"))
}

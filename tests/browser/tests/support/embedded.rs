//! Badges on somebody's page.

use browser_tests::Browser;
use serde_json::json;

/// The names of the four marks, in their order.
pub const MARKS: [&str; 4] = ["unaltered", "signed-by-issuer", "known-issuer", "in-force"];

/// The names of the layouts.
pub const LAYOUTS: [&str; 4] = ["inline", "compact", "card", "full"];

/// Files, one of each kind of verdict, and the start of its headline.
pub const KINDS: [(&str, &str); 10] = [
    ("rich-genuine.json", "Genuine, from Northfield University"),
    ("unlisted-issuer.json", "Genuine signature from did:key:"),
    ("status-unknown.json", "Genuine signature; we couldn't"),
    ("expired.json", "Genuine, but expired on"),
    ("not-yet-valid.json", "Genuine, but not valid until"),
    ("unsigned.json", "We couldn't confirm this badge."),
    ("altered.json", "Don't rely on this badge."),
    ("record.json", "Genuine, from Northfield University"),
    ("presentation.json", "The least sure of them is number 2"),
    ("no-such-badge.json", "This badge couldn't be loaded."),
];

/// The demo page, its script at work.
pub async fn open_portfolio() -> anyhow::Result<Browser> {
    let browser = Browser::start().await?;
    browser.open("/samples/embed.html").await?;
    Ok(browser)
}

pub fn kinds() -> Vec<String> {
    KINDS.map(|(file, _)| file.to_owned()).to_vec()
}

/// In the page's main part, in place of what was there: a badge for each source, all of them checked.
pub async fn show(browser: &Browser, layout: &str, sources: &[String]) -> anyhow::Result<()> {
    let shown = "(() => {
        const main = document.querySelector('main');
        main.replaceChildren(...given[1].map((src, index) => {
            const badge = document.createElement('assay-badge');
            badge.setAttribute('layout', given[0]);
            badge.setAttribute('registry', '/samples/registry.json');
            badge.setAttribute('src', src);
            const place = document.createElement('p');
            place.append(`Course ${index} gave me `, badge, ', which I like.');
            return place;
        }));
    })()";
    browser
        .evaluate_with(shown, vec![json!(layout), json!(sources)])
        .await?;
    let checked = "findAll('assay-badge').every(badge => badge.report && \
         badge.shadowRoot.querySelector('.assay[data-verdict]'))";
    browser.wait_for("all verdicts", checked).await
}

/// Presses what opens the rest of each badge that is shown in small. A chip's card is opened alone.
pub async fn open_all(browser: &Browser) -> anyhow::Result<()> {
    browser
        .evaluate("findAll('.row-toggle[aria-expanded=false]').forEach(button => button.click())")
        .await?;
    browser
        .wait_for(
            "the rest of all rows",
            "findAll('.row-toggle[aria-expanded=false]').length === 0",
        )
        .await
}

/// Presses the chip of the badge with this number, and waits for its card.
pub async fn open_chip(browser: &Browser, number: usize) -> anyhow::Result<()> {
    browser
        .evaluate(&format!("findAll('.badge-chip')[{number}].click()"))
        .await?;
    browser
        .wait_for("the chip's card", "find('.sheet:popover-open .headline')")
        .await
}

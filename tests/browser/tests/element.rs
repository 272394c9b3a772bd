//! `<assay-badge>` on somebody's page.

mod support;

use browser_tests::Browser;
use serde_json::json;
use support::hosted::HostedBadge;
use support::open_page;

/// The demo page, both of its badges checked.
async fn open_demo() -> anyhow::Result<Browser> {
    let browser = Browser::start().await?;
    browser.open("/samples/embed.html").await?;
    browser
        .wait_for(
            "both verdicts",
            "findAll('assay-badge').length === 2 && findAll('assay-badge').every(badge => badge.report)",
        )
        .await?;
    Ok(browser)
}

#[tokio::test]
async fn two_badges_show_their_verdicts_under_a_strict_policy() -> anyhow::Result<()> {
    let browser = open_demo().await?;
    let verdicts = browser
        .evaluate("findAll('assay-badge').map(badge => badge.report.verdict)")
        .await?;
    assert_eq!(verdicts, json!(["genuine", "invalid"]));
    let text = browser.text().await?;
    assert!(
        text.contains("Genuine, from Northfield University"),
        "{text}"
    );
    assert!(text.contains("Don't rely on this badge."), "{text}");
    assert_eq!(browser.console_errors().await?, [""; 0]);
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    assert_eq!(browser.accessibility_violations().await?, [""; 0]);
    assert_eq!(browser.sideways_overflow().await?, 0);
    Ok(())
}

#[tokio::test]
async fn the_report_property_is_the_command_lines_report() -> anyhow::Result<()> {
    let browser = open_demo().await?;
    let report = browser.evaluate("find('assay-badge').report").await?;
    assert_eq!(report["report"], 1);
    assert_eq!(report["file"], "rich-genuine.json");
    assert_eq!(report["checks"].as_array().map(Vec::len), Some(8));
    assert_eq!(report["skills"][0]["framework"], "ESCO");
    Ok(())
}

#[tokio::test]
async fn the_event_bubbles_out_of_the_shadow_and_says_the_verdict() -> anyhow::Result<()> {
    let browser = open_demo().await?;
    let detail = browser
        .evaluate(
            "new Promise(resolve => { \
             document.addEventListener('badge-verdict', event => resolve({ \
                 target: event.target.localName, verdict: event.detail.verdict, \
                 headline: event.detail.headline, report: event.detail.report.verdict }), {once: true}); \
             const badge = document.createElement('assay-badge'); \
             badge.src = 'expired.json'; badge.loading = 'eager'; document.body.append(badge); })",
        )
        .await?;
    assert_eq!(
        detail,
        json!({
            "target": "assay-badge",
            "verdict": "expired",
            "headline": "Genuine, but expired on 31 December 2023.",
            "report": "expired",
        })
    );
    Ok(())
}

#[tokio::test]
async fn a_file_that_is_not_there_is_said() -> anyhow::Result<()> {
    let browser = open_demo().await?;
    browser
        .evaluate("find('assay-badge').setAttribute('src', 'no-such-badge.json')")
        .await?;
    browser
        .wait_for(
            "the verdict on a missing file",
            "find('assay-badge').report?.verdict === 'unreadable'",
        )
        .await?;
    browser
        .wait_for(
            "the card",
            "find('.assay').dataset.verdict === 'unreadable'",
        )
        .await
}

#[tokio::test]
async fn moving_and_removing_an_element_does_no_harm() -> anyhow::Result<()> {
    let browser = open_demo().await?;
    browser
        .evaluate(
            "(() => { const [one, two] = findAll('assay-badge'); \
             document.body.append(one); two.remove(); one.remove(); document.body.append(one); })()",
        )
        .await?;
    browser
        .wait_for(
            "the badge, drawn again",
            "findAll('assay-badge').length === 1 && find('.assay').dataset.verdict === 'genuine'",
        )
        .await?;
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

/// The child stays in the page, for readers without JavaScript.
#[tokio::test]
async fn the_link_inside_stays_in_the_light() -> anyhow::Result<()> {
    let browser = open_demo().await?;
    let link = browser
        .evaluate("document.querySelector('assay-badge > a').getAttribute('href')")
        .await?;
    assert_eq!(link, "rich-genuine.json");
    assert_eq!(
        browser
            .evaluate("find('assay-badge').shadowRoot.mode")
            .await?,
        "open"
    );
    Ok(())
}

/// The page around `<assay-badge>` may allow hosts, or switch the network off; no check with it.
#[tokio::test]
async fn an_element_asks_whom_its_page_allows() -> anyhow::Result<()> {
    let badge = HostedBadge::start()?;
    let browser = open_page().await?;
    let shown = "new Promise(resolve => { \
        const badge = document.createElement('assay-badge'); badge.loading = 'eager'; \
        for (const [name, value] of Object.entries(given[0])) badge.setAttribute(name, value); \
        const settled = () => badge.report?.verdict !== given[1] ? false : \
            (resolve(badge.report), badge.remove(), true); \
        badge.addEventListener('badge-verdict', settled); \
        document.body.append(badge); })";
    let src = badge.host.url("/assertion");
    let never = json!({"src": src, "network": "never"});
    let report = browser
        .evaluate_with(shown, vec![never, json!("unconfirmed")])
        .await?;
    assert_eq!(report["checks"][0]["outcome"], "unknown");
    assert_eq!(
        badge.host.requests(),
        ["GET /assertion"],
        "the page's own wish"
    );

    let host = badge.host.host();
    let allowed = json!({"src": src, "network": format!("allow {host}")});
    let report = browser
        .evaluate_with(shown, vec![allowed, json!("unlisted")])
        .await?;
    assert_eq!(report["evidence"].as_array().map(Vec::len), Some(3));

    let early = json!({"src": "samples/minimal.json", "as-of": "2024-06-01"});
    let report = browser
        .evaluate_with(shown, vec![early, json!("not-yet-valid")])
        .await?;
    let headline = report["headline"].as_str().unwrap_or_default();
    assert!(
        headline.starts_with("As of 1 June 2024, not today: "),
        "{headline}"
    );
    Ok(())
}

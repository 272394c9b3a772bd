//! The events of `<assay-badge>`.

mod support;

use browser_tests::{Browser, Reply};
use serde_json::{Value, json};
use support::embedding::{open_page_with, open_page_with_files, report_of, sample};
use support::hosted::HostedBadge;

/// Writes down every event that arrives at the document: its name, what sent it, and the detail.
const LISTEN: &str = "(() => { window.heard = []; \
    for (const type of ['badge-load', 'badge-report', 'badge-verdict', 'badge-error']) \
        document.addEventListener(type, event => heard.push({ type, \
            target: event.target.localName, bubbles: event.bubbles, composed: event.composed, \
            detail: structuredClone(event.detail) })); })()";

async fn heard(browser: &Browser) -> anyhow::Result<Vec<Value>> {
    let heard = browser.evaluate("heard.splice(0)").await?;
    Ok(heard.as_array().cloned().unwrap_or_default())
}

fn types(events: &[Value]) -> Vec<&str> {
    let types = events.iter().map(|event| event["type"].as_str());
    types.map(Option::unwrap_or_default).collect()
}

#[tokio::test]
async fn a_badge_is_loaded_reported_and_has_its_verdict() -> anyhow::Result<()> {
    let browser = open_page_with("events", "").await?;
    browser.evaluate(LISTEN).await?;
    let report = report_of(&browser, json!({"src": sample("minimal")})).await?;
    let events = heard(&browser).await?;
    assert_eq!(
        types(&events),
        ["badge-load", "badge-report", "badge-verdict"]
    );
    for event in &events {
        assert_eq!(event["target"], "assay-badge");
        assert_eq!([&event["bubbles"], &event["composed"]], [true, true]);
    }
    let size = std::fs::metadata(support::samples().join("minimal.json"))?.len();
    assert_eq!(
        events[0]["detail"],
        json!({"file": "minimal.json", "bytes": size})
    );
    for event in &events[1..] {
        let detail = &event["detail"];
        assert_eq!(detail["verdict"], report["verdict"]);
        assert_eq!(detail["headline"], report["headline"]);
        assert_eq!(detail["report"], report);
        assert_eq!(detail["reports"], json!([report]));
    }
    Ok(())
}

/// A report that says the same again is no new verdict.
#[tokio::test]
async fn the_verdict_is_told_when_it_is_another() -> anyhow::Result<()> {
    let badge = HostedBadge::start()?;
    let browser = open_page_with("verdict", "").await?;
    let network = format!("allow {}", badge.host.host());
    let attributes = json!({"src": badge.host.url("/assertion"), "network": network});
    report_of(&browser, attributes).await?;
    browser
        .wait_for("the verdict", "find('assay-badge').verdict === 'unlisted'")
        .await?;
    browser.evaluate(LISTEN).await?;
    browser.evaluate("find('assay-badge').verify()").await?;
    assert_eq!(types(&heard(&browser).await?), ["badge-report"]);
    badge.host.reply("/assertion", Reply::json("").status(410));
    browser.evaluate("find('assay-badge').verify()").await?;
    // What the host says now may lead to more questions, and so to more reports.
    let events = heard(&browser).await?;
    assert_eq!(types(&events)[..2], ["badge-report", "badge-verdict"]);
    assert_eq!(events[1]["detail"]["verdict"], "revoked");
    // Of another file it is told, even if it is the same.
    for file in ["minimal", "unlisted-issuer"] {
        let set = "(find('assay-badge').src = given[0], find('assay-badge').ready)";
        let report = browser.evaluate_with(set, vec![sample(file)]).await?;
        assert_eq!(report["verdict"], "unlisted");
        let mut events = heard(&browser).await?;
        events.retain(|event| !event.to_string().contains("/assertion"));
        assert_eq!(
            types(&events),
            ["badge-load", "badge-report", "badge-verdict"],
            "{events:#?}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn an_error_says_why_there_is_nothing_to_show() -> anyhow::Result<()> {
    let files: [(&str, &[u8]); 1] = [("empty.json", b"{}")];
    let browser = open_page_with_files("errors", "", &files).await?;
    browser.evaluate(LISTEN).await?;
    report_of(&browser, json!({"src": "nowhere.json"})).await?;
    let events = heard(&browser).await?;
    assert_eq!(
        types(&events),
        ["badge-report", "badge-verdict", "badge-error"]
    );
    let detail = &events[2]["detail"];
    assert_eq!(detail["code"], "not-loaded");
    assert_eq!(detail["report"]["verdict"], "unreadable");
    let message = detail["message"].as_str().unwrap_or_default();
    assert!(
        message.contains("There is no badge file at the address"),
        "{message}"
    );

    report_of(&browser, json!({"src": "empty.json"})).await?;
    let events = heard(&browser).await?;
    assert_eq!(
        types(&events),
        ["badge-load", "badge-report", "badge-verdict", "badge-error"]
    );
    assert_eq!(
        events[3]["detail"]["code"],
        events[3]["detail"]["report"]["problem"]["code"]
    );
    Ok(())
}

/// Where the program can't be had, the page's own content stays, and `ready` is kept all the same.
#[tokio::test]
async fn without_the_program_the_pages_content_stays() -> anyhow::Result<()> {
    let broken = "const { instantiate, instantiateStreaming } = WebAssembly; \
        WebAssembly.instantiate = WebAssembly.instantiateStreaming = \
            () => Promise.reject(new Error('no wasm here')); \
        document.addEventListener('mend', () => \
            Object.assign(WebAssembly, { instantiate, instantiateStreaming }));";
    let body = "<script src=broken.js></script>";
    let files = [("broken.js", broken.as_bytes())];
    let browser = open_page_with_files("no-program", body, &files).await?;
    browser.evaluate(LISTEN).await?;
    let without = "(async () => { const badge = document.createElement('assay-badge'); \
        badge.textContent = 'My badge'; badge.src = given[0]; document.body.append(badge); \
        const report = await badge.ready; const seen = badge.innerText; \
        return [report, seen, badge.matches(':state(loading)')]; })()";
    let seen = browser
        .evaluate_with(without, vec![sample("minimal")])
        .await?;
    assert_eq!(seen, json!([null, "My badge", false]));
    let events = heard(&browser).await?;
    assert_eq!(types(&events), ["badge-error"]);
    let expected = json!({"code": "no-program", "message": "no wasm here", "report": null});
    assert_eq!(events[0]["detail"], expected);
    // The next attempt may succeed.
    browser
        .evaluate("document.dispatchEvent(new Event('mend'))")
        .await?;
    let report = browser.evaluate("find('assay-badge').load()").await?;
    assert_eq!(report["verdict"], "unlisted");
    Ok(())
}

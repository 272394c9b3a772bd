//! The examples of `samples/embed`: the badge in each framework.
//!
//! `cargo xtask test` builds those that have to be built first, so these are left out of other runs.

mod support;

use browser_tests::{ANY_PORT, Browser, StaticServer, built_examples, built_page};
use support::{open_site, samples, site};

/// The example's site, opened.
async fn open(example: &str) -> anyhow::Result<Browser> {
    let site = built_examples()?.join(example).join("dist");
    let browser = Browser::with_site(StaticServer::new(site)).await?;
    browser.open("/").await?;
    Ok(browser)
}

/// Both badges show their verdicts, the one by its address and the one by its property; the
/// application has heard of the first; and the program was fetched once.
async fn shows_its_badges(example: &str) -> anyhow::Result<()> {
    let browser = open(example).await?;
    for (badge, verdict) in [("by-address", "genuine"), ("by-property", "expired")] {
        let there = format!("find('#{badge}').report?.verdict === '{verdict}'");
        browser.wait_for(badge, &there).await?;
    }
    let heard = "find('output').textContent.startsWith('Genuine, from Northfield University')";
    browser.wait_for("what the event says", heard).await?;
    let requests = browser.site().requests();
    let programs = requests.iter().filter(|request| request.ends_with(".wasm"));
    assert_eq!(programs.count(), 1, "{requests:?}");
    assert_eq!(browser.console_errors_and_warnings().await?, [""; 0]);
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
#[ignore = "wants the built examples"]
async fn in_react() -> anyhow::Result<()> {
    shows_its_badges("react").await
}

#[tokio::test]
#[ignore = "wants the built examples"]
async fn in_vue() -> anyhow::Result<()> {
    shows_its_badges("vue").await
}

#[tokio::test]
#[ignore = "wants the built examples"]
async fn in_svelte() -> anyhow::Result<()> {
    shows_its_badges("svelte").await
}

#[tokio::test]
#[ignore = "wants the built examples"]
async fn in_another_yew_application() -> anyhow::Result<()> {
    let browser = open("yew").await?;
    browser
        .wait_for("the card", "find('.assay')?.dataset.verdict === 'genuine'")
        .await?;
    let heard = "find('output').textContent.startsWith('Genuine, from Northfield University')";
    browser.wait_for("what the callback says", heard).await?;
    assert_eq!(browser.console_errors().await?, [""; 0]);
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    Ok(())
}

/// The example's page with the addresses of this test in place of those that it has for its reader, at an
/// origin of its own like the badge and Assay's page.
#[tokio::test]
async fn in_a_frame() -> anyhow::Result<()> {
    let example = samples().join("embed/frame");
    let text = |file: &str| std::fs::read_to_string(example.join(file));
    let badge = std::fs::read(samples().join("rich-genuine.json"))?;
    let portfolio = open_site("framed-badge", &[("badge.json", &badge)])?;
    let assay = StaticServer::new(built_page()?).start(ANY_PORT)?;
    let encoded = |url: &str| url.replace(':', "%3A").replace('/', "%2F");
    let html = text("index.html")?
        .replace(
            &encoded("https://portfolio.example/"),
            &encoded(&portfolio.url("")),
        )
        .replace("https://badges.example/assay/0.1.0/", &assay.url(""));
    assert!(!html.contains(".example"), "{html}");
    let (style, script) = (text("frame.css")?, text("frame.js")?);
    let files: [(&str, &[u8]); 3] = [
        ("index.html", html.as_bytes()),
        ("frame.css", style.as_bytes()),
        ("frame.js", script.as_bytes()),
    ];
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src {}",
        assay.url("")
    );
    let site = site("frame", &files)?.header("content-security-policy", &policy)?;
    let browser = Browser::with_site(site).await?;
    browser.open("/").await?;
    browser
        .wait_for("a height from the frame", "find('iframe').style.height")
        .await?;
    browser.client().enter_frame(0).await?;
    browser
        .wait_for("the card", "find('.assay')?.dataset.verdict === 'unlisted'")
        .await?;
    let shown = browser
        .evaluate("document.scrollingElement.scrollHeight")
        .await?;
    browser.client().enter_parent_frame().await?;
    let fits = format!("find('iframe').clientHeight === {shown}");
    browser
        .wait_for("the frame as high as its card", &fits)
        .await?;
    assert_eq!(browser.console_errors().await?, [""; 0]);
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    Ok(())
}

//! Badges that an address carries: no server is sent them, and no question is needed.

mod support;

use std::path::PathBuf;

use browser_tests::Browser;
use serde_json::json;
use support::{PNG, checking_page, newest_verdict, open_page, samples, site};

/// The part of an address that carries these bytes, made by the browser.
async fn carrying(browser: &Browser, bytes: &[u8]) -> anyhow::Result<String> {
    let encoded = browser
        .evaluate_with(
            "btoa(String.fromCharCode(...given[0]))\
             .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')",
            vec![json!(bytes)],
        )
        .await?;
    Ok(format!("#badge={}", encoded.as_str().unwrap_or_default()))
}

fn badge() -> anyhow::Result<Vec<u8>> {
    Ok(std::fs::read(samples().join("minimal.json"))?)
}

#[tokio::test]
async fn the_pages_own_address_can_carry_a_badge() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let fragment = carrying(&browser, &badge()?).await?;
    browser.open("/samples/embed.html").await?;
    // Firefox tells of a program that is still on its way when its page is left.
    let has_verdict = "find('assay-badge').verdict";
    browser.wait_for("a verdict", has_verdict).await?;
    browser.open(&format!("/{fragment}")).await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unlisted");
    let text = browser.text().await?;
    assert!(
        text.contains("Carried by the link that you followed"),
        "{text}"
    );
    assert_eq!(
        browser.evaluate("find('.link-question')").await?,
        json!(null)
    );
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    let requests = browser.site().requests();
    assert!(
        requests.iter().all(|it| !it.contains("badge=")),
        "{requests:?}"
    );

    // A browser that is given another fragment loads nothing.
    let other = carrying(&browser, PNG).await?;
    browser
        .evaluate_with("void (location.hash = given[0])", vec![json!(other)])
        .await?;
    assert_eq!(newest_verdict(&browser, 2).await?, "unreadable");
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn such_a_link_can_be_pasted_whatever_page_it_leads_to() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let fragment = carrying(&browser, &badge()?).await?;
    browser
        .paste(&format!("https://assay.example/folder/{fragment}"))
        .await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unlisted");
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn an_address_that_is_damaged_or_too_long_says_so() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let long = format!("#badge={}", "A".repeat(70_000));
    for (count, (fragment, words)) in (1..).zip([
        ("#badge=e", "is damaged: a part of it is missing or altered"),
        (&*long, "is longer than the 64 KiB that we read"),
    ]) {
        browser
            .evaluate_with("void (location.hash = given[0])", vec![json!(fragment)])
            .await?;
        assert_eq!(newest_verdict(&browser, count).await?, "unreadable");
        let text = browser.text().await?;
        assert!(text.contains(words), "{text}");
    }
    Ok(())
}

/// An element that was handed its badge leads to the page with the badge carried along; what is too large
/// for that is to be saved.
#[tokio::test]
async fn an_element_without_an_address_carries_its_badge_to_the_check() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let show = "new Promise(resolve => { \
        const element = document.createElement('assay-badge'); \
        element.addEventListener('badge-verdict', () => resolve(), { once: true }); \
        element.loading = 'eager'; element.credential = given[0]; document.body.prepend(element); })";
    let text = String::from_utf8(badge()?)?;
    browser.evaluate_with(show, vec![json!(text)]).await?;
    browser
        .wait_for("the link", "find('.independent a')")
        .await?;
    let href = browser.evaluate("find('.independent a').href").await?;
    let href = href.as_str().unwrap_or_default().to_owned();
    let path = href.strip_prefix(&browser.site().url("/"));
    let path = path.unwrap_or_else(|| panic!("{href}"));
    assert!(path.starts_with("#badge=ew"), "{path}");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("carried");
    browser.download_to(&folder).await?;
    browser.evaluate("find('.save-file').click()").await?;
    assert_eq!(
        browser.downloaded(&folder, "credential.json").await?,
        badge()?
    );

    let other = Browser::start().await?;
    other.open(&format!("/{path}")).await?;
    assert_eq!(newest_verdict(&other, 1).await?, "unlisted");

    let large = format!("{text}{}", " ".repeat(70_000));
    browser.evaluate("find('assay-badge').remove()").await?;
    browser.evaluate_with(show, vec![json!(large)]).await?;
    browser
        .wait_for(
            "a word on its size",
            "text(find('.independent')).includes('too large for a link to carry')",
        )
        .await?;
    let href = browser.evaluate("find('.independent a').href").await?;
    assert_eq!(href, browser.site().url("/"));
    Ok(())
}

/// The same address with `embed` in it shows the badge in a frame.
#[tokio::test]
async fn a_frame_can_carry_its_badge() -> anyhow::Result<()> {
    let checker = checking_page()?;
    let maker = open_page().await?;
    let fragment = carrying(&maker, &badge()?).await?;
    let frame = |fragment: &str| {
        let src = format!("{}?embed&amp;layout=compact{fragment}", checker.url("/"));
        format!("<iframe title=\"Badge\" src=\"{src}\"></iframe>")
    };
    let page = format!(
        "<!doctype html><html lang=\"en\"><title>Portfolio</title><link rel=\"icon\" href=\"data:,\">{}{}",
        frame(&fragment),
        frame("#badge=e"),
    );
    let page = site("carried-host", &[("index.html", page.as_bytes())])?;
    let browser = Browser::with_site(page).await?;
    browser.open("/").await?;
    browser.client().enter_frame(0).await?;
    browser
        .wait_for(
            "its verdict",
            "find('.assay')?.dataset.verdict === 'unlisted'",
        )
        .await?;
    let href = browser.evaluate("find('.row-actions a').href").await?;
    assert_eq!(href, format!("{}{fragment}", checker.url("/")));
    browser.client().enter_parent_frame().await?;
    browser.client().enter_frame(1).await?;
    browser
        .wait_for(
            "a word",
            "text().includes('a part of it is missing or altered')",
        )
        .await?;
    let requests = checker.requests();
    assert!(
        requests.iter().all(|it| !it.contains("badge=")),
        "{requests:?}"
    );
    Ok(())
}

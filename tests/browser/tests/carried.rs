//! Badges that an address carries: no server is sent them, and no question is needed.

mod support;

use browser_tests::Browser;
use serde_json::json;
use support::{PNG, newest_verdict, open_page, samples};

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

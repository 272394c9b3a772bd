//! The harness itself: what it should notice it notices. Tried on a little page of its own.

use std::path::{Path, PathBuf};
use std::time::Duration;

use browser_tests::{Browser, ColourScheme, StaticServer};
use serde_json::json;

#[tokio::test]
async fn hands_a_file_to_an_input_inside_a_shadow_root() -> anyhow::Result<()> {
    let browser = open_page().await?;
    browser.upload("input[type=file]", sample_file()?).await?;
    browser
        .wait_for("the chosen file", "text().includes('sample.txt: contents')")
        .await
}

#[tokio::test]
async fn drops_a_file() -> anyhow::Result<()> {
    let browser = open_page().await?;
    browser.drop_file("file-taker", sample_file()?).await?;
    browser
        .wait_for(
            "the dropped file",
            "text().includes('sample.txt: contents')",
        )
        .await
}

#[tokio::test]
async fn reads_the_text_that_is_shown_and_no_other() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let text = browser.text().await?;
    assert!(
        text.contains("slotted") && text.contains("nothing yet"),
        "{text}"
    );
    assert!(!text.contains("never shown"), "{text}");
    Ok(())
}

#[tokio::test]
async fn a_page_that_is_not_there_does_not_open() -> anyhow::Result<()> {
    let browser = Browser::with_site(StaticServer::new(page())).await?;
    assert!(browser.open("/no-such-page.html").await.is_err());
    Ok(())
}

#[tokio::test]
async fn waiting_in_vain_says_for_what() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let waited = browser
        .wait_at_most(Duration::from_millis(200), "the moon", "find('moon')")
        .await;
    let message = waited.map_or_else(|error| error.to_string(), |()| String::new());
    assert!(message.contains("the moon"), "{message}");
    assert!(message.contains("the page reads: \n"), "{message}");
    Ok(())
}

#[tokio::test]
async fn sets_the_viewport_and_notices_overflow() -> anyhow::Result<()> {
    let browser = open_page().await?;
    browser.set_viewport(360, 740).await?;
    let width = browser.evaluate("document.documentElement.clientWidth");
    assert_eq!(width.await?, json!(360));
    assert_eq!(browser.sideways_overflow().await?, 0);
    browser.evaluate("find('main').className = 'wide'").await?;
    assert!(browser.sideways_overflow().await? > 100);
    Ok(())
}

#[tokio::test]
async fn sets_the_colour_scheme() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let is_dark = "matchMedia('(prefers-color-scheme: dark)').matches";
    browser.set_colour_scheme(ColourScheme::Dark).await?;
    assert_eq!(browser.evaluate(is_dark).await?, json!(true));
    browser.set_colour_scheme(ColourScheme::Light).await?;
    assert_eq!(browser.evaluate(is_dark).await?, json!(false));
    Ok(())
}

#[tokio::test]
async fn takes_a_picture_of_the_whole_page() -> anyhow::Result<()> {
    let browser = open_page().await?;
    browser.set_viewport(360, 740).await?;
    let file = temporary_folder().join("page.png");
    browser.screenshot(&file).await?;
    let picture = std::fs::read(file)?;
    assert!(picture.starts_with(b"\x89PNG"));
    // A PNG file's width and height stand at bytes 16 to 24.
    assert_eq!(picture[16..20], 360_u32.to_be_bytes());
    assert!(picture[20..24] > 2000_u32.to_be_bytes()[..]);
    Ok(())
}

#[tokio::test]
async fn notices_console_errors_every_time_it_is_asked() -> anyhow::Result<()> {
    let browser = open_page().await?;
    assert_eq!(browser.console_errors().await?, [""; 0]);
    browser.evaluate("console.error('a mishap')").await?;
    for _ in 0..2 {
        let errors = browser.console_errors().await?;
        assert!(
            errors.len() == 1 && errors[0].contains("a mishap"),
            "{errors:?}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn notices_a_violation_of_the_content_security_policy() -> anyhow::Result<()> {
    let site = StaticServer::new(page()).header("content-security-policy", "script-src 'none'")?;
    let browser = Browser::with_site(site).await?;
    browser.open("/").await?;
    let errors = browser.console_errors().await?;
    assert!(
        errors
            .iter()
            .any(|error| error.replace('-', " ").contains("Content Security Policy")),
        "{errors:?}"
    );
    Ok(())
}

#[tokio::test]
async fn notices_requests_to_outside() -> anyhow::Result<()> {
    let browser = open_page().await?;
    assert!(
        browser
            .requests()
            .await?
            .contains(&browser.site().url("/page.js"))
    );
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    let outside = "https://outside.example/track";
    browser
        .evaluate_with("fetch(given[0]).catch(() => null)", vec![json!(outside)])
        .await?;
    assert_eq!(browser.requests_to_outside().await?, [outside]);
    Ok(())
}

#[tokio::test]
async fn notices_accessibility_violations_inside_a_shadow_root() -> anyhow::Result<()> {
    let browser = open_page().await?;
    assert_eq!(browser.accessibility_violations().await?, [""; 0]);
    browser
        .evaluate("find('label').replaceWith(find('input'))")
        .await?;
    let violations = browser.accessibility_violations().await?;
    assert!(
        violations
            .iter()
            .any(|violation| violation.starts_with("label (critical)")),
        "{violations:?}"
    );
    Ok(())
}

async fn open_page() -> anyhow::Result<Browser> {
    let browser = Browser::with_site(StaticServer::new(page())).await?;
    browser.open("/").await?;
    Ok(browser)
}

fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/harness")
}

fn temporary_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
}

fn sample_file() -> anyhow::Result<PathBuf> {
    let file = temporary_folder().join("sample.txt");
    std::fs::write(&file, "contents")?;
    Ok(file)
}

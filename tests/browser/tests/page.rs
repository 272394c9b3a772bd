//! The built page opens and is sound.

use browser_tests::Browser;

#[tokio::test]
async fn opens_with_a_heading_and_without_errors() -> anyhow::Result<()> {
    let browser = Browser::start().await?;
    browser.open("/").await?;
    browser
        .wait_for("a heading", "text(find('h1')).trim()")
        .await?;
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

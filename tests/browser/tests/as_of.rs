//! A card that answers for another day says so.

mod support;

use serde_json::json;
use support::hosted::{press, report, wait_for_verdict};
use support::{INPUT, assert_accessible, newest_verdict, open_page, samples};

#[tokio::test]
async fn a_card_answers_for_another_day() -> anyhow::Result<()> {
    let browser = open_page().await?;
    browser
        .upload(INPUT, samples().join("minimal.json"))
        .await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unlisted");
    let ask = "(() => { find('.as-of-form input').value = given[0]; \
               find('.as-of-form button').click(); })()";
    browser
        .evaluate_with(ask, vec![json!("2024-06-01")])
        .await?;
    wait_for_verdict(&browser, "not-yet-valid").await?;
    let text = browser.text().await?;
    for expected in [
        "As of 1 June 2024, not today: Genuine, but not valid until 3 February 2025.",
        "This answers for 1 June 2024.",
    ] {
        assert!(text.contains(expected), "{text}");
    }
    let report = report(&browser).await?;
    assert_ne!(report["at"], report["checked_at"]);
    assert!(report["checked_at"].is_string());
    assert_accessible(&browser, "another day").await?;
    press(&browser, ".as-of-form button[type=button]").await?;
    wait_for_verdict(&browser, "unlisted").await?;
    let text = browser.text().await?;
    assert!(!text.contains("not today"), "{text}");
    Ok(())
}

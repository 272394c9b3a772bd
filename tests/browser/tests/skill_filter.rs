//! Several results, and only those with a certain skill.

mod support;

use browser_tests::Browser;
use serde_json::{Value, json};
use support::{INPUT, assert_accessible, newest_verdict, open_page, samples};

async fn drop_badge(browser: &Browser, file: &str, count: usize) -> anyhow::Result<()> {
    browser.upload(INPUT, samples().join(file)).await?;
    newest_verdict(browser, count).await.map(drop)
}

/// The names of the results that are shown.
async fn shown(browser: &Browser) -> anyhow::Result<Value> {
    browser
        .evaluate(
            "findAll('.results > li').filter(li => !li.hidden)\
             .map(li => li.querySelector('.file-name').textContent)",
        )
        .await
}

async fn press(browser: &Browser, skill: &str) -> anyhow::Result<()> {
    browser
        .evaluate_with(
            "findAll('.filter-chip').find(chip => chip.textContent.includes(given[0])).click()",
            vec![json!(skill)],
        )
        .await
        .map(drop)
}

#[tokio::test]
async fn results_can_be_filtered_by_skill_and_a_new_one_is_never_hidden() -> anyhow::Result<()> {
    let browser = open_page().await?;
    drop_badge(&browser, "rich-genuine.json", 1).await?;
    drop_badge(&browser, "minimal.json", 2).await?;
    assert_eq!(
        browser.evaluate("find('.skill-filter')").await?,
        json!(null),
        "there is one badge with skills, so nothing to choose"
    );
    drop_badge(&browser, "rich-genuine.json", 3).await?;
    browser
        .wait_for("the chips", "find('.filter-chip')")
        .await?;
    assert_accessible(&browser, "the filter").await?;
    press(&browser, "Python (computer programming)").await?;
    assert_eq!(
        shown(&browser).await?,
        json!(["rich-genuine.json", "rich-genuine.json"])
    );
    let pressed = "find('[aria-pressed=true]').textContent";
    let pressed = browser.evaluate(pressed).await?;
    assert!(
        pressed.as_str().unwrap_or_default().contains("2 badges"),
        "{pressed}"
    );
    assert_accessible(&browser, "the filter in use").await?;
    press(&browser, "Python (computer programming)").await?;
    assert_eq!(shown(&browser).await?.as_array().map(Vec::len), Some(3));

    press(&browser, "Python (computer programming)").await?;
    drop_badge(&browser, "minimal.json", 4).await?;
    assert_eq!(shown(&browser).await?.as_array().map(Vec::len), Some(4));
    // What an altered badge claims is no skill to choose by.
    drop_badge(&browser, "altered.json", 5).await?;
    press(&browser, "Python (computer programming)").await?;
    assert_eq!(shown(&browser).await?.as_array().map(Vec::len), Some(2));
    Ok(())
}

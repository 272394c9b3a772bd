//! What a page puts into `<assay-badge>`: its own content, what is seen meanwhile, and its buttons.

mod support;

use browser_tests::Browser;
use serde_json::json;
use support::embedding::{SAMPLES, open_page_with, open_page_with_files};

/// Whether a reader sees it.
async fn is_seen(browser: &Browser, selector: &str) -> anyhow::Result<bool> {
    let seen = format!("document.querySelector('{selector}').checkVisibility()");
    Ok(browser.evaluate(&seen).await? == true)
}

#[tokio::test]
async fn the_pages_content_is_seen_until_the_card_is_drawn() -> anyhow::Result<()> {
    let body = format!(
        "<div class=space></div>\
         <assay-badge src={SAMPLES}/minimal.json><a href=x>My badge</a></assay-badge>"
    );
    let browser = open_page_with("fallback", &body).await?;
    assert!(is_seen(&browser, "assay-badge > a").await?);
    browser.evaluate("find('assay-badge').load()").await?;
    browser.wait_for("the card", "find('.headline')").await?;
    assert!(!is_seen(&browser, "assay-badge > a").await?);
    // Without the element's file it is seen again.
    browser
        .evaluate("find('assay-badge').removeAttribute('src')")
        .await?;
    browser.wait_for("no card", "!find('.headline')").await?;
    assert!(is_seen(&browser, "assay-badge > a").await?);
    Ok(())
}

#[tokio::test]
async fn pending_is_seen_while_the_badge_is_checked() -> anyhow::Result<()> {
    let body = format!(
        "<div class=space></div><assay-badge src={SAMPLES}/minimal.json><a href=x>My badge</a>\
         <p slot=pending hidden>One moment</p></assay-badge>"
    );
    let browser = open_page_with("pending", &body).await?;
    assert!(is_seen(&browser, "assay-badge > a").await?);
    assert!(!is_seen(&browser, "[slot=pending]").await?);
    let meanwhile = "(async () => { const badge = find('assay-badge'); const ready = badge.load(); \
        await null; await null; \
        const seen = [...badge.children].map(child => child.checkVisibility()); \
        await ready; return seen; })()";
    assert_eq!(browser.evaluate(meanwhile).await?, json!([false, true]));
    assert!(!is_seen(&browser, "[slot=pending]").await?);
    assert!(!is_seen(&browser, "assay-badge > a").await?);
    Ok(())
}

#[tokio::test]
async fn actions_stand_under_the_card_and_work() -> anyhow::Result<()> {
    let body = format!(
        "<assay-badge src={SAMPLES}/minimal.json><button slot=actions>Share</button></assay-badge>"
    );
    let browser = open_page_with("actions", &body).await?;
    browser.evaluate("find('assay-badge').ready").await?;
    browser.wait_for("the card", "find('.card')").await?;
    let is_below = "find('[slot=actions]').getBoundingClientRect().top \
        >= find('.card').getBoundingClientRect().bottom";
    browser.wait_for("the button below", is_below).await?;
    let press = "new Promise(resolve => { const button = find('[slot=actions]'); \
        button.addEventListener('click', () => resolve('pressed')); button.click(); })";
    assert_eq!(browser.evaluate(press).await?, "pressed");
    Ok(())
}

/// However a page styles what it puts in, none of it lies over the verdict.
#[tokio::test]
async fn nothing_that_is_slotted_lies_over_the_verdict() -> anyhow::Result<()> {
    let styles = ".over { background: red; inset: 0; position: fixed; z-index: 2147483647; } \
        .up { background: red; block-size: 900px; inline-size: 900px; margin-block-start: -800px; \
              position: relative; z-index: 9; } \
        .moved { background: red; block-size: 900px; inline-size: 900px; transform: translateY(-500px); }";
    let mut body = "<link rel=stylesheet href=over.css>".to_owned();
    for layout in ["card", "compact", "full", "inline"] {
        body +=
            &format!("<p><assay-badge layout={layout} src={SAMPLES}/minimal.json loading=eager>");
        for class in ["over", "up", "moved"] {
            body += &format!("<b slot=actions class={class}>Genuine</b>");
        }
        body += "</assay-badge></p>";
    }
    let files = [("over.css", styles.as_bytes())];
    let browser = open_page_with_files("over", &body, &files).await?;
    browser
        .wait_for(
            "the cards",
            "findAll('assay-badge').every(badge => badge.report)",
        )
        .await?;
    let verdict_on_top = "findAll('assay-badge').map(badge => { \
        const root = badge.shadowRoot; \
        const verdict = root.querySelector('.headline') ?? root.querySelector('.badge-chip'); \
        verdict.scrollIntoView({ block: 'center' }); \
        const { left, top, width, height } = verdict.getBoundingClientRect(); \
        return [0.02, 0.3, 0.6, 0.95].every(part => { \
            const at = root.elementFromPoint(left + width * part, top + height / 2); \
            return verdict.contains(at) || at === verdict; }); })";
    browser
        .wait_for("the headlines", "findAll('.headline').length >= 3")
        .await?;
    assert_eq!(
        browser.evaluate(verdict_on_top).await?,
        json!([true, true, true, true])
    );
    Ok(())
}

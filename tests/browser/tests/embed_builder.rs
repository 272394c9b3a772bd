//! The embed builder: the code that it gives, put into somebody's page, shows the badge.

mod support;

use browser_tests::Browser;
use serde_json::json;
use support::{
    INPUT, assert_accessible, checking_page, newest_verdict, open_page, open_site, press_sample,
    samples, site,
};

/// The page with this sample as a person's own file, the builder open.
async fn open_builder(file: &str) -> anyhow::Result<Browser> {
    let browser = open_page().await?;
    browser.upload(INPUT, samples().join(file)).await?;
    newest_verdict(&browser, 1).await?;
    unfold(&browser).await?;
    Ok(browser)
}

async fn unfold(browser: &Browser) -> anyhow::Result<()> {
    browser.evaluate("find('.share > summary').click()").await?;
    browser
        .wait_for("the preview", "find('.preview .assay')?.dataset.verdict")
        .await
}

async fn choose(browser: &Browser, name: &str, option: &str) -> anyhow::Result<()> {
    browser
        .evaluate_with(
            "(() => { const select = find(`select[name=${given[0]}]`); \
             select.selectedIndex = [...select.options].findIndex(it => it.text === given[1]); \
             select.dispatchEvent(new Event('change', { bubbles: true })); })()",
            vec![json!(name), json!(option)],
        )
        .await
        .map(drop)
}

async fn code(browser: &Browser) -> anyhow::Result<String> {
    let code = browser
        .evaluate("find('.code-field textarea')?.value")
        .await?;
    Ok(code.as_str().unwrap_or_default().to_owned())
}

async fn write_address(browser: &Browser, address: &str) -> anyhow::Result<()> {
    browser
        .evaluate_with(
            "(() => { const field = find('.embed-address'); field.value = given[0]; \
             field.dispatchEvent(new InputEvent('input', { bubbles: true })); })()",
            vec![json!(address)],
        )
        .await
        .map(drop)
}

/// A page of somebody else's with this code in it.
async fn page_with(name: &str, code: &str) -> anyhow::Result<Browser> {
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Portfolio</title>\
         <link rel=\"icon\" href=\"data:,\"><main><h1>Portfolio</h1>\n{code}</main>"
    );
    let browser = Browser::with_site(site(name, &[("index.html", page.as_bytes())])?).await?;
    browser.open("/").await?;
    Ok(browser)
}

#[tokio::test]
async fn the_code_for_a_frame_shows_the_badge_as_high_as_it_is() -> anyhow::Result<()> {
    let badge = std::fs::read(samples().join("minimal.json"))?;
    let badges = open_site("builder-badges", &[("minimal.json", &badge)])?;
    let browser = open_builder("minimal.json").await?;
    let address = badges.url("/minimal.json");
    write_address(&browser, &address).await?;
    choose(&browser, "layout", "Everything").await?;
    browser
        .wait_for(
            "the preview in that layout",
            "find('.preview .assay').dataset.layout === 'full'",
        )
        .await?;
    assert_eq!(badges.requests(), [""; 0], "the builder asks nobody");
    assert_accessible(&browser, "the embed builder").await?;
    browser.set_viewport(320, 800).await?;
    assert_eq!(browser.sideways_overflow().await?, 0);

    browser.allow_clipboard().await?;
    browser.find(".copy-code").await?.click().await?;
    browser
        .wait_for(
            "a word on it",
            "text(find('.code-field')).includes('Copied.')",
        )
        .await?;
    let copied = browser.evaluate("navigator.clipboard.readText()").await?;
    let code = code(&browser).await?;
    assert_eq!(copied, code);

    let portfolio = page_with("builder-frame", &code).await?;
    portfolio
        .wait_for(
            "a frame as high as a whole card",
            "parseFloat(document.querySelector('iframe').style.height) > 960",
        )
        .await?;
    assert_accessible(&portfolio, "the page with the frame").await?;
    portfolio.client().enter_frame(0).await?;
    portfolio
        .wait_for(
            "its verdict",
            "find('.assay')?.dataset.verdict === 'unlisted'",
        )
        .await?;
    assert_eq!(badges.requests(), ["GET /minimal.json"]);
    let scrolls = "document.scrollingElement.scrollHeight > document.scrollingElement.clientHeight";
    portfolio
        .wait_for("no scrolling", &format!("!({scrolls})"))
        .await
}

#[tokio::test]
async fn the_code_with_the_script_shows_the_badge() -> anyhow::Result<()> {
    let badge = std::fs::read(samples().join("minimal.json"))?;
    let badges = open_site("builder-script-badges", &[("minimal.json", &badge)])?;
    let browser = open_builder("minimal.json").await?;
    let address = badges.url("/minimal.json");
    write_address(&browser, &address).await?;
    choose(&browser, "way", "With a script").await?;
    choose(&browser, "layout", "One row").await?;
    choose(&browser, "color-scheme", "Dark").await?;
    let code = code(&browser).await?;
    let element = format!(
        "<assay-badge src=\"{address}\" layout=\"compact\" style=\"color-scheme: dark\">\n  \
         <a href=\"{address}\">First Aid at Work</a>\n</assay-badge>"
    );
    assert!(code.ends_with(&element), "{code}");
    assert!(code.contains("/assay.js\"></script>"), "{code}");
    let served = checking_page()?;
    let code = code.replace(&browser.site().url("/"), &served.url("/"));
    let portfolio = page_with("builder-script", &code).await?;
    portfolio
        .wait_for(
            "its verdict",
            "find('.assay')?.dataset.verdict === 'unlisted'",
        )
        .await?;
    assert_eq!(
        portfolio.evaluate("find('.assay').dataset.layout").await?,
        "compact"
    );
    Ok(())
}

/// The address is the one that the badge came from, and without one a frame can carry it.
#[tokio::test]
async fn what_the_builder_knows_of_the_address() -> anyhow::Result<()> {
    let badge = std::fs::read(samples().join("minimal.json"))?;
    let badges = open_site("builder-link", &[("minimal.json", &badge)])?;
    let url = badges.url("/minimal.json");
    let browser = open_page().await?;
    browser.paste(&url).await?;
    browser
        .wait_for("the question", "find('.link-allow')")
        .await?;
    browser.evaluate("find('.link-allow').click()").await?;
    newest_verdict(&browser, 1).await?;
    unfold(&browser).await?;
    let address = browser.evaluate("find('.embed-address').value").await?;
    assert_eq!(address, url);
    assert!(code(&browser).await?.contains("<assay-badge src="));

    write_address(&browser, "").await?;
    browser.wait_for("a word", "!find('.code-field')").await?;
    let text = browser.text().await?;
    assert!(
        text.contains("the badge needs an address on the web"),
        "{text}"
    );
    choose(&browser, "way", "In a frame").await?;
    browser.wait_for("the code", "find('.code-field')").await?;
    assert!(code(&browser).await?.contains("/?embed#badge=ew"));
    write_address(&browser, "badge.json").await?;
    browser.wait_for("a word", "!find('.code-field')").await?;
    let text = browser.text().await?;
    assert!(text.contains("Write the whole address"), "{text}");
    Ok(())
}

#[tokio::test]
async fn linkedin_is_offered_where_it_makes_sense() -> anyhow::Result<()> {
    let browser = open_builder("minimal.json").await?;
    let link =
        "(() => { const a = find('.linkedin a'); return a && [a.href, a.target, a.rel]; })()";
    let link = browser.evaluate(link).await?;
    let href = link[0].as_str().unwrap_or_default();
    assert!(
        href.starts_with(
            "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&name=First%20Aid"
        ),
        "{href}"
    );
    assert_eq!(link[1], "_blank");
    assert!(link[2].as_str().unwrap_or_default().contains("noopener"));
    let text = browser.text().await?;
    assert!(text.contains("This leaves Assay."), "{text}");
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);

    // It can be put on a page, but is nothing for a profile.
    browser
        .upload(INPUT, samples().join("expired.json"))
        .await?;
    newest_verdict(&browser, 2).await?;
    unfold(&browser).await?;
    let newest = "find('.results > li .linkedin')";
    assert_eq!(browser.evaluate(newest).await?, json!(null));
    Ok(())
}

#[tokio::test]
async fn neither_for_samples_nor_for_what_nobody_vouches_for() -> anyhow::Result<()> {
    let browser = open_page().await?;
    press_sample(&browser, "Everything in order").await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "genuine");
    assert_eq!(browser.evaluate("find('.share')").await?, json!(null));
    browser
        .upload(INPUT, samples().join("altered.json"))
        .await?;
    assert_eq!(newest_verdict(&browser, 2).await?, "invalid");
    assert_eq!(browser.evaluate("find('.share')").await?, json!(null));
    Ok(())
}

//! A picture of the page's own that `<assay-badge>` reads the badge from.

mod support;

use assay::carrier::bake::bake;
use assay::policy::Bounds;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use browser_tests::{ANY_PORT, Browser, StaticServer};
use serde_json::json;
use support::embedding::{open_page_with_files, was_asked_for};
use support::{PNG, SVG, samples, site};

/// A picture with the sample in it.
fn baked(picture: &[u8]) -> anyhow::Result<Vec<u8>> {
    let badge = std::fs::read(samples().join("minimal.json"))?;
    bake(picture, &badge, &Bounds::default()).map_err(|why| anyhow::anyhow!("{why:?}"))
}

/// Whether the page's picture is seen.
async fn is_picture_seen(browser: &Browser) -> anyhow::Result<bool> {
    let seen = browser
        .evaluate("document.querySelector('img').checkVisibility()")
        .await?;
    Ok(seen == true)
}

#[tokio::test]
async fn a_pictures_badge_is_shown_beside_the_picture() -> anyhow::Result<()> {
    let (png, svg) = (baked(PNG)?, baked(SVG)?);
    let files = [("badge.png", &*png), ("badge.svg", &*svg)];
    for (name, carrier) in [("badge.png", "png"), ("badge.svg", "svg")] {
        // In a link, as pages have it.
        let body = format!(
            "<assay-badge><a href={name}><img src={name} alt='First aid' width=64></a></assay-badge>"
        );
        let browser = open_page_with_files(carrier, &body, &files).await?;
        let report = browser.evaluate("find('assay-badge').ready").await?;
        assert_eq!(report["verdict"], "unlisted", "{name}");
        assert_eq!(report["carrier"], carrier);
        assert_eq!(report["file"], name);
        browser.wait_for("the card", "find('.headline')").await?;
        assert!(is_picture_seen(&browser).await?);
        let apart = "find('img').getBoundingClientRect().bottom \
            <= find('.card').getBoundingClientRect().top";
        assert_eq!(browser.evaluate(apart).await?, true, "above the card");
        // The file that the link to the independent check names is the picture.
        let link = browser.evaluate("find('.independent a').href").await?;
        assert!(
            link.as_str()
                .unwrap_or_default()
                .ends_with(&format!("%2F{name}")),
            "{link}"
        );
        assert_eq!(browser.console_errors().await?, [""; 0]);
    }
    Ok(())
}

#[tokio::test]
async fn a_picture_in_a_data_url_needs_no_request() -> anyhow::Result<()> {
    let url = format!(
        "data:image/png;base64,{}",
        BASE64_STANDARD.encode(baked(PNG)?)
    );
    let body = format!("<assay-badge><img src='{url}' alt='First aid'></assay-badge>");
    let browser = open_page_with_files("data", &body, &[]).await?;
    let report = browser.evaluate("find('assay-badge').ready").await?;
    assert_eq!(report["verdict"], "unlisted");
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn a_picture_without_a_badge_stays_and_that_is_said() -> anyhow::Result<()> {
    let body = "<assay-badge><img src=grey.png alt='First aid'></assay-badge>";
    let browser = open_page_with_files("grey", body, &[("grey.png", PNG)]).await?;
    let report = browser.evaluate("find('assay-badge').ready").await?;
    assert_eq!(report["problem"]["code"], "nothing-baked");
    browser
        .wait_for(
            "the words",
            "text().includes('No badge data found in this file.')",
        )
        .await?;
    assert!(is_picture_seen(&browser).await?);
    Ok(())
}

/// A picture of a host that lets no other page read it is shown by the browser, and can't be read.
#[tokio::test]
async fn a_picture_that_no_page_may_read_stays_and_that_is_said() -> anyhow::Result<()> {
    let png = baked(PNG)?;
    let folder = site("no-cors", &[("badge.png", &*png)])?;
    let host = StaticServer::start(folder, ANY_PORT)?;
    let src = host.url("/badge.png");
    let body = format!("<assay-badge><img src={src} alt='First aid'></assay-badge>");
    let browser = open_page_with_files("cors", &body, &[]).await?;
    let report = browser.evaluate("find('assay-badge').ready").await?;
    assert_eq!(report["problem"]["code"], "not-loaded");
    browser
        .wait_for("the words", "text().includes(\"can't be read\")")
        .await?;
    assert!(is_picture_seen(&browser).await?);
    let is_loaded = "document.querySelector('img').naturalWidth";
    assert_eq!(browser.evaluate(is_loaded).await?, 1);
    Ok(())
}

#[tokio::test]
async fn a_pictures_badge_waits_until_it_is_near() -> anyhow::Result<()> {
    let png = baked(PNG)?;
    let body =
        "<div class=space></div><assay-badge><img src=badge.png alt='First aid'></assay-badge>";
    let browser = open_page_with_files("far", body, &[("badge.png", &*png)]).await?;
    browser
        .evaluate("new Promise(resolve => setTimeout(resolve, 500))")
        .await?;
    assert!(!was_asked_for(&browser, ".wasm"));
    browser.evaluate("find('img').scrollIntoView()").await?;
    browser
        .wait_for("the report", "find('assay-badge').report")
        .await?;
    Ok(())
}

/// Pages put children in late, and change them.
#[tokio::test]
async fn another_picture_is_another_badge() -> anyhow::Result<()> {
    let png = baked(PNG)?;
    let files = [("badge.png", &*png), ("grey.png", PNG)];
    let browser = open_page_with_files("another", "<assay-badge></assay-badge>", &files).await?;
    let script = "(async () => { const badge = find('assay-badge'); \
        const picture = document.createElement('img'); picture.alt = ''; \
        const link = document.createElement('a'); badge.append(link); \
        await null; picture.src = 'badge.png'; link.append(picture); \
        const first = (await badge.ready).verdict; \
        picture.src = 'grey.png'; await null; await null; \
        const second = (await badge.ready).verdict; \
        badge.src = 'badge.png'; const third = await badge.ready; \
        return [first, second, third.verdict]; })()";
    let seen = browser.evaluate(script).await?;
    assert_eq!(seen, json!(["unlisted", "unreadable", "unlisted"]));
    // With an address of its own, the picture is what is seen without JavaScript.
    assert!(!is_picture_seen(&browser).await?);
    Ok(())
}

/// However a page styles its picture, it does not lie over the verdict, which is not about the picture.
#[tokio::test]
async fn the_picture_does_not_lie_over_the_verdict() -> anyhow::Result<()> {
    let png = baked(PNG)?;
    let styles =
        b"img { background: red; block-size: 100vh !important; inset: 0; inline-size: 100vw; \
        position: fixed; z-index: 2147483647 }";
    let body =
        "<link rel=stylesheet href=over.css><assay-badge><img src=badge.png alt=''></assay-badge>";
    let files = [("badge.png", &*png), ("over.css", &styles[..])];
    let browser = open_page_with_files("picture-over", body, &files).await?;
    browser.evaluate("find('assay-badge').ready").await?;
    browser.wait_for("the card", "find('.headline')").await?;
    let on_top = "(() => { const verdict = find('.headline'); verdict.scrollIntoView({ block: 'center' }); \
        const { left, top, width, height } = verdict.getBoundingClientRect(); \
        return verdict.contains(find('assay-badge').shadowRoot \
            .elementFromPoint(left + width / 3, top + height / 2)); })()";
    assert_eq!(browser.evaluate(on_top).await?, true);
    Ok(())
}

/// Of several files for one picture, the one that the browser shows is the badge.
#[tokio::test]
async fn the_file_that_is_shown_is_the_badge() -> anyhow::Result<()> {
    let png = baked(PNG)?;
    let body = "<assay-badge><picture><source srcset=badge.png type=image/png>\
        <img src=grey.png alt='First aid'></picture></assay-badge>";
    let files = [("badge.png", &*png), ("grey.png", PNG)];
    let browser = open_page_with_files("srcset", body, &files).await?;
    browser
        .wait_for(
            "the badge",
            "find('assay-badge').report?.file === 'badge.png'",
        )
        .await?;
    assert_eq!(
        browser.evaluate("find('assay-badge').verdict").await?,
        "unlisted"
    );
    Ok(())
}

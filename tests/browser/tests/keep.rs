//! Saving a badge and putting it into a picture, all in the page.

mod support;

use std::path::{Path, PathBuf};

use assay::carrier::bake::{bake, extract};
use assay::policy::Bounds;
use browser_tests::Browser;
use serde_json::json;
use support::{
    INPUT, PNG, SVG, assert_accessible, file, newest_verdict, open_page, press_sample, samples,
};

/// The page, its downloads in a folder of this test's own.
async fn open(name: &str) -> anyhow::Result<(Browser, PathBuf)> {
    let browser = open_page().await?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("downloads")
        .join(name);
    browser.download_to(&folder).await?;
    Ok((browser, folder))
}

async fn unfold(browser: &Browser) -> anyhow::Result<()> {
    browser
        .evaluate("findAll('.keep').forEach(keep => keep.open = true)")
        .await
        .map(drop)
}

fn baked(picture: &[u8], text: &[u8]) -> anyhow::Result<Vec<u8>> {
    bake(picture, text, &Bounds::default()).map_err(|why| anyhow::anyhow!("{why:?}"))
}

/// White space included, which no signature needs.
#[tokio::test]
async fn out_of_a_picture_comes_what_is_in_it() -> anyhow::Result<()> {
    let (browser, folder) = open("save").await?;
    let badge = std::fs::read_to_string(samples().join("minimal.json"))?;
    let badge = format!("\r\n\t{badge} \n");
    let token = "eyJhbGciOiJFUzI1NiJ9.eyJ0eXBlIjpbIlZlcmlmaWFibGVDcmVkZW50aWFsIl19.AA";
    let address = "https://badges.example/1?a=b&c=d";
    for (number, (picture, text, name)) in [
        (("json.png", PNG), badge.as_str(), "json.json"),
        (("token.svg", SVG), token, "token.jwt"),
        (("address.png", PNG), address, "address.txt"),
    ]
    .into_iter()
    .enumerate()
    {
        let picture = file(picture.0, &baked(picture.1, text.as_bytes())?)?;
        browser.upload(INPUT, picture).await?;
        newest_verdict(&browser, number + 1).await?;
        unfold(&browser).await?;
        browser.evaluate("find('.keep-data').click()").await?;
        let saved = browser.downloaded(&folder, name).await?;
        assert_eq!(String::from_utf8(saved)?, text);
    }
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn into_a_picture_and_back_the_verdict_is_the_same() -> anyhow::Result<()> {
    let (browser, folder) = open("bake").await?;
    let path = samples().join("minimal.json");
    let badge = std::fs::read(&path)?;
    browser.upload(INPUT, path).await?;
    let verdict = newest_verdict(&browser, 1).await?;
    let before = browser.requests().await?.len();
    for (number, (name, picture, saved)) in [
        ("blank.png", PNG, "blank-badge.png"),
        ("blank.svg", SVG, "blank-badge.svg"),
    ]
    .into_iter()
    .enumerate()
    {
        unfold(&browser).await?;
        browser.upload(".keep input", file(name, picture)?).await?;
        browser
            .wait_for("the picture", "find('.keep-picture')")
            .await?;
        assert_accessible(&browser, "a badge in a picture").await?;
        browser.set_viewport(320, 800).await?;
        assert_eq!(browser.sideways_overflow().await?, 0);
        browser.evaluate("find('.keep-picture').click()").await?;
        let bytes = browser.downloaded(&folder, saved).await?;
        let inside = extract(&bytes, &Bounds::default());
        let inside = inside.map_err(|why| anyhow::anyhow!("{why:?}"))?;
        assert_eq!(inside.text, badge);
        browser.upload(INPUT, folder.join(saved)).await?;
        assert_eq!(newest_verdict(&browser, number + 2).await?, verdict);
    }
    assert_eq!(browser.requests().await?.len(), before);
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn a_picture_that_cannot_hold_it_is_said() -> anyhow::Result<()> {
    let browser = open_page().await?;
    press_sample(&browser, "The least a badge can say").await?;
    newest_verdict(&browser, 1).await?;
    unfold(&browser).await?;
    for (path, words) in [
        (file("photo.png", b"\xff\xd8\xff\xe0")?, "Save it as PNG"),
        (
            file("cut.png", &PNG[..40])?,
            "The picture ends in the middle",
        ),
        (
            file("cut.svg", b"<svg>")?,
            "The picture ends in the middle.",
        ),
        (file("page.svg", b"<html>")?, "PNG and SVG can."),
        (
            file("large.png", &vec![b' '; 11 * 1024 * 1024])?,
            "Use a smaller picture.",
        ),
    ] {
        browser.upload(".keep input", path).await?;
        let condition = format!("text(find('.keep')).includes({})", json!(words));
        browser.wait_for(words, &condition).await?;
    }
    assert_eq!(
        browser.evaluate("find('.keep-picture')").await?,
        json!(null)
    );
    Ok(())
}

/// Several credentials stand in one text, which is saved as a whole.
#[tokio::test]
async fn a_file_with_several_is_saved_as_it_is() -> anyhow::Result<()> {
    let (browser, folder) = open("several").await?;
    let path = samples().join("presentation.json");
    browser.upload(INPUT, &path).await?;
    newest_verdict(&browser, 1).await?;
    let places = browser.evaluate("findAll('.keep').length").await?;
    assert_eq!(places, 1);
    unfold(&browser).await?;
    browser.evaluate("find('.keep-data').click()").await?;
    let saved = browser.downloaded(&folder, "presentation.json").await?;
    assert_eq!(saved, std::fs::read(path)?);
    Ok(())
}

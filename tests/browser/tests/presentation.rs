//! A file with several credentials: on the page, and in somebody's own.

mod support;

use browser_tests::Browser;
use serde_json::json;
use support::{INPUT, assert_accessible, file, newest_verdict, open_page, press_sample, samples};

const CARDS: &str = "findAll('.several-cards > li > .assay')";

async fn verdicts(browser: &Browser) -> anyhow::Result<serde_json::Value> {
    let verdicts = format!("{CARDS}.map(card => card.dataset.verdict)");
    browser.evaluate(&verdicts).await
}

#[tokio::test]
async fn a_card_each_under_a_line_on_the_file_and_its_holder() -> anyhow::Result<()> {
    let browser = open_page().await?;
    press_sample(&browser, "Two badges in one file").await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unlisted");
    assert_eq!(verdicts(&browser).await?, json!(["genuine", "unlisted"]));
    let text = browser.text().await?;
    for shown in [
        "2 credentials",
        "The least sure of them is number 2: Genuine signature from",
        "signed that they present them.",
        "This does not show that whoever sent you the file is that person",
        "1 of 2: Data Analysis with Python",
        "2 of 2: First Aid at Work",
        "Genuine, from Northfield University, in force on",
    ] {
        assert!(text.contains(shown), "{shown:?} is not in:\n{text}");
    }
    assert_eq!(browser.console_errors().await?, [""; 0]);
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    for width in [320, 1280] {
        browser.set_viewport(width, 800).await?;
        assert_eq!(browser.sideways_overflow().await?, 0, "{width}");
        assert_accessible(&browser, "two badges in one file").await?;
    }
    Ok(())
}

/// The first card is open; each opens for itself, and the whole file folds to its line.
#[tokio::test]
async fn cards_fold_one_by_one_and_the_file_as_a_whole() -> anyhow::Result<()> {
    let browser = open_page().await?;
    press_sample(&browser, "Two badges in one file").await?;
    newest_verdict(&browser, 1).await?;
    let folded = format!("{CARDS}.map(card => !!card.querySelector('.is-folded'))");
    assert_eq!(browser.evaluate(&folded).await?, json!([false, true]));
    browser
        .evaluate(&format!("{CARDS}[1].querySelector('.fold').click()"))
        .await?;
    browser
        .wait_for("the second card, open", &format!("!({folded})[1]"))
        .await?;
    browser
        .evaluate("find('.several-file .fold').click()")
        .await?;
    browser
        .wait_for("the file, folded", &format!("{CARDS}.length === 0"))
        .await?;
    let text = browser.text().await?;
    assert!(
        text.contains("The least sure of them is number 2"),
        "{text}"
    );
    assert_accessible(&browser, "a folded file").await
}

/// A hundred credentials, one of them altered and one that is none.
#[tokio::test]
async fn a_long_record_stays_usable() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let badge = |name: &str| -> anyhow::Result<serde_json::Value> {
        Ok(serde_json::from_slice(&std::fs::read(
            samples().join(name),
        )?)?)
    };
    let mut entries = vec![badge("minimal.json")?; 98];
    entries.push(badge("altered.json")?);
    entries.push(json!({"no": "credential"}));
    let record = json!({
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": "VerifiablePresentation",
        "verifiableCredential": entries,
    });
    let record = file("record.json", record.to_string().as_bytes())?;
    browser.upload(INPUT, record).await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "invalid");
    let verdicts = verdicts(&browser).await?;
    assert_eq!(verdicts.as_array().map(Vec::len), Some(100));
    assert_eq!(verdicts[98], "invalid");
    assert_eq!(verdicts[99], "unreadable");
    let text = browser.text().await?;
    for shown in [
        "100 credentials",
        "The least sure of them is number 99: Don't rely on this badge.",
        "The file doesn't say who presents them.",
    ] {
        assert!(text.contains(shown), "{shown:?} is not in:\n{text}");
    }
    // All but the first are one row each.
    let open = format!("{CARDS}.filter(card => !card.querySelector('.is-folded')).length");
    assert_eq!(browser.evaluate(&open).await?, 1);
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

/// What is typed in one card is compared with all: they are one person's.
#[tokio::test]
async fn a_name_counts_for_all_of_the_file() -> anyhow::Result<()> {
    let browser = open_page().await?;
    press_sample(&browser, "Two badges in one file").await?;
    newest_verdict(&browser, 1).await?;
    browser
        .evaluate(
            "(() => { find('.recipient-form input').value = 'learner@example.com'; \
             find('.recipient-form').requestSubmit(); })()",
        )
        .await?;
    browser
        .wait_for(
            "the mark on both",
            &format!("{CARDS}.every(card => card.textContent.includes('This person'))"),
        )
        .await
}

#[tokio::test]
async fn the_element_gives_every_report_and_the_least_as_its_own() -> anyhow::Result<()> {
    let browser = Browser::start().await?;
    browser.open("/samples/embed.html").await?;
    let detail = browser
        .evaluate(
            "new Promise(resolve => { \
             document.addEventListener('badge-verdict', event => { \
                 if (event.target.getAttribute('src') !== 'presentation.json') return; \
                 const {verdict, report, reports} = event.detail; \
                 resolve({verdict, own: event.target.report.credential, \
                     same: event.target.report === report, \
                     all: reports.map(each => [each.verdict, each.credential.index]), \
                     holder: reports.map(each => each.presentation.outcome)}); }); \
             const badge = document.createElement('assay-badge'); \
             badge.setAttribute('src', 'presentation.json'); \
             badge.setAttribute('registry', 'registry.json'); document.body.append(badge); })",
        )
        .await?;
    assert_eq!(
        detail,
        json!({
            "verdict": "unlisted",
            "own": {"index": 2, "of": 2},
            "same": true,
            "all": [["genuine", 1], ["unlisted", 2]],
            "holder": ["pass", "pass"],
        })
    );
    Ok(())
}

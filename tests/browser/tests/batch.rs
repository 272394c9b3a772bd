//! Many badges at once: checked in workers, counted and listed.

mod support;

use std::collections::BTreeMap;

use anyhow::Context as _;
use browser_tests::{Browser, StaticServer, built_page};
use serde_json::json;
use signing::mixed::{KINDS, Mixed, mixed};
use support::archive::zip;
use support::consortium::consortium;
use support::hosted::press;
use support::{assert_accessible, newest_verdict, open_page, open_page_among};

/// The rows that are drawn, each with its place in the list, its verdict and the file's name.
const ROWS: &str = "findAll('.batch-list li').map(li => [Number(li.ariaPosInSet), \
     li.querySelector('.batch-row').dataset.verdict, li.querySelector('.batch-file').textContent])";
/// Whether all files were looked at.
const IS_DONE: &str = "find('.batch') && !find('.batch progress')";
/// What the verdicts' buttons count.
const COUNTS: &str = "Object.fromEntries(findAll('.batch-chips [data-verdict]').map(chip => \
     [chip.dataset.verdict, Number(chip.querySelector('.filter-count').textContent)]))";

fn files(count: usize) -> anyhow::Result<Vec<Mixed>> {
    (0..count).map(mixed).collect()
}

async fn drop_all(browser: &Browser, files: &[Mixed]) -> anyhow::Result<()> {
    let files: Vec<_> = files
        .iter()
        .map(|file| (file.name.as_str(), file.bytes.as_slice()))
        .collect();
    browser.drop_files("body", &files).await
}

/// The page with these files dropped and looked at.
async fn open_with(files: &[Mixed]) -> anyhow::Result<Browser> {
    let browser = open_page().await?;
    drop_all(&browser, files).await?;
    browser.wait_for("all verdicts", IS_DONE).await?;
    Ok(browser)
}

fn counts(files: &[Mixed]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for file in files {
        *counts.entry(file.verdict).or_insert(0) += 1;
    }
    counts
}

/// All rows, those too that are drawn only when one comes to them.
async fn all_rows(browser: &Browser) -> anyhow::Result<Vec<(u64, String, String)>> {
    let mut rows = BTreeMap::new();
    for step in 0..40 {
        browser
            .evaluate(&format!("find('.batch-list').scrollTop = {step} * 300"))
            .await?;
        browser.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))").await?;
        let drawn: Vec<(u64, String, String)> =
            serde_json::from_value(browser.evaluate(ROWS).await?)?;
        rows.extend(drawn.into_iter().map(|row| (row.0, row)));
    }
    Ok(rows.into_values().collect())
}

fn expected_rows(files: &[Mixed]) -> Vec<(u64, String, String)> {
    (1..)
        .zip(files)
        .map(|(number, file)| (number, file.verdict.to_owned(), file.name.clone()))
        .collect()
}

/// The verdicts are those that each file gets by itself.
#[tokio::test]
async fn forty_files_are_counted_and_listed_in_their_order() -> anyhow::Result<()> {
    let files = files(40)?;
    let browser = open_with(&files).await?;
    assert_eq!(browser.evaluate(COUNTS).await?, json!(counts(&files)));
    let heading = browser.evaluate("find('.batch h2').textContent").await?;
    assert_eq!(heading, "40 results");
    let drawn = browser.evaluate("findAll('.batch-list li').length").await?;
    assert!(drawn.as_u64() < Some(40), "{drawn} rows are drawn");
    let sizes = "findAll('.batch-list li').every(li => li.ariaSetSize === '40')";
    assert_eq!(browser.evaluate(sizes).await?, json!(true));
    assert_eq!(all_rows(&browser).await?, expected_rows(&files));
    browser
        .evaluate("find('.batch-list').scrollTop = 0")
        .await?;
    assert_accessible(&browser, "a list of badges").await?;
    for width in [320, 1280] {
        browser.set_viewport(width, 800).await?;
        assert_eq!(browser.sideways_overflow().await?, 0, "{width}");
    }
    assert_eq!(browser.console_errors().await?, [""; 0]);
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    // Each worker has loaded the page's script; the program itself, none.
    let asked = browser.site().requests();
    let count = |name: &str| {
        asked
            .iter()
            .filter(|request| request.contains(name))
            .count()
    };
    assert!(count("assay.js") > 1, "no worker was started: {asked:?}");
    assert_eq!(count("page_bg.wasm"), 1, "{asked:?}");
    Ok(())
}

#[tokio::test]
async fn a_row_opens_the_card_with_the_same_verdict() -> anyhow::Result<()> {
    let files = files(KINDS + 1)?;
    let browser = open_with(&files).await?;
    browser.evaluate("find('.batch-row').click()").await?;
    for (number, file) in files.iter().enumerate() {
        let shown = format!(
            "find('.batch-sheet-bar p').textContent.startsWith('{} of 13') \
             && find('.batch-sheet .assay')?.dataset.verdict",
            number + 1
        );
        browser.wait_for("the card", &shown).await?;
        let verdict = browser
            .evaluate("find('.batch-sheet .assay').dataset.verdict")
            .await?;
        assert_eq!(verdict, file.verdict, "{}", file.name);
        let text = browser.evaluate("text(find('.batch-sheet'))").await?;
        let text = text.as_str().unwrap_or_default();
        assert!(text.contains(&file.name), "{text}");
        if number == 0 {
            assert_accessible(&browser, "a card above the list").await?;
        }
        if file.verdict == "unreadable" {
            assert!(text.contains("No badge data found in this file."), "{text}");
        }
        browser
            .evaluate(
                "findAll('.batch-sheet-bar .button').find(it => it.textContent === 'Next').click()",
            )
            .await?;
    }
    // What the cards have found out is what the list says.
    assert_eq!(browser.evaluate(COUNTS).await?, json!(counts(&files)));
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn a_file_that_is_no_badge_says_what_it_is() -> anyhow::Result<()> {
    let browser = open_with(&files(KINDS + 1)?).await?;
    let row = "findAll('.batch-row').find(row => row.textContent.includes('candidate-00011.txt'))?.textContent";
    // The last of a list that is longer than what is seen of it.
    browser
        .evaluate("find('.batch-list').scrollTop = 9999")
        .await?;
    browser.wait_for("the row", row).await?;
    let row = browser.evaluate(row).await?;
    let row = row.as_str().unwrap_or_default();
    assert!(row.contains("No badge found"), "{row}");
    assert!(row.contains("This is not a badge file."), "{row}");
    Ok(())
}

#[tokio::test]
async fn badges_are_chosen_by_verdict_and_by_words() -> anyhow::Result<()> {
    let files = files(40)?;
    let browser = open_with(&files).await?;
    let chip = |verdict: &str| format!("find('.filter-chip[data-verdict={verdict}]').click()");
    let of = |shown: usize| format!("find('.batch-list ol').dataset.of === '{shown}'");
    browser.evaluate(&chip("expired")).await?;
    browser
        .wait_for("the expired ones", &of(counts(&files)["expired"]))
        .await?;
    let rows: Vec<(u64, String, String)> = serde_json::from_value(browser.evaluate(ROWS).await?)?;
    assert!(
        rows.iter().all(|(_, verdict, _)| verdict == "expired"),
        "{rows:?}"
    );
    let pressed = browser
        .evaluate("find('.filter-chip[aria-pressed=true]').dataset.verdict")
        .await?;
    assert_eq!(pressed, "expired");
    assert_accessible(&browser, "a list of some badges").await?;
    browser.evaluate(&chip("expired")).await?;
    browser.wait_for("all of them", &of(40)).await?;

    let field = browser.find("#batch-search").await?;
    // Numbers 4, 11, 18, 25, 32 and 39 are for food hygiene; two of them are attested.
    field.send_keys("food harbour").await?;
    let named = files.iter().enumerate().filter(|(number, file)| {
        let is_attested = ["unlisted", "expired", "status-unknown"].contains(&file.verdict);
        is_attested && number % 7 == 4 && number % 4 == 0
    });
    let named = named.count();
    assert!(named > 0);
    browser.wait_for("the named ones", &of(named)).await?;
    field.send_keys(" nonesuch").await?;
    browser.wait_for("none", &of(0)).await?;
    let text = browser.text().await?;
    assert!(text.contains("Nothing is like that."), "{text}");
    assert_accessible(&browser, "a list of no badge").await
}

#[tokio::test]
async fn the_keyboard_reaches_every_row() -> anyhow::Result<()> {
    const FOCUSED: &str = "Number(document.activeElement.closest('li')?.ariaPosInSet ?? 0)";
    let browser = open_with(&files(40)?).await?;
    let tabbable = "findAll('.batch-row').filter(row => row.tabIndex === 0).length";
    assert_eq!(browser.evaluate(tabbable).await?, 1);
    browser
        .evaluate("find('.batch-row[tabindex=\"0\"]').focus()")
        .await?;
    for (key, place) in [
        ("\u{e015}", 2), // arrow down
        ("\u{e015}", 3),
        ("\u{e013}", 2),  // arrow up
        ("\u{e010}", 40), // end
        ("\u{e015}", 40),
        ("\u{e011}", 1), // home
        ("\u{e010}", 40),
    ] {
        let active = browser.client().active_element().await?;
        active.send_keys(key).await?;
        browser
            .wait_for(&format!("row {place}"), &format!("{FOCUSED} === {place}"))
            .await?;
    }
    let is_seen = "(() => { const row = document.activeElement.getBoundingClientRect(); \
         const list = find('.batch-list').getBoundingClientRect(); \
         return row.top >= list.top - 1 && row.bottom <= list.bottom + 1; })()";
    browser.wait_for("the last row in sight", is_seen).await?;
    // A page up is not as far as the list is long.
    browser
        .client()
        .active_element()
        .await?
        .send_keys("\u{e00e}")
        .await?;
    browser
        .wait_for(
            "a row further up",
            &format!("{FOCUSED} > 1 && {FOCUSED} < 40"),
        )
        .await?;
    let place = browser.evaluate(FOCUSED).await?;

    browser
        .client()
        .active_element()
        .await?
        .send_keys("\u{e007}")
        .await?;
    browser
        .wait_for(
            "the card",
            "find('.batch-sheet[open] .assay[data-verdict]')",
        )
        .await?;
    browser
        .client()
        .active_element()
        .await?
        .send_keys("\u{e00c}")
        .await?;
    browser
        .wait_for(
            "the list",
            &format!("!find('.batch-sheet') && {FOCUSED} === {place}"),
        )
        .await?;
    // A row that is scrolled away keeps the focus.
    browser
        .evaluate("find('.batch-list').scrollTop = 0")
        .await?;
    browser
        .wait_for("the first row", "find('[data-at=\"0\"]')")
        .await?;
    assert_eq!(browser.evaluate(FOCUSED).await?, place);
    Ok(())
}

/// What was looked at by then stays.
#[tokio::test]
async fn a_batch_can_be_stopped() -> anyhow::Result<()> {
    const COUNT: u64 = 1200;
    let browser = open_page().await?;
    let badge = String::from_utf8(mixed(0)?.bytes)?;
    let stop = "new Promise(done => {
        const dataTransfer = new DataTransfer();
        for (let number = 0; number < given[1]; number += 1) {
            dataTransfer.items.add(new File([given[0]], `${number}.json`));
        }
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
        const frame = () => {
            const progress = document.querySelector('.batch progress');
            if (!progress || progress.value === 0) return requestAnimationFrame(frame);
            document.querySelector('.batch-stop').click();
            const seen = [progress.getAttribute('role'), progress.max, document.querySelector('.batch-stop').textContent];
            done(seen);
        };
        requestAnimationFrame(frame);
    })";
    let seen = browser
        .evaluate_with(stop, vec![json!(badge), json!(COUNT)])
        .await?;
    assert_eq!(seen, json!(["progressbar", COUNT, "Cancel"]));
    browser
        .wait_for("what was left", "find('.is-left')")
        .await?;
    let number = "Number(given[0].exec(find(given[1]).textContent.replaceAll(',', ''))[0])"
        .replace("given[0]", "/\\d+/");
    let number = |selector: &str| number.replace("given[1]", &format!("'{selector}'"));
    let left = browser
        .evaluate(&number(".is-left"))
        .await?
        .as_u64()
        .context("a number")?;
    let found = browser
        .evaluate(&number(".batch h2"))
        .await?
        .as_u64()
        .context("a number")?;
    assert!(left > 0 && found > 0, "{left} and {found}");
    assert_eq!(left + found, COUNT);
    assert_accessible(&browser, "a list that was stopped").await?;
    // Nothing more comes in.
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    assert_eq!(browser.evaluate(&number(".batch h2")).await?, found);
    // What comes later is looked at, and what was left is still told of.
    drop_all(&browser, &files(13)?).await?;
    let more = format!(
        "({IS_DONE}) && find('.batch h2').textContent.replace(',', '') === '{} results'",
        found + 13
    );
    browser.wait_for("those that came later", &more).await?;
    assert_eq!(browser.evaluate(&number(".is-left")).await?, left);
    browser.evaluate("find('.batch-stop').click()").await?;
    browser
        .wait_for("the empty page", "!find('.batch') && !find('.is-bar')")
        .await?;
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn the_badges_of_an_archive_are_listed_and_more_come_behind() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let files = files(24)?;
    let entries: Vec<_> = files
        .iter()
        .map(|file| (file.name.as_str(), file.bytes.as_slice()))
        .collect();
    browser
        .drop_files("body", &[("all.zip", &zip(&entries))])
        .await?;
    browser.wait_for("all verdicts", IS_DONE).await?;
    // What nobody would take for a badge is passed over in an archive.
    let is_badge = |file: &&Mixed| !file.name.ends_with(".txt");
    let badges: Vec<_> = files.iter().filter(is_badge).collect();
    let counted = browser.evaluate(COUNTS).await?;
    let of = |verdict| badges.iter().filter(|file| file.verdict == verdict).count();
    for verdict in ["unlisted", "expired", "invalid", "unreadable"] {
        assert_eq!(counted[verdict], json!(of(verdict)), "{verdict}: {counted}");
    }
    // A member's card is its own.
    browser.evaluate("findAll('.batch-row')[5].click()").await?;
    browser
        .wait_for(
            "its card",
            "find('.batch-sheet .assay')?.dataset.verdict === 'expired'",
        )
        .await?;
    browser.evaluate("find('.batch-close').click()").await?;

    drop_all(&browser, &self::files(13)?).await?;
    let all = format!(
        "({IS_DONE}) && find('.batch h2').textContent === '{} results'",
        badges.len() + 13
    );
    browser.wait_for("those that came later", &all).await?;
    // A few files are cards, above the list.
    drop_all(&browser, &self::files(1)?).await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unlisted");
    let order = "find('.results').compareDocumentPosition(find('.batch')) & Node.DOCUMENT_POSITION_FOLLOWING";
    assert_eq!(browser.evaluate(order).await?, 4);
    assert_eq!(
        browser.evaluate("find('.batch h2').textContent").await?,
        format!("{} results", badges.len() + 13)
    );
    assert_accessible(&browser, "a card and a list").await
}

/// By a rule of the site's, say; then this thread does the work, and lets the page draw.
#[tokio::test]
async fn where_no_worker_can_be_started_the_page_checks_by_itself() -> anyhow::Result<()> {
    let site =
        StaticServer::new(built_page()?).header("content-security-policy", "worker-src 'none'")?;
    let browser = Browser::with_site(site).await?;
    browser.open("/").await?;
    browser.wait_for("the gallery", "find('.sample')").await?;
    browser
        .evaluate(
            "(() => { window.drawn = 0; const frame = () => { \
             if (document.querySelector('.batch progress')) window.drawn += 1; \
             requestAnimationFrame(frame); }; frame(); })()",
        )
        .await?;
    let files = files(600)?;
    drop_all(&browser, &files).await?;
    browser.wait_for("all verdicts", IS_DONE).await?;
    assert_eq!(browser.evaluate(COUNTS).await?, json!(counts(&files)));
    let frames = browser.evaluate("window.drawn").await?;
    assert!(
        frames.as_u64() > Some(4),
        "{frames} frames were drawn meanwhile"
    );
    let asked = browser.site().requests();
    let scripts = asked.iter().filter(|request| request.contains("assay.js"));
    assert_eq!(scripts.count(), 1, "{asked:?}");
    Ok(())
}

/// A worker asks nobody; what a card was allowed to look up, it knows too.
#[tokio::test]
async fn what_was_looked_up_before_counts_for_the_list() -> anyhow::Result<()> {
    let host = consortium(&json!([]))?;
    let cached = browser_tests::Reply::json("[]").header("cache-control", "max-age=600");
    host.reply(support::consortium::LIST, cached);
    let browser = open_page_among(&[&host]).await?;
    let could_ask = "findAll('.batch-verdict .quiet').length";
    drop_all(&browser, &files(13)?).await?;
    browser.wait_for("all verdicts", IS_DONE).await?;
    let before = browser.evaluate(could_ask).await?;
    assert!(before.as_u64() > Some(0));
    let text = browser.text().await?;
    assert!(text.contains("No site was asked for this list."), "{text}");
    assert_eq!(host.requests(), [""; 0], "nobody was asked");
    browser.evaluate("find('.batch-stop').click()").await?;

    drop_all(&browser, &files(1)?).await?;
    newest_verdict(&browser, 1).await?;
    press(&browser, ".consent .is-first").await?;
    let answered = "text().includes('We asked digitalcredentials.github.io')";
    browser.wait_for("the answer", answered).await?;
    assert_eq!(host.requests().len(), 1);
    drop_all(&browser, &files(13)?).await?;
    browser.wait_for("all verdicts", IS_DONE).await?;
    let after = browser.evaluate(could_ask).await?;
    // The badge with a list of withdrawn ones still wants that.
    assert_eq!(after, 1, "before: {before}");
    assert_eq!(host.requests().len(), 1, "the workers asked nobody");
    Ok(())
}

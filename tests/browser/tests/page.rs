//! The page as a new user meets it.

mod support;

use std::time::Duration;

use browser_tests::{Browser, ColourScheme};
use serde_json::{Value, json};
use support::{
    INPUT, assert_accessible, file, index, newest_verdict, open_page, press_sample, samples,
};

#[tokio::test]
async fn opens_with_a_heading_and_without_errors() -> anyhow::Result<()> {
    let browser = open_page().await?;
    browser
        .wait_for("a heading", "text(find('h1')).trim()")
        .await?;
    assert_accessible(&browser, "the empty page").await?;
    assert_eq!(browser.console_errors().await?, [""; 0]);
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn every_sample_shows_the_verdict_that_it_should() -> anyhow::Result<()> {
    let browser = open_page().await?;
    for (number, sample) in index()?.iter().enumerate() {
        let title = sample["title"].as_str().unwrap_or_default();
        press_sample(&browser, title).await?;
        let verdict = newest_verdict(&browser, number + 1).await?;
        assert_eq!(
            Some(verdict.as_str()),
            sample["verdict"].as_str(),
            "{title}"
        );
        assert_accessible(&browser, title).await?;
    }
    assert_eq!(browser.console_errors().await?, [""; 0]);
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn a_rich_badge_shows_all_that_it_attests() -> anyhow::Result<()> {
    let browser = open_page().await?;
    press_sample(&browser, "Everything in order").await?;
    newest_verdict(&browser, 1).await?;
    browser
        .evaluate("findAll('.assay details').forEach(details => details.open = true)")
        .await?;
    let text = browser.text().await?;
    for shown in [
        "Genuine, from Northfield University, in force on",
        "This does not check how good the course was.",
        "Data Analysis with Python",
        "Python (computer programming)",
        "ESCO",
        "O*NET",
        "CASE",
        "CTDL",
        "Northfield graduate outcomes",
        "open data",
        "Proficient",
        "Also says what the data cannot show",
        "Project grade",
        "hands in a project with its notebook",
        "Bicycle counts in Northfield",
        "Oral examination",
        "NF-DA-2025-0117",
        "Robin Learner",
        "3 February 2025",
        "Employers",
    ] {
        assert!(text.contains(shown), "{shown:?} is not in:\n{text}");
    }
    let alternative = browser.evaluate("find('.assay img').alt").await?;
    assert_eq!(alternative, "A star in a ring on a dark green octagon");
    Ok(())
}

#[tokio::test]
async fn what_is_not_attested_is_folded_away_without_its_picture() -> anyhow::Result<()> {
    let browser = open_page().await?;
    press_sample(&browser, "Changed after signing").await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "invalid");
    let text = browser.text().await?;
    assert!(text.contains("Don't rely on this badge."), "{text}");
    let skill = "findAll('.assay *').filter(part => part.children.length === 0 \
         && part.textContent.includes('Python (computer programming)'))";
    let there = browser.evaluate(&format!("{skill}.length > 0")).await?;
    let seen = browser
        .evaluate(&format!("{skill}.some(part => part.checkVisibility())"))
        .await?;
    assert_eq!((there, seen), (json!(true), json!(false)));
    assert_eq!(browser.evaluate("findAll('.assay img').length").await?, 0);
    Ok(())
}

#[tokio::test]
async fn files_that_are_no_badges_are_told_apart_and_the_page_lives_on() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let badge = std::fs::read(samples().join("minimal.json"))?;
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
    let cases = [
        (file("picture.png", png)?, "The picture ends in the middle"),
        (file("empty.json", b"")?, "The file is empty."),
        (
            file("large.json", &vec![b' '; 50 * 1024 * 1024])?,
            "larger than 10 MB",
        ),
        (
            file("cut.json", &badge[..badge.len() / 2])?,
            "ends in the middle",
        ),
        (
            file("page.json", b"<!doctype html><h1>404</h1>")?,
            "This is a web page",
        ),
        (file("other.json", b"{\"a\": 1}")?, "but not a badge"),
        (
            file("twice.json", b"{\"type\": 1, \"type\": 2}")?,
            "twice in one place",
        ),
    ];
    for (number, (path, words)) in cases.iter().enumerate() {
        browser.upload(INPUT, path).await?;
        let verdict = newest_verdict(&browser, number + 1).await?;
        assert_eq!(verdict, "unreadable", "{}", path.display());
        let text = browser.text().await?;
        assert!(text.contains("No badge data found in this file."), "{text}");
        assert!(text.contains(words), "{words:?} is not in:\n{text}");
    }
    assert_accessible(&browser, "files that are no badges").await?;
    browser
        .upload(INPUT, samples().join("minimal.json"))
        .await?;
    assert_eq!(newest_verdict(&browser, cases.len() + 1).await?, "unlisted");
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

/// The samples' registry lists keys that everybody has: it counts for no file that is dropped.
#[tokio::test]
async fn a_dropped_file_gets_nothing_from_the_samples_registry() -> anyhow::Result<()> {
    let browser = open_page().await?;
    browser
        .drop_file("body", samples().join("rich-genuine.json"))
        .await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unlisted");
    let text = browser.text().await?;
    assert!(text.contains("calls itself"), "{text}");
    Ok(())
}

#[tokio::test]
async fn the_keyboard_reaches_the_drop_zone_and_focus_goes_to_the_result() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let focused = "document.activeElement.matches('input[type=file]')";
    let body = browser.find("body").await?;
    let mut presses = 0;
    while browser.evaluate(focused).await? != json!(true) {
        presses += 1;
        assert!(presses < 10, "the tab key does not reach the drop zone");
        match presses {
            1 => body.send_keys("\u{e004}").await?,
            _ => {
                browser
                    .client()
                    .active_element()
                    .await?
                    .send_keys("\u{e004}")
                    .await?
            }
        }
    }
    browser
        .upload(INPUT, samples().join("minimal.json"))
        .await?;
    newest_verdict(&browser, 1).await?;
    browser
        .wait_for(
            "focus on the headline",
            "document.activeElement.matches('.headline')",
        )
        .await?;
    browser
        .wait_for(
            "the verdict, said",
            "text(find('main [role=status]')).includes('Genuine signature')",
        )
        .await
}

#[tokio::test]
async fn a_hallmark_opens_its_reason_and_what_to_do() -> anyhow::Result<()> {
    let browser = open_page().await?;
    press_sample(&browser, "Signed by a stranger").await?;
    newest_verdict(&browser, 1).await?;
    let names = browser
        .evaluate("findAll('.hallmark .hallmark-word').map(word => word.textContent)")
        .await?;
    assert_eq!(
        names,
        json!(["Unaltered", "Signed by issuer", "Known issuer", "In force"])
    );
    browser.evaluate("findAll('.hallmark')[1].click()").await?;
    browser
        .wait_for(
            "the reason",
            "text().includes('It was signed by somebody else')",
        )
        .await?;
    let text = browser.text().await?;
    assert!(
        text.contains("Ask the issuer, by a way that you know to be theirs"),
        "{text}"
    );
    assert_accessible(&browser, "an open hallmark").await
}

#[tokio::test]
async fn the_recipient_is_compared_on_the_device() -> anyhow::Result<()> {
    let browser = open_page().await?;
    press_sample(&browser, "The least a badge can say").await?;
    newest_verdict(&browser, 1).await?;
    let before = browser.requests().await?.len();
    let text = browser.text().await?;
    assert!(
        text.contains("The badge has to compare with: e-mail address."),
        "{text}"
    );
    for (typed, headline) in [
        (
            "someone@example.com",
            "Genuine, but not for the person you named.",
        ),
        ("learner@example.com", "Genuine, from Northfield University"),
    ] {
        browser
            .evaluate("findAll('.assay details').forEach(details => details.open = true)")
            .await?;
        let field = browser.find(".assay form input").await?;
        field.clear().await?;
        field.send_keys(typed).await?;
        browser.find(".assay form button").await?.click().await?;
        let condition = format!("text(find('.headline')).includes({})", json!(headline));
        browser.wait_for(headline, &condition).await?;
    }
    // A name says nothing about an address.
    let field = browser.find(".assay form input").await?;
    field.clear().await?;
    field.send_keys("Somebody Else\u{e007}").await?;
    browser
        .wait_for(
            "the answer on a name",
            "text().includes('The badge has nothing of that kind to compare it with.')",
        )
        .await?;
    assert_eq!(browser.requests().await?.len(), before);
    Ok(())
}

#[tokio::test]
async fn nothing_scrolls_sideways_and_it_can_be_looked_at() -> anyhow::Result<()> {
    let browser = open_page().await?;
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots");
    std::fs::create_dir_all(&folder)?;
    let titles = [
        "",
        "Everything in order",
        "Changed after signing",
        "An issuer with a domain",
    ];
    for (count, title) in titles.iter().enumerate() {
        if !title.is_empty() {
            press_sample(&browser, title).await?;
            newest_verdict(&browser, count).await?;
        }
        for width in [320, 360, 768, 1280] {
            browser.set_viewport(width, 900).await?;
            assert_eq!(browser.sideways_overflow().await?, 0, "{title} at {width}");
            for (scheme, name) in [(ColourScheme::Light, "light"), (ColourScheme::Dark, "dark")] {
                browser.set_colour_scheme(scheme).await?;
                let picture = folder.join(format!("{count}-{width}-{name}.png"));
                browser.screenshot(picture).await?;
            }
        }
    }
    Ok(())
}

/// Before anything is fetched, the page names the host and asks.
#[tokio::test]
async fn nobody_is_asked_before_the_person_agrees() -> anyhow::Result<()> {
    let browser = open_page().await?;
    press_sample(&browser, "An issuer with a domain").await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unconfirmed");
    browser.wait_for("the question", "find('.consent')").await?;
    let question = browser.evaluate("text(find('.consent'))").await?;
    let question = question.as_str().unwrap_or_default();
    assert!(question.contains("badges.example"), "{question}");
    assert!(question.contains("list of keys"), "{question}");
    assert_accessible(&browser, "the question").await?;
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);

    // Not now: the verdict stays honest, and nobody is asked.
    browser.evaluate("find('.consent-decline').click()").await?;
    browser
        .wait_for("the question to go", "!find('.consent')")
        .await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unconfirmed");
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);

    // On second thoughts: this host is asked, and no other. It can't be reached from here.
    browser.evaluate("find('.consent-again').click()").await?;
    browser
        .wait_at_most(
            Duration::from_secs(20),
            "the answer",
            "text().includes(\"couldn't be read\")",
        )
        .await?;
    assert_eq!(
        browser.requests_to_outside().await?,
        ["https://badges.example/.well-known/did.json"]
    );
    assert_eq!(newest_verdict(&browser, 1).await?, "unconfirmed");
    Ok(())
}

/// Several files at once: the first takes the stage, and the others wait folded.
#[tokio::test]
async fn several_results_stack_and_fold() -> anyhow::Result<()> {
    let browser: Browser = open_page().await?;
    for name in ["minimal.json", "expired.json"] {
        browser.upload(INPUT, samples().join(name)).await?;
        browser
            .wait_for("a settled card", "find('.assay').dataset.verdict")
            .await?;
    }
    browser
        .wait_for("two cards", "findAll('.assay').length === 2")
        .await?;
    let folded: Value = browser
        .evaluate("findAll('.assay .card').map(card => card.classList.contains('is-folded'))")
        .await?;
    assert_eq!(folded, json!([false, true]));
    Ok(())
}

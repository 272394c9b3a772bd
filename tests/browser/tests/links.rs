//! Links to badges: typed, dropped, and in the page's own address. No host is asked unallowed.

mod support;

use browser_tests::{ANY_PORT, Browser};
use serde_json::json;
use support::{INPUT, assert_accessible, newest_verdict, open_page, open_site, samples, site};

const QUESTION: &str = "text(find('.link-question'))";

fn badge() -> anyhow::Result<Vec<u8>> {
    Ok(std::fs::read(samples().join("minimal.json"))?)
}

/// Types a text into the field, and sends it by the enter key.
async fn type_in(browser: &Browser, text: &str) -> anyhow::Result<()> {
    let field = browser.find(".paste-field textarea").await?;
    field.send_keys(&format!("{text}\u{e007}")).await?;
    Ok(())
}

async fn question(browser: &Browser) -> anyhow::Result<String> {
    browser
        .wait_for("the question", "find('.link-question')")
        .await?;
    let question = browser.evaluate(QUESTION).await?;
    Ok(question.as_str().unwrap_or_default().to_owned())
}

async fn press(browser: &Browser, button: &str) -> anyhow::Result<()> {
    browser
        .evaluate(&format!("find('{button}').click()"))
        .await
        .map(drop)
}

async fn wait_for_words(browser: &Browser, words: &str) -> anyhow::Result<()> {
    let condition = format!("{QUESTION}.includes({})", json!(words));
    browser.wait_for(words, &condition).await
}

#[tokio::test]
async fn a_link_is_fetched_once_its_host_is_allowed() -> anyhow::Result<()> {
    let elsewhere = open_site("allowed", &[("badges/minimal.json", &badge()?)])?;
    let browser = open_page().await?;
    let url = elsewhere.url("/badges/minimal.json");
    type_in(&browser, &url).await?;
    let question = question(&browser).await?;
    let host = url.split('/').nth(2).unwrap_or_default();
    assert!(
        question.contains(&format!("May we fetch the badge from {host}?")),
        "{question}"
    );
    assert!(question.contains(&url), "{question}");
    assert!(
        browser
            .evaluate("document.activeElement.matches('.link-question')")
            .await?
            == json!(true)
    );
    assert_accessible(&browser, "the question about a link").await?;
    browser.set_viewport(320, 800).await?;
    assert_eq!(browser.sideways_overflow().await?, 0);
    assert_eq!(elsewhere.requests(), [""; 0]);

    press(&browser, ".link-allow").await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unlisted");
    assert_eq!(elsewhere.requests(), ["GET /badges/minimal.json"]);
    assert_eq!(
        browser.evaluate("find('.link-question')").await?,
        json!(null)
    );
    browser
        .wait_for(
            "focus on the headline",
            "document.activeElement.matches('.headline')",
        )
        .await?;
    let text = browser.text().await?;
    assert!(text.contains("minimal.json"), "{text}");
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn a_declined_link_is_never_fetched() -> anyhow::Result<()> {
    let elsewhere = open_site("declined", &[("minimal.json", &badge()?)])?;
    let browser = open_page().await?;
    browser.drop_link(&elsewhere.url("/minimal.json")).await?;
    question(&browser).await?;
    press(&browser, ".link-close").await?;
    browser
        .wait_for(
            "the field, focused",
            "!find('.link-question') && document.activeElement.matches('.paste-field textarea')",
        )
        .await?;
    assert_eq!(elsewhere.requests(), [""; 0]);
    Ok(())
}

/// What a browser can tell apart is told apart, and each has a next step.
#[tokio::test]
async fn a_link_that_does_not_work_says_what_to_do() -> anyhow::Result<()> {
    let files: &[(&str, &[u8])] = &[("minimal.json", &badge()?), ("folder/index.html", b"x")];
    let closed = site("closed", files)?.start(ANY_PORT)?;
    let open = open_site("open", files)?;
    let browser = open_page().await?;
    for (url, words) in [
        (
            closed.url("/minimal.json"),
            "download the badge there, and drop the file here.",
        ),
        (
            open.url("/none.json"),
            "There is nothing at this address (error 404).",
        ),
        // It would lead to another address, which nobody has allowed.
        (open.url("/folder"), "to another address"),
    ] {
        browser.paste(&url).await?;
        wait_for_words(&browser, "May we fetch").await?;
        press(&browser, ".link-allow").await?;
        wait_for_words(&browser, words).await?;
        wait_for_words(&browser, "Open the address").await?;
        assert_accessible(&browser, words).await?;
        press(&browser, ".link-close").await?;
        browser
            .wait_for("the end of it", "!find('.link-question')")
            .await?;
    }
    assert_eq!(open.requests(), ["GET /none.json", "GET /folder"]);
    assert_eq!(browser.evaluate("find('.results')").await?, json!(null));
    Ok(())
}

#[tokio::test]
async fn it_can_be_tried_again_or_handed_over_by_hand() -> anyhow::Result<()> {
    let elsewhere = open_site("later", &[("other.json", b"{}")])?;
    let browser = open_page().await?;
    type_in(&browser, &elsewhere.url("/minimal.json")).await?;
    question(&browser).await?;
    press(&browser, ".link-allow").await?;
    wait_for_words(&browser, "Try again").await?;
    browser
        .upload(INPUT, samples().join("minimal.json"))
        .await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unlisted");
    site("later", &[("minimal.json", &badge()?)])?;
    press(&browser, ".link-allow").await?;
    assert_eq!(newest_verdict(&browser, 2).await?, "unlisted");
    Ok(())
}

/// The person did not choose it, so it is said where it comes from, and nothing is asked for.
#[tokio::test]
async fn the_pages_own_address_can_name_a_badge() -> anyhow::Result<()> {
    let elsewhere = open_site("address", &[("minimal.json", &badge()?)])?;
    let browser = Browser::start().await?;
    let url = elsewhere.url("/minimal.json?a=b&c=d");
    let encoded = url.replace('?', "%3F").replace('&', "%26");
    browser.open(&format!("/?url={encoded}")).await?;
    let question = question(&browser).await?;
    assert!(
        question.contains("The link that brought you here names this badge."),
        "{question}"
    );
    assert!(question.contains(&url), "{question}");
    assert_accessible(&browser, "a badge in the page's address").await?;
    assert_eq!(elsewhere.requests(), [""; 0]);
    press(&browser, ".link-allow").await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unlisted");
    assert_eq!(elsewhere.requests(), ["GET /minimal.json?a=b&c=d"]);

    // What holds the badge itself needs no host.
    browser.open("/?url=data:,%257B%257D").await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unreadable");
    let text = browser.text().await?;
    assert!(
        text.contains("Named by the link that you followed"),
        "{text}"
    );
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn addresses_as_people_write_them() -> anyhow::Result<()> {
    let browser = open_page().await?;
    for (typed, asked, said) in [
        (
            "http://badges.example/1.json",
            "https://badges.example/1.json",
            "It is written with http.",
        ),
        (
            "badges.example/2.json",
            "https://badges.example/2.json",
            "May we fetch the badge from badges.example?",
        ),
        (
            "https://good.example@badges.example/3.json#fragment",
            "https://badges.example/3.json",
            "May we fetch the badge from badges.example?",
        ),
    ] {
        type_in(&browser, typed).await?;
        wait_for_words(&browser, said).await?;
        wait_for_words(&browser, asked).await?;
        press(&browser, ".link-allow").await?;
        wait_for_words(&browser, "We couldn't fetch the badge from badges.example.").await?;
    }
    type_in(&browser, "https://www.dropbox.com/s/x/badge.png?dl=0").await?;
    wait_for_words(&browser, "Dropbox lets no other page read its files").await?;
    assert_eq!(
        browser.requests_to_outside().await?,
        [1, 2, 3].map(|number| format!("https://badges.example/{number}.json"))
    );
    Ok(())
}

/// A hosted badge behind a link is one like any other: its site is asked only after a question of its
/// own.
#[tokio::test]
async fn a_link_to_a_hosted_badge() -> anyhow::Result<()> {
    let elsewhere = open_site("hosted", &[])?;
    let url = elsewhere.url("/assertion.json");
    let assertion = json!({
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": url,
        "recipient": {"type": "email", "hashed": false, "identity": "ada@example.com"},
        "issuedOn": "2024-01-01T00:00:00Z",
        "badge": elsewhere.url("/class.json"),
        "verification": {"type": "hosted"},
    });
    let assertion = assertion.to_string();
    site("hosted", &[("assertion.json", assertion.as_bytes())])?;
    let browser = open_page().await?;
    type_in(&browser, &url).await?;
    question(&browser).await?;
    press(&browser, ".link-allow").await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unconfirmed");
    browser
        .wait_for(
            "the question whether its site confirms it",
            "text(find('.consent')).includes('whether the badge\\'s own site confirms it')",
        )
        .await?;
    assert_eq!(elsewhere.requests(), ["GET /assertion.json"]);
    Ok(())
}

/// An embedded card leads to the page with the badge's address in it.
#[tokio::test]
async fn an_embedded_card_links_to_its_own_check() -> anyhow::Result<()> {
    let browser = Browser::start().await?;
    browser.open("/samples/embed.html").await?;
    browser.wait_for("a card", "find('.independent a')").await?;
    let href = browser.evaluate("find('.independent a').href").await?;
    let href = href.as_str().unwrap_or_default();
    let path = href.strip_prefix(&browser.site().url("/"));
    let path = path.unwrap_or_else(|| panic!("{href}"));
    assert!(path.starts_with("?url=http%3A%2F%2F"), "{path}");
    browser.open(path).await?;
    let question = question(&browser).await?;
    assert!(
        question.contains("/samples/rich-genuine.json"),
        "{question}"
    );
    Ok(())
}

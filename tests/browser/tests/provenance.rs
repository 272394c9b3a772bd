//! Documents that did not come from their own host: supplied by hand, or by way of a relay.

mod support;

use browser_tests::{Reply, ScriptedServer};
use support::hosted::{HostedBadge, drop_badge, press, report, wait_for_verdict};
use support::{assert_accessible, newest_verdict, open_page, press_sample, samples};

/// What is supplied by hand is judged like what is fetched, and said.
#[tokio::test]
async fn a_missing_document_can_be_supplied_by_hand() -> anyhow::Result<()> {
    let browser = open_page().await?;
    press_sample(&browser, "An issuer with a domain").await?;
    assert_eq!(newest_verdict(&browser, 1).await?, "unconfirmed");
    browser.evaluate("find('.attach').open = true").await?;
    assert_accessible(&browser, "the offer").await?;
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots");
    for width in [320, 1280] {
        browser.set_viewport(width, 900).await?;
        assert_eq!(
            browser.sideways_overflow().await?,
            0,
            "the offer at {width}"
        );
        let picture = folder.join(format!("offer-{width}.png"));
        browser.screenshot(picture).await?;
    }
    browser
        .upload(".attach input[type=file]", samples().join("did.json"))
        .await?;
    wait_for_verdict(&browser, "unlisted").await?;
    let text = browser.text().await?;
    let caveat = "Supplied by hand, not fetched from its host: the issuer's list of keys (badges.example). This verdict is worth no more than your trust in where that file came from.";
    assert!(text.contains(caveat), "{text}");
    let evidence = report(&browser).await?["evidence"].clone();
    assert_eq!(evidence[0]["source"], "attached");
    assert!(evidence[0]["at"].is_string());

    browser
        .evaluate("findAll('.consent-state button').find(it => it.textContent === 'Take it away').click()")
        .await?;
    wait_for_verdict(&browser, "unconfirmed").await?;

    // Pasted, and not what it should be.
    browser.evaluate("find('.attach').open = true").await?;
    let field = browser.find(".attach textarea").await?;
    field.send_keys("<html>").await?;
    press(&browser, ".attach-offer button").await?;
    browser
        .wait_for(
            "that it is a page",
            "find('.results .assay').textContent.includes('gave a web page')",
        )
        .await?;
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    Ok(())
}

/// A relay is named, asked only where it is allowed, and said to have been used.
#[tokio::test]
async fn a_relay_gets_what_no_other_page_may_read() -> anyhow::Result<()> {
    let badge = HostedBadge::start()?;
    let relay = ScriptedServer::start()?;
    let hidden = Reply::json(badge.file("/hidden")).without_cors();
    badge.host.reply("/hidden", hidden);
    let address = |url: &str| {
        let encoded = url.replace(':', "%3A").replace('/', "%2F");
        format!("/?url={encoded}")
    };
    let relayed = Reply::json(badge.file("/hidden"));
    relay.reply(&address(&badge.host.url("/hidden")), relayed);

    let browser = open_page().await?;
    browser
        .evaluate("find('details.settings').open = true")
        .await?;
    let field = browser.find("details.settings input").await?;
    field.send_keys(&relay.url("/?url={url}")).await?;
    press(&browser, "details.settings form button").await?;

    drop_badge(&browser, &badge.file("/hidden"), 1).await?;
    let question = browser.evaluate("text(find('.consent'))").await?;
    let question = question.as_str().unwrap_or_default();
    let host = relay.host();
    let named = format!("we'd ask the relay {host} for");
    assert!(question.contains(&named), "{question}");
    assert_eq!(relay.requests(), [""; 0]);

    press(&browser, ".consent-allow").await?;
    wait_for_verdict(&browser, "unlisted").await?;
    // What a host gives to everybody is asked of itself.
    assert_eq!(relay.requests().len(), 1);
    let text = browser.text().await?;
    let caveat = format!("came through the relay {host}, which could have altered it");
    assert!(text.contains(&caveat), "{text}");
    let evidence = report(&browser).await?["evidence"].clone();
    assert_eq!(evidence[0]["source"], "relayed");
    assert_eq!(evidence[0]["through"], host);
    assert_eq!(evidence[1]["source"], "fetched");
    Ok(())
}

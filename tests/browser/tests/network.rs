//! Other hosts: each is named before it is asked, what it answers is said as it is, and nothing is
//! contacted that the person did not allow. A host of the test's own plays the badge's site.

mod support;

use std::time::Duration;

use browser_tests::{Reply, ScriptedServer};
use serde_json::json;
use support::hosted::{HostedBadge, drop_badge, press, report, wait_for_verdict, words};
use support::states::{Case, ELSEWHERE, State, in_each_state, silent_hosts};
use support::{INPUT, assert_accessible, file, open_page, open_page_among};

fn confirmed(state: State) -> Case {
    Case {
        state,
        verdict: "unlisted",
        code: "hosted",
        words: "confirms now what is shown here",
    }
}

#[tokio::test]
async fn what_is_said_of_a_badge_in_each_state_of_its_host() -> anyhow::Result<()> {
    let badge = HostedBadge::start()?;
    let elsewhere = ScriptedServer::named(ELSEWHERE)?;
    let mut cases = silent_hosts("unconfirmed");
    // A badge that its site has taken down is withdrawn.
    cases.retain(|case| case.state != State::Gone);
    cases.extend([
        confirmed(State::Reachable),
        confirmed(State::Slow),
        confirmed(State::AsText),
        Case {
            state: State::AnotherDocument,
            verdict: "unconfirmed",
            code: "malformed-document",
            words: "did not hold the document that belongs there",
        },
    ]);
    let browser = open_page_among(&[&elsewhere]).await?;
    // The browser's own record names the other host, although it goes no further than to hear of it.
    let page = (&browser, &elsewhere);
    in_each_state(page, cases, ("integrity", "unconfirmed"), |case| {
        let path = format!("/{}", case.state.path());
        let file = badge.file(&path);
        badge
            .host
            .reply(&path, case.state.reply(&file, &badge.host));
        Ok(file)
    })
    .await
}

#[tokio::test]
async fn a_host_that_does_not_answer_is_given_up_in_time() -> anyhow::Result<()> {
    let badge = HostedBadge::start()?;
    let slow = Reply::json(badge.file("/slow")).after(Duration::from_secs(60));
    badge.host.reply("/slow", slow);
    let browser = open_page().await?;
    drop_badge(&browser, &badge.file("/slow"), 1).await?;
    press(&browser, ".consent-allow").await?;
    browser
        .wait_at_most(
            Duration::from_secs(25),
            "the end of patience",
            "find('.results .assay').textContent.includes('did not answer in time')",
        )
        .await?;
    assert_eq!(report(&browser).await?["verdict"], "unconfirmed");
    Ok(())
}

#[tokio::test]
async fn a_device_without_a_connection_is_said_to_be_offline() -> anyhow::Result<()> {
    let badge = HostedBadge::start()?;
    let browser = open_page().await?;
    drop_badge(&browser, &badge.file("/assertion"), 1).await?;
    browser.go_offline().await?;
    press(&browser, ".consent-allow").await?;
    browser
        .wait_for(
            "that it is offline",
            "find('.results .assay').textContent.includes('this device is offline')",
        )
        .await?;
    assert_eq!(report(&browser).await?["checks"][0]["code"], "offline");
    assert_eq!(badge.host.requests(), [""; 0]);
    Ok(())
}

/// Gone is an answer: the badge is withdrawn.
#[tokio::test]
async fn a_badge_withdrawn_between_two_looks() -> anyhow::Result<()> {
    let badge = HostedBadge::start()?;
    let browser = open_page().await?;
    drop_badge(&browser, &badge.file("/assertion"), 1).await?;
    press(&browser, ".consent-allow").await?;
    wait_for_verdict(&browser, "unlisted").await?;
    let evidence = report(&browser).await?["evidence"].clone();
    assert_eq!(evidence[0]["url"], badge.host.url("/assertion"));
    assert_eq!(evidence[0]["purpose"], "assertion");
    assert_eq!(evidence[0]["source"], "fetched");

    badge.host.reply("/assertion", Reply::json("").status(410));
    press(&browser, ".consent-again").await?;
    wait_for_verdict(&browser, "revoked").await?;
    let said = words(&browser).await?;
    assert!(said.contains("Withdrawn by the issuer."), "{said}");
    Ok(())
}

/// One word for all that a file wants of a host, one more for another host.
#[tokio::test]
async fn one_question_a_host_and_nobody_is_asked_before() -> anyhow::Result<()> {
    let badge = HostedBadge::start()?;
    let browser = open_page().await?;
    drop_badge(&browser, &badge.file("/assertion"), 1).await?;
    let question = browser.evaluate("text(find('.consent'))").await?;
    let question = question.as_str().unwrap_or_default();
    assert!(question.contains(&badge.host.host()), "{question}");
    assert_accessible(&browser, "the question").await?;
    assert_eq!(badge.host.requests(), [""; 0]);

    press(&browser, ".consent-decline").await?;
    browser.wait_for("no question", "!find('.consent')").await?;
    assert_eq!(badge.host.requests(), [""; 0]);

    press(&browser, ".consent-again").await?;
    wait_for_verdict(&browser, "unlisted").await?;
    assert_eq!(
        badge.host.requests(),
        ["GET /assertion", "GET /class", "GET /issuer"]
    );

    // Another file asks anew, and for no more than what is not at hand.
    badge.serve("/second");
    drop_badge(&browser, &badge.file("/second"), 2).await?;
    browser.wait_for("a question", "find('.consent')").await?;
    assert_eq!(badge.host.requests().len(), 3);
    press(&browser, ".consent-allow").await?;
    wait_for_verdict(&browser, "unlisted").await?;
    assert_eq!(badge.host.requests()[3..], ["GET /second"]);
    Ok(())
}

/// A host may say that its answers are not to be kept.
#[tokio::test]
async fn answers_are_kept_for_their_lifetime_and_no_longer() -> anyhow::Result<()> {
    let badge = HostedBadge::start()?;
    let issuer = Reply::json(badge.issuer()).header("cache-control", "no-store");
    badge.host.reply("/issuer", issuer);
    badge.serve("/second");
    let browser = open_page().await?;
    for (count, path) in ["/assertion", "/second"].into_iter().enumerate() {
        drop_badge(&browser, &badge.file(path), count + 1).await?;
        press(&browser, ".consent-allow").await?;
        wait_for_verdict(&browser, "unlisted").await?;
    }
    assert_eq!(
        badge.host.requests(),
        [
            "GET /assertion",
            "GET /class",
            "GET /issuer",
            "GET /second",
            "GET /issuer"
        ]
    );
    Ok(())
}

/// "Always" and "never" hold for every file and every visit, can be seen, and can be taken back.
#[tokio::test]
async fn decisions_for_good_are_kept_and_can_be_taken_back() -> anyhow::Result<()> {
    let badge = HostedBadge::start()?;
    let browser = open_page().await?;
    for path in ["/never", "/always", "/third"] {
        badge.serve(path);
    }
    drop_badge(&browser, &badge.file("/never"), 1).await?;
    press(&browser, ".consent-for-good button:last-of-type").await?;
    browser.wait_for("no question", "!find('.consent')").await?;
    drop_badge(&browser, &badge.file("/never"), 2).await?;
    browser
        .wait_for(
            "that it was not asked",
            "text(find('.results .assay')).includes('You chose not to ask')",
        )
        .await?;
    assert_eq!(badge.host.requests(), [""; 0]);

    let settings = "find('details.settings').open = true";
    browser.evaluate(settings).await?;
    let host = badge.host.host();
    browser
        .wait_for(
            "the decision",
            &format!("text(find('details.settings')).includes('Never ask {host}')"),
        )
        .await?;
    assert_accessible(&browser, "the settings").await?;
    press(&browser, "details.settings li button").await?;

    drop_badge(&browser, &badge.file("/always"), 3).await?;
    press(&browser, ".consent-for-good button").await?;
    wait_for_verdict(&browser, "unlisted").await?;

    // After another visit's beginning too.
    browser.open("/").await?;
    browser
        .wait_for("the drop zone", &format!("find('{INPUT}')"))
        .await?;
    browser
        .upload(INPUT, file("third.json", badge.file("/third").as_bytes())?)
        .await?;
    wait_for_verdict(&browser, "unlisted").await?;
    assert_eq!(
        browser
            .evaluate("localStorage.getItem('assay.hosts')")
            .await?,
        json!(format!("{{\"{host}\":\"always\"}}"))
    );
    Ok(())
}

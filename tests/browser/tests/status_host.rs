//! The host of a list of withdrawn badges, in each state that a host can be in.

mod support;

use std::time::Duration;

use browser_tests::{Reply, ScriptedServer};
use serde_json::json;
use signing::status_list::{self, SHORTEST, bits, encoded};
use signing::{Issuer, badge};
use support::consortium::consortium;
use support::hosted::{press, report, wait_for_verdict, words};
use support::states::{
    Case, ELSEWHERE, State, UNDER_WAY, allow, check_again, code_of, in_each_state, show,
    silent_hosts,
};
use support::{assert_accessible, file, open_page_among};

/// The badge's place in its list.
const INDEX: usize = 94_567;

/// The host of lists that a school has signed.
struct StatusHost {
    server: ScriptedServer,
    school: Issuer,
}

impl StatusHost {
    fn start() -> anyhow::Result<Self> {
        Ok(Self {
            server: ScriptedServer::named("status.example")?,
            school: Issuer::did_key("a school"),
        })
    }

    /// A badge with a place in the list at this path.
    fn badge(&self, path: &str) -> anyhow::Result<String> {
        let mut badge = badge(&self.school);
        let entry = status_list::entry(&self.server.url(path), "revocation", INDEX.to_string());
        badge["credentialStatus"] = entry;
        Ok(self.school.sign(badge)?.to_string())
    }

    /// The list at this path, of the badges at these places.
    fn list(&self, path: &str, withdrawn: &[usize]) -> anyhow::Result<String> {
        self.list_by(&self.school, path, withdrawn)
    }

    /// The same, by whomever.
    fn list_by(&self, by: &Issuer, path: &str, withdrawn: &[usize]) -> anyhow::Result<String> {
        let encoded = encoded(&bits(SHORTEST, withdrawn));
        let list = status_list::list(&self.server.url(path), by, "revocation", &encoded);
        Ok(by.sign(list)?.to_string())
    }
}

fn in_force(state: State) -> Case {
    Case {
        state,
        verdict: "unlisted",
        code: "not-revoked",
        words: "The issuer's list at status.example, of 1 May 2026, doesn't have it.",
    }
}

#[tokio::test]
async fn what_is_said_of_a_list_in_each_state_of_its_host() -> anyhow::Result<()> {
    let host = StatusHost::start()?;
    let elsewhere = ScriptedServer::named(ELSEWHERE)?;
    let mut cases = silent_hosts("status-unknown");
    cases.extend([
        in_force(State::Reachable),
        in_force(State::Slow),
        in_force(State::AsText),
        Case {
            state: State::AnotherDocument,
            verdict: "status-unknown",
            code: "malformed-document",
            words: "did not hold the document that belongs there",
        },
    ]);
    let consortium = consortium(&json!([]))?;
    let browser = open_page_among(&[&host.server, &elsewhere, &consortium]).await?;
    let page = (&browser, &elsewhere);
    in_each_state(page, cases, ("status", "status-unknown"), |case| {
        let path = format!("/lists/{}", case.state.path());
        let reply = case.state.reply(&host.list(&path, &[])?, &host.server);
        host.server.reply(&path, reply);
        host.badge(&path)
    })
    .await
}

/// As long as a host takes, the card says that it is asked, and nothing that is not known yet.
#[tokio::test]
async fn a_slow_host_is_waited_for() -> anyhow::Result<()> {
    let host = StatusHost::start()?;
    let consortium = consortium(&json!([]))?;
    let browser = open_page_among(&[&host.server, &consortium]).await?;
    let list = Reply::json(host.list("/list", &[INDEX])?);
    host.server
        .reply("/list", list.after(Duration::from_secs(4)));
    show(&browser, "slow", &host.badge("/list")?).await?;
    press(&browser, ".consent-allow").await?;
    browser.wait_for("that it is asked", UNDER_WAY).await?;
    let report = report(&browser).await?;
    assert_eq!(report["verdict"], "status-unknown");
    assert_eq!(code_of(&report, "status"), "not-fetched");
    let said = browser.text().await?;
    assert!(
        said.contains("we couldn't check whether it was withdrawn"),
        "{said}"
    );
    assert_accessible(&browser, "while a host is asked").await?;
    wait_for_verdict(&browser, "revoked").await
}

/// A host that never answers is given up, and the question stays open.
#[tokio::test]
async fn a_host_that_does_not_answer_is_given_up() -> anyhow::Result<()> {
    let host = StatusHost::start()?;
    let consortium = consortium(&json!([]))?;
    let browser = open_page_among(&[&host.server, &consortium]).await?;
    let list = Reply::json(host.list("/list", &[])?);
    host.server
        .reply("/list", list.after(Duration::from_secs(60)));
    let before = show(&browser, "silent", &host.badge("/list")?).await?;
    let seen = allow(&browser).await?;
    assert_eq!(seen, [before]);
    let report = report(&browser).await?;
    assert_eq!(report["verdict"], "status-unknown");
    assert_eq!(code_of(&report, "status"), "timed-out");
    let said = words(&browser).await?;
    assert!(said.contains("/list did not answer in time"), "{said}");
    Ok(())
}

#[tokio::test]
async fn a_badge_withdrawn_between_two_looks() -> anyhow::Result<()> {
    let host = StatusHost::start()?;
    let consortium = consortium(&json!([]))?;
    let browser = open_page_among(&[&host.server, &consortium]).await?;
    let list = |withdrawn: &[usize]| host.list("/list", withdrawn).map(Reply::json);
    // Its neighbours' being withdrawn is not its own.
    host.server.reply("/list", list(&[INDEX - 1, INDEX + 1])?);
    show(&browser, "withdrawn", &host.badge("/list")?).await?;
    assert_eq!(allow(&browser).await?, ["status-unknown", "unlisted"]);

    host.server.reply("/list", list(&[INDEX])?);
    assert_eq!(check_again(&browser).await?, ["unlisted", "revoked"]);
    assert_eq!(code_of(&report(&browser).await?, "status"), "revoked");
    let said = words(&browser).await?;
    assert!(said.contains("Withdrawn by the issuer."), "{said}");
    let detail = "The issuer's list at status.example, of 1 May 2026, says that it is withdrawn.";
    assert!(said.contains(detail), "{said}");

    // What was known once is not known for ever: a fault at the third look leaves the question open.
    host.server.reply("/list", Reply::json("").status(500));
    assert_eq!(check_again(&browser).await?, ["revoked", "status-unknown"]);
    Ok(())
}

/// A list that its host does not give can be supplied by hand, and is judged like one that was fetched.
#[tokio::test]
async fn a_missing_list_is_supplied_by_hand() -> anyhow::Result<()> {
    let host = StatusHost::start()?;
    let consortium = consortium(&json!([]))?;
    let browser = open_page_among(&[&host.server, &consortium]).await?;
    host.server.reply("/list", Reply::json("").status(410));
    show(&browser, "by-hand", &host.badge("/list")?).await?;
    assert_eq!(allow(&browser).await?, ["status-unknown"]);

    let stranger = Issuer::did_key("a stranger");
    for (name, list, verdict) in [
        (
            "stranger",
            host.list_by(&stranger, "/list", &[INDEX])?,
            "status-unknown",
        ),
        ("good", host.list("/list", &[])?, "unlisted"),
    ] {
        browser.wait_for("the offer", "find('.attach')").await?;
        browser.evaluate("find('.attach').open = true").await?;
        let name = format!("list-{name}.json");
        let file = file(&name, list.as_bytes())?;
        browser.upload(".attach input[type=file]", file).await?;
        browser
            .wait_for(
                "what was supplied",
                "text(find('.consents')).includes('You supplied by hand')",
            )
            .await?;
        wait_for_verdict(&browser, verdict).await?;
        let caveat = "Supplied by hand, not fetched from its host: the list of withdrawn badges that it names (status.example).";
        let said = words(&browser).await?;
        assert!(said.contains(caveat), "{said}");
        let away = "findAll('.consent-state button').find(it => it.textContent === 'Take it away')";
        browser.evaluate(&format!("{away}.click()")).await?;
        wait_for_verdict(&browser, "status-unknown").await?;
    }
    Ok(())
}

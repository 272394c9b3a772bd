//! The states that a host can be in, and what the page makes of each.

use std::time::Duration;

use browser_tests::{Browser, Reply, ScriptedServer};
use serde_json::{Value, json};

use super::hosted::{press, report, words};
use super::{INPUT, file};

/// A host's name, at which nobody allows anything to be asked.
pub const ELSEWHERE: &str = "elsewhere.example";

/// The state of a host.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum State {
    Reachable,
    /// It lets no other page read what it gives.
    WithoutCors,
    /// It answers in a while, and well.
    Slow,
    NotFound,
    Gone,
    Fault,
    /// What it gives is right, and named wrongly, as by many hosts.
    AsText,
    /// It gives a page for people.
    WebPage,
    /// What it gives is named as what no document is.
    AsPicture,
    RedirectingWithin,
    RedirectingElsewhere,
    Endless,
    /// What it gives is data, and not what is wanted.
    AnotherDocument,
}

impl State {
    /// The name in an address.
    pub fn path(self) -> String {
        format!("{self:?}").to_ascii_lowercase()
    }

    /// What a host in this state answers where `body` is wanted, which it also has at `/moved`.
    pub fn reply(self, body: &str, host: &ScriptedServer) -> Reply {
        let good = Reply::json(body);
        let redirecting = |to: &str| Reply::json("").status(302).header("location", to);
        match self {
            Self::Reachable => good,
            Self::WithoutCors => good.without_cors(),
            Self::Slow => good.after(Duration::from_secs(2)),
            Self::NotFound => Reply::json("").status(404),
            Self::Gone => Reply::json("").status(410),
            Self::Fault => Reply::json("").status(500),
            Self::AsText => good.header("content-type", "text/html"),
            Self::WebPage => {
                let page = Reply::json("<!doctype html><title>Welcome</title>");
                page.header("content-type", "text/html")
            }
            Self::AsPicture => good.header("content-type", "image/png"),
            Self::RedirectingWithin => {
                host.reply("/moved", good);
                redirecting("/moved")
            }
            Self::RedirectingElsewhere => redirecting(&format!("https://{ELSEWHERE}/moved")),
            Self::Endless => Reply::json("").endless(),
            Self::AnotherDocument => Reply::json("{}"),
        }
    }
}

/// A state, and what the page makes of a badge whose host is in it.
pub struct Case {
    pub state: State,
    pub verdict: &'static str,
    /// The code of the check that depends on the host.
    pub code: &'static str,
    /// A part of what the card says.
    pub words: &'static str,
}

impl Case {
    /// What there is to say against what the page makes of it; nothing, if it is as expected.
    ///
    /// `seen` are the verdicts that a reader has seen after `before`.
    pub async fn problems(
        &self,
        browser: &Browser,
        check: &str,
        seen: &[String],
        before: &str,
    ) -> anyhow::Result<Vec<String>> {
        let Self {
            state,
            verdict,
            code,
            words: expected,
        } = self;
        let report = report(browser).await?;
        let found = (&report["verdict"], code_of(&report, check));
        let mut problems = Vec::new();
        if found != (&json!(verdict), code) {
            problems.push(format!(
                "{state:?}: {found:?} in place of {verdict}, {code}"
            ));
        }
        // Nothing that is not established is shown on the way.
        if seen.iter().any(|seen| seen != before && seen != verdict) {
            problems.push(format!("{state:?}: a reader has seen {seen:?}"));
        }
        let said = words(browser).await?;
        if !said.contains(expected) {
            problems.push(format!("{state:?}: {expected:?} is not in {said}"));
        }
        Ok(problems)
    }
}

/// The states in which a host does not give what is wanted, which is said alike whatever that is. The
/// verdict stays what it was.
pub fn silent_hosts(verdict: &'static str) -> Vec<Case> {
    let silent = |state, code, words| Case {
        state,
        verdict,
        code,
        words,
    };
    vec![
        silent(
            State::WithoutCors,
            "blocked-by-cors",
            "couldn't be read: no such host, no connection, or a host that lets no other page read it",
        ),
        silent(State::NotFound, "http-status", "isn't there (error 404)"),
        silent(State::Gone, "http-status", "is gone for good (error 410)"),
        silent(
            State::Fault,
            "http-status",
            "its host has a fault (error 500)",
        ),
        silent(
            State::WebPage,
            "web-page",
            "gave a web page, where data was expected",
        ),
        silent(
            State::AsPicture,
            "media",
            "gave a picture, sound or film, where data was expected",
        ),
        silent(
            State::RedirectingWithin,
            "redirected",
            "sends whoever asks to another address. A browser doesn't say which, so you can't allow it",
        ),
        silent(
            State::RedirectingElsewhere,
            "redirected",
            "sends whoever asks to another address. A browser doesn't say which, so you can't allow it",
        ),
        silent(State::Endless, "too-large", "is larger than we read"),
    ]
}

/// Shows a badge in each case and allows its host to be asked: `check` is then as the case says, and the
/// verdict was `before`. `answer` puts the host into the case's state and gives the badge. Nothing is asked
/// of `elsewhere`.
pub async fn in_each_state(
    (browser, elsewhere): (&Browser, &ScriptedServer),
    cases: Vec<Case>,
    (check, before): (&str, &str),
    answer: impl Fn(&Case) -> anyhow::Result<String>,
) -> anyhow::Result<()> {
    let mut problems = Vec::new();
    for case in cases {
        let badge = answer(&case)?;
        let shown = show(browser, &case.state.path(), &badge).await?;
        assert_eq!(shown, before, "{:?}", case.state);
        let seen = allow(browser).await?;
        problems.extend(case.problems(browser, check, &seen, before).await?);
    }
    assert!(problems.is_empty(), "{problems:#?}");
    assert_eq!(elsewhere.requests(), [""; 0], "a redirection was followed");
    Ok(())
}

/// The code of one of a report's checks.
pub fn code_of<'a>(report: &'a Value, check: &str) -> &'a str {
    let checks = report["checks"].as_array().map(Vec::as_slice);
    let mut checks = checks.unwrap_or_default().iter();
    let found = checks.find(|it| it["check"] == check);
    found.and_then(|it| it["code"].as_str()).unwrap_or_default()
}

/// Chooses a file in place of all that lie on the page, and returns its verdict before anybody is asked.
pub async fn show(browser: &Browser, name: &str, badge: &str) -> anyhow::Result<String> {
    let name = format!("{name}.json");
    let count = browser.evaluate("findAll('.results > li').length").await?;
    let count = count.as_u64().unwrap_or_default() + 1;
    browser
        .upload(INPUT, file(&name, badge.as_bytes())?)
        .await?;
    super::newest_verdict(browser, usize::try_from(count)?).await
}

/// Allows what the newest card asks, and waits until that is not under way any more. Returns all
/// verdicts that a reader has seen meanwhile.
pub async fn allow(browser: &Browser) -> anyhow::Result<Vec<String>> {
    press_and_wait(browser, ".results .consent-allow").await
}

/// Asks once more for what was answered, and waits for the answer. Returns all verdicts that a reader
/// has seen meanwhile.
pub async fn check_again(browser: &Browser) -> anyhow::Result<Vec<String>> {
    press_and_wait(browser, ".results .consent-again").await
}

async fn press_and_wait(browser: &Browser, button: &str) -> anyhow::Result<Vec<String>> {
    watch(browser).await?;
    press(browser, button).await?;
    let answered = format!("window.hasAsked && !{UNDER_WAY}");
    browser.wait_for("the answer", &answered).await?;
    let seen = browser.evaluate("window.seen").await?;
    Ok(serde_json::from_value(seen)?)
}

/// Whether the newest card says that somebody is being asked.
pub const UNDER_WAY: &str = "find('.results .consent-state')?.textContent.startsWith('Asking')";

/// From now on keeps in mind what the newest card's verdict is, and whether it has asked somebody.
async fn watch(browser: &Browser) -> anyhow::Result<()> {
    let watch = "(() => { \
        [window.seen, window.hasAsked] = [[], false]; \
        const look = () => { \
            const verdict = find('.results .assay')?.dataset.verdict; \
            if (verdict && verdict !== window.seen.at(-1)) window.seen.push(verdict); \
            window.hasAsked ||= UNDER_WAY; }; \
        window.watcher?.disconnect(); \
        window.watcher = new MutationObserver(look); \
        const all = {subtree: true, childList: true, attributes: true, characterData: true}; \
        window.watcher.observe(document.body, all); \
        look(); })()";
    let watch = watch.replace("UNDER_WAY", UNDER_WAY);
    browser.evaluate(&watch).await.map(drop)
}

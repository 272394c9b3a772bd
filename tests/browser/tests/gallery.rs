//! `<assay-gallery>`: several badges, and those with one skill.

mod support;

use browser_tests::Browser;
use fantoccini::key::Key;
use serde_json::{Value, json};
use support::embedding::{SAMPLES, open_page_with, was_asked_for};

/// A gallery with a badge in a figure, one without skills, one that nobody vouches for, and one of which
/// the page has hidden the frame.
async fn open_gallery(name: &str) -> anyhow::Result<Browser> {
    let badge = |name: &str| {
        format!("<assay-badge layout=compact src={SAMPLES}/{name}.json></assay-badge>")
    };
    let body = format!(
        "<main><h1>Badges</h1><assay-gallery><figure id=rich>{}</figure>{}{}<div id=own hidden>{}</div></assay-gallery></main>",
        badge("rich-genuine"),
        badge("minimal"),
        badge("altered"),
        badge("rich-genuine"),
    );
    let browser = open_page_with(name, &body).await?;
    browser
        .wait_for(
            "the reports",
            "findAll('assay-badge').every(badge => badge.report)",
        )
        .await?;
    browser
        .wait_for("the chips", "find('.filter-chip')")
        .await?;
    Ok(browser)
}

/// Whether each child of the gallery is shown.
const SHOWN: &str = "[...find('assay-gallery').children].map(child => !child.hidden)";

async fn shown(browser: &Browser) -> anyhow::Result<Value> {
    browser.evaluate(SHOWN).await
}

#[tokio::test]
async fn the_chips_are_the_skills_that_issuers_vouch_for() -> anyhow::Result<()> {
    let browser = open_gallery("gallery-chips").await?;
    let report = browser.evaluate("find('#rich assay-badge').report").await?;
    let skills = report["skills"].as_array().cloned().unwrap_or_default();
    let mut names: Vec<&str> = skills.iter().filter_map(|it| it["name"].as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert!(names.len() > 2, "{names:?}");
    let listed = browser.evaluate("find('assay-gallery').skills").await?;
    assert_eq!(listed, json!(names));
    let chips = browser
        .evaluate("findAll('.filter-chip bdi').map(chip => chip.textContent).toSorted()")
        .await?;
    assert_eq!(chips, json!(names));
    // The altered file claims the same skills. It is not counted.
    let count = browser
        .evaluate("find('.filter-count').textContent")
        .await?;
    assert!(
        count.as_str().unwrap_or_default().contains("2 badges"),
        "{count}"
    );
    assert_eq!(shown(&browser).await?, json!([true, true, true, false]));
    Ok(())
}

#[tokio::test]
async fn a_chip_shows_only_the_badges_with_its_skill() -> anyhow::Result<()> {
    let browser = open_gallery("gallery-choose").await?;
    browser
        .evaluate(
            "(() => { window.told = []; document.addEventListener('gallery-filter', \
             ({ detail }) => told.push(detail)); })()",
        )
        .await?;
    let skill = browser
        .evaluate("find('.filter-chip bdi').textContent")
        .await?;
    browser.evaluate("find('.filter-chip').click()").await?;
    browser
        .wait_for("the choice", "find('.filter-chip').ariaPressed === 'true'")
        .await?;
    assert_eq!(shown(&browser).await?, json!([true, false, false, false]));
    browser
        .wait_for(
            "the count",
            "find('[role=status].quiet').textContent === '2 of 4 badges'",
        )
        .await?;
    assert_eq!(
        browser.evaluate("find('assay-gallery').skill").await?,
        skill
    );
    // Pressed again it is taken back; what the page has hidden stays hidden.
    browser.evaluate("find('.filter-chip').click()").await?;
    browser
        .wait_for(
            "all of them",
            "find('[role=status].quiet').textContent === 'All 4 badges'",
        )
        .await?;
    assert_eq!(shown(&browser).await?, json!([true, true, true, false]));
    let told = browser.evaluate("told").await?;
    assert_eq!(
        told,
        json!([
            {"skill": skill, "shown": 2, "of": 4},
            {"skill": null, "shown": 4, "of": 4},
        ])
    );
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

#[tokio::test]
async fn keys_choose_too_and_axe_has_nothing_against_it() -> anyhow::Result<()> {
    let browser = open_gallery("gallery-keys").await?;
    support::assert_accessible(&browser, "a gallery").await?;
    let chip = browser.find(".filter-chip").await?;
    chip.send_keys(&String::from(char::from(Key::Enter)))
        .await?;
    browser
        .wait_for("the choice", "find('.filter-chip').ariaPressed === 'true'")
        .await?;
    let is_kept = "find('assay-gallery').shadowRoot.activeElement === find('.filter-chip')";
    assert_eq!(browser.evaluate(is_kept).await?, true, "the focus stays");
    support::assert_accessible(&browser, "a filtered gallery").await
}

/// The attribute does what a chip does; a skill that there is not is none.
#[tokio::test]
async fn skill_is_the_choice() -> anyhow::Result<()> {
    let browser = open_gallery("gallery-skill").await?;
    let set = "(async () => { find('assay-gallery').skill = given[0]; await null; await null; })()";
    let skill = browser.evaluate("find('assay-gallery').skills[0]").await?;
    browser.evaluate_with(set, vec![skill]).await?;
    assert_eq!(shown(&browser).await?, json!([true, false, false, false]));
    browser.evaluate_with(set, vec![json!("Juggling")]).await?;
    assert_eq!(shown(&browser).await?, json!([true, true, true, false]));
    Ok(())
}

#[tokio::test]
async fn badges_that_come_and_go_are_followed() -> anyhow::Result<()> {
    let browser = open_gallery("gallery-follow").await?;
    browser.evaluate("find('.filter-chip').click()").await?;
    browser
        .wait_for("the choice", "find('.filter-chip').ariaPressed === 'true'")
        .await?;
    // One that does not match is hidden once that is known, and seen again outside.
    let add = "(async () => { const badge = document.createElement('assay-badge'); \
        badge.id = 'new'; badge.src = given[0]; find('assay-gallery').append(badge); \
        const before = badge.hidden; await badge.ready; await null; await null; \
        const after = badge.hidden; find('main').append(badge); \
        await null; await null; return [before, after, badge.hidden]; })()";
    let file = json!(format!("{SAMPLES}/expired.json"));
    let seen = browser.evaluate_with(add, vec![file]).await?;
    assert_eq!(seen, json!([false, true, false]));
    // Without the badges that have a skill there is nothing to choose.
    browser
        .evaluate("(find('#rich').remove(), find('#own').remove())")
        .await?;
    browser
        .wait_for("no chips", "!find('.filter-chip')")
        .await?;
    assert_eq!(shown(&browser).await?, json!([true, true]));
    Ok(())
}

#[tokio::test]
async fn a_gallery_that_is_far_away_waits_and_then_loads_all() -> anyhow::Result<()> {
    let badge = format!("<assay-badge src={SAMPLES}/minimal.json></assay-badge>");
    let body = format!(
        "<div class=space></div><assay-gallery>{badge}<div class=space></div>{badge}</assay-gallery>"
    );
    let browser = open_page_with("gallery-far", &body).await?;
    browser
        .evaluate("new Promise(resolve => setTimeout(resolve, 300))")
        .await?;
    assert!(!was_asked_for(&browser, ".wasm"));
    browser
        .evaluate("find('assay-badge').scrollIntoView()")
        .await?;
    let all = "findAll('assay-badge').every(badge => badge.report)";
    browser.wait_for("both", all).await
}

#[tokio::test]
async fn columns_fit_the_gallerys_width() -> anyhow::Result<()> {
    let browser = open_gallery("gallery-columns").await?;
    let columns = "getComputedStyle(find('assay-gallery').shadowRoot.querySelector('.grid')) \
        .gridTemplateColumns.split(' ').length";
    for (width, expected) in [(320, 1), (760, 2), (1200, 3)] {
        browser
            .evaluate_with(
                "find('assay-gallery').style.inlineSize = given[0] + 'px'",
                vec![json!(width)],
            )
            .await?;
        let are_there = format!("{columns} === {expected}");
        browser
            .wait_for(&format!("{expected} columns"), &are_there)
            .await?;
    }
    Ok(())
}

//! A badge in each of its layouts, with each kind of verdict.

mod support;

use browser_tests::Browser;
use serde_json::{Value, json};
use support::embedded::{KINDS, LAYOUTS, MARKS, kinds, open_all, open_chip, open_portfolio, show};
use support::{assert_accessible, index};

const WIDTHS: [u32; 5] = [280, 360, 560, 768, 1280];

/// What a reader can see, or hear, of each badge.
async fn texts(browser: &Browser) -> anyhow::Result<Vec<String>> {
    let texts = browser
        .evaluate("findAll('assay-badge').map(badge => text(badge).replace(/\\s+/g, ' '))")
        .await?;
    Ok(serde_json::from_value(texts)?)
}

#[tokio::test]
async fn every_layout_says_every_verdict_and_fits_at_every_width() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("layouts");
    for layout in LAYOUTS {
        browser.set_viewport(1280, 900).await?;
        show(&browser, layout, &kinds()).await?;
        for ((file, headline), text) in KINDS.iter().zip(texts(&browser).await?) {
            assert!(text.contains(headline), "{layout} {file}: {text}");
        }
        for width in WIDTHS {
            browser.set_viewport(width, 900).await?;
            assert_eq!(browser.sideways_overflow().await?, 0, "{layout} at {width}");
            let picture = folder.join(format!("{layout}-{width}.png"));
            browser.screenshot(picture).await?;
        }
        assert_accessible(&browser, layout).await?;
    }
    assert_eq!(browser.requests_to_outside().await?, [""; 0]);
    Ok(())
}

/// The four marks, and no other row of them is shorter.
#[tokio::test]
async fn every_layout_shows_all_four_marks_in_their_order() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    for layout in LAYOUTS {
        let badges: Vec<String> = kinds().into_iter().take(9).collect();
        show(&browser, layout, &badges).await?;
        let rows = browser
            .evaluate(
                "findAll('assay-badge').map(badge => \
                 [...badge.shadowRoot.querySelectorAll('.hallmarks, .small-hallmarks, .tiny-hallmarks')] \
                 .map(row => [...row.querySelectorAll('.mark')].map(mark => mark.dataset.mark)))",
            )
            .await?;
        for (badge, rows) in badges.iter().zip(rows.as_array().into_iter().flatten()) {
            let rows = rows.as_array().map(Vec::as_slice).unwrap_or_default();
            assert!(!rows.is_empty(), "{layout} {badge}");
            for row in rows {
                assert_eq!(*row, json!(MARKS), "{layout} {badge}");
            }
        }
    }
    Ok(())
}

/// In small no more is said of a badge than at length: nothing that nobody signed, and no picture.
#[tokio::test]
async fn a_badge_that_is_not_confirmed_keeps_its_name_and_picture_to_itself() -> anyhow::Result<()>
{
    let browser = open_portfolio().await?;
    let badges = ["altered.json", "strangers-key.json", "unsigned.json"].map(str::to_owned);
    for layout in ["inline", "compact", "card"] {
        show(&browser, layout, &badges).await?;
        let seen = browser
            .evaluate(
                "findAll('assay-badge').map(badge => [...badge.shadowRoot.querySelectorAll('*')] \
                 .filter(part => part.checkVisibility() && !part.children.length) \
                 .map(part => part.textContent).join(' '))",
            )
            .await?;
        for text in seen.as_array().into_iter().flatten() {
            let text = text.as_str().unwrap_or_default();
            for claim in [
                "Data Analysis",
                "First Aid",
                "Northfield",
                "Harbour",
                "Robin",
            ] {
                assert!(!text.contains(claim), "{layout}: {text}");
            }
        }
        assert_eq!(browser.evaluate("findAll('.assay img').length").await?, 0);
    }
    Ok(())
}

/// An issuer whom no registry lists "calls itself" so in every layout that names it.
#[tokio::test]
async fn a_name_that_nobody_confirms_is_the_issuers_own_word() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    for layout in ["compact", "card", "full"] {
        show(&browser, layout, &["unlisted-issuer.json".to_owned()]).await?;
        let text = texts(&browser).await?.remove(0);
        assert!(
            text.contains("calls itself Harbour Training"),
            "{layout}: {text}"
        );
    }
    show(&browser, "inline", &["unlisted-issuer.json".to_owned()]).await?;
    let text = texts(&browser).await?.remove(0);
    assert!(!text.contains("Harbour"), "{text}");
    Ok(())
}

/// What a small layout leaves out is one press away: the question, the caveats, the way to doubt.
#[tokio::test]
async fn one_press_opens_the_rest_of_a_row() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    show(&browser, "compact", &kinds()).await?;
    let text = texts(&browser).await?.remove(2);
    assert!(text.contains("Check this yourself"), "{text}");
    assert_eq!(browser.evaluate("findAll('.consent').length").await?, 0);
    open_all(&browser).await?;
    browser
        .wait_for("the question", "find('.consent-allow')")
        .await?;
    let text = texts(&browser).await?.remove(2);
    for words in [
        "This does not check how good the course was.",
        "status.example",
        "Gives first aid until help arrives.",
        "The rest of it, and how we checked",
    ] {
        assert!(text.contains(words), "{words:?} is not in: {text}");
    }
    browser
        .evaluate("findAll('.assay details').forEach(details => details.open = true)")
        .await?;
    for width in WIDTHS {
        browser.set_viewport(width, 900).await?;
        assert_eq!(browser.sideways_overflow().await?, 0, "open at {width}");
    }
    assert_accessible(&browser, "open rows").await?;
    // WCAG 2.2, success criterion 2.5.8; links within sentences need not be so large.
    let small = "findAll('.assay :is(button, summary, input, textarea, .row-actions a)') \
         .filter(target => target.checkVisibility()).filter(target => { \
             const {width, height} = target.getBoundingClientRect(); return width < 24 || height < 24; \
         }).map(target => target.outerHTML.slice(0, 80))";
    assert_eq!(browser.evaluate(small).await?, json!([]));
    Ok(())
}

#[tokio::test]
async fn one_press_opens_a_chips_card_above_the_page() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    show(&browser, "inline", &kinds()).await?;
    // It flows in its sentence.
    let is_inline = "findAll('assay-badge').every(badge => \
         getComputedStyle(badge).display === 'inline' && \
         [...badge.shadowRoot.querySelectorAll('.badge-chip')].every(chip => \
             chip.getBoundingClientRect().height < 32))";
    assert_eq!(browser.evaluate(is_inline).await?, true);
    for (number, words) in [
        (2, "status.example"),
        (6, "Unaltered"),
        (8, "signed that they present them"),
        (9, "Check this yourself"),
    ] {
        open_chip(&browser, number).await?;
        let sheet = browser
            .evaluate("text(find('.sheet:popover-open'))")
            .await?;
        let sheet = sheet.as_str().unwrap_or_default();
        assert!(sheet.contains("Check this yourself"), "{number}: {sheet}");
        assert!(sheet.contains(words), "{number}: {sheet}");
        assert_accessible(&browser, &format!("the card of chip {number}")).await?;
        for width in WIDTHS {
            browser.set_viewport(width, 900).await?;
            let is_within = "(({left, right}) => left >= 0 && right <= innerWidth)\
                 (find('.sheet:popover-open').getBoundingClientRect())";
            assert_eq!(browser.evaluate(is_within).await?, true, "at {width}");
            assert_eq!(browser.sideways_overflow().await?, 0, "at {width}");
        }
        browser
            .evaluate("find('.sheet:popover-open .sheet-bar button').click()")
            .await?;
        browser
            .wait_for("the card to close", "!find('.sheet:popover-open')")
            .await?;
    }
    Ok(())
}

/// The focus is at the verdict once the card is there, and back at the chip when it closes.
#[tokio::test]
async fn the_keyboard_opens_and_closes_a_chips_card() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    show(&browser, "inline", &["rich-genuine.json".to_owned()]).await?;
    browser
        .find(".badge-chip")
        .await?
        .send_keys("\u{e007}")
        .await?;
    let focused = "find('assay-badge').shadowRoot.activeElement";
    browser
        .wait_for(
            "focus on the verdict",
            &format!("{focused}?.matches('.sheet .headline')"),
        )
        .await?;
    browser
        .find(".sheet .headline")
        .await?
        .send_keys("\u{e00c}")
        .await?;
    browser
        .wait_for(
            "focus on the chip",
            &format!("!find('.sheet:popover-open') && {focused}?.matches('.badge-chip')"),
        )
        .await
}

/// A sample is called one in every layout.
#[tokio::test]
async fn a_sample_is_labelled_for_good() -> anyhow::Result<()> {
    let browser = open_portfolio().await?;
    for layout in LAYOUTS {
        show(
            &browser,
            layout,
            &[
                "rich-genuine.json".to_owned(),
                "presentation.json".to_owned(),
            ],
        )
        .await?;
        browser
            .evaluate("findAll('assay-badge').forEach(badge => badge.setAttribute('sample', ''))")
            .await?;
        browser
            .wait_for(
                "the labels",
                "findAll('assay-badge').every(badge => \
                 badge.shadowRoot.querySelector('.sample-label')?.checkVisibility())",
            )
            .await?;
        assert_accessible(&browser, &format!("{layout}, a sample")).await?;
    }
    Ok(())
}

/// The gallery's samples are all of the kinds above, or alike.
#[tokio::test]
async fn the_kinds_cover_every_verdict_of_the_samples() -> anyhow::Result<()> {
    let verdict = |file: &str| -> anyhow::Result<Option<Value>> {
        let samples = index()?;
        let sample = samples.iter().find(|sample| sample["file"] == file);
        Ok(sample.map(|sample| sample["verdict"].clone()))
    };
    for sample in index()? {
        let covered = KINDS
            .iter()
            .any(|(file, _)| verdict(file).ok().flatten() == Some(sample["verdict"].clone()));
        assert!(covered, "{sample}");
    }
    Ok(())
}

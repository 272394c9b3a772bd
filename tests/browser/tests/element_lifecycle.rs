//! `<assay-badge>` moved, removed, and in numbers.

mod support;

use browser_tests::{Browser, skipped_in_firefox};
use serde_json::{Value, json};
use support::embedding::{SAMPLES, open_page_with, report_of, sample};

/// Requests for this among those at the page's site.
fn count(browser: &Browser, part: &str) -> usize {
    let requests = browser.site().requests();
    requests.iter().filter(|it| it.contains(part)).count()
}

#[tokio::test]
async fn moving_does_not_begin_anew() -> anyhow::Result<()> {
    let body = format!(
        "<div id=one></div><div id=two></div><assay-badge src={SAMPLES}/minimal.json></assay-badge>"
    );
    let browser = open_page_with("moving", &body).await?;
    browser.evaluate("find('assay-badge').ready").await?;
    browser.wait_for("the card", "find('.headline')").await?;
    let ways = [
        "find('#one').append(badge)",
        "find('#two').append(badge)",
        "find('#one').replaceChildren(badge)",
        // Browsers before 2025 have no way to move an element as it is.
        "(find('#two').moveBefore ?? find('#two').insertBefore).call(find('#two'), badge, null)",
    ];
    for way in ways {
        let script = format!(
            "(async () => {{ const badge = find('assay-badge'); \
             const [report, ready, card] = [badge.report, badge.ready, find('.card')]; {way}; \
             await new Promise(resolve => setTimeout(resolve, 50)); \
             return [badge.report === report, badge.ready === ready, find('.card') === card, \
                 badge.matches(':state(settled)')]; }})()"
        );
        let seen = browser.evaluate(&script).await?;
        assert_eq!(seen, json!([true, true, true, true]), "{way}");
    }
    assert_eq!(count(&browser, "minimal.json"), 1);
    Ok(())
}

#[tokio::test]
async fn a_badge_that_comes_back_begins_anew() -> anyhow::Result<()> {
    let browser = open_page_with("back", "").await?;
    report_of(&browser, json!({"src": sample("minimal")})).await?;
    let script = "(async () => { const badge = find('assay-badge'); badge.remove(); \
        await null; await null; \
        const [report, states] = [badge.report, badge.matches(':state(settled)')]; \
        document.body.append(badge); return [report, states, (await badge.ready).verdict]; })()";
    assert_eq!(
        browser.evaluate(script).await?,
        json!([null, false, "unlisted"])
    );
    assert_eq!(count(&browser, "minimal.json"), 2);
    Ok(())
}

/// A badge that is taken away while it is loaded or checked is heard of no more.
#[tokio::test]
async fn a_badge_that_is_removed_meanwhile_says_nothing() -> anyhow::Result<()> {
    let browser = open_page_with("meanwhile", "").await?;
    report_of(&browser, json!({"src": sample("minimal")})).await?;
    let script = "(async () => { let heard = 0; const removed = []; \
        for (let turns = 0; turns < 12; turns += 1) { \
            const badge = document.createElement('assay-badge'); badge.loading = 'eager'; \
            badge.src = given[0]; removed.push(badge); \
            for (const type of ['badge-report', 'badge-verdict', 'badge-error']) \
                badge.addEventListener(type, () => heard += 1); \
            document.body.append(badge); \
            await new Promise(resolve => setTimeout(resolve, turns)); \
            const before = badge.report; badge.remove(); \
            if (before) heard -= 2; } \
        await new Promise(resolve => setTimeout(resolve, 500)); \
        return [heard, removed.every(badge => badge.report === null)]; })()";
    let seen = browser
        .evaluate_with(script, vec![sample("expired")])
        .await?;
    assert_eq!(seen, json!([0, true]));
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

/// The program is fetched once, however many badges there are.
#[tokio::test]
async fn fifty_badges_fetch_the_program_once() -> anyhow::Result<()> {
    let badge = format!(
        "<assay-badge layout=compact loading=eager src={SAMPLES}/minimal.json registry={SAMPLES}/registry.json></assay-badge>"
    );
    let browser = open_page_with("fifty", &badge.repeat(50)).await?;
    let verdicts = "Promise.all(findAll('assay-badge').map(badge => badge.ready)) \
        .then(reports => reports.map(report => report.verdict))";
    let verdicts = browser.evaluate(verdicts).await?;
    assert_eq!(verdicts, json!(vec!["genuine"; 50]));
    assert_eq!(count(&browser, ".wasm"), 1);
    // Those share a request that want it while it is under way; some may begin later.
    let registry = count(&browser, "registry.json");
    assert!(registry < 10, "{registry} requests");
    assert_eq!(browser.console_errors().await?, [""; 0]);
    Ok(())
}

/// What the page and the program hold on to, in bytes, once all that can be freed is.
async fn memory(browser: &Browser) -> anyhow::Result<[f64; 2]> {
    // Chromium's own: no standard lets a test collect garbage.
    for _ in 0..3 {
        browser
            .devtools("HeapProfiler.collectGarbage", json!({}))
            .await?;
    }
    let heap = browser.devtools("Runtime.getHeapUsage", json!({})).await?;
    let wasm = browser.evaluate("wasmMemory.buffer.byteLength").await?;
    let bytes = |value: &Value| value.as_f64().unwrap_or_default();
    Ok([bytes(&heap["usedSize"]), bytes(&wasm)])
}

/// A thousand badges put in, checked and taken away leave nothing behind: neither in the page's heap nor
/// in the program's memory.
#[tokio::test]
async fn a_thousand_badges_leave_nothing_behind() -> anyhow::Result<()> {
    if skipped_in_firefox("no command of its driver collects garbage") {
        return Ok(());
    }
    let browser = open_page_with("thousand", "").await?;
    // The memory is the program's own affair; it is caught as it is made.
    browser
        .evaluate(
            "(() => { const { instantiate, instantiateStreaming } = WebAssembly; \
             const caught = (result) => { const { exports } = result.instance ?? result; \
                 if (exports.memory) window.wasmMemory = exports.memory; return result; }; \
             WebAssembly.instantiateStreaming = async (...all) => \
                 caught(await instantiateStreaming.apply(WebAssembly, all)); \
             WebAssembly.instantiate = async (...all) => \
                 caught(await instantiate.apply(WebAssembly, all)); })()",
        )
        .await?;
    let rounds = "(async () => { const text = await (await fetch(given[0])).text(); \
        for (let round = 0; round < given[1]; round += 1) { \
            const badges = Array.from({ length: 10 }, (_, index) => { \
                const badge = document.createElement('assay-badge'); badge.loading = 'eager'; \
                badge.layout = ['card', 'compact', 'full', 'inline'][index % 4]; \
                badge.credential = text; return badge; }); \
            document.body.append(...badges); \
            await Promise.all(badges.map(badge => badge.ready)); \
            await new Promise(resolve => setTimeout(resolve)); \
            for (const badge of badges) badge.remove(); \
            await new Promise(resolve => setTimeout(resolve)); } })()";
    let given = |rounds: u32| vec![sample("minimal"), json!(rounds)];
    // Compiled code, caches, lazily made tables and the places for ten badges are there by then.
    for _ in 0..3 {
        browser.evaluate_with(rounds, given(10)).await?;
    }
    let [heap_before, wasm_before] = memory(&browser).await?;
    for _ in 0..10 {
        browser.evaluate_with(rounds, given(10)).await?;
    }
    let [heap_after, wasm_after] = memory(&browser).await?;
    println!("heap {heap_before} -> {heap_after}, wasm {wasm_before} -> {wasm_after}");
    // An element that is held on to takes some thousand bytes without its card. The engine's own tables
    // grow by some ten thousand in all.
    assert!(
        heap_after - heap_before < 100.0 * 1000.0,
        "the page's heap grew from {heap_before} to {heap_after} bytes"
    );
    // The allocator may have come to need one page more (64 KiB); a badge that is held on to takes more
    // than a thousandth of that.
    assert!(
        wasm_after - wasm_before <= 65_536.0,
        "the program's memory grew from {wasm_before} to {wasm_after} bytes"
    );
    Ok(())
}

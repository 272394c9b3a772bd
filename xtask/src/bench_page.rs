//! `cargo xtask bench-page`: how long a page takes until its badges have their verdicts, how much it
//! fetches, and the same for Blockcerts' element.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::json;
use signing::Issuer;

use crate::dist::finish;
use crate::samples::badges::minimal;
use crate::tools::folders::copy;
use crate::tools::npm::{self, BLOCKCERTS_VERIFIER};
use crate::tools::page::{build_for_release, set_up_trunk};
use crate::tools::project::Project;
use crate::tools::{chromium, measuring, pack};

/// How often each page is opened, in turn with the others, each time in a fresh profile.
const RUNS: u32 = 15;
/// How many badges the page with many has, each one's file another.
const MANY: usize = 50;
/// What stands in the folder of cert-verifier-js' tests: a certificate that its own tests expect to pass,
/// and what its issuer's host answers. Its chain is a mock, so no explorer of a blockchain is asked.
const CERTIFICATE: &str = "fixtures/v2/mocknet-valid-2.0.json";
const ANSWERS: [(&str, &str); 2] = [
    (
        "https://www.blockcerts.org/samples/2.0/issuer-testnet.json",
        "assertions/v2-testnet-issuer-profile.json",
    ),
    (
        "https://www.blockcerts.org/samples/2.0/revocation-list-testnet.json",
        "assertions/v2-testnet-revocation-list.json",
    ),
];

/// What was measured of one page: medians.
#[derive(Deserialize)]
struct Measured {
    name: String,
    milliseconds: f64,
    fastest: f64,
    slowest: f64,
    bytes: u64,
    requests: u32,
}

/// Measures pages with Assay's badges, and a page with a certificate of Blockcerts', given the folder of
/// cert-verifier-js' tests, which no registry has.
pub fn bench_page(blockcerts_tests: Option<&str>) -> anyhow::Result<()> {
    let project = Project::find()?;
    npm::set_up(&project)?;
    chromium::set_up(&project)?;
    set_up_trunk(&project)?;
    let page = build_for_release(&project)?;
    finish(&page)?;
    let folder = project.target.join("bench-page");
    project.shell.remove_path(&folder)?;
    lay_out_badges(&page, &folder)?;
    let mut pages = vec![
        assay_page("Assay, one badge", "one.html", 1),
        assay_page("Assay, fifty badges", "many.html", MANY),
    ];
    match blockcerts_tests {
        Some(tests) => pages.push(blockcerts_page(&project, Path::new(tests), &folder)?),
        None => println!("Without the folder of cert-verifier-js' tests, Assay alone is measured."),
    }
    let task = json!({
        "browser": chromium::browser(),
        "folder": folder,
        "runs": RUNS,
        "pages": pages,
    });
    let measured: Vec<Measured> =
        measuring::measure(&project, "xtask/src/bench_page/measure.mjs", &task)?;
    print_table(&measured);
    Ok(())
}

/// Puts the program, a page with one badge and one with many into the folder.
fn lay_out_badges(page: &Path, folder: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(folder)?;
    for part in [pack::SCRIPT, pack::WASM] {
        copy(&page.join(part), &folder.join(part), &[])?;
    }
    let issuer = Issuer::did_key("listed issuer");
    copy(
        &page.join("samples/registry.json"),
        &folder.join("registry.json"),
        &[],
    )?;
    for number in 1..=MANY {
        let mut badge = minimal(&issuer);
        badge["id"] = json!(format!("urn:uuid:00000000-0000-4000-8000-{number:012}"));
        badge["name"] = json!(format!("Course {number}"));
        let badge = issuer.sign(badge)?;
        fs::write(
            folder.join(format!("{number}.json")),
            serde_json::to_string_pretty(&badge)?,
        )?;
    }
    for (file, count) in [("one.html", 1), ("many.html", MANY)] {
        let badges: String = (1..=count)
            .map(|number| {
                format!("<assay-badge loading=eager src={number}.json registry=registry.json></assay-badge>\n")
            })
            .collect();
        let script = format!("<script type=module src={}></script>", pack::SCRIPT);
        fs::write(folder.join(file), html(&format!("{script}\n{badges}")))?;
    }
    Ok(())
}

fn html(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><title>Portfolio</title><link rel=icon href=data:,>\n{body}"
    )
}

/// It is there when every badge has its verdict and its card.
fn assay_page(name: &str, file: &str, count: usize) -> serde_json::Value {
    let shown =
        "badge.verdict === 'genuine' && badge.shadowRoot.querySelector('.assay[data-verdict]')";
    let shown = format!(
        "[...document.querySelectorAll('assay-badge')].filter((badge) => {shown}).length === {count}"
    );
    json!({"name": name, "file": file, "shown": shown, "answers": []})
}

/// It is there when the card says that the certificate has passed.
fn blockcerts_page(
    project: &Project,
    tests: &Path,
    folder: &Path,
) -> anyhow::Result<serde_json::Value> {
    let package = BLOCKCERTS_VERIFIER.set_up(project)?;
    copy(&package.join("dist/main.js"), &folder.join("main.js"), &[])?;
    copy(
        &tests.join(CERTIFICATE),
        &folder.join("certificate.json"),
        &[],
    )?;
    // As its own demonstration pages have it.
    let body = "<script>window.process = { env: { NODE_ENV: 'production' } };</script>\n\
        <script type=module src=main.js></script>\n\
        <blockcerts-verifier src=/certificate.json></blockcerts-verifier>";
    fs::write(folder.join("blockcerts.html"), html(body))?;
    let answers: Vec<_> = ANSWERS
        .iter()
        .map(|(url, file)| json!({"url": url, "file": absolute(&tests.join(file))}))
        .collect();
    Ok(json!({
        "name": "Blockcerts, one certificate",
        "file": "blockcerts.html",
        "shown": "deepText(document.body).includes('passed all checks')",
        "answers": answers,
    }))
}

fn absolute(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn print_table(measured: &[Measured]) {
    println!(
        "\nFrom navigation to the last verdict, in Chromium with an empty cache, served from this machine"
    );
    println!("compressed by Brotli; the median of {RUNS} runs, the fastest and the slowest:\n");
    println!(
        "{:<28} {:>8} {:>8} {:>8} {:>12} {:>9}",
        "page", "ms", "fastest", "slowest", "bytes", "requests"
    );
    for page in measured {
        println!(
            "{:<28} {:>8.0} {:>8.0} {:>8.0} {:>12} {:>9}",
            page.name, page.milliseconds, page.fastest, page.slowest, page.bytes, page.requests
        );
    }
}

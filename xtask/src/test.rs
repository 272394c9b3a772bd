//! `cargo xtask test`: every check of the project, in order, up to the first that fails.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context as _;
use xshell::{Cmd, cmd};

use crate::tools::cargo_tools::{CARGO_DENY, WASM_BINDGEN};
use crate::tools::counted_tests::run_counted;
use crate::tools::npm::{self, AXE_CORE};
use crate::tools::project::Project;
use crate::tools::rust::WASM;
use crate::tools::{chromium, firefox, page, rust};
use crate::{dist, examples, package, size};

/// A check's name, and what it does.
type Check = (&'static str, fn(&Setup) -> anyhow::Result<Passed>);

/// How a check ended that did not fail.
enum Passed {
    Plainly,
    /// With something to tell in the summary.
    WithNote(String),
    /// It could not be made here, for this reason.
    NotMade(&'static str),
}

const CHECKS: [Check; 16] = [
    ("formatting", formatting),
    ("lints, native", native_lints),
    ("lints, wasm", wasm_lints),
    ("lints, fuzz targets", fuzz_lints),
    ("documentation", documentation),
    ("tests, native", native_tests),
    ("tests of the other crates", other_tests),
    ("dependencies: licences, bans, sources", dependencies),
    ("dependencies: advisories", advisories),
    ("tests, wasm", wasm_tests),
    ("the page for release", release_page),
    ("the page's size", page_size),
    ("tests of the page in Chromium", page_tests_in_chromium),
    ("tests of the page in Firefox", page_tests_in_firefox),
    ("the npm package", npm_package),
    ("the examples of embedding", embedding_examples),
];

const TOO_OLD_FOR_VITE: &str = "Vite wants Node 20.19 or later";

/// What Firefox is not asked for, since it takes minutes and is the same program's doing in every browser:
/// whom the page asks, and what comes of the answers. Pictures are compared in one browser.
const LEFT_TO_CHROMIUM: [&str; 8] = [
    "issuer_host",
    "network",
    "provenance",
    "registry_host",
    "requests",
    "screenshots",
    "status_host",
    "unasked",
];

/// Sets up all that the checks need, runs them, and lists how each went.
pub fn test() -> anyhow::Result<()> {
    let start = Instant::now();
    let setup = Setup::make()?;
    let mut summary = vec![format!("ok   set up ({} s)", start.elapsed().as_secs())];
    let mut result = Ok(());
    for (name, check) in CHECKS {
        println!("\n=== {name}");
        let start = Instant::now();
        let outcome = check(&setup).with_context(|| format!("failed: {name}"));
        let seconds = start.elapsed().as_secs();
        match outcome {
            Ok(Passed::Plainly) => summary.push(format!("ok   {name} ({seconds} s)")),
            Ok(Passed::WithNote(note)) => {
                summary.push(format!("ok   {name} ({seconds} s): {note}"));
            }
            Ok(Passed::NotMade(why)) => summary.push(format!("NOT CHECKED {name}: {why}")),
            Err(error) => {
                summary.push(format!(
                    "FAIL {name} ({seconds} s); what follows was not run"
                ));
                result = Err(error);
                break;
            }
        }
    }
    println!("\n=== summary\n{}", summary.join("\n"));
    result
}

/// What the checks work with.
struct Setup {
    project: Project,
    wasm_bindgen: PathBuf,
    cargo_deny: PathBuf,
    chromedriver: PathBuf,
    geckodriver: PathBuf,
    axe_core: PathBuf,
}

impl Setup {
    fn make() -> anyhow::Result<Self> {
        let project = Project::find()?;
        println!("=== setting up");
        // What a person may have to install comes before what takes minutes to build.
        npm::set_up(&project)?;
        let chromedriver = chromium::set_up(&project)?;
        let geckodriver = firefox::set_up(&project)?;
        rust::set_up_lints(&project)?;
        page::set_up_trunk(&project)?;
        Ok(Self {
            chromedriver,
            geckodriver,
            wasm_bindgen: WASM_BINDGEN.set_up(&project)?,
            cargo_deny: CARGO_DENY.set_up(&project)?,
            axe_core: AXE_CORE.set_up(&project)?.join("axe.min.js"),
            project,
        })
    }
}

fn formatting(setup: &Setup) -> anyhow::Result<Passed> {
    cmd!(setup.project.shell, "cargo fmt --all --check").run()?;
    Ok(Passed::Plainly)
}

fn native_lints(setup: &Setup) -> anyhow::Result<Passed> {
    let features = ["--no-default-features", "--features", "cli"];
    let workspace = ["--workspace", "--exclude", "yew-example"];
    cmd!(
        setup.project.shell,
        "cargo clippy {workspace...} --all-targets {features...} -- -D warnings"
    )
    .run()?;
    Ok(Passed::Plainly)
}

fn wasm_lints(setup: &Setup) -> anyhow::Result<Passed> {
    cmd!(
        setup.project.shell,
        "cargo clippy --package assay --lib --bin page --target {WASM} -- -D warnings"
    )
    .run()?;
    cmd!(
        setup.project.shell,
        "cargo clippy --package yew-example --target {WASM} -- -D warnings"
    )
    .run()?;
    Ok(Passed::Plainly)
}

/// That the fuzz targets compile; libFuzzer itself, which is C++, is left out.
fn fuzz_lints(setup: &Setup) -> anyhow::Result<Passed> {
    let shell = &setup.project.shell;
    let target = setup.project.target.join("fuzz");
    cmd!(
        shell,
        "cargo clippy --locked --manifest-path fuzz/Cargo.toml --no-default-features --target-dir {target} -- -D warnings"
    )
    .run()?;
    cmd!(shell, "cargo fmt --manifest-path fuzz/Cargo.toml --check").run()?;
    Ok(Passed::Plainly)
}

/// Documents for wasm, where the browser's half of the library is too.
fn documentation(setup: &Setup) -> anyhow::Result<Passed> {
    let shell = &setup.project.shell;
    let _flags = shell.push_env("RUSTDOCFLAGS", "-D warnings");
    cmd!(
        shell,
        "cargo doc --package assay --package statements --lib --no-deps --target {WASM}"
    )
    .run()?;
    Ok(Passed::Plainly)
}

fn native_tests(setup: &Setup) -> anyhow::Result<Passed> {
    run_tests(cmd!(
        setup.project.shell,
        "cargo test --package assay --no-default-features --features cli"
    ))
}

fn other_tests(setup: &Setup) -> anyhow::Result<Passed> {
    run_tests(cmd!(
        setup.project.shell,
        "cargo test --workspace --exclude assay --exclude browser-tests --exclude yew-example"
    ))
}

fn dependencies(setup: &Setup) -> anyhow::Result<Passed> {
    let cargo_deny = setup.cargo_deny.join("cargo-deny");
    cmd!(
        setup.project.shell,
        "{cargo_deny} --workspace check licenses bans sources"
    )
    .run()?;
    Ok(Passed::Plainly)
}

/// Known vulnerabilities stand in a database on GitHub, which not every machine can reach.
fn advisories(setup: &Setup) -> anyhow::Result<Passed> {
    let shell = &setup.project.shell;
    let cargo_deny = setup.cargo_deny.join("cargo-deny");
    if let Err(error) = cmd!(shell, "{cargo_deny} fetch db").run() {
        println!("{error}");
        return Ok(Passed::NotMade(
            "the advisory database could not be fetched",
        ));
    }
    cmd!(shell, "{cargo_deny} --workspace check advisories").run()?;
    Ok(Passed::Plainly)
}

fn wasm_tests(setup: &Setup) -> anyhow::Result<Passed> {
    let shell = &setup.project.shell;
    let runner = setup.wasm_bindgen.join("wasm-bindgen-test-runner");
    let browser_settings = setup.project.root.join("tests/browser/webdriver.json");
    let command = cmd!(shell, "cargo test --target {WASM} --lib --test wasm")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", &setup.chromedriver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser_settings)
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        // Unoptimised wasm on a slow machine needs more than the usual 20 seconds.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    run_tests(command)
}

fn release_page(setup: &Setup) -> anyhow::Result<Passed> {
    let folder = page::build_for_release(&setup.project)?;
    dist::finish(&folder)?;
    Ok(Passed::Plainly)
}

fn page_size(setup: &Setup) -> anyhow::Result<Passed> {
    let note = size::check_budget(&page::release_folder(&setup.project))?;
    Ok(Passed::WithNote(note))
}

fn page_tests_in_chromium(setup: &Setup) -> anyhow::Result<Passed> {
    page_tests(setup, "chromium", &[])
}

fn page_tests_in_firefox(setup: &Setup) -> anyhow::Result<Passed> {
    page_tests(setup, "firefox", &LEFT_TO_CHROMIUM)
}

fn page_tests(setup: &Setup, browser: &str, left_out: &[&str]) -> anyhow::Result<Passed> {
    let mut targets = Vec::new();
    for entry in std::fs::read_dir(setup.project.root.join("tests/browser/tests"))? {
        let path = entry?.path();
        let is_test =
            path.extension().is_some_and(|it| it == "rs") || path.join("main.rs").exists();
        let name = path.file_stem().unwrap_or_default();
        let name = name.to_string_lossy().into_owned();
        if is_test && !left_out.contains(&name.as_str()) {
            targets.extend(["--test".to_owned(), name]);
        }
    }
    let command = cmd!(
        setup.project.shell,
        "cargo test --package browser-tests --lib {targets...}"
    )
    .env("ASSAY_BROWSER", browser)
    .env("ASSAY_DIST", page::release_folder(&setup.project))
    .env("AXE_CORE", &setup.axe_core)
    .env("CHROMEDRIVER", &setup.chromedriver)
    .env("GECKODRIVER", &setup.geckodriver);
    run_tests(command)
}

fn npm_package(setup: &Setup) -> anyhow::Result<Passed> {
    if !npm::runs_vite(&setup.project)? {
        return Ok(Passed::NotMade(TOO_OLD_FOR_VITE));
    }
    package::make(&setup.project)?;
    let trial = package::build_trial(&setup.project)?;
    run_built_tests(setup, "package", ("ASSAY_TRIAL", trial))
}

/// They use the npm package that the check before has made.
fn embedding_examples(setup: &Setup) -> anyhow::Result<Passed> {
    if !npm::runs_vite(&setup.project)? {
        return Ok(Passed::NotMade(TOO_OLD_FOR_VITE));
    }
    let examples = examples::build(&setup.project)?;
    run_built_tests(setup, "frameworks", ("ASSAY_EXAMPLES", examples))
}

/// Runs browser tests that want something to be built first, in both browsers.
fn run_built_tests(setup: &Setup, tests: &str, built: (&str, PathBuf)) -> anyhow::Result<Passed> {
    let mut notes = Vec::new();
    for browser in ["chromium", "firefox"] {
        let command = cmd!(
            setup.project.shell,
            "cargo test --package browser-tests --test {tests} -- --ignored"
        );
        let command = command
            .env("ASSAY_BROWSER", browser)
            .env("CHROMEDRIVER", &setup.chromedriver)
            .env("GECKODRIVER", &setup.geckodriver)
            .env(built.0, &built.1);
        notes.push(format!("in {browser} {}", run_counted(command)?));
    }
    Ok(Passed::WithNote(notes.join("; ")))
}

fn run_tests(command: Cmd<'_>) -> anyhow::Result<Passed> {
    Ok(Passed::WithNote(run_counted(command)?))
}

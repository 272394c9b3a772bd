//! `cargo xtask fuzz`: random input for every decoder of signed or encoded bytes.

use anyhow::Context as _;
use xshell::cmd;

use crate::tools::cargo_tools::CARGO_FUZZ;
use crate::tools::project::Project;

/// Runs one target, or each in turn, for so many seconds; stops at the first finding.
pub fn fuzz(target: Option<&str>, seconds: &str) -> anyhow::Result<()> {
    let seconds: u32 = seconds.parse().context("seconds are a whole number")?;
    let project = Project::find()?;
    let shell = &project.shell;
    let programs = CARGO_FUZZ.set_up(&project)?;
    let cargo_fuzz = programs.join("cargo-fuzz");
    let listed = cmd!(shell, "{cargo_fuzz} list").read()?;
    let targets: Vec<&str> = match target {
        Some(target) => vec![target],
        None => listed.lines().collect(),
    };
    let samples = project.root.join("samples");
    let fuzz = project.root.join("fuzz");
    for target in targets {
        println!("=== {target}");
        let (corpus, seeds) = (
            fuzz.join("corpus").join(target),
            fuzz.join("seeds").join(target),
        );
        shell.create_dir(&corpus)?;
        // Input of the right form to start from; a target without any starts from the samples.
        let seeds = if seeds.is_dir() {
            seeds
        } else {
            samples.clone()
        };
        let time = format!("-max_total_time={seconds}");
        // Without a sanitizer a stable compiler will do, and the code has no unsafe parts.
        cmd!(
            shell,
            "{cargo_fuzz} run --sanitizer none {target} {corpus} {seeds} -- {time} -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 -verbosity=1"
        )
        .run()
        .with_context(|| format!("{target} found something"))?;
    }
    Ok(())
}

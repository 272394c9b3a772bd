//! The project's own commands: `cargo xtask help` lists them.

mod bench;
mod bench_drop;
mod bench_page;
mod contexts;
mod dist;
mod element_api;
mod examples;
mod fuzz;
mod package;
mod run;
mod samples;
mod screenshots;
mod size;
mod test;
mod tools;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  run [--release]   set up, build, and serve the page with its samples on 127.0.0.1:8080
  test              set up, then run every check
  dist              make the folder to upload: dist, built for release
  package           make the npm package of <assay-badge>
  size              build for release and print what the page weighs, raw and brotli
  bench [quick]     measure Assay beside other verifiers in one browser, and natively (some minutes)
  bench-page [folder]
                    measure a page with one badge and with fifty; with the folder of cert-verifier-js'
                    tests, one with a certificate of Blockcerts' too
  bench-drop        measure the page with 100, 1,000 and 10,000 mixed badges dropped at once
  samples           make the samples anew
  screenshots       take the reviewed pictures of the layouts anew (tests/screenshots)
  contexts          make the bundled JSON-LD contexts anew from registry packages
  element-api       make what follows from the table of the elements' API anew
  fuzz [target] [seconds]
                    feed random input to one decoder, or to each in turn (60 seconds)
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.as_slice() {
        ["run"] => run::run(false),
        ["run", "--release"] => run::run(true),
        ["test"] => test::test(),
        ["dist"] => dist::dist(),
        ["package"] => package::package(),
        ["size"] => size::size(),
        ["bench"] => bench::bench(false),
        ["bench", "quick"] => bench::bench(true),
        ["bench-page"] => bench_page::bench_page(None),
        ["bench-page", tests] => bench_page::bench_page(Some(tests)),
        ["bench-drop"] => bench_drop::bench_drop(),
        ["samples"] => samples::samples(),
        ["screenshots"] => screenshots::screenshots(),
        ["contexts"] => contexts::contexts(),
        ["element-api"] => element_api::element_api(),
        ["fuzz"] => fuzz::fuzz(None, "60"),
        ["fuzz", seconds] if seconds.parse::<u32>().is_ok() => fuzz::fuzz(None, seconds),
        ["fuzz", target] => fuzz::fuzz(Some(target), "60"),
        ["fuzz", target, seconds] => fuzz::fuzz(Some(target), seconds),
        ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprint!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

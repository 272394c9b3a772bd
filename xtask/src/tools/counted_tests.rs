//! Test runs whose tests are counted: a run without tests has shown nothing, and fails.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::Context as _;
use xshell::Cmd;

/// Runs a `cargo test` command, shows its output as it comes, and returns how many tests passed.
pub fn run_counted(command: Cmd<'_>) -> anyhow::Result<String> {
    eprintln!("$ {command}");
    let mut process = Command::from(command).stdout(Stdio::piped()).spawn()?;
    let output = process.stdout.take().context("the tests' output")?;
    let mut count = Count::default();
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        count.add(&line);
    }
    anyhow::ensure!(process.wait()?.success(), "a test failed or did not build");
    anyhow::ensure!(count.passed > 0, "no test was run");
    Ok(format!(
        "{} passed, {} ignored",
        count.passed, count.ignored
    ))
}

#[derive(Default)]
struct Count {
    passed: u32,
    ignored: u32,
}

impl Count {
    /// Adds up lines such as `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    fn add(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else {
            return;
        };
        for part in result.split(['.', ';']) {
            match part.trim().split_once(' ') {
                Some((number, "passed")) => self.passed += number.parse().unwrap_or(0),
                Some((number, "ignored")) => self.ignored += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_up_the_results() {
        let mut count = Count::default();
        count.add("running 12 tests");
        count.add("test result: ok. 11 passed; 0 failed; 1 ignored; 0 measured; finished in 0.1s");
        count.add("test result: ok. 2 passed; 0 failed; 0 ignored; 0 filtered out");
        assert_eq!((count.passed, count.ignored), (13, 1));
    }
}

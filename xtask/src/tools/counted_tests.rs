//! Test runs whose tests are counted: a run without tests has shown nothing, and fails.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::Context as _;
use xshell::Cmd;

/// Begins the line on which a test says that it has not checked something, and why.
const NOT_CHECKED: &str = "NOT CHECKED ";

/// Runs a `cargo test` command, shows its output as it comes, and returns how many tests passed and
/// what they say that they have not checked.
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
    Ok(count.to_string())
}

#[derive(Default)]
struct Count {
    passed: usize,
    ignored: usize,
    not_checked: Vec<String>,
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} ignored", self.passed, self.ignored)?;
        if !self.not_checked.is_empty() {
            let (number, all) = (self.not_checked.len(), self.not_checked.join("\n       "));
            write!(
                f,
                ", of which {number} have left something out:\n       {all}"
            )?;
        }
        Ok(())
    }
}

impl Count {
    /// Adds up lines such as `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    fn add(&mut self, line: &str) {
        if line.starts_with(NOT_CHECKED) {
            self.not_checked.push(line.to_owned());
        }
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
        assert_eq!(count.to_string(), "13 passed, 1 ignored");
    }

    #[test]
    fn repeats_what_was_not_checked() {
        let mut count = Count::default();
        count.add("NOT CHECKED flies: there is no air");
        count.add("test result: ok. 2 passed; 0 failed; 0 ignored");
        let count = count.to_string();
        assert!(
            count.ends_with("\n       NOT CHECKED flies: there is no air"),
            "{count}"
        );
    }
}

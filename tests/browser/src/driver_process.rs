//! A WebDriver program as a process of one test.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::Context as _;

/// How long a driver may take to close its browser.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running WebDriver program on a free port. Dropping it kills it, and what is left of the browser that it
/// started: browsers that outlive their tests fill the memory.
pub struct DriverProcess {
    process: Child,
    port: u16,
}

impl DriverProcess {
    /// Starts the program that the environment variable names, or the one on the `PATH`, and reads
    /// its port from the line with the words `announced`.
    pub fn start(
        variable: &str,
        program: &str,
        arguments: &[&str],
        announced: &'static str,
    ) -> anyhow::Result<Self> {
        let program = std::env::var_os(variable).unwrap_or_else(|| program.into());
        let mut process = Command::new(&program)
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            // Of its own: its browser is in it too.
            .process_group(0)
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let output = process.stdout.take().context("the driver's output")?;
        // Made before the port is known, so that the process is ended if reading it fails.
        let mut driver = Self { process, port: 0 };
        driver.port = announced_port(output, announced)
            .with_context(|| format!("cannot tell the port of {}", program.display()))?;
        Ok(driver)
    }

    /// Where WebDriver commands go.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Sends one request and waits for its answer, as `drop` can: without an executor.
    pub fn request(&self, method: &str, path: &str) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: 127.0.0.1:{}\r\nconnection: close\r\n\r\n",
            self.port
        )?;
        stream.read_to_end(&mut Vec::new())?;
        Ok(())
    }

    /// Waits for the program to end by itself.
    pub fn wait_for_end(&mut self) {
        let pause = Duration::from_millis(20);
        for _ in 0..PATIENCE.as_millis() / pause.as_millis() {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(pause);
        }
    }
}

impl Drop for DriverProcess {
    fn drop(&mut self) {
        let group = format!("-{}", self.process.id());
        let kill = Command::new("kill").args(["-KILL", "--", &group]).status();
        if !kill.is_ok_and(|status| status.success()) {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
    }
}

/// Reads a line such as `ChromeDriver was started successfully on port 12345.`
fn announced_port(
    output: impl std::io::Read + Send + 'static,
    announced: &str,
) -> anyhow::Result<u16> {
    let mut lines = BufReader::new(output).lines();
    for line in &mut lines {
        let line = line.context("cannot read the driver's output")?;
        if let Some((_, place)) = line.split_once(announced) {
            // Read on, or the driver would be ended by its first write to a closed pipe.
            std::thread::spawn(move || lines.for_each(drop));
            let port = place.trim_end_matches('.');
            let port = port.rsplit_once(':').map_or(port, |(_, port)| port);
            return port.parse().with_context(|| format!("in {line:?}"));
        }
    }
    anyhow::bail!("it ended before it named its port")
}

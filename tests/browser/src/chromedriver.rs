//! Chromedriver as a process of one test.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::Context as _;

/// A running chromedriver on a free port; dropping it ends it and every browser that it started.
pub struct Chromedriver {
    process: Child,
    port: u16,
}

impl Chromedriver {
    /// Starts the chromedriver that `CHROMEDRIVER` names, or the one on the `PATH`.
    pub fn start() -> anyhow::Result<Self> {
        let program = std::env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let output = process.stdout.take().context("chromedriver's output")?;
        // Made before the port is known, so that the process is ended if reading it fails.
        let mut driver = Self { process, port: 0 };
        driver.port = announced_port(output)?;
        Ok(driver)
    }

    /// Where WebDriver commands go.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks chromedriver to end; it then ends its browsers first, which a kill would leave behind.
    fn ask_to_end(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        stream
            .write_all(b"GET /shutdown HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new())?;
        Ok(())
    }

    fn has_ended_within(&mut self, patience: Duration) -> bool {
        let pause = Duration::from_millis(20);
        for _ in 0..patience.as_millis() / pause.as_millis() {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return true;
            }
            std::thread::sleep(pause);
        }
        false
    }
}

/// Reads the line `ChromeDriver was started successfully on port 12345.`
fn announced_port(output: impl std::io::Read + Send + 'static) -> anyhow::Result<u16> {
    let mut lines = BufReader::new(output).lines();
    for line in &mut lines {
        let line = line.context("cannot read chromedriver's output")?;
        if let Some((_, port)) = line.split_once("successfully on port ") {
            // Read on, or chromedriver would be ended by its first write to a closed pipe.
            std::thread::spawn(move || lines.for_each(drop));
            return port
                .trim_end_matches('.')
                .parse()
                .with_context(|| format!("chromedriver's port in {line:?}"));
        }
    }
    anyhow::bail!("chromedriver ended before it named its port")
}

impl Drop for Chromedriver {
    fn drop(&mut self) {
        let ended = self.ask_to_end().is_ok() && self.has_ended_within(Duration::from_secs(10));
        if !ended {
            let _ = self.process.kill();
            let _ = self.process.wait();
        }
    }
}

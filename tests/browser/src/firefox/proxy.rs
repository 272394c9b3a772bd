//! The way out of Firefox: to the test's own hosts, and nowhere else.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::Arc;

use anyhow::Context as _;
use static_server::ScriptedServer;

/// Where the names of hosts lead, with their ports: `badges.example:443`.
type Places = HashMap<String, String>;

/// Starts a proxy for HTTPS on a free port of 127.0.0.1, which it returns. For names that are not those
/// of these hosts it refuses. Its threads end with the test's process.
pub fn start(hosts: &[&ScriptedServer]) -> anyhow::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port for a proxy")?;
    let port = listener.local_addr()?.port();
    let places = hosts.iter();
    let places = places.map(|host| (format!("{}:443", host.host()), host.address()));
    let places: Arc<Places> = Arc::new(places.collect());
    std::thread::spawn(move || {
        for browser in listener.incoming().flatten() {
            let places = Arc::clone(&places);
            // A connection that breaks off is the browser's to notice.
            std::thread::spawn(move || serve(browser, &places));
        }
    });
    Ok(port)
}

/// Answers one `CONNECT` (RFC 9110, section 9.3.6) and passes on what follows.
fn serve(mut browser: TcpStream, places: &Places) -> std::io::Result<()> {
    let mut reader = BufReader::new(browser.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    while reader.read_line(&mut header)? > 2 {
        header.clear();
    }
    // What is asked for without TLS gets no answer: one of the proxy's would pass for the host's.
    let ["CONNECT", wanted, _] = request.split(' ').collect::<Vec<_>>()[..] else {
        return Ok(());
    };
    let Some(place) = places.get(wanted) else {
        return browser.write_all(b"HTTP/1.1 502 No such host\r\nconnection: close\r\n\r\n");
    };
    let mut host = TcpStream::connect(place)?;
    browser.write_all(b"HTTP/1.1 200 Connected\r\n\r\n")?;
    let (mut answers, mut to_browser) = (host.try_clone()?, browser.try_clone()?);
    std::thread::spawn(move || {
        let copied = std::io::copy(&mut answers, &mut to_browser);
        to_browser.shutdown(Shutdown::Write).and(copied)
    });
    std::io::copy(&mut reader, &mut host)?;
    host.shutdown(Shutdown::Write)
}

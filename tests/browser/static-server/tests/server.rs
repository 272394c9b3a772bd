//! The server's promises, asked of it over a plain socket.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use static_server::{ANY_PORT, Reply, RunningServer, ScriptedServer, StaticServer};

#[test]
fn serves_wasm_under_its_content_type() -> anyhow::Result<()> {
    let site = StaticServer::new(sample_site("wasm")?).start(ANY_PORT)?;
    let answer = get(&site, "/page.wasm")?;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(
        answer.contains("content-type: application/wasm"),
        "{answer}"
    );
    Ok(())
}

#[test]
fn serves_the_index_of_a_folder() -> anyhow::Result<()> {
    let site = StaticServer::new(sample_site("index")?).start(ANY_PORT)?;
    assert!(get(&site, "/")?.ends_with("<h1>Index</h1>"));
    Ok(())
}

#[test]
fn does_not_climb_out_of_its_folder() -> anyhow::Result<()> {
    let folder = sample_site("climb")?;
    let secret = folder.with_file_name("climb-secret.txt");
    std::fs::write(secret, "a secret beside the folder")?;
    let site = StaticServer::new(folder).start(ANY_PORT)?;
    for path in [
        "/../climb-secret.txt",
        "/%2e%2e/climb-secret.txt",
        "/..%2fclimb-secret.txt",
        "//../climb-secret.txt",
    ] {
        let answer = get(&site, path)?;
        assert!(answer.starts_with("HTTP/1.1 404"), "{path}: {answer}");
        assert!(!answer.contains("a secret"), "{path}: {answer}");
    }
    Ok(())
}

#[test]
fn sends_the_given_headers_and_records_requests() -> anyhow::Result<()> {
    let site = StaticServer::new(sample_site("headers")?)
        .header("access-control-allow-origin", "*")?
        .start(ANY_PORT)?;
    let answer = get(&site, "/page.wasm?query")?;
    assert!(
        answer.contains("access-control-allow-origin: *"),
        "{answer}"
    );
    assert_eq!(site.requests(), ["GET /page.wasm?query"]);
    Ok(())
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    assert!(StaticServer::new("no/such/folder").start(ANY_PORT).is_err());
}

#[test]
fn stops_when_dropped() -> anyhow::Result<()> {
    let site = StaticServer::new(sample_site("stop")?).start(ANY_PORT)?;
    let address = address(&site)?;
    drop(site);
    assert!(TcpStream::connect(address).is_err());
    Ok(())
}

#[test]
fn answers_what_it_was_told_last() -> anyhow::Result<()> {
    let host = ScriptedServer::start()?;
    assert!(get_from(&host.host(), "/a?b")?.starts_with("HTTP/1.1 404"));
    host.reply(
        "/a?b",
        Reply::json("{}").header("cache-control", "no-store"),
    );
    let answer = get_from(&host.host(), "/a?b")?;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(
        answer.contains("access-control-allow-origin: *"),
        "{answer}"
    );
    assert!(answer.contains("cache-control: no-store"), "{answer}");
    assert!(answer.ends_with("{}"), "{answer}");
    host.reply("/a?b", Reply::json("").status(410).without_cors());
    let answer = get_from(&host.host(), "/a?b")?;
    assert!(answer.starts_with("HTTP/1.1 410"), "{answer}");
    assert!(!answer.contains("access-control"), "{answer}");
    assert_eq!(host.requests(), ["GET /a?b"; 3]);
    Ok(())
}

#[test]
fn keeps_the_headers_of_requests() -> anyhow::Result<()> {
    let host = ScriptedServer::start()?;
    get_from(&host.host(), "/a")?;
    assert_eq!(host.header("host"), [Some("localhost".to_owned())]);
    assert_eq!(host.header("cookie"), [None]);
    Ok(())
}

/// Under a name it speaks TLS alone.
#[test]
fn a_host_with_a_name_is_an_https_host() -> anyhow::Result<()> {
    let host = ScriptedServer::named("issuer.example")?;
    assert_eq!(host.url("/a?b"), "https://issuer.example/a?b");
    assert_eq!(host.host(), "issuer.example");
    assert!(!get_from(&host.address(), "/a").is_ok_and(|answer| answer.contains("HTTP")));
    assert_eq!(host.requests(), [""; 0]);
    Ok(())
}

fn sample_site(name: &str) -> anyhow::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("index.html"), "<h1>Index</h1>")?;
    std::fs::write(folder.join("page.wasm"), b"\0asm")?;
    Ok(folder)
}

/// Asks for the path exactly as given, which an HTTP library would tidy first.
fn get(site: &RunningServer, path: &str) -> anyhow::Result<String> {
    get_from(&address(site)?, path)
}

fn get_from(address: &str, path: &str) -> anyhow::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n"
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer)
}

fn address(site: &RunningServer) -> anyhow::Result<String> {
    let url = site.url("");
    let address = url.strip_prefix("http://").context("an HTTP address")?;
    Ok(address.trim_end_matches('/').to_owned())
}

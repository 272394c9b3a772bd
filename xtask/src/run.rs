//! `cargo xtask run`: the page on this machine.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

use anyhow::Context as _;
use static_server::StaticServer;
use xshell::cmd;

use crate::tools::page::{build_for_release, set_up_trunk};
use crate::tools::project::Project;

const PORT: u16 = 8080;

/// Sets up what is missing, builds the page and serves it on 127.0.0.1 until it is interrupted.
pub fn run(release: bool) -> anyhow::Result<()> {
    // Before minutes of building, not after.
    check_that_port_is_free()?;
    let project = Project::find()?;
    set_up_trunk(&project)?;
    if release {
        serve_release(&project)
    } else {
        serve_and_rebuild(&project)
    }
}

fn check_that_port_is_free() -> anyhow::Result<()> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, PORT))
        .map(drop)
        .with_context(|| {
            format!("port {PORT} of 127.0.0.1 cannot be had: is another server running there?")
        })
}

/// Serves the files as built and optimised. `trunk serve` would build them anew, unoptimised.
fn serve_release(project: &Project) -> anyhow::Result<()> {
    let server = StaticServer::new(build_for_release(project)?).start(PORT)?;
    announce();
    server.wait()
}

/// Serves an unoptimised page, built anew after every change of a source file.
fn serve_and_rebuild(project: &Project) -> anyhow::Result<()> {
    // Not in `dist`, where a release may lie that somebody else is looking at.
    let folder = project.target.join("page");
    let port = PORT.to_string();
    std::thread::spawn(announce_when_served);
    cmd!(
        project.shell,
        "trunk serve --address 127.0.0.1 --port {port} --disable-address-lookup true --dist {folder}"
    )
    .run()
    .context("trunk has stopped")
}

/// Trunk listens once it has built, and only then is there something to look at.
fn announce_when_served() {
    while TcpStream::connect((Ipv4Addr::LOCALHOST, PORT)).is_err() {
        std::thread::sleep(Duration::from_millis(200));
    }
    announce();
}

fn announce() {
    println!("\nAssay is at http://127.0.0.1:{PORT}/ (Ctrl-C ends it)\n");
}

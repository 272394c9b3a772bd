//! Serves one folder on 127.0.0.1, or what a test writes, and records what was asked for.
//!
//! ```no_run
//! # fn main() -> anyhow::Result<()> {
//! let site = static_server::StaticServer::new("dist")
//!     .header("content-security-policy", "default-src 'self'")?
//!     .start(static_server::ANY_PORT)?;
//! println!("{}", site.url("/"));
//! # Ok(())
//! # }
//! ```

mod scripted;
mod tls;

pub use scripted::{Reply, ScriptedServer};

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use anyhow::Context as _;
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn};
use tokio::sync::oneshot;
use tokio_rustls::TlsAcceptor;
use tower_http::services::ServeDir;

use crate::tls::TlsListener;

/// The port number that stands for any free one.
pub const ANY_PORT: u16 = 0;

/// A folder to be served, and the headers that go with every answer.
pub struct StaticServer {
    folder: PathBuf,
    headers: HeaderMap,
}

impl StaticServer {
    /// A server for `folder`, not yet started.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        // A page that was just rebuilt must not be answered from a cache.
        let no_cache = HeaderValue::from_static("no-cache");
        let headers = HeaderMap::from_iter([(HeaderName::from_static("cache-control"), no_cache)]);
        Self {
            folder: folder.into(),
            headers,
        }
    }

    /// Sends this header with every answer: a content security policy, say, or a CORS permission.
    pub fn header(mut self, name: &str, value: &str) -> anyhow::Result<Self> {
        let name = HeaderName::try_from(name).with_context(|| format!("header name {name}"))?;
        let value = HeaderValue::try_from(value).with_context(|| format!("header {name}"))?;
        self.headers.insert(name, value);
        Ok(self)
    }

    /// Starts to serve on this port of 127.0.0.1, from a thread of its own.
    pub fn start(self, port: u16) -> anyhow::Result<RunningServer> {
        anyhow::ensure!(
            self.folder.is_dir(),
            "there is no folder {} to serve",
            self.folder.display()
        );
        let requests = Requests::default();
        let router = self.router(Arc::clone(&requests));
        RunningServer::start(router, requests, port, None)
    }

    fn router(self, requests: Requests) -> Router {
        let headers = self.headers;
        // ServeDir knows the content types and refuses to climb out of the folder.
        Router::new()
            .fallback_service(ServeDir::new(self.folder))
            .layer(from_fn(move |request: Request, next: Next| {
                record(&requests, &request);
                let headers = headers.clone();
                async move {
                    let mut response = next.run(request).await;
                    response.headers_mut().extend(headers);
                    response
                }
            }))
    }
}

/// Every request so far, as method and target: `GET /index.html`.
type Requests = Arc<Mutex<Vec<String>>>;

fn record(requests: &Requests, request: &Request) {
    let requested = format!("{} {}", request.method(), request.uri());
    requests
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(requested);
}

fn serve(
    router: Router,
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    stopped: oneshot::Receiver<()>,
) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let serving = async {
            match tls {
                Some(tls) => axum::serve(TlsListener::new(listener, tls)?, router).await,
                None => axum::serve(listener, router).await,
            }
        };
        // Open connections are simply cut: a browser may keep its own open for minutes.
        tokio::select! {
            served = serving => Ok(served?),
            _ = stopped => Ok(()),
        }
    })
}

/// A server at work; it stops when dropped.
pub struct RunningServer {
    address: SocketAddr,
    requests: Requests,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<anyhow::Result<()>>>,
}

impl RunningServer {
    fn start(
        router: Router,
        requests: Requests,
        port: u16,
        tls: Option<TlsAcceptor>,
    ) -> anyhow::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .with_context(|| format!("cannot listen on port {port} of 127.0.0.1"))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || serve(router, listener, tls, stopped));
        Ok(Self {
            address,
            requests,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// The address of a path on this server: `url("/a.json")` is `http://127.0.0.1:1234/a.json`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/{}", self.address, path.trim_start_matches('/'))
    }

    /// Every request so far, as method and target: `GET /index.html`.
    pub fn requests(&self) -> Vec<String> {
        self.requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) -> anyhow::Result<()> {
        match self.thread.take().map(JoinHandle::join) {
            Some(Ok(result)) => result,
            _ => anyhow::bail!("the server's thread has failed"),
        }
    }
}

impl Drop for RunningServer {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // Its own error has nowhere to go any more.
            let _ = thread.join();
        }
    }
}

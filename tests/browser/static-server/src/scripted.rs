//! A host whose answers a test writes, and changes while it runs.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use tokio_util::io::ReaderStream;

use crate::{ANY_PORT, Requests, RunningServer, record, tls};

/// A host of a test's own on 127.0.0.1. What it was not told to answer is not found.
pub struct ScriptedServer {
    server: RunningServer,
    replies: Replies,
    headers: Headers,
    /// The name under which a browser knows it, if it has one.
    name: Option<String>,
}

/// The headers of every request so far.
type Headers = Arc<Mutex<Vec<HeaderMap>>>;

type Replies = Arc<Mutex<BTreeMap<String, Reply>>>;

/// What to answer.
#[derive(Clone)]
pub struct Reply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    content: Content,
    delay: Duration,
}

#[derive(Clone)]
enum Content {
    Text(String),
    /// Spaces without end.
    Endless,
}

impl Reply {
    /// A success with JSON that any page may read.
    pub fn json(body: impl Into<String>) -> Self {
        Self {
            status: 200,
            headers: vec![
                ("access-control-allow-origin", "*".into()),
                ("content-type", "application/json".into()),
            ],
            content: Content::Text(body.into()),
            delay: Duration::ZERO,
        }
    }

    /// The same with another status.
    #[must_use]
    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// The same with this header, in place of one of that name.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.retain(|(other, _)| *other != name);
        self.headers.push((name, value.to_owned()));
        self
    }

    /// The same, which no other page may read.
    #[must_use]
    pub fn without_cors(mut self) -> Self {
        self.headers
            .retain(|(name, _)| *name != "access-control-allow-origin");
        self
    }

    /// The same, only after a while.
    #[must_use]
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// The same with a body that does not end.
    #[must_use]
    pub fn endless(mut self) -> Self {
        self.content = Content::Endless;
        self
    }

    fn response(self) -> Response {
        let body = match self.content {
            Content::Text(text) => Body::from(text),
            Content::Endless => Body::from_stream(ReaderStream::new(tokio::io::repeat(b' '))),
        };
        let mut response = Response::new(body);
        *response.status_mut() = StatusCode::from_u16(self.status).unwrap_or_default();
        for (name, value) in self.headers {
            if let Ok(value) = HeaderValue::try_from(value) {
                let name = HeaderName::from_static(name);
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

impl ScriptedServer {
    /// Starts to answer on a free port of 127.0.0.1, from a thread of its own.
    pub fn start() -> anyhow::Result<Self> {
        Self::start_as(None)
    }

    /// Starts to answer as `https://name/`, for whom this name leads to [`ScriptedServer::address`] and
    /// who does not mind that nobody vouches for the certificate.
    pub fn named(name: &str) -> anyhow::Result<Self> {
        Self::start_as(Some(name.to_owned()))
    }

    fn start_as(name: Option<String>) -> anyhow::Result<Self> {
        let replies = Replies::default();
        let requests = Requests::default();
        let headers = Headers::default();
        let router = router(
            Arc::clone(&replies),
            Arc::clone(&requests),
            Arc::clone(&headers),
        );
        let tls = name.as_deref().map(tls::acceptor).transpose()?;
        let server = RunningServer::start(router, requests, ANY_PORT, tls)?;
        Ok(Self {
            server,
            replies,
            headers,
            name,
        })
    }

    /// From now on answers so, to what is asked at this path, its query included.
    pub fn reply(&self, path: &str, reply: Reply) {
        let mut replies = self.replies.lock().unwrap_or_else(PoisonError::into_inner);
        replies.insert(path.to_owned(), reply);
    }

    /// The address of a path on this host.
    pub fn url(&self, path: &str) -> String {
        match &self.name {
            Some(name) => format!("https://{name}/{}", path.trim_start_matches('/')),
            None => self.server.url(path),
        }
    }

    /// Its name, or else `127.0.0.1` and the port.
    pub fn host(&self) -> String {
        self.name.clone().unwrap_or_else(|| self.address())
    }

    /// Where it listens: `127.0.0.1` and the port.
    pub fn address(&self) -> String {
        self.server.address.to_string()
    }

    /// Every request so far, as method and target: `GET /index.html`.
    pub fn requests(&self) -> Vec<String> {
        self.server.requests()
    }

    /// What every request so far has said in this header.
    pub fn header(&self, name: &str) -> Vec<Option<String>> {
        let headers = self.headers.lock().unwrap_or_else(PoisonError::into_inner);
        let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        let headers = headers.iter();
        headers.map(|headers| headers.get(name).map(text)).collect()
    }
}

fn router(replies: Replies, requests: Requests, headers: Headers) -> Router {
    Router::new().fallback(move |request: Request| {
        record(&requests, &request);
        let mut headers = headers.lock().unwrap_or_else(PoisonError::into_inner);
        headers.push(request.headers().clone());
        drop(headers);
        let replies = replies.lock().unwrap_or_else(PoisonError::into_inner);
        let reply = replies.get(&request.uri().to_string()).cloned();
        drop(replies);
        async move {
            let reply = reply.unwrap_or_else(|| Reply::json("").status(404));
            tokio::time::sleep(reply.delay).await;
            reply.response()
        }
    })
}

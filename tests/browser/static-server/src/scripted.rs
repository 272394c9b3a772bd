//! A host whose answers a test writes, and changes while it runs.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use tokio_util::io::ReaderStream;

use crate::{ANY_PORT, Requests, RunningServer, record};

/// A host of a test's own on 127.0.0.1. What it was not told to answer is not found.
pub struct ScriptedServer {
    server: RunningServer,
    replies: Replies,
}

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
        let replies = Replies::default();
        let requests = Requests::default();
        let router = router(Arc::clone(&replies), Arc::clone(&requests));
        let server = RunningServer::start(router, requests, ANY_PORT)?;
        Ok(Self { server, replies })
    }

    /// From now on answers so, to what is asked at this path, its query included.
    pub fn reply(&self, path: &str, reply: Reply) {
        let mut replies = self.replies.lock().unwrap_or_else(PoisonError::into_inner);
        replies.insert(path.to_owned(), reply);
    }

    /// The address of a path on this host.
    pub fn url(&self, path: &str) -> String {
        self.server.url(path)
    }

    /// `127.0.0.1` and the port.
    pub fn host(&self) -> String {
        self.server.address.to_string()
    }

    /// Every request so far, as method and target: `GET /index.html`.
    pub fn requests(&self) -> Vec<String> {
        self.server.requests()
    }
}

fn router(replies: Replies, requests: Requests) -> Router {
    Router::new().fallback(move |request: Request| {
        record(&requests, &request);
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

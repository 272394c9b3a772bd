//! WebDriver BiDi: commands and events over a WebSocket.

use std::net::TcpStream;
use std::time::Duration;

use anyhow::Context as _;
use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};
use url::Url;

/// How long a command may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A connection, and the events that have come in on it and were not yet taken.
pub struct Bidi {
    socket: WebSocket<TcpStream>,
    commands: u64,
    events: Vec<Value>,
}

impl Bidi {
    /// Connects to the address of a session.
    pub fn connect(address: &str) -> anyhow::Result<Self> {
        let url = Url::parse(address).with_context(|| format!("the address {address}"))?;
        let place = url.socket_addrs(|| None)?;
        let stream = TcpStream::connect(place.as_slice())
            .with_context(|| format!("cannot connect to {address}"))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let (socket, _) = tungstenite::client(address, stream)
            .map_err(|error| anyhow::anyhow!("no WebSocket at {address}: {error}"))?;
        Ok(Self {
            socket,
            commands: 0,
            events: Vec::new(),
        })
    }

    /// Sends a command and returns its result; events that come first are kept.
    pub fn command(&mut self, method: &str, parameters: Value) -> anyhow::Result<Value> {
        self.commands += 1;
        let id = self.commands;
        let command = json!({ "id": id, "method": method, "params": parameters });
        self.socket
            .send(Message::text(command.to_string()))
            .with_context(|| format!("cannot send {method}"))?;
        loop {
            let message = self.socket.read();
            let message = message.with_context(|| format!("no answer to {method}"))?;
            let Message::Text(text) = message else {
                continue;
            };
            let mut message: Value = serde_json::from_str(&text)?;
            if message["id"] == id {
                anyhow::ensure!(message["type"] == "success", "{method}: {message}");
                return Ok(message["result"].take());
            }
            self.events.push(message);
        }
    }

    /// The events that have come in since the last time.
    pub fn take_events(&mut self) -> Vec<Value> {
        std::mem::take(&mut self.events)
    }
}

//! Signatures over 64 bytes, which a proof's hashes are, each by a key of its own.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use assay::key::{Algorithm, KeyKind};
use base64::Engine as _;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::Serialize;
use serde_json::Value;
use signing::Secret;

/// How many are verified before the clock counts, and with it.
const WARM_UP: usize = 300;
const MEASURED: usize = 300;

/// Signatures by one algorithm.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    pub mechanism: &'static str,
    pub warm_up: Vec<Signature>,
    pub measured: Vec<Signature>,
}

#[derive(Serialize)]
pub struct Signature {
    /// As a did:key has it: of a point of P-256, one coordinate and a sign.
    pub key: Vec<u8>,
    /// As WebCrypto takes it: of a point of P-256, both coordinates.
    pub raw: Vec<u8>,
    pub message: Vec<u8>,
    pub signature: Vec<u8>,
}

/// Makes them, into `signatures.json`.
///
/// # Errors
/// Where they cannot be made or written.
pub fn make(folder: &Path) -> Result<Vec<Cell>> {
    let curves = [
        ("Ed25519", Algorithm::EdDsa, KeyKind::Ed25519),
        ("P-256", Algorithm::Es256, KeyKind::P256),
    ];
    let cells = curves.map(|(mechanism, algorithm, kind)| {
        let several = |of: &str, count| {
            let one = |number| signature(&format!("{of} {number}"), algorithm, kind);
            (0..count).map(one).collect::<Result<Vec<_>>>()
        };
        Ok(Cell {
            mechanism,
            warm_up: several("to warm up", WARM_UP)?,
            measured: several("to measure", MEASURED)?,
        })
    });
    let cells = cells.into_iter().collect::<Result<Vec<_>>>()?;
    fs::write(
        folder.join("signatures.json"),
        serde_json::to_string(&cells)?,
    )?;
    Ok(cells)
}

fn signature(id: &str, algorithm: Algorithm, kind: KeyKind) -> Result<Signature> {
    let secret = Secret::of(id, kind)?;
    let message: Vec<u8> = id.bytes().cycle().take(64).collect();
    let signature = secret.sign(algorithm, &message)?;
    let jwk = secret.jwk()?;
    let x = coordinate(&jwk["x"])?;
    let (key, raw) = match secret.compressed_p256() {
        Some(compressed) => (compressed, [vec![4], x, coordinate(&jwk["y"])?].concat()),
        None => (x.clone(), x),
    };
    Ok(Signature {
        key,
        raw,
        message,
        signature,
    })
}

fn coordinate(member: &Value) -> Result<Vec<u8>> {
    let text = member.as_str().context("a coordinate")?;
    Ok(BASE64_URL_SAFE_NO_PAD.decode(text)?)
}

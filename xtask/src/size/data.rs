//! What a program's data are.

use std::path::Path;

use wasmparser::{Parser, Payload};

use crate::tools::compress::brotli;

/// A piece of a program, in bytes.
pub struct Piece {
    pub name: &'static str,
    pub raw: usize,
    /// Compressed by itself: a little more than what it adds to the whole.
    pub brotli: usize,
}

/// The shortest run of text among other bytes that counts as text.
const SHORTEST_TEXT: usize = 8;

/// Sorts the data: the JSON-LD contexts and the style sheets that the sources have, other text (wording,
/// names, where a panic is), and the rest (curves' tables, tables of characters, addresses).
///
/// The code stands first, compressed whole.
pub fn pieces(wasm: &[u8], sources: &Path) -> anyhow::Result<Vec<Piece>> {
    let (code, mut data) = sections(wasm)?;
    let mut taken = |folder: &str, extension| -> anyhow::Result<Vec<u8>> {
        let mut found = Vec::new();
        let mut files = Vec::new();
        collect(&sources.join(folder), extension, &mut files)?;
        // A file can stand in another one: the longest first.
        files.sort_by_key(|file| std::cmp::Reverse(file.len()));
        for file in files {
            if let Some(at) = find(&data, &file) {
                found.extend(data.drain(at..at + file.len()));
            }
        }
        Ok(found)
    };
    let contexts = taken("statements/src/jsonld/contexts", "json")?;
    let styles = taken("styles", "css")?;
    let (text, rest) = split_text(&data);
    [
        ("code", code),
        ("data: contexts", contexts),
        ("data: style sheets", styles),
        ("data: other text", text),
        ("data: tables and the rest", rest),
    ]
    .into_iter()
    .map(|(name, bytes)| {
        Ok(Piece {
            name,
            raw: bytes.len(),
            brotli: brotli(&bytes)?.len(),
        })
    })
    .collect()
}

fn sections(wasm: &[u8]) -> anyhow::Result<(Vec<u8>, Vec<u8>)> {
    let (mut code, mut data) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CodeSectionEntry(body) => code.extend(body.as_bytes()),
            Payload::DataSection(section) => {
                for segment in section {
                    data.extend(segment?.data);
                }
            }
            _ => {}
        }
    }
    Ok((code, data))
}

fn collect(folder: &Path, extension: &str, files: &mut Vec<Vec<u8>>) -> anyhow::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, extension, files)?;
        } else if path.extension().is_some_and(|found| found == extension) {
            files.push(std::fs::read(path)?);
        }
    }
    Ok(())
}

fn find(data: &[u8], file: &[u8]) -> Option<usize> {
    let starts = !file.is_empty();
    starts.then(|| data.windows(file.len()).position(|window| window == file))?
}

/// Runs of text, and what stands between them.
fn split_text(data: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let (mut text, mut rest) = (Vec::new(), Vec::new());
    // Letters beyond ASCII have bytes over 0x7f, and they are of text where text is around them.
    let is_text = |byte: &u8| matches!(byte, b'\n' | b' '..=b'~' | 0x80..);
    for run in data.chunk_by(|a, b| is_text(a) == is_text(b)) {
        let is_long = run.len() >= SHORTEST_TEXT && run.first().is_some_and(is_text);
        let is_words = is_long && std::str::from_utf8(run).is_ok();
        if is_words { &mut text } else { &mut rest }.extend(run);
    }
    (text, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_files_words_and_tables_apart() -> anyhow::Result<()> {
        let sources = std::env::temp_dir().join(format!("assay-data-{}", std::process::id()));
        std::fs::create_dir_all(sources.join("statements/src/jsonld/contexts/differences"))?;
        std::fs::create_dir_all(sources.join("styles"))?;
        std::fs::write(
            sources.join("statements/src/jsonld/contexts/a.json"),
            "{\"a\": 1}",
        )?;
        std::fs::write(
            sources.join("statements/src/jsonld/contexts/differences/b.json"),
            "{}",
        )?;
        std::fs::write(sources.join("styles/c.css"), "p { color: red }")?;
        let data = b"\0{\"a\": 1}p { color: red }It is as it is.\x01\x02\xff";
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([10, 1, 0]); // no code
        let length = u8::try_from(data.len())?;
        wasm.extend([11, length + 6, 1, 0, 0x41, 0, 0x0b, length]);
        wasm.extend(data);
        let pieces = pieces(&wasm, &sources)?;
        std::fs::remove_dir_all(&sources)?;
        let sizes: Vec<_> = pieces.iter().map(|piece| piece.raw).collect();
        assert_eq!(sizes, [0, 8, 16, 15, 4]);
        Ok(())
    }
}

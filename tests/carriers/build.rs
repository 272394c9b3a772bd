//! Containers, built well or badly.
#![allow(dead_code, reason = "each test file uses a part")]

use miniz_oxide::deflate::{compress_to_vec, compress_to_vec_zlib};

pub const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Chunk by chunk, so that a test can leave off anywhere.
pub fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let checked = [kind.as_slice(), data].concat();
    let length = u32::try_from(data.len()).unwrap().to_be_bytes();
    let crc = rawzip::crc32(&checked).to_be_bytes();
    [&length[..], &checked, &crc].concat()
}

pub fn ihdr() -> Vec<u8> {
    chunk(b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\0\0\0\0")
}

/// A picture with these chunks behind the first.
pub fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
    let idat = chunk(b"IDAT", &compress_to_vec_zlib(&[0, 0], 6));
    [
        SIGNATURE,
        &ihdr(),
        &chunks.concat(),
        &idat,
        &chunk(b"IEND", b""),
    ]
    .concat()
}

pub fn itxt(keyword: &str, text: &[u8]) -> Vec<u8> {
    let head = [keyword.as_bytes(), b"\0\0\0\0\0"].concat();
    chunk(b"iTXt", &[&head, text].concat())
}

pub fn packed_itxt(keyword: &str, text: &[u8]) -> Vec<u8> {
    let head = [keyword.as_bytes(), b"\0\x01\0en\0Ausweis\0"].concat();
    chunk(b"iTXt", &[head, compress_to_vec_zlib(text, 6)].concat())
}

pub fn text(keyword: &str, text: &[u8]) -> Vec<u8> {
    chunk(b"tEXt", &[keyword.as_bytes(), b"\0", text].concat())
}

pub fn ztxt(keyword: &str, text: &[u8]) -> Vec<u8> {
    let head = [keyword.as_bytes(), b"\0\0"].concat();
    chunk(b"zTXt", &[head, compress_to_vec_zlib(text, 6)].concat())
}

/// An SVG around this.
pub fn svg(inside: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">{inside}<path/></svg>")
}

pub fn ob3(attributes: &str, inside: &str) -> String {
    let namespace = "https://purl.imsglobal.org/ob/v3p0";
    svg(&format!(
        "<b:credential xmlns:b=\"{namespace}\"{attributes}>{inside}</b:credential>"
    ))
}

/// A file for a ZIP (APPNOTE.TXT, sections 4.3.7 and 4.3.12).
#[derive(Clone)]
pub struct Entry {
    pub name: Vec<u8>,
    pub flags: u16,
    pub method: u16,
    pub crc: u32,
    pub data: Vec<u8>,
    pub unpacked: u32,
}

pub fn stored(name: &str, bytes: &[u8]) -> Entry {
    Entry {
        name: name.into(),
        flags: 0,
        method: 0,
        crc: rawzip::crc32(bytes),
        data: bytes.to_vec(),
        unpacked: u32::try_from(bytes.len()).unwrap(),
    }
}

pub fn deflated(name: &str, bytes: &[u8]) -> Entry {
    Entry {
        method: 8,
        data: compress_to_vec(bytes, 6),
        ..stored(name, bytes)
    }
}

/// An archive whose directory names one file many times.
pub fn overlapping(entry: &Entry, times: usize) -> Vec<u8> {
    archive(&vec![entry.clone(); times], true)
}

pub fn zip(entries: &[Entry]) -> Vec<u8> {
    archive(entries, false)
}

fn archive(entries: &[Entry], overlap: bool) -> Vec<u8> {
    let (mut files, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        if overlap {
            files.clear();
        }
        let offset = u32::try_from(files.len()).unwrap();
        let mut common = Vec::new();
        for number in [20, entry.flags, entry.method, 0, 0] {
            common.extend(number.to_le_bytes());
        }
        common.extend(entry.crc.to_le_bytes());
        common.extend(u32::try_from(entry.data.len()).unwrap().to_le_bytes());
        common.extend(entry.unpacked.to_le_bytes());
        common.extend(u16::try_from(entry.name.len()).unwrap().to_le_bytes());
        common.extend(0_u16.to_le_bytes());
        files.extend([b"PK\x03\x04", &common[..], &entry.name, &entry.data].concat());
        directory.extend([b"PK\x01\x02\x14\0", &common[..], &[0; 10]].concat());
        directory.extend([&offset.to_le_bytes(), &entry.name[..]].concat());
    }
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    let size = u32::try_from(directory.len()).unwrap().to_le_bytes();
    let offset = u32::try_from(files.len()).unwrap().to_le_bytes();
    let end = [
        b"PK\x05\x06\0\0\0\0",
        &count[..],
        &count,
        &size,
        &offset,
        &[0, 0],
    ];
    [files, directory, end.concat()].concat()
}

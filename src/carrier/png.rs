//! Baked PNG: the credential stands in a chunk of text (Open Badges 3.0, section 5.3).

use std::borrow::Cow;

use super::found::{Found, Keyword, Oddity, Place, TextChunk};

use super::unpack::{NotUnpacked, Unpacker};
use super::{Baked, FileKind, Unreadable};
use crate::policy::Bounds;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// A chunk's length has to stay below this (PNG, third edition, section 5.3).
const LENGTH_LIMIT: u32 = 1 << 31;

/// Why a PNG cannot be read, up to its credential.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PngError {
    /// The file ends within the chunk that starts at this byte, or before the last one.
    Cut { offset: usize },
    /// The chunk that starts at this byte says that it is longer than a chunk can be.
    Length { offset: usize, length: u32 },
    /// No chunk starts at this byte: the one before lied about its length.
    NotAChunk { offset: usize },
    /// The first eight bytes are damaged, as by a transfer as text.
    Signature,
    /// The chunk for a credential is malformed.
    Text {
        chunk: TextChunk,
        problem: TextProblem,
    },
}

/// What is wrong with a chunk of text.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum TextProblem {
    /// Its compressed data is broken.
    Compression,
    /// A method of compression that PNG does not have.
    Method { method: u8 },
    /// It lacks one of its parts.
    Parts,
}

/// One chunk (PNG, third edition, section 5.3).
pub(super) struct Chunk<'a> {
    pub(super) kind: [u8; 4],
    pub(super) data: &'a [u8],
    /// What the checksum is of: type and data.
    checked: &'a [u8],
    crc: u32,
    /// With its length, type and checksum.
    pub(super) whole: &'a [u8],
}

impl Chunk<'_> {
    fn crc_matches(&self) -> bool {
        rawzip::crc32(self.checked) == self.crc
    }
}

/// The chunks up to IEND, which is the last; after an error there are no more.
pub(super) struct Chunks<'a> {
    bytes: &'a [u8],
    offset: usize,
    ended: bool,
}

impl<'a> Chunks<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Result<Self, PngError> {
        if !bytes.starts_with(SIGNATURE) {
            return Err(PngError::Signature);
        }
        Ok(Self {
            bytes,
            offset: SIGNATURE.len(),
            ended: false,
        })
    }

    fn read(&mut self) -> Result<Chunk<'a>, PngError> {
        let offset = self.offset;
        let rest = self.bytes.get(offset..).unwrap_or_default();
        let cut = PngError::Cut { offset };
        let (length, after_length) = rest.split_first_chunk::<4>().ok_or(cut)?;
        let length = u32::from_be_bytes(*length);
        let (kind, after_kind) = after_length.split_first_chunk::<4>().ok_or(cut)?;
        if !kind.iter().all(u8::is_ascii_alphabetic) {
            return Err(PngError::NotAChunk { offset });
        }
        if length >= LENGTH_LIMIT {
            return Err(PngError::Length { offset, length });
        }
        let length = usize::try_from(length).map_err(|_| cut)?;
        let (data, after_data) = after_kind.split_at_checked(length).ok_or(cut)?;
        let (crc, _) = after_data.split_first_chunk::<4>().ok_or(cut)?;
        // None of these can be missing: its parts were there.
        let checked = after_length.get(..4 + length).ok_or(cut)?;
        let whole = rest.get(..12 + length).ok_or(cut)?;
        self.offset = offset + whole.len();
        self.ended = kind == b"IEND";
        Ok(Chunk {
            kind: *kind,
            data,
            checked,
            crc: u32::from_be_bytes(*crc),
            whole,
        })
    }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Result<Chunk<'a>, PngError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let chunk = self.read();
        self.ended |= chunk.is_err();
        Some(chunk)
    }
}

/// The chunk's kind and keyword, if it is one for a credential, and what follows the keyword.
pub(super) fn baked<'a>(chunk: &Chunk<'a>) -> Option<(TextChunk, Keyword, &'a [u8])> {
    let kind = match &chunk.kind {
        b"iTXt" => TextChunk::Itxt,
        b"tEXt" => TextChunk::Text,
        b"zTXt" => TextChunk::Ztxt,
        _ => return None,
    };
    let (keyword, rest) = split_at_nul(chunk.data)?;
    let is_named = |known: &Keyword| known.code().as_bytes() == keyword;
    let keyword = Keyword::ALL.into_iter().find(is_named)?;
    Some((kind, keyword, rest))
}

/// Finds the credential's text in a PNG.
///
/// A chunk whose checksum is wrong is read all the same, since it is the signature that protects the
/// text; so is a picture that is damaged behind it.
///
/// # Errors
/// [`Unreadable::Png`], [`Unreadable::NothingBaked`], [`Unreadable::SeveralBaked`], or
/// [`Unreadable::UnpackedTooLarge`].
pub fn contents(bytes: &[u8], bounds: &Bounds) -> Result<Baked, Unreadable> {
    contents_within(bytes, &mut Unpacker::new(bounds))
}

/// The same, for a PNG among others.
pub(super) fn contents_within(bytes: &[u8], unpacker: &mut Unpacker) -> Result<Baked, Unreadable> {
    let mut found: Option<Baked> = None;
    for chunk in Chunks::of(bytes).map_err(Unreadable::Png)? {
        let chunk = match (chunk, &mut found) {
            (Ok(chunk), _) => chunk,
            (Err(error), None) => return Err(Unreadable::Png(error)),
            (Err(_), Some(baked)) => {
                baked.found.add(Oddity::Damaged);
                break;
            }
        };
        let Some((kind, keyword, rest)) = baked(&chunk) else {
            continue;
        };
        let (text, is_utf8) = text(kind, rest, unpacker)?;
        let mut place = Found {
            places: vec![Place::PngChunk {
                chunk: kind,
                keyword,
            }],
            oddities: Vec::new(),
        };
        if !chunk.crc_matches() {
            place.add(Oddity::BadCrc);
        }
        if !is_utf8 && kind == TextChunk::Itxt {
            place.add(Oddity::NotUtf8);
        }
        let next = Baked { found: place, text };
        found = Baked::only(found, next)?;
    }
    found.ok_or(Unreadable::NothingBaked(FileKind::Png))
}

/// The text as UTF-8, and whether it was that already.
fn text(
    chunk: TextChunk,
    rest: &[u8],
    unpacker: &mut Unpacker,
) -> Result<(Vec<u8>, bool), Unreadable> {
    let malformed = |problem| Unreadable::Png(PngError::Text { chunk, problem });
    let parts = || malformed(TextProblem::Parts);
    let unpacking = |error| match error {
        NotUnpacked::Broken => malformed(TextProblem::Compression),
        NotUnpacked::TooLarge { limit } => Unreadable::UnpackedTooLarge { limit },
    };
    let mut unpack = |method: u8, packed: &[u8]| match method {
        0 => unpacker.zlib(packed).map_err(unpacking),
        _ => Err(malformed(TextProblem::Method { method })),
    };
    let bytes: Cow<'_, [u8]> = match chunk {
        TextChunk::Text => rest.into(),
        TextChunk::Ztxt => {
            let (method, packed) = rest.split_first().ok_or_else(parts)?;
            unpack(*method, packed)?.into()
        }
        TextChunk::Itxt => {
            let ([is_packed, method], rest) = rest.split_first_chunk().ok_or_else(parts)?;
            let (_language, rest) = split_at_nul(rest).ok_or_else(parts)?;
            let (_translated_keyword, rest) = split_at_nul(rest).ok_or_else(parts)?;
            match is_packed {
                0 => rest.into(),
                _ => unpack(*method, rest)?.into(),
            }
        }
    };
    // Bakers write UTF-8 into chunks that should be Latin-1; what is valid UTF-8 is hardly ever
    // anything else.
    if std::str::from_utf8(&bytes).is_ok() {
        return Ok((bytes.into_owned(), true));
    }
    // Each of these becomes two bytes.
    let accents = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    unpacker.take(accents).map_err(unpacking)?;
    let mut latin1 = String::with_capacity(bytes.len() + accents);
    latin1.extend(bytes.iter().copied().map(char::from));
    Ok((latin1.into_bytes(), false))
}

fn split_at_nul(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|byte| *byte == 0)?;
    let (before, from) = bytes.split_at_checked(at)?;
    Some((before, from.get(1..)?))
}

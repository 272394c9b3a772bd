//! Baking into a PNG (Open Badges 3.0, section 5.3.2).

use super::subject::Subject;
use super::{NotBaked, within};
use crate::carrier::Unreadable;
use crate::carrier::found::Keyword;
use crate::carrier::png::{Chunks, PngError, baked};
use crate::policy::Bounds;

/// Puts a credential into a PNG, as uncompressed iTXt behind the first chunk.
///
/// Chunks that carried a credential are left out; all others stay as they are.
///
/// # Errors
/// Any [`NotBaked`].
pub fn bake_png(picture: &[u8], text: &[u8], bounds: &Bounds) -> Result<Vec<u8>, NotBaked> {
    let subject = Subject::of(text, bounds)?;
    let broken = |error: PngError| NotBaked::Picture(Unreadable::Png(error));
    let chunks = Chunks::of(picture).map_err(broken)?;
    let mut out = picture.get(..8).unwrap_or_default().to_vec();
    let mut is_first = true;
    for chunk in chunks {
        let chunk = chunk.map_err(broken)?;
        if is_first && &chunk.kind != b"IHDR" {
            return Err(broken(PngError::NotAChunk { offset: 8 }));
        }
        if baked(&chunk).is_none() {
            out.extend_from_slice(chunk.whole);
        }
        if is_first {
            out.extend(itxt(subject.keyword, subject.text, bounds)?);
            is_first = false;
        }
    }
    within(bounds.file_bytes, out)
}

/// A chunk of text: keyword, flags for no compression, no language and no translated keyword, text
/// (PNG, third edition, section 11.3.3.4).
fn itxt(keyword: Keyword, text: &str, bounds: &Bounds) -> Result<Vec<u8>, NotBaked> {
    let data = [keyword.code().as_bytes(), b"\0\0\0\0\0", text.as_bytes()].concat();
    let limit = bounds.file_bytes;
    let length = u32::try_from(data.len()).map_err(|_| NotBaked::TooLarge { limit })?;
    let checked = [b"iTXt", data.as_slice()].concat();
    let crc = rawzip::crc32(&checked);
    Ok([&length.to_be_bytes()[..], &checked, &crc.to_be_bytes()].concat())
}

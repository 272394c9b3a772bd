//! Which credentials a file has in it: one, or in a ZIP any number.

use super::found::{Found, Place};
use super::unpack::Unpacker;
use super::{Baked, FileKind, Opened, Unreadable, ZipError};
use super::{data_url, png, sniff, svg, zip};
use crate::json;
use crate::policy::Bounds;

/// Finds each credential in a file, of which a ZIP can have several.
///
/// Where a ZIP has badges, its other files are passed over; a broken badge beside a good one is
/// told of.
///
/// # Errors
/// Any [`Unreadable`] of the file itself.
pub fn open_all(
    bytes: &[u8],
    bounds: &Bounds,
) -> Result<Vec<Result<Opened, Unreadable>>, Unreadable> {
    let texts = texts(bytes, bounds)?;
    let files = texts.len();
    let mut bounds = *bounds;
    let mut values_left = bounds.zip_json_values;
    let mut all: Vec<Result<Opened, Unreadable>> = Vec::new();
    for text in texts {
        bounds.json_values = bounds.json_values.min(values_left);
        let opened = text.and_then(|baked| read(baked, &bounds));
        if let Ok(opened) = &opened {
            let documents = opened.credentials.iter().flatten();
            let values: usize = documents
                .flat_map(|credential| credential.document.values())
                .map(json::count)
                .sum();
            values_left = values_left.saturating_sub(values);
        }
        all.push(opened);
    }
    if sniff::kind(bytes) != FileKind::Zip {
        return Ok(all);
    }
    let is_other =
        |item: &Result<Opened, Unreadable>| item.as_ref().is_err_and(Unreadable::is_other_file);
    if all.iter().all(is_other) {
        return match (files, all.pop()) {
            (1, Some(Err(only))) => Err(only),
            _ => Err(Unreadable::Zip(ZipError::NoBadge { files })),
        };
    }
    all.retain(|item| !is_other(item));
    Ok(all)
}

/// Finds the text of each credential in a file, without reading it.
///
/// # Errors
/// Any [`Unreadable`] of the file itself; in the list stand those of the files in a ZIP.
pub fn texts(bytes: &[u8], bounds: &Bounds) -> Result<Vec<Result<Baked, Unreadable>>, Unreadable> {
    let limit = bounds.file_bytes;
    if bytes.len() > limit {
        return Err(Unreadable::TooLarge { limit });
    }
    let only = match sniff::kind(bytes) {
        FileKind::DataUrl => data_url::contents(bytes, bounds)?,
        FileKind::Zip => return zip::contents(bytes, bounds),
        kind => baked_in(kind, bytes, &mut Unpacker::new(bounds))?,
    };
    Ok(vec![Ok(only)])
}

/// The credential's text in a picture, or the text that the bytes are themselves.
pub(super) fn baked_in(
    kind: FileKind,
    bytes: &[u8],
    unpacker: &mut Unpacker,
) -> Result<Baked, Unreadable> {
    let baked = match kind {
        FileKind::Empty => return Err(Unreadable::Empty),
        FileKind::Json | FileKind::Jwt => {
            return Ok(Baked {
                found: Found::default(),
                text: bytes.to_vec(),
            });
        }
        FileKind::Png => png::contents_within(bytes, unpacker)?,
        FileKind::Svg => svg::contents(bytes)?,
        other => return Err(Unreadable::Kind(other)),
    };
    match sniff::kind(&baked.text) {
        inner if inner.is_container() => Err(Unreadable::Nested { outer: kind, inner }),
        _ => Ok(baked),
    }
}

/// What a text comes to; in a ZIP, by the name that it has there.
fn read(baked: Baked, bounds: &Bounds) -> Result<Opened, Unreadable> {
    let entry = match baked.found.places.first() {
        Some(Place::ZipEntry { name }) => Some(name.clone()),
        _ => None,
    };
    super::read::read(baked, bounds).map_err(|problem| match entry {
        Some(name) => Unreadable::InZip {
            name,
            problem: Box::new(problem),
        },
        None => problem,
    })
}

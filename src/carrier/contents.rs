//! Which credentials a file has in it: one, or in a ZIP any number.

use serde_json::Value;

use super::found::{Found, Place};
use super::unpack::Unpacker;
use super::{Baked, Carrier, FileKind, Opened, Unreadable, ZipError};
use super::{data_url, png, sniff, svg, zip};
use crate::credential;
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
        let opened = text.and_then(|baked| read(&baked, &bounds));
        if let Ok(opened) = &opened {
            let document = &opened.credential.document;
            values_left -= document
                .values()
                .map(values)
                .sum::<usize>()
                .min(values_left);
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

/// The credential that a text is.
fn read(baked: &Baked, bounds: &Bounds) -> Result<Opened, Unreadable> {
    let credential = match sniff::kind(&baked.text) {
        FileKind::Json => json::parse(&baked.text, bounds)
            .map_err(Unreadable::Json)
            .and_then(|json| credential::read(json).map_err(Unreadable::NotACredential)),
        other => Err(Unreadable::Kind(other)),
    };
    match (credential, baked.found.places.first()) {
        (Ok(credential), _) => Ok(Opened {
            carrier: Carrier::of(baked),
            credential,
            found: baked.found.clone(),
        }),
        (Err(problem), Some(Place::ZipEntry { name })) => Err(Unreadable::InZip {
            name: name.clone(),
            problem: Box::new(problem),
        }),
        (Err(problem), _) => Err(problem),
    }
}

/// How many values a JSON document has; how deep it is was bounded when it was read.
fn values(json: &Value) -> usize {
    1 + match json {
        Value::Array(items) => items.iter().map(values).sum(),
        Value::Object(members) => members.values().map(values).sum(),
        _ => 0,
    }
}

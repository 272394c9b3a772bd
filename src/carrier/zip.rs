//! ZIP archives of badge files.

use std::borrow::Cow;

use rawzip::{CompressionMethod, ErrorKind, ZipArchive, ZipFileHeaderRecord, ZipSliceArchive};

use super::contents::baked_in;
use super::found::{Oddity, Place};
use super::unpack::{NotUnpacked, Unpacker};
use super::{Baked, FileKind, Unreadable, sniff};
use crate::policy::Bounds;

/// How much of a name is kept.
const NAME_CHARACTERS: usize = 120;

/// Why a ZIP, or a file in it, cannot be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ZipError {
    /// The archive's directory is malformed.
    Directory,
    /// The file is locked with a password.
    Encrypted,
    /// The file's bytes are broken or cut off.
    File,
    /// Compressed with another method than deflate (APPNOTE.TXT, section 4.4.5).
    Method { method: u16 },
    /// None of its files, folders not counted, is a badge or looks like one.
    NoBadge { files: usize },
    /// More files and folders than [`Bounds::zip_entries`].
    TooManyEntries { limit: usize },
    /// The archive's directory, which stands at its end, is missing.
    Truncated,
}

/// Finds the credentials' texts in a ZIP: each file's, or why it has none.
///
/// Nothing is written anywhere. Names are for showing alone.
///
/// # Errors
/// [`Unreadable::Zip`] where the archive itself cannot be read.
pub fn contents(
    bytes: &[u8],
    bounds: &Bounds,
) -> Result<Vec<Result<Baked, Unreadable>>, Unreadable> {
    let broken = |error: rawzip::Error| {
        Unreadable::Zip(match error.kind() {
            ErrorKind::MissingEndOfCentralDirectory | ErrorKind::Eof => ZipError::Truncated,
            _ => ZipError::Directory,
        })
    };
    let archive = ZipArchive::from_slice(bytes).map_err(broken)?;
    let limit = bounds.zip_entries;
    let mut unpacker = Unpacker::new(bounds);
    let mut found = Vec::new();
    for (index, entry) in archive.entries().enumerate() {
        if index >= limit {
            return Err(Unreadable::Zip(ZipError::TooManyEntries { limit }));
        }
        let entry = entry.map_err(broken)?;
        if entry.is_dir() {
            continue;
        }
        found.push(entry_contents(&archive, &entry, &mut unpacker));
    }
    Ok(found)
}

/// How many files stand in a ZIP's directory, folders not counted; nothing is unpacked. Of a broken directory
/// those before the damage, and at most [`Bounds::zip_entries`].
#[must_use]
pub fn files(bytes: &[u8], bounds: &Bounds) -> usize {
    let Ok(archive) = ZipArchive::from_slice(bytes) else {
        return 0;
    };
    let entries = archive
        .entries()
        .take(bounds.zip_entries)
        .map_while(Result::ok);
    entries.filter(|entry| !entry.is_dir()).count()
}

fn entry_contents(
    archive: &ZipSliceArchive<&[u8]>,
    entry: &ZipFileHeaderRecord<'_>,
    unpacker: &mut Unpacker,
) -> Result<Baked, Unreadable> {
    let (name, climbs) = shown_name(entry.file_path().as_ref());
    let in_zip = |problem: Unreadable| Unreadable::InZip {
        name: name.clone(),
        problem: Box::new(problem),
    };
    let bytes = unpacked(archive, entry, unpacker).map_err(in_zip)?;
    let mut baked = match sniff::kind(&bytes) {
        inner @ (FileKind::Zip | FileKind::DataUrl) => Err(Unreadable::Nested {
            outer: FileKind::Zip,
            inner,
        }),
        kind => baked_in(kind, &bytes, unpacker),
    }
    .map_err(in_zip)?;
    if rawzip::crc32(&bytes) != entry.crc32() {
        baked.found.add(Oddity::BadCrc);
    }
    if climbs {
        baked.found.add(Oddity::ClimbingName);
    }
    baked.found.places.insert(0, Place::ZipEntry { name });
    Ok(baked)
}

fn unpacked<'a>(
    archive: &'a ZipSliceArchive<&[u8]>,
    entry: &ZipFileHeaderRecord<'_>,
    unpacker: &mut Unpacker,
) -> Result<Cow<'a, [u8]>, Unreadable> {
    if entry.flags().is_encrypted() {
        return Err(Unreadable::Zip(ZipError::Encrypted));
    }
    let packed = archive
        .get_entry(entry.wayfinder())
        .map_err(|_| Unreadable::Zip(ZipError::File))?;
    let bytes: Result<Cow<'a, [u8]>, NotUnpacked> = match entry.compression_method() {
        CompressionMethod::STORE => {
            let data = packed.data();
            unpacker.take(data.len()).map(|()| data.into())
        }
        CompressionMethod::DEFLATE => unpacker.deflate(packed.data()).map(Cow::from),
        method => {
            let method = method.as_u16();
            return Err(Unreadable::Zip(ZipError::Method { method }));
        }
    };
    bytes.map_err(|error| match error {
        NotUnpacked::Broken => Unreadable::Zip(ZipError::File),
        NotUnpacked::TooLarge { limit } => Unreadable::UnpackedTooLarge { limit },
    })
}

/// The name as it can be shown, and whether as a path it would leave its folder.
fn shown_name(raw: &[u8]) -> (String, bool) {
    let text = String::from_utf8_lossy(raw);
    let parts = || text.split(['/', '\\']);
    let climbs =
        text.starts_with(['/', '\\']) || parts().any(|part| part == ".." || part.ends_with(':'));
    let kept: Vec<&str> = parts()
        .filter(|part| !["", ".", ".."].contains(part))
        .collect();
    let shown = kept.join("/");
    let shown = shown.chars().take(NAME_CHARACTERS).map(|character| {
        if character.is_control() || reorders(character) {
            char::REPLACEMENT_CHARACTER
        } else {
            character
        }
    });
    (shown.collect(), climbs)
}

/// Characters that change the order in which others are shown (Unicode, UAX #9, section 2).
fn reorders(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_for_showing() {
        for (raw, shown, climbs) in [
            (&b"badges/a.json"[..], "badges/a.json", false),
            (b"../../etc/passwd", "etc/passwd", true),
            (b"/etc/passwd", "etc/passwd", true),
            (b"..\\windows\\a.json", "windows/a.json", true),
            (b"C:\\a.json", "C:/a.json", true),
            (b"a\n\x1b[1m.json", "a\u{fffd}\u{fffd}[1m.json", false),
            ("gnp\u{202e}.json".as_bytes(), "gnp\u{fffd}.json", false),
            (b"a\xff.json", "a\u{fffd}.json", false),
        ] {
            assert_eq!(shown_name(raw), (shown.to_owned(), climbs));
        }
        assert_eq!(shown_name(&[b'a'; 1000]).0.len(), NAME_CHARACTERS);
    }
}

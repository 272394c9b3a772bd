//! data: URLs (RFC 2397), as pages hand a badge or its picture over for download.

use data_url::DataUrl;

use super::contents::baked_in;
use super::found::Place;
use super::unpack::Unpacker;
use super::{Baked, FileKind, Unreadable, sniff};
use crate::policy::Bounds;

/// Why a data: URL cannot be read.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DataUrlError {
    /// Its base64 is broken.
    Base64,
    /// A number sign ends the data; inside it, it would have to be written as `%23`.
    Fragment,
    /// It has no comma, behind which the data would stand.
    NoData,
}

/// Finds the credential's text in a data: URL, of whichever media type it says that it is.
///
/// # Errors
/// [`Unreadable::DataUrl`], [`Unreadable::Kind`] where it is no text, [`Unreadable::Nested`], or why the data inside has no credential.
pub fn contents(bytes: &[u8], bounds: &Bounds) -> Result<Baked, Unreadable> {
    let error = Unreadable::DataUrl;
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::Kind(FileKind::Binary))?;
    let url = DataUrl::process(text.trim()).map_err(|_| error(DataUrlError::NoData))?;
    let (inner, fragment) = url
        .decode_to_vec()
        .map_err(|_| error(DataUrlError::Base64))?;
    if fragment.is_some() {
        return Err(error(DataUrlError::Fragment));
    }
    let mut baked = match sniff::kind(&inner) {
        inner @ (FileKind::Zip | FileKind::DataUrl) => {
            return Err(Unreadable::Nested {
                outer: FileKind::DataUrl,
                inner,
            });
        }
        kind => baked_in(kind, &inner, &mut Unpacker::new(bounds))?,
    };
    let mime = url.mime_type();
    let media_type = format!("{}/{}", mime.type_, mime.subtype);
    baked.found.places.insert(0, Place::DataUrl { media_type });
    Ok(baked)
}

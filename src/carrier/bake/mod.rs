//! Baking: a credential's text goes into a picture, and comes out byte for byte.

mod png;
mod subject;
mod svg;

pub use png::bake_png;
pub use svg::bake_svg;

use super::{Baked, FileKind, Unreadable, sniff, texts};
use crate::policy::Bounds;

/// Why a credential was not baked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum NotBaked {
    /// The text has a character that XML cannot hold (XML 1.0, section 2.2).
    Character { character: char },
    /// The text is no badge, of none of the formats that pictures carry.
    NotABadge,
    /// The picture is neither a PNG nor an SVG.
    NotAPicture(FileKind),
    /// Out of the picture would come something else than what went in.
    NotTheSame,
    /// The picture is broken.
    Picture(Unreadable),
    /// The text, or the picture with it, is larger than [`Bounds::file_bytes`].
    TooLarge { limit: usize },
}

/// Puts a credential into a PNG or an SVG, in place of any that is in it, and reads it back.
///
/// `text` is what stands in the credential's file: JSON, a token, or the address of an older badge
/// that is hosted. The signature is not checked.
///
/// # Errors
/// Any [`NotBaked`].
pub fn bake(picture: &[u8], text: &[u8], bounds: &Bounds) -> Result<Vec<u8>, NotBaked> {
    let baked = match sniff::kind(picture) {
        FileKind::Png => bake_png(picture, text, bounds),
        FileKind::Svg => bake_svg(picture, text, bounds),
        other => Err(NotBaked::NotAPicture(other)),
    }?;
    match extract(&baked, bounds) {
        Ok(same) if same.text == text => Ok(baked),
        _ => Err(NotBaked::NotTheSame),
    }
}

/// The exact text of the credential in a file, and where it was found.
///
/// # Errors
/// Any [`Unreadable`], and [`Unreadable::Several`] of a ZIP in which several files have one.
pub fn extract(bytes: &[u8], bounds: &Bounds) -> Result<Baked, Unreadable> {
    let mut all = texts(bytes, bounds)?;
    if all.iter().any(Result::is_ok) {
        all.retain(Result::is_ok);
    }
    match (all.len(), all.pop()) {
        (1, Some(only)) => only,
        (count, _) => Err(Unreadable::Several { count }),
    }
}

fn within(limit: usize, baked: Vec<u8>) -> Result<Vec<u8>, NotBaked> {
    match baked.len() > limit {
        true => Err(NotBaked::TooLarge { limit }),
        false => Ok(baked),
    }
}

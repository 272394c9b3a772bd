//! Why a badge was not put into a picture.

use super::unreadable;
use crate::carrier::FileKind;
use crate::carrier::bake::NotBaked;

/// What stands against it, and a next step.
#[must_use]
pub fn not_baked(why: &NotBaked) -> String {
    match why {
        NotBaked::Character { character } => format!(
            "The badge has the character U+{:04X} in it, which an SVG can't hold. Use a PNG.",
            u32::from(*character)
        ),
        NotBaked::NotABadge => {
            "What is to be put into the picture is not a badge: that is JSON, a token (JWT), or an older badge's web address.".into()
        }
        NotBaked::NotAPicture(kind) => match kind {
            FileKind::Gif | FileKind::Jpeg | FileKind::Webp => {
                "This kind of picture has no place for a badge. Save it as PNG, and use that.".into()
            }
            FileKind::Gzip => "This file is compressed. Unpack it, and use the SVG inside.".into(),
            _ => "This is not a picture that can hold a badge: PNG and SVG can.".into(),
        },
        NotBaked::NotTheSame => {
            "What would come out of the picture is not what went in, so it is of no use. Try another picture.".into()
        }
        NotBaked::Picture(problem) => unreadable(problem),
        NotBaked::TooLarge { limit } => format!(
            "It would be larger than {} MB, and could not be opened again. Use a smaller picture.",
            limit / (1024 * 1024)
        ),
    }
}

//! What is wrong with a picture, an archive or a data: URL, and what was odd about one that was
//! read.

use super::shortened;
use crate::carrier::found::Oddity;
use crate::carrier::png::TextProblem;
use crate::carrier::{DataUrlError, FileKind, PngError, SvgError, ZipError};

pub(super) const NOTHING_BAKED: &str = "This picture has no badge data in it. It may be only a picture, or the data was lost: some phones, chats and websites strip it when they save or send a picture. Ask the sender for the original file as the issuer gave it out, sent as a document or in a ZIP, or for the badge as a JSON file.";

pub(super) const SEVERAL_BAKED: &str = "This picture has different badges in it at once, so it can show one here and another elsewhere. Don't rely on either: ask the issuer for the badge.";

pub(super) fn data_url(error: DataUrlError) -> &'static str {
    match error {
        DataUrlError::Base64 => {
            "This data: URL is broken: its base64 can't be decoded. Copy the whole of it again."
        }
        DataUrlError::Fragment => {
            "This data: URL is broken: a “#” in its data has to be written as “%23”. Ask for the badge as a file."
        }
        DataUrlError::NoData => {
            "This data: URL has no comma with data behind it. Copy the whole of it again."
        }
    }
}

pub(super) fn nested(outer: FileKind, inner: FileKind) -> String {
    format!(
        "There is {} inside {}, which no badge needs. Take out what is inside, and choose that.",
        kind(inner),
        kind(outer)
    )
}

fn kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::DataUrl => "a data: URL",
        FileKind::Png => "a PNG picture",
        FileKind::Svg => "an SVG picture",
        FileKind::Zip => "a ZIP archive",
        _ => "a file",
    }
}

pub(super) fn png(error: PngError) -> String {
    match error {
        PngError::Cut { offset } => format!(
            "The picture ends in the middle: it is cut off, or damaged, in the part that starts at byte {offset}. Download it again, or ask for it again."
        ),
        PngError::Length { offset, length } => format!(
            "The picture is damaged: the part that starts at byte {offset} says that it is {length} bytes long. Download it again, or ask for it again."
        ),
        PngError::NotAChunk { offset } => format!(
            "The picture is damaged: no part of a PNG starts at byte {offset}. Download it again, or ask for it again."
        ),
        PngError::Signature => {
            "The picture is damaged in its first bytes, as happens when a file is sent as text. Ask for it again.".into()
        }
        PngError::Text { chunk, problem } => {
            let problem = match problem {
                TextProblem::Compression => "its compressed data is broken".to_owned(),
                TextProblem::Method { method } => {
                    format!("it is compressed with method {method}, which PNG does not have")
                }
                TextProblem::Parts => "parts of it are missing".to_owned(),
            };
            format!(
                "The picture's place for a badge ({}) can't be read: {problem}. Ask for the badge again.",
                chunk.code()
            )
        }
    }
}

pub(super) fn svg(error: &SvgError) -> String {
    match error {
        SvgError::ElementInside { offset } => format!(
            "The badge in the picture has XML elements in it, from byte {offset} on, where only text can stand. Ask for the badge as a JSON file."
        ),
        SvgError::Encoding { name } => format!(
            "The picture says that it is in the encoding “{}”. We read UTF-8 alone.",
            shortened(name)
        ),
        SvgError::Entity { name } => format!(
            "The badge in the picture uses “&{};”, which the picture would have to define itself. We never expand such definitions: they can be made to exhaust whoever opens them.",
            shortened(name)
        ),
        SvgError::Namespaces => {
            "The picture has more XML namespaces, or elements within one another, than any picture needs.".into()
        }
        SvgError::NotUtf8 { offset } => {
            format!("The picture is not text that we can read: from byte {offset} on it is not UTF-8.")
        }
        SvgError::RepeatedVerify => {
            "The badge in the picture has its data twice, so it can be read in two ways. Ask the issuer for the badge.".into()
        }
        SvgError::Syntax { offset } => format!(
            "The picture is broken: from byte {offset} on it is not XML. Download it again, or ask for it again."
        ),
        SvgError::Truncated => {
            "The picture ends in the middle. The download may have been cut off: fetch it again.".into()
        }
    }
}

pub(super) fn zip(error: ZipError) -> String {
    match error {
        ZipError::Directory => {
            "The ZIP archive is damaged: its list of files can't be read. Download it again, or ask for it again.".into()
        }
        ZipError::Encrypted => {
            "It is locked with a password. Unpack the archive with the password, and choose the badge inside.".into()
        }
        ZipError::File => {
            "It is damaged, and can't be unpacked. Download the archive again, or ask for it again.".into()
        }
        ZipError::Method { method } => format!(
            "It is compressed in a way (method {method}) that we don't read. Unpack the archive, and choose the badge inside."
        ),
        ZipError::NoBadge { files: 0 } => "The ZIP archive is empty.".into(),
        ZipError::NoBadge { files } => {
            format!("None of the {files} files in the ZIP archive is a badge.")
        }
        ZipError::TooManyEntries { limit } => format!(
            "The ZIP archive has more than {limit} files in it. Unpack it and choose the badges."
        ),
        ZipError::Truncated => {
            "The ZIP archive ends in the middle. The download may have been cut off: fetch it again.".into()
        }
    }
}

/// What was odd about the file that a badge was found in.
#[must_use]
pub fn oddity(oddity: Oddity) -> &'static str {
    match oddity {
        Oddity::BadCrc => {
            "A checksum of the file does not match. The badge's own signature shows whether that matters."
        }
        Oddity::ClimbingName => {
            "The badge's name in the ZIP leads out of the folder that it is unpacked in, as only a harmful archive's does."
        }
        Oddity::Damaged => "The file is cut off or damaged behind the badge.",
        Oddity::NotUtf8 => "The badge's text in the picture is not UTF-8; it was read as Latin-1.",
        Oddity::Repeated => "The same badge is in the file several times.",
    }
}

//! What a file is that holds no badge data, and what to do.

use super::container;
use super::shortened;
use crate::JsonError;
use crate::carrier::{FileKind, Unreadable};
use crate::credential::NotACredential;

/// What was found in place of a badge, and a next step.
#[must_use]
pub fn unreadable(unreadable: &Unreadable) -> String {
    match unreadable {
        Unreadable::DataUrl(error) => container::data_url(*error).into(),
        Unreadable::Empty => "The file is empty. Download it again, or ask for it again.".into(),
        Unreadable::InZip { name, problem } => {
            format!(
                "“{}” in the ZIP: {}",
                shortened(name),
                self::unreadable(problem)
            )
        }
        Unreadable::Json(error) => json(error),
        Unreadable::Kind(kind) => file_kind(*kind).into(),
        Unreadable::Nested { outer, inner } => container::nested(*outer, *inner),
        Unreadable::NotACredential(reason) => not_a_credential(*reason).into(),
        Unreadable::NothingBaked(_) => container::NOTHING_BAKED.into(),
        Unreadable::Png(error) => container::png(*error),
        Unreadable::Several { count } => {
            format!("This ZIP archive has {count} badges in it. Unpack it and choose one of them.")
        }
        Unreadable::SeveralBaked => container::SEVERAL_BAKED.into(),
        Unreadable::Svg(error) => container::svg(error),
        Unreadable::TooLarge { limit } => format!(
            "The file is larger than {} MB, and no badge is. Is it the right one?",
            limit / (1024 * 1024)
        ),
        Unreadable::UnpackedTooLarge { limit } => format!(
            "What is compressed in the file unpacks to more than {limit} bytes, and no badge does. It may be made to exhaust whoever opens it."
        ),
        Unreadable::Zip(error) => container::zip(*error),
    }
}

fn json(error: &JsonError) -> String {
    match error {
        JsonError::DuplicateMember { name } => format!(
            "The file says “{}” twice in one place, so it can be read in two ways. No signature can settle which is meant.",
            shortened(name)
        ),
        JsonError::Empty => "The file is empty. Download it again, or ask for it again.".into(),
        JsonError::NotUtf8 { offset } => {
            format!("The file is not text that we can read: from byte {offset} on it is not UTF-8.")
        }
        JsonError::Syntax { line, column } => format!(
            "The file looks like JSON and is broken at line {line}, column {column}. Download it again, or ask for it again."
        ),
        JsonError::TooDeep { limit } => {
            format!("The file nests its data more than {limit} levels deep, and no badge does.")
        }
        JsonError::TooManyValues { limit } => {
            format!("The file holds more than {limit} values, and no badge does.")
        }
        JsonError::Truncated { line, column } => format!(
            "The file ends in the middle, at line {line}, column {column}. The download may have been cut off: fetch it again."
        ),
    }
}

fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Png | FileKind::Svg => {
            "This is a picture where badge data was expected. Ask for the badge as a JSON file."
        }
        FileKind::Jpeg | FileKind::Gif | FileKind::Webp => {
            "This is a picture of a kind that can't carry badge data. Ask for the badge as a JSON file."
        }
        FileKind::Html => {
            "This is a web page, not a badge file. On the page, look for a way to download the badge as JSON."
        }
        FileKind::Jwt => {
            "This is a badge in the form of a token (JWT), which we can't read yet. Ask for the badge as a JSON file."
        }
        FileKind::Pdf => {
            "This is a PDF, which carries no badge data. Ask for the badge itself, as a JSON file."
        }
        FileKind::Zip => "This is a ZIP archive. Unpack it and choose the badge inside.",
        FileKind::Gzip => "This file is compressed (gzip). Unpack it and choose the badge inside.",
        FileKind::DataUrl => {
            "This is a data: URL where badge data was expected. Ask for the badge as a JSON file."
        }
        FileKind::Url => {
            "There is only the web address of a badge here, not the badge. Open the address, and download the badge there."
        }
        FileKind::Utf16 => {
            "This file is text in UTF-16, and badges are in UTF-8. Save it as UTF-8, or ask for it again."
        }
        FileKind::Xml => "This is an XML file, and not one that carries badge data.",
        FileKind::Text | FileKind::Binary | FileKind::Json | FileKind::Empty => {
            "This is not a badge file. Badge files are JSON, and their names often end in .json."
        }
    }
}

fn not_a_credential(reason: NotACredential) -> &'static str {
    match reason {
        NotACredential::NotAnObject | NotACredential::OtherJson => {
            "This is a JSON file, but not a badge: it has no credential in it."
        }
        NotACredential::OlderOpenBadge => {
            "This is an Open Badge of an older generation (1 or 2), which we can't check yet."
        }
        NotACredential::Presentation => {
            "This is a presentation, which carries credentials inside. Choose one of them for itself."
        }
    }
}

//! From a browser's file to a badge file. One that is too large is never read.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList};

use crate::carrier::{self, FileKind, Opened, Unreadable};
use crate::policy::Bounds;
use crate::present::english;
use crate::ui::{BadgeFile, Content, Shared};

/// The files of a list.
pub fn listed(files: Option<FileList>) -> Vec<File> {
    files
        .map(|files| {
            (0..files.length())
                .filter_map(|index| files.get(index))
                .collect()
        })
        .unwrap_or_default()
}

/// Reads all of `files`, in order.
pub async fn read_all(files: Vec<File>) -> Vec<BadgeFile> {
    let mut read_files = Vec::new();
    for file in files {
        read_files.extend(unpacked(read(&file).await));
    }
    read_files
}

/// The badges in a ZIP archive with several, each as a file of its own; any other file as it is.
fn unpacked(file: BadgeFile) -> Vec<BadgeFile> {
    let bytes = match &file.content {
        Content::Bytes(bytes) if FileKind::of(bytes) == FileKind::Zip => bytes,
        _ => return vec![file],
    };
    match carrier::open_all(bytes, &Bounds::default()) {
        Ok(badges) if badges.len() > 1 => {
            let badge = |badge: Result<Opened, Unreadable>| BadgeFile {
                name: file.name.clone(),
                content: match badge {
                    Ok(opened) => Content::Opened(Shared::new(opened)),
                    Err(why) => Content::Refused(why),
                },
            };
            badges.into_iter().map(badge).collect()
        }
        _ => vec![file],
    }
}

async fn read(file: &File) -> BadgeFile {
    let limit = Bounds::default().file_bytes;
    #[expect(clippy::cast_precision_loss, reason = "a limit of some megabytes")]
    let is_too_large = file.size() > limit as f64;
    let content = if is_too_large {
        Content::Refused(Unreadable::TooLarge { limit })
    } else {
        bytes(file).await
    };
    BadgeFile {
        name: file.name().into(),
        content,
    }
}

async fn bytes(file: &File) -> Content {
    match JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => {
            let bytes = Uint8Array::new(&buffer).to_vec();
            BadgeFile::new(file.name(), bytes).content
        }
        Err(_) => Content::NotLoaded(english::NOT_READ.into()),
    }
}

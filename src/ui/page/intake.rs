//! From what a person hands over to badge files.

use web_sys::{File, FileList};

use crate::carrier::{self, FileKind, Opened, Unreadable};
use crate::policy::Bounds;
use crate::present::english;
use crate::ui::read_file::{NotRead, read};
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
        let content = match read(&file).await {
            Ok(bytes) => Content::Bytes(Shared::new(bytes)),
            Err(NotRead::TooLarge { limit }) => Content::Refused(Unreadable::TooLarge { limit }),
            Err(NotRead::ByDevice) => Content::NotLoaded(english::NOT_READ.into()),
        };
        let name = file.name().into();
        read_files.extend(unpacked(BadgeFile { name, content }));
    }
    read_files
}

/// The badges in a ZIP archive with several, each as a file of its own; any other file as it is.
pub fn unpacked(file: BadgeFile) -> Vec<BadgeFile> {
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

//! From what a person hands over to badge files.

use js_sys::{Array, Uint8Array};
use web_sys::{File, FileList};

use crate::carrier::{self, FileKind, Opened, Unreadable, zip};
use crate::policy::Bounds;
use crate::present::batch::is_batch;
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

/// What files come to.
pub enum Intake {
    /// A card each.
    Cards(Vec<BadgeFile>),
    /// A list.
    Batch(Vec<File>),
}

/// Reads all of `files`, in order, unless there are so many, those in archives counted, that they are for a
/// list.
pub async fn take_in(files: Vec<File>) -> Intake {
    if is_batch(files.len()) {
        return Intake::Batch(files);
    }
    let mut read_files = Vec::new();
    let mut count = 0;
    for file in &files {
        let badge = read_badge(file).await;
        count += match &badge.content {
            Content::Bytes(bytes) => files_in(bytes),
            _ => 1,
        };
        read_files.push(badge);
    }
    if is_batch(count) {
        return Intake::Batch(files);
    }
    Intake::Cards(read_files.into_iter().flat_map(unpacked).collect())
}

/// The same of one that was fetched, or pasted.
pub fn taken(file: BadgeFile) -> Intake {
    if let Content::Bytes(bytes) = &file.content
        && is_batch(files_in(bytes))
        && let Ok(file) = File::new_with_u8_array_sequence(
            &Array::of1(&Uint8Array::from(bytes.as_slice())),
            &file.name,
        )
    {
        return Intake::Batch(vec![file]);
    }
    Intake::Cards(unpacked(file))
}

/// How many files there are with those in it, if it is an archive.
fn files_in(bytes: &[u8]) -> usize {
    match FileKind::of(bytes) {
        FileKind::Zip => zip::files(bytes, &Bounds::default()),
        _ => 1,
    }
}

/// The badge with this number in a file, from 0 on, which is over 0 in archives alone.
pub async fn member(file: &File, number: usize) -> BadgeFile {
    let badge = read_badge(file).await;
    let name = badge.name.clone();
    unpacked(badge)
        .into_iter()
        .nth(number)
        .unwrap_or(BadgeFile {
            name,
            content: Content::NotLoaded(english::NOT_READ.into()),
        })
}

async fn read_badge(file: &File) -> BadgeFile {
    let content = match read(file).await {
        Ok(bytes) => Content::Bytes(Shared::new(bytes)),
        Err(NotRead::TooLarge { limit }) => Content::Refused(Unreadable::TooLarge { limit }),
        Err(NotRead::ByDevice) => Content::NotLoaded(english::NOT_READ.into()),
    };
    let name = file.name().into();
    BadgeFile { name, content }
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

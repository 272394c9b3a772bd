//! ZIP archives.

/// An archive of these files, not compressed (APPNOTE.TXT, section 4.3).
pub fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let size = |bytes: &[u8]| {
        u32::try_from(bytes.len())
            .expect("a small file")
            .to_le_bytes()
    };
    let (mut files, mut directory) = (Vec::new(), Vec::new());
    for (name, data) in entries {
        let offset = size(&files);
        let length = u16::try_from(name.len()).expect("a short name");
        let common = [
            &[20, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            &rawzip::crc32(data).to_le_bytes()[..],
            &size(data),
            &size(data),
            &length.to_le_bytes(),
            &[0, 0],
        ]
        .concat();
        files.extend([b"PK\x03\x04", &common[..], name.as_bytes(), data].concat());
        directory.extend([b"PK\x01\x02\x14\0", &common[..], &[0; 10]].concat());
        directory.extend([&offset, name.as_bytes()].concat());
    }
    let count = u16::try_from(entries.len())
        .expect("a few files")
        .to_le_bytes();
    let end = [
        b"PK\x05\x06\0\0\0\0",
        &count[..],
        &count,
        &size(&directory),
        &size(&files),
        &[0, 0],
    ];
    [files, directory, end.concat()].concat()
}

//! Lists are packed: with gzip or zlib, in base64.

use base64ct::{Base64, Base64Unpadded, Base64Url, Encoding as _};

use crate::carrier::{NotUnpacked, Unpacker};
use crate::key::base64url;

/// Bytes from base64 in either alphabet, with or without padding: drafts left both open.
pub(super) fn any_base64(text: &str) -> Option<Vec<u8>> {
    base64url(text)
        .or_else(|| Base64Unpadded::decode_vec(text).ok())
        .or_else(|| Base64Url::decode_vec(text).ok())
        .or_else(|| Base64::decode_vec(text).ok())
}

/// A gzip file with one member (RFC 1952).
pub(super) fn gzip(packed: &[u8], unpacker: &mut Unpacker) -> Result<Vec<u8>, NotUnpacked> {
    let deflated = after_header(packed).ok_or(NotUnpacked::Broken)?;
    let (deflated, trailer) = deflated.split_last_chunk().ok_or(NotUnpacked::Broken)?;
    let bytes = unpacker.deflate(deflated)?;
    // Section 2.3.1: CRC32 and ISIZE, which are another member's where others follow.
    let [a, b, c, d, size @ ..]: [u8; 8] = *trailer;
    let is_whole = u32::from_le_bytes([a, b, c, d]) == rawzip::crc32(&bytes)
        && u32::try_from(bytes.len()) == Ok(u32::from_le_bytes(size));
    is_whole.then_some(bytes).ok_or(NotUnpacked::Broken)
}

/// What follows a member's header (RFC 1952, section 2.3).
fn after_header(packed: &[u8]) -> Option<&[u8]> {
    const CHECKSUM: u8 = 1 << 1;
    const EXTRA: u8 = 1 << 2;
    const NAME: u8 = 1 << 3;
    const COMMENT: u8 = 1 << 4;
    // ID1, ID2, CM, FLG, MTIME, XFL and OS.
    let ([0x1f, 0x8b, 8, flags, ..], mut rest) = packed.split_first_chunk::<10>()? else {
        return None;
    };
    if flags & EXTRA != 0 {
        let (length, after) = rest.split_first_chunk()?;
        rest = after.get(u16::from_le_bytes(*length).into()..)?;
    }
    for text in [NAME, COMMENT] {
        if flags & text != 0 {
            let end = rest.iter().position(|byte| *byte == 0)?;
            rest = rest.get(end + 1..)?;
        }
    }
    if flags & CHECKSUM != 0 {
        rest = rest.get(2..)?;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::compress_to_vec;

    use super::*;

    const LIMIT: usize = 1000;

    fn unpack(packed: &[u8]) -> Result<Vec<u8>, NotUnpacked> {
        gzip(packed, &mut Unpacker::within(LIMIT, LIMIT))
    }

    fn gzipped(bytes: &[u8], flags: u8, fields: &[u8]) -> Vec<u8> {
        let size = u32::try_from(bytes.len()).unwrap();
        [
            &[0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 0, 3],
            fields,
            &compress_to_vec(bytes, 6),
            &rawzip::crc32(bytes).to_le_bytes(),
            &size.to_le_bytes(),
        ]
        .concat()
    }

    #[test]
    fn unpacks_up_to_the_limit() {
        let most = vec![7; LIMIT];
        assert_eq!(unpack(&gzipped(&most, 0, &[])), Ok(most));
        let more = vec![7; LIMIT + 1];
        let too_large = Err(NotUnpacked::TooLarge { limit: LIMIT });
        assert_eq!(unpack(&gzipped(&more, 0, &[])), too_large);
    }

    #[test]
    fn passes_over_every_field_of_a_header() {
        let fields = [&[3, 0, 1, 2, 3][..], b"name\0", b"comment\0", &[0, 0]].concat();
        let packed = gzipped(b"list", 0b1_1110, &fields);
        assert_eq!(unpack(&packed), Ok(b"list".to_vec()));
    }

    #[test]
    fn refuses_what_is_cut_short_damaged_or_continued() {
        let packed = gzipped(b"list", 0, &[]);
        for end in 0..packed.len() {
            assert_eq!(unpack(&packed[..end]), Err(NotUnpacked::Broken));
        }
        for index in [0, 1, 2, packed.len() - 5, packed.len() - 1] {
            let mut damaged = packed.clone();
            damaged[index] ^= 1;
            assert_eq!(unpack(&damaged), Err(NotUnpacked::Broken), "{index}");
        }
        let two = [packed, gzipped(b"more", 0, &[])].concat();
        assert_eq!(unpack(&two), Err(NotUnpacked::Broken));
    }

    #[test]
    fn reads_base64_in_either_alphabet() {
        for text in ["-_8", "+/8", "-_8=", "+/8="] {
            assert_eq!(any_base64(text), Some(vec![0xfb, 0xff]), "{text}");
        }
        assert_eq!(any_base64("*"), None);
    }
}

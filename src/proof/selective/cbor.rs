//! The few shapes of CBOR (RFC 8949) that proof values have: unsigned integers, strings, arrays and
//! maps, each of a length that is written before it.
//!
//! The suites allow no tags, and their standards' decoders are told what to expect at each place.
//! So this one is asked for a shape at a time: it never recurses, and what it allocates is bounded by
//! the bytes that are there.

use super::DisclosureError;

/// Major types (RFC 8949, section 3.1).
const UNSIGNED: u8 = 0;
const BYTES: u8 = 2;
const TEXT: u8 = 3;
const ARRAY: u8 = 4;
const MAP: u8 = 5;

/// Reads an array of `count` components by `read`, and nothing after it.
pub(in crate::proof) fn components<'a, T>(
    bytes: &'a [u8],
    count: u64,
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, DisclosureError>,
) -> Result<T, DisclosureError> {
    let mut reader = Reader { rest: bytes };
    if reader.head(ARRAY)? != count {
        return Err(DisclosureError::Cbor);
    }
    let components = read(&mut reader)?;
    match reader.rest {
        [] => Ok(components),
        _ => Err(DisclosureError::Cbor),
    }
}

/// What of the encoded bytes is still to be read.
pub(in crate::proof) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(in crate::proof) fn unsigned(&mut self) -> Result<u64, DisclosureError> {
        self.head(UNSIGNED)
    }

    /// A byte string of any length.
    pub(in crate::proof) fn bytes(&mut self) -> Result<&'a [u8], DisclosureError> {
        let length = self.head(BYTES)?;
        self.take(length)
    }

    /// A byte string of the one length that the component has.
    pub(in crate::proof) fn bytes_of<const LENGTH: usize>(
        &mut self,
        component: &'static str,
    ) -> Result<[u8; LENGTH], DisclosureError> {
        let bytes = self.bytes()?;
        let length = bytes.len();
        let other = DisclosureError::Length { component, length };
        bytes.try_into().map_err(|_| other)
    }

    /// A text, or a byte string in its place.
    pub(in crate::proof) fn text_or_bytes(&mut self) -> Result<&'a [u8], DisclosureError> {
        if self.rest.first().is_none_or(|first| first >> 5 != TEXT) {
            return self.bytes();
        }
        let length = self.head(TEXT)?;
        let text = self.take(length)?;
        match std::str::from_utf8(text) {
            Ok(_) => Ok(text),
            Err(_) => Err(DisclosureError::Cbor),
        }
    }

    /// An array, each of its items read by `item`.
    pub(in crate::proof) fn array<T>(
        &mut self,
        item: impl FnMut(&mut Self) -> Result<T, DisclosureError>,
    ) -> Result<Vec<T>, DisclosureError> {
        self.items(ARRAY, item)
    }

    /// A map, each of its entries' keys and values read by `entry`.
    pub(in crate::proof) fn map<T>(
        &mut self,
        entry: impl FnMut(&mut Self) -> Result<T, DisclosureError>,
    ) -> Result<Vec<T>, DisclosureError> {
        self.items(MAP, entry)
    }

    /// An item takes a byte at least, so a count that the bytes cannot hold ends with them.
    fn items<T>(
        &mut self,
        major: u8,
        mut item: impl FnMut(&mut Self) -> Result<T, DisclosureError>,
    ) -> Result<Vec<T>, DisclosureError> {
        let count = self.head(major)?;
        let mut items = Vec::new();
        for _ in 0..count {
            items.push(item(self)?);
        }
        Ok(items)
    }

    /// The argument of an item's head (RFC 8949, section 3).
    fn head(&mut self, major: u8) -> Result<u64, DisclosureError> {
        let first = self.take(1)?.first().copied().unwrap_or_default();
        if first >> 5 != major {
            return Err(DisclosureError::Cbor);
        }
        let following = match first & 0b1_1111 {
            argument @ 0..=23 => return Ok(argument.into()),
            24 => 1,
            25 => 2,
            26 => 4,
            27 => 8,
            // Reserved, or of a length that is not written before.
            _ => return Err(DisclosureError::Cbor),
        };
        let bytes = self.take(following)?;
        Ok(bytes
            .iter()
            .fold(0, |argument, byte| argument << 8 | u64::from(*byte)))
    }

    fn take(&mut self, length: u64) -> Result<&'a [u8], DisclosureError> {
        let length = usize::try_from(length).map_err(|_| DisclosureError::Cbor)?;
        let split = self.rest.split_at_checked(length);
        let (taken, rest) = split.ok_or(DisclosureError::Cbor)?;
        self.rest = rest;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn array(bytes: &[u8]) -> Result<Vec<u64>, DisclosureError> {
        components(bytes, 1, |reader| reader.array(Reader::unsigned))
    }

    #[test]
    fn reads_arguments_of_every_size() {
        let sizes = [
            &[0x81, 0x85, 23, 24, 24, 25, 1, 0, 26, 1, 0, 0, 0][..],
            &[27, 1, 0, 0, 0, 0, 0, 0, 0],
        ];
        assert_eq!(
            array(&sizes.concat()),
            Ok(vec![23, 24, 1 << 8, 1 << 24, 1 << 56])
        );
    }

    #[test]
    fn reads_maps_and_byte_strings() {
        let read = |reader: &mut Reader<'_>| {
            reader.map(|entry| Ok((entry.unsigned()?, entry.bytes_of::<2>("label")?)))
        };
        let bytes = [0x81, 0xa2, 1, 0x42, 7, 8, 0, 0x42, 9, 9];
        assert_eq!(
            components(&bytes, 1, read),
            Ok(vec![(1, [7, 8]), (0, [9, 9])])
        );
        let other_length = DisclosureError::Length {
            component: "label",
            length: 1,
        };
        assert_eq!(
            components(&[0x81, 0xa1, 1, 0x41, 7], 1, read),
            Err(other_length)
        );
    }

    #[test]
    fn reads_texts() {
        let read =
            |bytes: &[u8]| components(bytes, 1, |reader| Ok(reader.text_or_bytes()?.to_vec()));
        assert_eq!(read(&[0x81, 0x62, b'h', b'i']), Ok(b"hi".to_vec()));
        assert_eq!(read(&[0x81, 0x42, 0xff, 0]), Ok(vec![0xff, 0]));
        assert_eq!(read(&[0x81, 0x62, 0xff, 0]), Err(DisclosureError::Cbor));
        assert_eq!(read(&[0x81, 0x02]), Err(DisclosureError::Cbor));
    }

    #[test]
    fn refuses_every_other_shape() {
        for bytes in [
            &[][..],
            // Of another length, a map, a tag, an integer below zero, a float, null.
            &[0x82, 0x80, 0x80],
            &[0xa1, 0x80, 0x80],
            &[0xc0, 0x81, 0x80],
            &[0x81, 0x81, 0x20],
            &[0x81, 0x81, 0xf9, 0, 0],
            &[0x81, 0xf6],
            // Indefinite and reserved lengths.
            &[0x81, 0x9f, 0xff],
            &[0x81, 0x9c],
            // Too few bytes and too many.
            &[0x81, 0x82, 1],
            &[0x81, 0x81, 25, 1],
            &[0x81, 0x80, 0],
            // More items than any memory holds.
            &[0x81, 0x9b, 255, 255, 255, 255, 255, 255, 255, 255],
        ] {
            assert_eq!(array(bytes), Err(DisclosureError::Cbor), "{bytes:?}");
        }
        let bytes = [0x81, 0x5b, 255, 255, 255, 255, 255, 255, 255, 255, 0];
        let read = components(&bytes, 1, |reader| Ok(reader.bytes()?.len()));
        assert_eq!(read, Err(DisclosureError::Cbor));
    }
}

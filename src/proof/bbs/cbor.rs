//! The part of CBOR (RFC 8949) that proof values are written in: definite lengths, no tags, nothing
//! nested deeper than it is asked for.

use ciborium_ll::{Decoder, Header};

/// A place in some CBOR, to read from.
pub(super) struct Reader<'a> {
    octets: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(octets: &'a [u8]) -> Self {
        Self { octets }
    }

    /// The elements of an array that follow.
    pub(super) fn array(&mut self) -> Option<usize> {
        match self.header()? {
            Header::Array(Some(count)) => self.bounded(count),
            _ => None,
        }
    }

    /// The entries of a map that follow.
    pub(super) fn map(&mut self) -> Option<usize> {
        match self.header()? {
            Header::Map(Some(count)) => self.bounded(count),
            _ => None,
        }
    }

    pub(super) fn unsigned(&mut self) -> Option<u64> {
        match self.header()? {
            Header::Positive(number) => Some(number),
            _ => None,
        }
    }

    pub(super) fn bytes(&mut self) -> Option<&'a [u8]> {
        match self.header()? {
            Header::Bytes(Some(length)) => self.take(length),
            _ => None,
        }
    }

    /// A text, or bytes in its place.
    pub(super) fn text_or_bytes(&mut self) -> Option<&'a [u8]> {
        match self.header()? {
            Header::Bytes(Some(length)) => self.take(length),
            Header::Text(Some(length)) => {
                let text = self.take(length)?;
                std::str::from_utf8(text).ok().map(str::as_bytes)
            }
            _ => None,
        }
    }

    /// An array of numbers.
    pub(super) fn numbers(&mut self) -> Option<Vec<u64>> {
        let count = self.array()?;
        (0..count).map(|_| self.unsigned()).collect()
    }

    /// Nothing may follow.
    pub(super) fn end(&self) -> Option<()> {
        self.octets.is_empty().then_some(())
    }

    fn header(&mut self) -> Option<Header> {
        let mut decoder = Decoder::from(self.octets);
        let header = decoder.pull().ok()?;
        let read = decoder.offset();
        self.octets = self.octets.get(read..)?;
        Some(header)
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.octets.split_at_checked(length)?;
        self.octets = rest;
        Some(taken)
    }

    /// A count that the remaining octets can hold: each element takes one at least.
    fn bounded(&self, count: usize) -> Option<usize> {
        (count <= self.octets.len()).then_some(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_is_asked_for() {
        let octets = [0x84, 0x18, 0x2a, 0x42, 1, 2, 0x62, b'h', b'i', 0x82, 3, 4];
        let mut reader = Reader::new(&octets);
        assert_eq!(reader.array(), Some(4));
        assert_eq!(reader.unsigned(), Some(42));
        assert_eq!(reader.bytes(), Some([1, 2].as_slice()));
        assert_eq!(reader.text_or_bytes(), Some(b"hi".as_slice()));
        assert_eq!(reader.numbers(), Some(vec![3, 4]));
        assert_eq!(reader.end(), Some(()));
    }

    #[test]
    fn refuses_everything_else() {
        for octets in [
            [].as_slice(),
            &[0x82, 3],             // an array that ends early
            &[0x9f, 3, 0xff],       // of no stated length
            &[0x9a, 0xff, 0, 0, 0], // of a length that there is no room for
            &[0xc2, 0x81, 3],       // tagged
            &[0x81, 0x20],          // of negative numbers
            &[0x43, 1, 2],          // bytes
        ] {
            assert_eq!(Reader::new(octets).numbers(), None, "{octets:?}");
        }
        assert_eq!(Reader::new(&[0x43, 1, 2]).bytes(), None);
        assert_eq!(Reader::new(&[0x61, 0xff]).text_or_bytes(), None);
        assert_eq!(Reader::new(&[0]).end(), None);
    }
}

//! Unpacking within bounds.

use miniz_oxide::inflate::{
    DecompressError, TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit,
};

use crate::policy::Bounds;

/// Why bytes were not unpacked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum NotUnpacked {
    Broken,
    /// More than may be unpacked.
    TooLarge {
        limit: usize,
    },
}

/// What may still be unpacked, of one file or for one credential.
pub(crate) struct Unpacker {
    each: usize,
    left: usize,
}

impl Unpacker {
    pub(crate) fn new(bounds: &Bounds) -> Self {
        Self::within(bounds.file_bytes, bounds.unpacked_bytes)
    }

    /// So many bytes at a time, and so many in all.
    pub(crate) fn within(each: usize, left: usize) -> Self {
        Self { each, left }
    }

    /// Room for bytes that were not compressed. They count, since a ZIP can name the same ones many
    /// times.
    pub(crate) fn take(&mut self, size: usize) -> Result<(), NotUnpacked> {
        let limit = self.each.min(self.left);
        if size > limit {
            return Err(NotUnpacked::TooLarge { limit });
        }
        self.left -= size;
        Ok(())
    }

    /// A deflate stream as ZIP has it.
    pub(crate) fn deflate(&mut self, packed: &[u8]) -> Result<Vec<u8>, NotUnpacked> {
        self.unpack(packed, decompress_to_vec_with_limit)
    }

    /// A zlib stream (RFC 1950).
    pub(crate) fn zlib(&mut self, packed: &[u8]) -> Result<Vec<u8>, NotUnpacked> {
        self.unpack(packed, decompress_to_vec_zlib_with_limit)
    }

    fn unpack(
        &mut self,
        packed: &[u8],
        decompress: fn(&[u8], usize) -> Result<Vec<u8>, DecompressError>,
    ) -> Result<Vec<u8>, NotUnpacked> {
        let limit = self.each.min(self.left);
        let outcome = decompress(packed, limit);
        // What was unpacked in vain has cost its time too.
        let unpacked = match &outcome {
            Ok(bytes) => bytes.len(),
            Err(error) => error.output.len(),
        };
        self.left = self.left.saturating_sub(unpacked);
        outcome.map_err(|error| match error.status {
            TINFLStatus::HasMoreOutput => NotUnpacked::TooLarge { limit },
            _ => NotUnpacked::Broken,
        })
    }
}

#[cfg(test)]
mod tests {
    use miniz_oxide::deflate::compress_to_vec_zlib;

    use super::*;

    #[test]
    fn all_parts_of_a_file_share_what_may_be_unpacked() {
        let bounds = Bounds {
            file_bytes: 100,
            unpacked_bytes: 150,
            ..Bounds::default()
        };
        let mut unpacker = Unpacker::new(&bounds);
        let packed = |size: usize| compress_to_vec_zlib(&vec![b' '; size], 6);
        assert_eq!(
            unpacker.zlib(&packed(101)),
            Err(NotUnpacked::TooLarge { limit: 100 })
        );
        let mut unpacker = Unpacker::new(&bounds);
        assert_eq!(unpacker.zlib(&packed(100)), Ok(vec![b' '; 100]));
        assert_eq!(unpacker.zlib(&packed(50)), Ok(vec![b' '; 50]));
        assert_eq!(
            unpacker.zlib(&packed(1)),
            Err(NotUnpacked::TooLarge { limit: 0 })
        );
        assert_eq!(unpacker.take(1), Err(NotUnpacked::TooLarge { limit: 0 }));
        assert_eq!(
            Unpacker::new(&bounds).zlib(b"\x78\x9c\xff"),
            Err(NotUnpacked::Broken)
        );
    }
}

//! Lists of values of a few bits each, and where in the bytes one of them is.

/// Which bit of a byte comes first.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Order {
    /// Token Status List, section 4.1: from the least significant bit on.
    LeastSignificantFirst,
    /// Bitstring Status List 1.0, section 2.2: index 0 is the left-most bit.
    MostSignificantFirst,
}

/// Values of the same size, one after the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bits<'a> {
    pub bytes: &'a [u8],
    /// Bits of each value.
    pub size: u8,
    pub order: Order,
}

impl Bits<'_> {
    /// How many whole values there are.
    pub fn entries(&self) -> u64 {
        let bits = self.bytes.len() as u64 * 8;
        bits.checked_div(self.size.into()).unwrap_or_default()
    }

    /// The value at an index, counted from 0; None beyond the last one.
    pub fn value(&self, index: u64) -> Option<u64> {
        if index >= self.entries() {
            return None;
        }
        let size = u64::from(self.size);
        let start = index.checked_mul(size)?;
        (0..size).try_fold(0, |value: u64, place| {
            let bit = u64::from(self.bit(start + place)?);
            Some(match self.order {
                Order::MostSignificantFirst => value << 1 | bit,
                Order::LeastSignificantFirst => value | bit << place,
            })
        })
    }

    fn bit(&self, position: u64) -> Option<u8> {
        let byte = self.bytes.get(usize::try_from(position / 8).ok()?)?;
        let place = position % 8;
        let shift = match self.order {
            Order::LeastSignificantFirst => place,
            Order::MostSignificantFirst => 7 - place,
        };
        Some(byte >> shift & 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(bytes: &[u8], size: u8, order: Order) -> Vec<u64> {
        let bits = Bits { bytes, size, order };
        let all = (0..bits.entries()).map(|index| bits.value(index));
        all.map(|value| value.expect("within the list")).collect()
    }

    /// Token Status List, section 4.1.
    #[test]
    fn the_standards_examples_from_the_right() {
        let order = Order::LeastSignificantFirst;
        assert_eq!(
            values(&[0xb9, 0xa3], 1, order),
            [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]
        );
        assert_eq!(
            values(&[0xc9, 0x44, 0xf9], 2, order),
            [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]
        );
        assert_eq!(values(&[0x12, 0xfe], 4, order), [2, 1, 14, 15]);
        assert_eq!(values(&[0x12, 0xfe], 8, order), [0x12, 0xfe]);
    }

    #[test]
    fn from_the_left() {
        let order = Order::MostSignificantFirst;
        assert_eq!(values(&[0b1000_0001], 1, order), [1, 0, 0, 0, 0, 0, 0, 1]);
        assert_eq!(values(&[0b1001_0011], 2, order), [2, 1, 0, 3]);
        // Across bytes; the two bits that are left over are no value.
        assert_eq!(values(&[0b1000_0000, 0b0111_0101], 7, order), [64, 29]);
        assert_eq!(values(&[0xff; 8], 64, order), [u64::MAX]);
    }

    #[test]
    fn bits_are_not_bytes_and_nothing_is_beyond_the_end() {
        let bits = Bits {
            bytes: &[0; 16],
            size: 2,
            order: Order::MostSignificantFirst,
        };
        assert_eq!(bits.entries(), 64);
        assert_eq!(bits.value(63), Some(0));
        for beyond in [64, 128, u64::MAX / 2 + 1, u64::MAX] {
            assert_eq!(bits.value(beyond), None, "{beyond}");
        }
        let empty = Bits { size: 0, ..bits };
        assert_eq!((empty.entries(), empty.value(0)), (0, None));
    }
}

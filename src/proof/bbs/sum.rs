//! Sums of many points, each so many times.

use bls12_381::{G1Projective, Scalar};

/// The binary digits that are worked off at a time.
const WINDOW: usize = 4;

/// `point * scalar` summed over all terms, by Straus's method: all terms share the doublings.
///
/// How long it takes depends on the scalars. A verifier has none to hide.
pub(super) fn sum_of_products(terms: &[(G1Projective, Scalar)]) -> G1Projective {
    let tables: Vec<_> = terms.iter().map(Table::new).collect();
    let mut sum = G1Projective::identity();
    for digit in (0..Scalar::zero().to_bytes().len() * 8 / WINDOW).rev() {
        (0..WINDOW).for_each(|_| sum = sum.double());
        for multiple in tables.iter().filter_map(|table| table.multiple(digit)) {
            sum += multiple;
        }
    }
    sum
}

/// A point's first multiples, from once on, and the scalar to take it by.
struct Table {
    multiples: Vec<G1Projective>,
    scalar: [u8; 32],
}

impl Table {
    fn new((point, scalar): &(G1Projective, Scalar)) -> Self {
        let next = |multiple: &G1Projective| Some(multiple + point);
        let multiples = std::iter::successors(Some(*point), next);
        Self {
            multiples: multiples.take((1 << WINDOW) - 1).collect(),
            scalar: scalar.to_bytes(),
        }
    }

    /// The multiple for one hexadecimal digit of the scalar, counted from the lowest; None for 0.
    fn multiple(&self, digit: usize) -> Option<&G1Projective> {
        let octet = self.scalar.get(digit / 2)?;
        let times = (octet >> (digit % 2 * WINDOW)) & 0xf;
        self.multiples.get(usize::from(times).checked_sub(1)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_the_sum_of_the_products() {
        let point = G1Projective::generator();
        let terms: Vec<_> = [
            Scalar::zero(),
            Scalar::one(),
            Scalar::from(15),
            Scalar::from(0x1_0000_f0a0),
            -Scalar::one(),
            -Scalar::from(77),
        ]
        .into_iter()
        .enumerate()
        .map(|(index, scalar)| (point * Scalar::from(index as u64 + 3), scalar))
        .collect();
        let expected: G1Projective = terms.iter().map(|(point, scalar)| point * scalar).sum();
        assert_eq!(sum_of_products(&terms), expected);
    }

    #[test]
    fn of_nothing_is_the_identity() {
        assert_eq!(sum_of_products(&[]), G1Projective::identity());
    }
}

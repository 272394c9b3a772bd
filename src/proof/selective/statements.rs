//! The statements of a derived document, and which of them the holder could not leave out.

use std::collections::BTreeSet;

use super::{DisclosureError, LabelMap};

/// The places of the mandatory statements among all that a derived document has, from zero.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct MandatoryIndexes(BTreeSet<usize>);

impl MandatoryIndexes {
    /// Indexes in any order, beside as many `disclosed` statements as the proof speaks of.
    ///
    /// # Errors
    /// A [`DisclosureError`] where one stands twice, or is of no statement.
    pub(in crate::proof) fn new(
        indexes: &[u64],
        disclosed: usize,
    ) -> Result<Self, DisclosureError> {
        let statements = indexes.len().saturating_add(disclosed);
        let mut own = BTreeSet::new();
        for index in indexes {
            let out_of_range = DisclosureError::IndexOutOfRange { index: *index };
            let place = usize::try_from(*index).ok();
            let place = place.filter(|place| *place < statements);
            if !own.insert(place.ok_or(out_of_range)?) {
                return Err(DisclosureError::IndexRepeated { index: *index });
            }
        }
        Ok(Self(own))
    }

    /// The indexes, in ascending order.
    pub fn indexes(&self) -> impl Iterator<Item = usize> {
        self.0.iter().copied()
    }
}

/// The statements of a derived document, each a line of N-Quads, in the order of the issuer's labels.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Statements {
    /// Those that every derived document has; one signature covers them.
    pub mandatory: Vec<String>,
    /// Those that the holder chose to disclose ("non-mandatory" in the standards).
    pub disclosed: Vec<String>,
}

impl Statements {
    /// Labels, sorts and splits a derived document's canonical N-Quads (vc-di-ecdsa 1.0, sections
    /// 3.4.1 and 3.5.9, steps 3 to 7); None where labels or indexes are of another document.
    pub(in crate::proof) fn new(
        canonical: &str,
        labels: &LabelMap,
        mandatory: &MandatoryIndexes,
    ) -> Option<Self> {
        let mut lines = labels.replace(canonical)?;
        // By code point, which UTF-8 keeps the order of.
        lines.sort_unstable();
        if mandatory.0.last().is_some_and(|last| *last >= lines.len()) {
            return None;
        }
        let mut statements = Self {
            mandatory: Vec::new(),
            disclosed: Vec::new(),
        };
        for (index, line) in lines.into_iter().enumerate() {
            match mandatory.0.contains(&index) {
                true => statements.mandatory.push(line),
                false => statements.disclosed.push(line),
            }
        }
        Some(statements)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indexes_stand_once_and_within_the_statements() {
        assert!(MandatoryIndexes::new(&[], 0).is_ok());
        assert!(MandatoryIndexes::new(&[2, 0], 1).is_ok());
        for index in [3, u64::MAX] {
            let out_of_range = DisclosureError::IndexOutOfRange { index };
            assert_eq!(MandatoryIndexes::new(&[0, index], 1), Err(out_of_range));
        }
        let repeated = DisclosureError::IndexRepeated { index: 1 };
        assert_eq!(MandatoryIndexes::new(&[1, 1], 1), Err(repeated));
    }

    #[test]
    fn sorts_by_the_new_labels_before_splitting() {
        let labels = LabelMap::new(vec![(0, "ub".into()), (1, "ua".into())]).unwrap();
        let canonical = "_:c14n0 <urn:p> _:c14n1 .\n_:c14n1 <urn:p> \"\" .\n";
        let mandatory = MandatoryIndexes::new(&[0], 1).unwrap();
        let statements = Statements {
            mandatory: vec!["_:ua <urn:p> \"\" .\n".into()],
            disclosed: vec!["_:ub <urn:p> _:ua .\n".into()],
        };
        assert_eq!(
            Statements::new(canonical, &labels, &mandatory),
            Some(statements)
        );
        let beyond = MandatoryIndexes::new(&[2], 2).unwrap();
        assert_eq!(Statements::new(canonical, &labels, &beyond), None);
    }
}

//! From the canonical labels that a derived document's blank nodes get to those that the issuer
//! signed them under.

use std::collections::BTreeSet;

use super::DisclosureError;

/// A label for each blank node of a derived document, by its canonical number: that of `c14n0`
/// stands first.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LabelMap(Vec<String>);

impl LabelMap {
    /// A map from its entries, in any order.
    ///
    /// # Errors
    /// A [`DisclosureError`] where the nodes are not numbered from zero without a gap, or two of them
    /// share a label.
    pub(in crate::proof) fn new(mut entries: Vec<(u64, String)>) -> Result<Self, DisclosureError> {
        entries.sort_unstable();
        for ((node, _), expected) in entries.iter().zip(0..) {
            match node.cmp(&expected) {
                std::cmp::Ordering::Equal => {}
                std::cmp::Ordering::Less => {
                    return Err(DisclosureError::NodeRepeated { node: *node });
                }
                std::cmp::Ordering::Greater => {
                    return Err(DisclosureError::NodeMissing { node: expected });
                }
            }
        }
        let labels: Vec<String> = entries.into_iter().map(|(_, label)| label).collect();
        let mut seen = BTreeSet::new();
        match labels.iter().find(|label| !seen.insert(*label)) {
            Some(label) => Err(DisclosureError::LabelShared {
                label: label.clone(),
            }),
            None => Ok(Self(labels)),
        }
    }

    /// The labels, in the order of the canonical ones.
    #[must_use]
    pub fn labels(&self) -> &[String] {
        &self.0
    }

    /// Replaces the canonical labels of N-Quads by those of the map; None unless the blank nodes of
    /// the one are those of the other.
    ///
    /// Canonical labels are issued without a gap, so the nodes are the same if they are as many.
    pub(super) fn replace(&self, canonical: &str) -> Option<Vec<String>> {
        let mut nodes = 0;
        let lines = canonical.split_inclusive('\n');
        let lines: Option<Vec<String>> = lines.map(|line| self.line(line, &mut nodes)).collect();
        lines.filter(|_| nodes == self.0.len())
    }

    /// One line; `nodes` is how many there are, as far as the lines so far show.
    fn line(&self, line: &str, nodes: &mut usize) -> Option<String> {
        // The subject, the object and the graph, if there is one, before the dot. An object that is
        // a literal may have spaces, and has a quotation mark in its first part and its last.
        let mut parts: Vec<&str> = line.split(' ').collect();
        let last = parts.len().checked_sub(2)?;
        let mut replaced = Vec::new();
        for place in [0, 2, last] {
            let part = parts.get(place)?;
            let Some(label) = part.strip_prefix("_:").filter(|label| !label.contains('"')) else {
                continue;
            };
            let node: usize = label.strip_prefix("c14n")?.parse().ok()?;
            *nodes = (*nodes).max(node.checked_add(1)?);
            replaced.push((place, format!("_:{}", self.0.get(node)?)));
        }
        for (place, label) in &replaced {
            *parts.get_mut(*place)? = label;
        }
        Some(parts.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(entries: &[(u64, &str)]) -> Result<LabelMap, DisclosureError> {
        let entries = entries.iter().map(|(node, label)| (*node, (*label).into()));
        LabelMap::new(entries.collect())
    }

    #[test]
    fn has_one_label_for_each_node() {
        assert!(map(&[]).is_ok());
        assert!(map(&[(1, "ub"), (0, "ua")]).is_ok());
        let shared = DisclosureError::LabelShared { label: "ua".into() };
        assert_eq!(map(&[(0, "ua"), (1, "ua")]), Err(shared));
        for entries in [[(0, "ua"), (0, "ub")], [(0, "ua"), (0, "ua")]] {
            let repeated = DisclosureError::NodeRepeated { node: 0 };
            assert_eq!(map(&entries), Err(repeated));
        }
        let missing = DisclosureError::NodeMissing { node: 1 };
        assert_eq!(map(&[(0, "ua"), (u64::MAX, "ub")]), Err(missing));
    }

    #[test]
    fn replaces_labels_and_nothing_that_looks_like_them() {
        let map = map(&[(0, "ub"), (1, "ua")]).unwrap();
        for (canonical, replaced) in [
            ("_:c14n0 <urn:p> _:c14n1 .\n", "_:ub <urn:p> _:ua .\n"),
            (
                "<urn:s> <urn:p> _:c14n0 _:c14n1 .\n",
                "<urn:s> <urn:p> _:ub _:ua .\n",
            ),
            (
                "_:c14n1 <urn:p> \"_:c14n0 _:c14n0\" _:c14n0 .\n",
                "_:ua <urn:p> \"_:c14n0 _:c14n0\" _:ub .\n",
            ),
            (
                "_:c14n1 <urn:p> \"_:c14n0 and _:c14n0\"@en <urn:g> .\n_:c14n0 <urn:p> \"_:c14n0\" .\n",
                "_:ua <urn:p> \"_:c14n0 and _:c14n0\"@en <urn:g> .\n_:ub <urn:p> \"_:c14n0\" .\n",
            ),
            (
                "_:c14n1 <urn:p> \"\\\" _:c14n0\" .\n_:c14n0 <urn:p> \"\" .\n",
                "_:ua <urn:p> \"\\\" _:c14n0\" .\n_:ub <urn:p> \"\" .\n",
            ),
        ] {
            let lines = map.replace(canonical).map(|lines| lines.concat());
            assert_eq!(lines.as_deref(), Some(replaced));
        }
    }

    #[test]
    fn refuses_nodes_that_are_not_the_documents() {
        let map = map(&[(0, "ub"), (1, "ua")]).unwrap();
        for canonical in [
            "",
            "_:c14n0 <urn:p> <urn:o> .\n",
            "_:c14n0 <urn:p> _:c14n1 _:c14n2 .\n",
            "_:c14n1 <urn:p> _:b0 .\n",
        ] {
            assert_eq!(map.replace(canonical), None, "{canonical}");
        }
    }
}

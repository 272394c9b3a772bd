//! A document's statements as its issuer signed them: under the issuer's labels, and apart by whether
//! the holder may leave them out (Data Integrity ECDSA Cryptosuites 1.0, section 3.4).

use std::collections::BTreeMap;

/// What the canonical form's labels begin with (RDF Canonicalization 1.0, section 4.5).
const CANONICAL: &str = "_:c14n";
/// What the labels of a signed document begin with (vc-di-bbs, section 3.3.5).
const SIGNED: &str = "_:b";

/// labelReplacementCanonicalize: the lines of canonical N-Quads with other labels for their blank
/// nodes, sorted again; None where a node has no label.
pub(super) fn relabelled(canonical: &str, labels: &BTreeMap<u64, u64>) -> Option<Vec<String>> {
    let lines = canonical.split_inclusive('\n');
    let lines: Option<Vec<String>> = lines.map(|line| with_labels(line, labels)).collect();
    let mut lines = lines?;
    lines.sort_unstable();
    Some(lines)
}

/// A line with its labels replaced. In a line, blank nodes stand outside of `<…>` and `"…"` alone.
fn with_labels(line: &str, labels: &BTreeMap<u64, u64>) -> Option<String> {
    let mut written = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '<' => rest.find('>')? + 1,
            '"' => literal_length(rest)?,
            '_' => rest.find(' ')?,
            other => other.len_utf8(),
        };
        let (term, after) = rest.split_at_checked(length)?;
        match term.strip_prefix(CANONICAL) {
            Some(number) => {
                let label = labels.get(&number.parse().ok()?)?;
                written.push_str(&format!("{SIGNED}{label}"));
            }
            None if first == '_' => return None,
            None => written.push_str(term),
        }
        rest = after;
    }
    Some(written)
}

/// The length of a literal in its quotation marks, of which those inside are escaped.
fn literal_length(text: &str) -> Option<usize> {
    let mut escaped = false;
    let mut inside = text.char_indices().skip(1);
    let (end, _) = inside.find(|(_, character)| {
        let ends = *character == '"' && !escaped;
        escaped = *character == '\\' && !escaped;
        ends
    })?;
    Some(end + 1)
}

/// The statements whose index is among `indexes`, which are in ascending order, and the others; None
/// where an index is beyond the last.
pub(super) fn split(
    statements: Vec<String>,
    indexes: &[u64],
) -> Option<(Vec<String>, Vec<String>)> {
    let mut indexes = indexes.iter().peekable();
    let (mut mandatory, mut others) = (Vec::new(), Vec::new());
    for (index, statement) in (0..).zip(statements) {
        match indexes.next_if(|own| **own == index) {
            Some(_) => mandatory.push(statement),
            None => others.push(statement),
        }
    }
    indexes.next().is_none().then_some((mandatory, others))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relabels_nodes_and_nothing_that_looks_like_one() {
        let canonical = "_:c14n0 <urn:_:c14n0> \"_:c14n0 \\\" _:c14n1 \"^^<urn:t> _:c14n1 .\n\
                         _:c14n1 <urn:p> _:c14n0 .\n";
        let labels = BTreeMap::from([(0, 7), (1, 3)]);
        let expected = [
            "_:b3 <urn:p> _:b7 .\n",
            "_:b7 <urn:_:c14n0> \"_:c14n0 \\\" _:c14n1 \"^^<urn:t> _:b3 .\n",
        ];
        assert_eq!(relabelled(canonical, &labels).unwrap(), expected);
        assert_eq!(relabelled(canonical, &BTreeMap::from([(0, 7)])), None);
    }

    #[test]
    fn splits_by_index() {
        let statements = || ["a", "b", "c"].map(str::to_owned).to_vec();
        let parts = split(statements(), &[0, 2]).unwrap();
        assert_eq!(parts, (vec!["a".into(), "c".into()], vec!["b".into()]));
        assert_eq!(split(statements(), &[3]), None);
    }
}

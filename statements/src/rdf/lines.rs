//! Quads as lines that still want the labels of their blank nodes. Each line is written several times, once
//! for each of its nodes and once in the end, under other labels; what is between them stays the same.

use std::ops::Range;

use super::quad::{BlankNode, Quad};

/// The lines of quads, one behind another, without labels.
pub(super) struct Lines {
    text: String,
    lines: Vec<Line>,
}

struct Line {
    /// Where in the text it stands.
    range: Range<usize>,
    /// The blank nodes, and where in the text their labels go, in that order.
    labels: [Option<(usize, BlankNode)>; 3],
}

impl Lines {
    pub(super) fn of(quads: &[&Quad]) -> Self {
        let mut text = String::new();
        let lines = quads.iter().map(|quad| {
            let start = text.len();
            let mut labels = [None; 3];
            let mut places = labels.iter_mut();
            quad.write(&mut text, &mut |node, line| {
                if let Some(place) = places.next() {
                    *place = Some((line.len(), node));
                }
            });
            let range = start..text.len();
            Line { range, labels }
        });
        let lines = lines.collect();
        Self { text, lines }
    }

    /// Appends the lines of these quads, their nodes named by `label`.
    pub(super) fn write(
        &self,
        quads: impl Iterator<Item = usize>,
        into: &mut String,
        mut label: impl FnMut(BlankNode, &mut String),
    ) {
        for line in quads.filter_map(|quad| self.lines.get(quad)) {
            let mut written = line.range.start;
            for (at, node) in line.labels.iter().flatten() {
                into.push_str(self.text.get(written..*at).unwrap_or_default());
                label(*node, into);
                written = *at;
            }
            into.push_str(self.text.get(written..line.range.end).unwrap_or_default());
        }
    }
}

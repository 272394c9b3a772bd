//! Hash N-Degree Quads: telling nodes apart by what is around them (section 4.8).

use std::collections::BTreeMap;

use super::TooCostly;
use super::dataset::{Dataset, Position, nodes};
use super::issuer::Issuer;
use super::permutations::next_permutation;
use super::quad::{BlankNode, Quad, iri};

/// How many nodes in a row are followed: a list of equal values, say, has one for each. It keeps
/// the recursion well within WebAssembly's stack of one megabyte.
const DEEPEST: usize = 256;

/// The algorithm, with what it reads and the steps that it may still take.
pub(super) struct NDegree<'a> {
    dataset: &'a Dataset<'a>,
    canonical: &'a Issuer,
    steps: u64,
    depth: usize,
}

impl<'a> NDegree<'a> {
    pub(super) fn new(dataset: &'a Dataset<'a>, canonical: &'a Issuer, steps: u64) -> Self {
        Self {
            dataset,
            canonical,
            steps,
            depth: 0,
        }
    }

    pub(super) fn steps_left(&self) -> u64 {
        self.steps
    }

    /// A call and an order of neighbours count as a step each.
    fn step(&mut self) -> Result<(), TooCostly> {
        self.steps = self.steps.checked_sub(1).ok_or(TooCostly)?;
        Ok(())
    }

    /// The hash of `node` by its surroundings, and the labels issued on the way (section 4.8.3).
    pub(super) fn hash(
        &mut self,
        node: BlankNode,
        issuer: Issuer,
    ) -> Result<(String, Issuer), TooCostly> {
        if self.depth == DEEPEST {
            return Err(TooCostly);
        }
        self.depth += 1;
        let outcome = self.hash_level(node, issuer);
        self.depth -= 1;
        outcome
    }

    fn hash_level(
        &mut self,
        node: BlankNode,
        mut issuer: Issuer,
    ) -> Result<(String, Issuer), TooCostly> {
        self.step()?;
        // 1. to 3. A neighbour that several quads name in the same way stands there as often: the
        // implementations that badges are signed with agree on this reading.
        let mut neighbours: BTreeMap<String, Vec<BlankNode>> = BTreeMap::new();
        for quad in self.dataset.quads_of(node) {
            for (related, position) in nodes(quad).filter(|(other, _)| *other != node) {
                let hash = self.hash_related(related, quad, &issuer, position);
                neighbours.entry(hash).or_default().push(related);
            }
        }
        // 4.
        let mut data = String::new();
        // 5.
        for (related_hash, mut list) in neighbours {
            // 5.1
            data.push_str(&related_hash);
            // 5.2 and 5.3
            let mut chosen: Option<(String, Issuer)> = None;
            // 5.4
            list.sort_unstable();
            loop {
                self.step()?;
                let shortest = chosen.as_ref().map(|(path, _)| path.as_str());
                if let Some(better) = self.path(&list, &issuer, shortest)? {
                    chosen = Some(better);
                }
                if !next_permutation(&mut list) {
                    break;
                }
            }
            // 5.5 and 5.6
            if let Some((path, chosen_issuer)) = chosen {
                data.push_str(&path);
                issuer = chosen_issuer;
            }
        }
        // 6.
        Ok((self.dataset.hash.hexadecimal([data.as_str()]), issuer))
    }

    /// The path of one order of neighbours; None where it is no better than `chosen` (step 5.4).
    fn path(
        &mut self,
        order: &[BlankNode],
        issuer: &Issuer,
        chosen: Option<&str>,
    ) -> Result<Option<(String, Issuer)>, TooCostly> {
        let is_worse =
            |path: &str| chosen.is_some_and(|chosen| path.len() >= chosen.len() && path > chosen);
        // 5.4.1 to 5.4.3
        let mut issuer = issuer.clone();
        let mut path = String::new();
        let mut recursion = Vec::new();
        // 5.4.4
        for related in order {
            match self.canonical.get(*related) {
                Some(label) => path.push_str(&label),
                None => {
                    if !issuer.has_issued(*related) {
                        recursion.push(*related);
                    }
                    path.push_str(&issuer.issue(*related));
                }
            }
            if is_worse(&path) {
                return Ok(None);
            }
        }
        // 5.4.5
        for related in recursion {
            let (hash, result) = self.hash(related, issuer.clone())?;
            path.push_str(&issuer.issue(related));
            path.push('<');
            path.push_str(&hash);
            path.push('>');
            issuer = result;
            if is_worse(&path) {
                return Ok(None);
            }
        }
        // 5.4.6
        let is_better = chosen.is_none_or(|chosen| path.as_str() < chosen);
        Ok(is_better.then_some((path, issuer)))
    }

    /// Hash Related Blank Node (section 4.7.3).
    fn hash_related(
        &self,
        related: BlankNode,
        quad: &Quad,
        issuer: &Issuer,
        position: Position,
    ) -> String {
        // 1. and 2.
        let mut input = position.letter().to_owned();
        if position != Position::Graph {
            iri(&quad.predicate, &mut input);
        }
        // 3. and 4.
        match self.canonical.get(related).or_else(|| issuer.get(related)) {
            Some(label) => input.push_str(&label),
            None => input.push_str(self.dataset.first_degree_hash(related)),
        }
        self.dataset.hash.hexadecimal([input.as_str()])
    }
}

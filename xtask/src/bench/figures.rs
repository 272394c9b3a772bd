//! What was measured, and what follows from it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::peers::PEERS;

pub const ASSAY: &str = "Assay";
pub const ASSAY_NATIVE: &str = "Assay, natively";
pub const WEB_CRYPTO: &str = "WebCrypto";
/// What a bare signature is called in a document's place.
pub const SIGNATURE: &str = "signature";

/// Everything that was measured.
#[derive(Default, Deserialize)]
pub struct Results {
    /// The browser's version.
    pub browser: String,
    pub warm: Vec<Times>,
    pub cold: Vec<Cold>,
    pub batch: Vec<Batch>,
    /// The addresses that a contestant has asked for, answered from memory.
    pub fetched: BTreeMap<String, Vec<String>>,
}

/// How long one contestant took for each document of one kind, in milliseconds.
#[derive(Default, Deserialize)]
pub struct Times {
    #[serde(default)]
    pub contestant: String,
    pub document: String,
    pub mechanism: String,
    /// Why it verifies no such documents, in its own words.
    pub refusal: Option<String>,
    #[serde(default, alias = "milliseconds")]
    pub times: Vec<f64>,
}

/// How long one contestant took from nothing to the first verdict, in milliseconds.
#[derive(Deserialize)]
pub struct Cold {
    pub contestant: String,
    pub document: String,
    pub mechanism: String,
    /// What it loads, compressed.
    pub bytes: u64,
    pub times: Vec<f64>,
}

/// How many documents a second so many workers verified.
#[derive(Deserialize)]
pub struct Batch {
    pub contestant: String,
    pub workers: u32,
    #[serde(rename = "times")]
    pub per_second: Vec<f64>,
}

/// The middle of several figures, and the ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    pub least: f64,
    pub median: f64,
    pub most: f64,
}

impl Spread {
    /// None of no figures. Of an even number the median is between the two in the middle.
    pub fn of(figures: &[f64]) -> Option<Self> {
        let mut sorted = figures.to_vec();
        sorted.sort_by(f64::total_cmp);
        let last = sorted.len().checked_sub(1)?;
        let (lower, upper) = (sorted[last / 2], sorted[last.div_ceil(2)]);
        Some(Self {
            least: sorted[0],
            median: f64::midpoint(lower, upper),
            most: sorted[last],
        })
    }
}

/// Which of several figures a contestant is judged by.
#[derive(Clone, Copy)]
pub enum By {
    Median,
    /// The best, which a busy machine spoils least.
    Best,
}

impl By {
    fn time(self, spread: Spread) -> f64 {
        match self {
            Self::Median => spread.median,
            Self::Best => spread.least,
        }
    }

    fn throughput(self, spread: Spread) -> f64 {
        match self {
            Self::Median => spread.median,
            Self::Best => spread.most,
        }
    }
}

impl Results {
    /// What one contestant took, warm, in milliseconds.
    pub fn warm(&self, contestant: &str, document: &str, mechanism: &str, by: By) -> Option<f64> {
        let times = self.warm_times(contestant, document, mechanism)?;
        Spread::of(&times.times).map(|spread| by.time(spread))
    }

    /// All that one contestant's warm measurement came to.
    pub fn warm_times(&self, contestant: &str, document: &str, mechanism: &str) -> Option<&Times> {
        self.warm.iter().find(|times| {
            (&*times.contestant, &*times.document, &*times.mechanism)
                == (contestant, document, mechanism)
        })
    }

    /// How many documents a second a contestant verified in a batch.
    pub fn batch(&self, contestant: &str, workers: u32, by: By) -> Option<f64> {
        let mut batches = self.batch.iter();
        let batch = batches.find(|it| it.contestant == contestant && it.workers == workers)?;
        Spread::of(&batch.per_second).map(|spread| by.throughput(spread))
    }

    /// The peer that takes least for such documents, and what it takes.
    pub fn fastest_peer(
        &self,
        document: &str,
        mechanism: &str,
        by: By,
    ) -> Option<(&'static str, f64)> {
        let peers = PEERS.into_iter();
        let times =
            peers.filter_map(|(peer, _)| Some((peer, self.warm(peer, document, mechanism, by)?)));
        times.min_by(|(_, one), (_, other)| one.total_cmp(other))
    }

    /// The peer that verifies most documents a second in a batch, and how many.
    pub fn best_throughput(&self, workers: u32, by: By) -> Option<(&'static str, f64)> {
        let peers = PEERS.into_iter();
        let counts = peers.filter_map(|(peer, _)| Some((peer, self.batch(peer, workers, by)?)));
        counts.max_by(|(_, one), (_, other)| one.total_cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(contestant: &str, times: &[f64]) -> Times {
        Times {
            contestant: contestant.into(),
            document: "rich".into(),
            mechanism: "a suite".into(),
            times: times.into(),
            ..Times::default()
        }
    }

    #[test]
    fn a_median_is_in_the_middle_whatever_the_order() {
        let median = |figures: &[f64]| Spread::of(figures).map(|spread| spread.median);
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[9.0, 1.0, 2.0, 4.0]), Some(3.0));
        let spread = Spread::of(&[9.0, 1.0, 2.0]).unwrap();
        assert_eq!((spread.least, spread.most), (1.0, 9.0));
    }

    #[test]
    fn the_fastest_peer_is_no_one_who_refuses_and_not_assay() {
        let [(one, _), (other, _), (refusing, _)] = PEERS;
        let results = Results {
            warm: vec![
                times(ASSAY, &[1.0]),
                times(one, &[5.0, 3.0, 5.0]),
                times(other, &[4.0, 4.0, 90.0]),
                times(refusing, &[]),
            ],
            ..Results::default()
        };
        let fastest = |mechanism, by| results.fastest_peer("rich", mechanism, by);
        assert_eq!(fastest("a suite", By::Median), Some((other, 4.0)));
        assert_eq!(fastest("a suite", By::Best), Some((one, 3.0)));
        assert_eq!(fastest("another", By::Median), None);
    }
}

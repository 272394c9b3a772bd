//! The ratios that Assay is to reach, and whether it does.

use super::figures::{ASSAY, By, Results, SIGNATURE, WEB_CRYPTO};

const SUITE: &str = "eddsa-rdfc-2022";

/// A ratio, and the bound that it is held to.
struct Goal {
    what: String,
    /// None where one of the two was not measured.
    ratio: Option<f64>,
    bound: Bound,
}

#[derive(Clone, Copy)]
enum Bound {
    AtLeast(f64),
    AtMost(f64),
}

impl Bound {
    fn is_met(self, ratio: f64) -> bool {
        match self {
            Self::AtLeast(bound) => ratio >= bound,
            Self::AtMost(bound) => ratio <= bound,
        }
    }

    fn text(self) -> String {
        match self {
            Self::AtLeast(bound) => format!("at least {bound}"),
            Self::AtMost(bound) => format!("at most {bound}"),
        }
    }
}

impl Goal {
    /// The ratio by the medians decides; the one by the best figures stands beside it.
    fn line(&self, by_best: Option<f64>) -> String {
        let number = |ratio: Option<f64>| ratio.map_or("-".into(), |ratio| format!("{ratio:.2}"));
        let outcome = match self.ratio {
            Some(ratio) if self.bound.is_met(ratio) => "met",
            Some(_) => "MISSED",
            None => "not measured",
        };
        let (median, best) = (number(self.ratio), number(by_best));
        let bound = self.bound.text();
        format!(
            "{median:>8} {best:>8}  {bound:<13} {outcome:<7} {}",
            self.what
        )
    }
}

/// Prints each ratio with its goal, and what WebCrypto would change.
pub fn print(results: &Results) {
    println!("\nRatios, and their goals\n");
    println!("{:>8} {:>8}", "of the", "of the");
    println!("{:>8} {:>8}  {:<13}", "medians", "best", "goal");
    let by_best = goals(results, By::Best);
    for (goal, best) in goals(results, By::Median).iter().zip(by_best) {
        println!("{}", goal.line(best.ratio));
    }
    println!();
    for (suite, curve) in [(SUITE, "Ed25519"), ("ecdsa-rdfc-2019", "P-256")] {
        if let Some(line) = with_web_crypto(results, suite, curve) {
            println!("{line}");
        }
    }
}

fn goals(results: &Results, by: By) -> Vec<Goal> {
    let mut goals = Vec::new();
    for (document, signatures) in [("rich", "one signature"), ("endorsed", "two signatures")] {
        let assay = results.warm(ASSAY, document, SUITE, by);
        let peer = results.fastest_peer(document, SUITE, by);
        let name = peer.map_or("no peer", |(name, _)| name);
        goals.push(Goal {
            what: format!("{name} : Assay, warm, {document} badge ({signatures}), {SUITE}"),
            ratio: ratio(peer.map(|(_, time)| time), assay),
            bound: Bound::AtLeast(10.0),
        });
        goals.push(Goal {
            what: "Assay, the same badge : a bare Ed25519 verification in the same wasm".into(),
            ratio: ratio(assay, results.warm(ASSAY, SIGNATURE, "Ed25519", by)),
            bound: Bound::AtMost(1.6),
        });
    }
    for (workers, name) in [(1, "one"), (2, "two workers")] {
        let peer = results.best_throughput(workers, by);
        let peers_name = peer.map_or("no peer", |(name, _)| name);
        goals.push(Goal {
            what: format!("Assay's throughput on two workers : {peers_name}'s on {name}"),
            ratio: ratio(
                results.batch(ASSAY, 2, by),
                peer.map(|(_, throughput)| throughput),
            ),
            bound: Bound::AtLeast(20.0),
        });
    }
    goals
}

fn ratio(dividend: Option<f64>, divisor: Option<f64>) -> Option<f64> {
    Some(dividend? / divisor?)
}

/// What a rich badge would take if the browser verified its signature.
fn with_web_crypto(results: &Results, suite: &str, curve: &str) -> Option<String> {
    let whole = results.warm(ASSAY, "rich", suite, By::Median)?;
    let own = results.warm(ASSAY, SIGNATURE, curve, By::Median)?;
    let browser = results.warm(WEB_CRYPTO, SIGNATURE, curve, By::Median)?;
    Some(format!(
        "WebCrypto's {curve}, {browser:.3} ms, in place of Assay's own, {own:.3} ms, would make a rich {suite} badge\n\
         take {:.3} ms instead of {whole:.3} ms.",
        whole - own + browser
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_itself_meets_the_goal_and_what_was_not_measured_does_not() {
        let line = |ratio, bound| {
            let what = String::new();
            Goal { what, ratio, bound }.line(None)
        };
        assert!(line(Some(10.0), Bound::AtLeast(10.0)).contains(" met"));
        assert!(line(Some(9.99), Bound::AtLeast(10.0)).contains("MISSED"));
        assert!(line(Some(1.6), Bound::AtMost(1.6)).contains(" met"));
        assert!(line(Some(1.61), Bound::AtMost(1.6)).contains("MISSED"));
        assert!(line(None, Bound::AtMost(1.6)).contains("not measured"));
    }
}

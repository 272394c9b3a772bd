//! One hallmark as a drawing. Each has a shape of its own; its state shows by form before colour.

use yew::prelude::*;

use crate::present::{Hallmark, Stamp};

/// What a mark answers: one of the four questions, or whose the badge is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Mark {
    Hallmark(Hallmark),
    /// Only there where somebody was named.
    Recipient,
}

/// The shapes, in a square of 48.
fn outline(mark: Mark) -> &'static str {
    let Mark::Hallmark(hallmark) = mark else {
        // A name tag.
        return "M13 4h22l11 20l-11 20H13L2 24z";
    };
    match hallmark {
        // A sheet with its corners cut.
        Hallmark::Unaltered => "M11 3h26l8 8v26l-8 8H11l-8-8V11z",
        // A seal.
        Hallmark::SignedByIssuer => "M24 2a22 22 0 1 1 0 44a22 22 0 1 1 0-44z",
        // A lozenge.
        Hallmark::KnownIssuer => "M24 1l23 23l-23 23l-23-23z",
        // An arch.
        Hallmark::InForce => "M5 45V22a19 19 0 0 1 38 0v23z",
    }
}

fn icon(mark: Mark) -> &'static str {
    let Mark::Hallmark(hallmark) = mark else {
        // A person.
        return "M24 13a5 5 0 1 1 0 10a5 5 0 1 1 0-10zM14 34c1-5 5-7 10-7s9 2 10 7z";
    };
    match hallmark {
        // Lines of writing, none missing.
        Hallmark::Unaltered => "M15 17h18M15 24h18M15 31h11",
        // A signature on its line.
        Hallmark::SignedByIssuer => {
            "M13 28c3-3 8-13 6-15s-5 7-3 12s5 1 6-2s3-2 3 1s3 2 4-1s3 2 6 0M13 34h22"
        }
        // A house with columns.
        Hallmark::KnownIssuer => "M15 21l9-6l9 6zM18 24v6M24 24v6M30 24v6M15 33h18",
        // A clock.
        Hallmark::InForce => "M24 14a11 11 0 1 1 0 22a11 11 0 1 1 0-22zM24 19v7l5 3",
    }
}

const QUESTION: &str = "M18.5 19.5a5.5 5.5 0 1 1 8.3 4.7c-1.8 1.1-2.8 2-2.8 4.3";
const QUESTION_DOT: &str = "M24 34v.01";
/// The shape again, smaller about its middle: the rim that a punch leaves.
const RIM: &str = "translate(24 24) scale(.86) translate(-24 -24)";
const STRIKE: &str = "M5 43L43 5";

/// The drawing; words stand beside it.
pub fn drawing(mark: Mark, stamp: Stamp) -> Html {
    let shape = outline(mark);
    html! {
        // A mark whose state changes is another drawing, stamped anew.
        <svg
            key={form(stamp)}
            class={classes!("mark", form(stamp))}
            data-mark={code(mark)}
            viewBox="0 0 48 48"
            aria-hidden="true"
            focusable="false"
        >
            <path class="mark-shape" d={shape} />
            if stamp == Stamp::Solid {
                <path class="mark-rim" d={shape} transform={RIM} />
            }
            if stamp == Stamp::Outline {
                <path class="mark-icon" d={QUESTION} />
                <path class="mark-icon mark-dot" d={QUESTION_DOT} />
            } else {
                <path class="mark-icon" d={icon(mark)} />
            }
            if stamp == Stamp::Struck {
                <path class="mark-strike-ground" d={STRIKE} />
                <path class="mark-strike" d={STRIKE} />
            }
        </svg>
    }
}

/// The shape alone, while its question is still open.
pub fn pending_mark(hallmark: Hallmark) -> Html {
    let mark = Mark::Hallmark(hallmark);
    html! {
        <svg
            class="mark is-pending"
            data-mark={code(mark)}
            viewBox="0 0 48 48"
            aria-hidden="true"
            focusable="false"
        >
            <path class="mark-shape" d={outline(mark)} />
        </svg>
    }
}

/// The mark's name for style sheets and tests.
fn code(mark: Mark) -> &'static str {
    match mark {
        Mark::Hallmark(Hallmark::Unaltered) => "unaltered",
        Mark::Hallmark(Hallmark::SignedByIssuer) => "signed-by-issuer",
        Mark::Hallmark(Hallmark::KnownIssuer) => "known-issuer",
        Mark::Hallmark(Hallmark::InForce) => "in-force",
        Mark::Recipient => "recipient",
    }
}

/// The class that goes with a form.
pub fn form(stamp: Stamp) -> &'static str {
    match stamp {
        Stamp::Solid => "is-solid",
        Stamp::Outline => "is-outline",
        Stamp::Struck => "is-struck",
    }
}

//! A check, and what of the credential breaks its schema.

use serde::Serialize;

use crate::present::english;
use crate::reason::{Reason, SchemaReason};

#[derive(Serialize)]
pub(super) struct Check<'a> {
    check: &'static str,
    outcome: &'static str,
    code: &'static str,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<Problem<'a>>,
}

impl<'a> Check<'a> {
    pub(super) fn of(check: &'a crate::report::Check) -> Self {
        Self {
            check: check.question.code(),
            outcome: check.outcome.code(),
            code: check.reason.code(),
            detail: english::detail(check),
            next: english::next_step(&check.reason),
            problems: problems(&check.reason),
        }
    }
}

#[derive(Serialize)]
struct Problem<'a> {
    /// A JSON Pointer.
    path: &'a str,
    keyword: &'static str,
    detail: String,
}

impl<'a> Problem<'a> {
    fn of(problem: &'a crate::schema::Problem) -> Self {
        Self {
            path: &problem.path,
            keyword: problem.fault.keyword(),
            detail: english::fault(&problem.fault),
        }
    }
}

/// The problems that a check found; none where it is no check of schemas, or all is well.
fn problems(reason: &Reason) -> Vec<Problem<'_>> {
    match reason {
        Reason::Schema(SchemaReason::Broken { problems, .. }) => {
            problems.iter().map(Problem::of).collect()
        }
        _ => Vec::new(),
    }
}

//! What the validator finds, place by place.

use boon::{ErrorKind, ValidationError};

use super::{Fault, Problem};

/// The first problems, at most `limit`.
pub(super) fn first_of(error: &ValidationError<'_, '_>, limit: usize) -> Vec<Problem> {
    let mut problems = Vec::new();
    collect(error, limit, &mut problems);
    problems
}

/// The errors at the leaves. Of several forms that are allowed, the one that fits furthest down is
/// the one that was meant.
fn collect(error: &ValidationError<'_, '_>, limit: usize, problems: &mut Vec<Problem>) {
    if problems.len() >= limit {
        return;
    }
    let causes = error.causes.as_slice();
    match &error.kind {
        ErrorKind::AnyOf | ErrorKind::OneOf(None) => {
            // The first of the deepest: max_by_key would take the last.
            match causes.iter().rev().max_by_key(|cause| depth(cause)) {
                Some(meant) => collect(meant, limit, problems),
                None => problems.push(problem(error)),
            }
        }
        // Which item was meant to fit, nobody can tell.
        ErrorKind::Contains | ErrorKind::PropertyName { .. } => problems.push(problem(error)),
        _ if causes.is_empty() => problems.push(problem(error)),
        _ => causes
            .iter()
            .for_each(|cause| collect(cause, limit, problems)),
    }
}

fn depth(error: &ValidationError<'_, '_>) -> usize {
    let own = error.instance_location.tokens.len();
    let below = error.causes.iter().map(depth);
    below.max().map_or(own, |below| below.max(own))
}

fn problem(error: &ValidationError<'_, '_>) -> Problem {
    Problem {
        path: error.instance_location.to_string(),
        fault: fault(error),
    }
}

/// Names and values that are listed with one problem.
const LISTED: usize = 8;

fn fault(error: &ValidationError<'_, '_>) -> Fault {
    let rule = |keyword| Fault::Rule { keyword };
    match &error.kind {
        ErrorKind::AdditionalProperties { got } => Fault::Extra {
            names: names(got.iter()),
        },
        ErrorKind::AnyOf => rule("anyOf"),
        ErrorKind::Const { want } => Fault::NotOneOf {
            allowed: names([want]),
        },
        ErrorKind::Contains | ErrorKind::MinContains { .. } => match contained(error) {
            Some(allowed) => Fault::NotOneOf { allowed },
            None => rule("contains"),
        },
        ErrorKind::Dependency { missing, .. } | ErrorKind::DependentRequired { missing, .. } => {
            Fault::Missing {
                names: names(missing),
            }
        }
        ErrorKind::Enum { want } => Fault::NotOneOf {
            allowed: names(want.iter()),
        },
        ErrorKind::ExclusiveMaximum { .. } => rule("exclusiveMaximum"),
        ErrorKind::ExclusiveMinimum { .. } => rule("exclusiveMinimum"),
        ErrorKind::FalseSchema => rule("false"),
        ErrorKind::Format { want, .. } => Fault::Format {
            name: (*want).to_owned(),
        },
        ErrorKind::MaxContains { .. } => rule("maxContains"),
        ErrorKind::MaxItems { .. } | ErrorKind::AdditionalItems { .. } => rule("maxItems"),
        ErrorKind::MaxLength { .. } => rule("maxLength"),
        ErrorKind::MaxProperties { .. } => rule("maxProperties"),
        ErrorKind::Maximum { .. } => rule("maximum"),
        ErrorKind::MinItems { .. } => rule("minItems"),
        ErrorKind::MinLength { .. } => rule("minLength"),
        ErrorKind::MinProperties { .. } => rule("minProperties"),
        ErrorKind::Minimum { .. } => rule("minimum"),
        ErrorKind::MultipleOf { .. } => rule("multipleOf"),
        ErrorKind::Not => rule("not"),
        ErrorKind::OneOf(_) => rule("oneOf"),
        ErrorKind::Pattern { want, .. } => Fault::Pattern {
            pattern: (*want).to_owned(),
        },
        ErrorKind::PropertyName { .. } => rule("propertyNames"),
        ErrorKind::Required { want } => Fault::Missing { names: names(want) },
        ErrorKind::Type { want, .. } => Fault::Type {
            allowed: names(want.iter()),
        },
        ErrorKind::UniqueItems { .. } => rule("uniqueItems"),
        // Those that only group others, and those of contents, which are not asserted.
        _ => rule("schema"),
    }
}

fn names<T: ToString>(all: impl IntoIterator<Item = T>) -> Vec<String> {
    let all = all.into_iter().take(LISTED);
    all.map(|name| name.to_string()).collect()
}

/// What an item has to be, where every item failed for being none of some values.
fn contained(error: &ValidationError<'_, '_>) -> Option<Vec<String>> {
    match &error.causes.first()?.kind {
        ErrorKind::Enum { want } => Some(names(want.iter())),
        ErrorKind::Const { want } => Some(names([want])),
        _ => None,
    }
}

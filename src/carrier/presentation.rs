//! The credentials inside a presentation.

use super::embedded::{cost, embedded};
use super::{Credentials, Unreadable};
use crate::credential::{Credential, Presentation, record_entries};
use crate::policy::Bounds;

/// Opens every credential of a presentation.
///
/// # Errors
/// [`Unreadable`] where there is none, or more than can be checked; those in a record count too.
pub(super) fn open(
    presentation: Presentation,
    bounds: &Bounds,
) -> Result<(Credentials, Option<Presentation>), Unreadable> {
    let entries = presentation.entries();
    let limit = bounds.credentials;
    if entries.len() > limit {
        return Err(Unreadable::TooManyCredentials { limit });
    }
    if entries.iter().map(|entry| cost(entry)).sum::<usize>() > bounds.presented_values {
        return Err(Unreadable::TooCostly);
    }
    let credentials: Vec<_> = entries
        .into_iter()
        .map(|entry| embedded(entry, bounds))
        .collect();
    if credentials.iter().flatten().map(count).sum::<usize>() > limit {
        return Err(Unreadable::TooManyCredentials { limit });
    }
    let credentials = Credentials::new(credentials).ok_or(Unreadable::BarePresentation)?;
    Ok((credentials, Some(presentation)))
}

/// A credential, and those in it.
fn count(credential: &Credential) -> usize {
    1 + record_entries(&credential.document).len()
}

//! Why the status at another time is not known.

/// What is known of now, where the question is for another time.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum AsOfReason {
    /// It is not withdrawn now.
    InForceNow,
    /// It is suspended now.
    SuspendedNow,
    /// It is withdrawn now; since when is not said.
    WithdrawnNow,
}

impl AsOfReason {
    /// The code in the report's contract.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::InForceNow => "in-force-now",
            Self::SuspendedNow => "suspended-now",
            Self::WithdrawnNow => "withdrawn-now",
        }
    }
}

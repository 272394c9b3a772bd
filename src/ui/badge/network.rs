//! Whether the card may offer to ask other hosts.

/// Whether the card may offer to ask other hosts. None is ever asked before the person agrees.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Network {
    /// Each time, the person is asked first.
    #[default]
    WithConsent,
    /// Never: what would need the network stays unknown.
    Never,
}

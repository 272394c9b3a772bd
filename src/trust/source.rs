//! Where registries are that have to be asked for.

/// A registry, or a list of registries, at a web address.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum RegistrySource {
    /// A list of registries, in the form of the Digital Credentials Consortium's. It is a list of
    /// registries of DIDs, so it is asked for nobody else.
    KnownRegistries { url: String },
    /// A list of issuers, in the form of [`Registry`](super::Registry).
    Registry { url: String },
}

impl RegistrySource {
    /// The list that the Digital Credentials Consortium keeps for its own wallet and verifier, which
    /// the page and the command line start with.
    ///
    /// The Consortium makes no claims about the registries in it; one that lists an issuer says who
    /// that is, and nothing of how good its courses are.
    #[must_use]
    pub fn consortium() -> Self {
        Self::KnownRegistries {
            url: "https://digitalcredentials.github.io/dcc-known-registries/known-did-registries.json"
                .to_owned(),
        }
    }
}

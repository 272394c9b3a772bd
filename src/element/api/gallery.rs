//! `<assay-gallery>`.

//! What is made from the table of the elements' API (`assay::element::api`) is as the table says.
//!
//! `cargo xtask element-api` runs the same tests with `ASSAY_WRITE_ELEMENT_API` set, which has them
//! write what they otherwise compare.

mod attributes;
mod manifest;
mod readme;
mod report;
mod table;
mod types;

use std::fs;
use std::path::{Path, PathBuf};

/// Has the tests write what they would compare.
const WRITES: &str = "ASSAY_WRITE_ELEMENT_API";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// A file of the project.
fn text_of(file: &str) -> String {
    let path = root().join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The file holds this; or does from now on.
fn assert_is(file: &str, expected: &str) {
    if std::env::var_os(WRITES).is_some() {
        let path = root().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, expected).unwrap();
        return;
    }
    assert!(
        text_of(file) == expected,
        "{file} is not as src/element/api says: `cargo xtask element-api` makes it anew"
    );
}

#[test]
fn the_classes_observe_the_attributes() {
    assert_is(
        "src/element/generated/attributes.js",
        &attributes::attributes(),
    );
}

#[test]
fn the_manifest_lists_it_all() {
    assert_is(
        "src/element/generated/custom-elements.json",
        &manifest::manifest(),
    );
}

#[test]
fn the_types_are_the_tables() {
    assert_is("src/element/generated/assay.d.ts", &types::types());
}

#[test]
fn the_readme_has_the_tables() {
    let before = text_of("README.md");
    assert_is("README.md", &readme::with_tables(&before));
}

//! The table agrees with the code that it describes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use assay::Verdict;
use assay::element::api::{BADGE, ELEMENTS, Kind};

use crate::{root, text_of};

#[test]
fn names_are_kebab_case_and_documented() {
    for element in ELEMENTS {
        let attributes = element.attributes.iter().map(|it| (it.name, it.doc));
        let events = element.events.iter().map(|it| (it.name, it.doc));
        let named = [element.states, element.slots, element.parts].concat();
        let named = named.into_iter().map(|it| (it.name, it.doc));
        for (name, doc) in attributes.chain(events).chain(named) {
            let is_kebab = name.bytes().all(|it| it.is_ascii_lowercase() || it == b'-');
            assert!(is_kebab, "{name}");
            assert!(doc.ends_with('.'), "{name}: {doc}");
        }
        for attribute in element.attributes {
            if let Kind::Choice(values) = attribute.kind {
                assert!(values.contains(&attribute.default), "{}", attribute.name);
            }
        }
    }
}

#[test]
fn some_state_is_a_verdicts() {
    let verdicts = Verdict::ALL.map(Verdict::code);
    let states = BADGE.states.iter();
    assert_eq!(
        states.filter(|it| verdicts.contains(&it.name)).count(),
        1,
        "one stands for all"
    );
}

/// The class has a getter for every property, a method for every method, and sends every event.
#[test]
fn the_class_has_what_the_table_says() {
    let class = text_of("src/element/badge.js");
    for property in BADGE.properties {
        assert!(
            class.contains(&format!("  get {}()", property.name)),
            "{}",
            property.name
        );
        assert_eq!(
            !class.contains(&format!("  set {}(", property.name)),
            property.is_readonly,
            "{}",
            property.name
        );
    }
    for method in BADGE.methods {
        assert!(
            class.contains(&format!("  {}() {{", method.name)),
            "{}",
            method.name
        );
    }
    for event in BADGE.events {
        assert!(
            class.contains(&format!("#send({:?}", event.name)),
            "{}",
            event.name
        );
    }
}

/// The card draws the parts and no others, but for those that it makes out of its sections' names.
#[test]
fn the_card_has_the_parts() {
    let sources = all_text(&root().join("src/ui/card"));
    let drawn: BTreeSet<&str> = between(&sources, "part=\"", '"').collect();
    let listed: BTreeSet<&str> = BADGE.parts.iter().map(|part| part.name).collect();
    assert!(drawn.is_subset(&listed), "{drawn:?}");
    for part in listed {
        assert!(sources.contains(&format!("{part:?}")), "{part}");
    }
}

/// The style sheets use the CSS properties and no others.
#[test]
fn the_styles_use_the_css_properties() {
    let sheets = all_text(&root().join("styles/card"));
    let used = between(&sheets, "var(--assay-", ',').map(|name| format!("--assay-{name}"));
    let used: BTreeSet<String> = used.collect();
    let listed: BTreeSet<String> = BADGE
        .css_properties
        .iter()
        .map(|it| it.name.into())
        .collect();
    assert_eq!(used, listed);
}

fn all_text(folder: &Path) -> String {
    let files = fs::read_dir(folder).unwrap();
    let text = |entry: std::io::Result<fs::DirEntry>| fs::read_to_string(entry.unwrap().path());
    files.map(|entry| text(entry).unwrap()).collect()
}

/// What stands between each `start` and the next `end`.
fn between<'a>(text: &'a str, start: &'a str, end: char) -> impl Iterator<Item = &'a str> {
    let starts = text.split(start).skip(1);
    starts.filter_map(move |rest| rest.split(end).next())
}

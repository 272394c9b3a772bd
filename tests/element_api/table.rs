//! The table agrees with the code that it describes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use assay::Verdict;
use assay::element::api::{BADGE, ELEMENTS, GALLERY, Kind};

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

/// A class has a getter for every property, a method for every method, and sends every event.
#[test]
fn the_classes_have_what_the_table_says() {
    for element in ELEMENTS {
        let name = element.name.trim_start_matches("assay-");
        let class = text_of(&format!("src/element/{name}.js"));
        for property in element.properties {
            let name = property.name;
            assert!(class.contains(&format!("  get {name}()")), "{name}");
            let can_be_set = class.contains(&format!("  set {name}("));
            assert_eq!(!can_be_set, property.is_readonly, "{name}");
        }
        for method in element.methods {
            let name = method.name;
            assert!(class.contains(&format!("  {name}() {{")), "{name}");
        }
        for event in element.events {
            let sends =
                ["#send(", "new CustomEvent("].map(|sends| format!("{sends}{:?}", event.name));
            assert!(
                sends.iter().any(|sends| class.contains(sends)),
                "{}",
                event.name
            );
        }
    }
}

#[test]
fn the_gallerys_style_sheet_uses_its_css_properties() {
    let class = text_of("src/element/gallery.js");
    let used: BTreeSet<&str> = between(&class, "var(", ',').collect();
    let listed: BTreeSet<&str> = GALLERY.css_properties.iter().map(|it| it.name).collect();
    assert_eq!(used, listed);
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

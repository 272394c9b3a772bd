//! `assay.d.ts`: the classes, their events, and their tags for HTML and JSX.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use assay::Verdict;
use assay::element::api::{Attribute, ELEMENTS, Element, Event, Kind};

use crate::text_of;

/// What is no table's: the report, and what a credential may be given as.
const REPORT: &str = "src/element/report.d.ts";

pub fn types() -> String {
    let mut text = "// Made by `cargo xtask element-api` from src/element/api.\n\n".to_owned();
    let verdicts = Verdict::ALL.map(|verdict| format!("\n  | {:?}", verdict.code()));
    writeln!(text, "export type Verdict ={};\n", verdicts.concat()).unwrap();
    text += &text_of(REPORT);
    text += "
/** A badge: its JSON as an object, its text (JSON, a token, a data: URL), its file, or that one's bytes. */
export type Credential = object | string | Blob | ArrayBuffer | ArrayBufferView;
";
    text += &details();
    for element in ELEMENTS {
        text += &class(element);
    }
    text += &global();
    text
}

/// The values of an attribute.
pub fn attribute(attribute: &Attribute) -> String {
    match attribute.kind {
        Kind::Boolean => "boolean".into(),
        Kind::Choice(values) => {
            let values: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
            values.join(" | ")
        }
        Kind::Html | Kind::Text => "string".into(),
    }
}

/// The values of the property that is the same; without the attribute it is empty.
pub fn property(it: &Attribute) -> String {
    match it.kind {
        Kind::Choice(_) => format!("{} | \"\"", attribute(it)),
        _ => attribute(it),
    }
}

fn details() -> String {
    let mut text = String::new();
    let mut written = BTreeSet::new();
    let events = ELEMENTS.iter().flat_map(|element| element.events);
    for Event {
        detail, members, ..
    } in events
    {
        if !written.insert(detail) {
            continue;
        }
        writeln!(text, "\nexport interface {detail} {{").unwrap();
        for (name, kind) in *members {
            writeln!(text, "  {name}: {kind};").unwrap();
        }
        text += "}\n";
    }
    text
}

fn class(element: &Element) -> String {
    let Element { class, .. } = element;
    let mut text = format!("\nexport interface {class}EventMap extends HTMLElementEventMap {{\n");
    for event in element.events {
        text += &doc(event.doc);
        writeln!(text, "  {:?}: CustomEvent<{}>;", event.name, event.detail).unwrap();
    }
    writeln!(
        text,
        "}}\n\n/** {} */\nexport class {class} extends HTMLElement {{",
        element.doc
    )
    .unwrap();
    let own = element.attributes.iter();
    for attribute in own.filter(|attribute| attribute.kind != Kind::Html) {
        text += &doc(attribute.doc);
        writeln!(text, "  {}: {};", attribute.property, property(attribute)).unwrap();
    }
    for property in element.properties {
        text += &doc(property.doc);
        let readonly = if property.is_readonly {
            "readonly "
        } else {
            ""
        };
        writeln!(text, "  {readonly}{}: {};", property.name, property.kind).unwrap();
    }
    for method in element.methods {
        text += &doc(method.doc);
        writeln!(text, "  {}(): {};", method.name, method.returns).unwrap();
    }
    for verb in ["add", "remove"] {
        let options = match verb {
            "add" => "AddEventListenerOptions",
            _ => "EventListenerOptions",
        };
        write!(
            text,
            "  {verb}EventListener<K extends keyof {class}EventMap>(
    type: K,
    listener: (this: {class}, event: {class}EventMap[K]) => unknown,
    options?: boolean | {options},
  ): void;
  {verb}EventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | {options},
  ): void;
"
        )
        .unwrap();
    }
    text + "}\n"
}

/// The tags, for scripts and for JSX.
fn global() -> String {
    let mut text = "\ndeclare global {\n  interface HTMLElementTagNameMap {\n".to_owned();
    for element in ELEMENTS {
        writeln!(text, "    {:?}: {};", element.name, element.class).unwrap();
    }
    text += "  }\n}\n";
    for element in ELEMENTS {
        let class = element.class;
        writeln!(
            text,
            "\n/** The attributes and properties of `<{}>` in JSX: in React 19, `declare module \"react\" {{ namespace JSX {{ interface IntrinsicElements {{ {:?}: React.DetailedHTMLProps<React.HTMLAttributes<{class}>, {class}> & {class}Props }} }} }}`. */\nexport interface {class}Props {{",
            element.name, element.name
        )
        .unwrap();
        let own = element.attributes.iter();
        for it in own.filter(|attribute| attribute.kind != Kind::Html) {
            writeln!(text, "  {:?}?: {};", it.name, attribute(it)).unwrap();
            if it.name != it.property {
                writeln!(text, "  {}?: {};", it.property, attribute(it)).unwrap();
            }
        }
        for property in element.properties.iter().filter(|it| !it.is_readonly) {
            writeln!(text, "  {}?: {};", property.name, property.kind).unwrap();
        }
        for event in element.events {
            writeln!(
                text,
                "  \"on{}\"?: (event: CustomEvent<{}>) => void;",
                event.name, event.detail
            )
            .unwrap();
        }
        text += "}\n";
    }
    text
}

fn doc(text: &str) -> String {
    format!("  /** {text} */\n")
}

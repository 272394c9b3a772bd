//! `<assay-gallery>`.

use super::{Attribute, CssProperty, Element, Event, Kind, Named, Property};

/// The element that lays out several badges, and shows those with one skill.
pub const GALLERY: Element = Element {
    name: "assay-gallery",
    class: "AssayGallery",
    doc: "Several badges side by side, with a chip for each of their skills that shows only those that have it.",
    attributes: &[Attribute {
        name: "skill",
        property: "skill",
        kind: Kind::Text,
        default: "all are shown",
        renews: false,
        doc: "The name of the skill that was chosen. One that no badge has is none.",
    }],
    properties: &[Property {
        name: "skills",
        kind: "readonly string[]",
        is_readonly: true,
        doc: "The names of the skills that some of the badges have, of those whose issuer vouches for them.",
    }],
    methods: &[],
    events: &[Event {
        name: "gallery-filter",
        detail: "GalleryFilterDetail",
        members: &[
            ("skill", "string | null"),
            ("shown", "number"),
            ("of", "number"),
        ],
        doc: "Another skill was chosen, or none.",
    }],
    states: &[],
    slots: &[Named {
        name: "",
        doc: "The badges, or what holds them, a figure say. Those without the chosen skill get `hidden`. Once one is checked, the others are loaded too, since the chips are those of all.",
    }],
    parts: &[],
    css_properties: &[
        CssProperty {
            name: "--assay-gallery-column",
            default: "`20rem`",
            doc: "The least width of a column.",
        },
        CssProperty {
            name: "--assay-space",
            default: "`0.5rem`",
            doc: "A third of the gap.",
        },
    ],
};

//! All that a page can say to the elements and hear from them, in one table.
//!
//! README's tables, `custom-elements.json`, the TypeScript types and the list of attributes that the
//! classes observe are made from it by `cargo xtask element-api`; a test fails where they differ.

mod badge;
mod gallery;

pub use badge::BADGE;
pub use gallery::GALLERY;

/// Every element.
pub const ELEMENTS: [&Element; 2] = [&BADGE, &GALLERY];

/// A custom element.
#[derive(Clone, Copy, Debug)]
pub struct Element {
    /// Its tag's name.
    pub name: &'static str,
    /// Its class's.
    pub class: &'static str,
    pub doc: &'static str,
    pub attributes: &'static [Attribute],
    pub properties: &'static [Property],
    pub methods: &'static [Method],
    pub events: &'static [Event],
    /// Custom states, as `:state(…)` matches them.
    pub states: &'static [Named],
    /// Slots; the one without a name is for children without the attribute `slot`.
    pub slots: &'static [Named],
    /// Parts, as `::part(…)` matches them.
    pub parts: &'static [Named],
    pub css_properties: &'static [CssProperty],
}

/// An attribute, and the property that is the same.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    pub name: &'static str,
    pub property: &'static str,
    pub kind: Kind,
    /// What holds where it is left out, or cannot be read; for people.
    pub default: &'static str,
    /// Whether another value has the badge judged anew.
    pub renews: bool,
    pub doc: &'static str,
}

/// Which values an attribute has.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    Boolean,
    Choice(&'static [&'static str]),
    /// HTML's own: the class has nothing to do with it.
    Html,
    Text,
}

/// A property that is no attribute.
#[derive(Clone, Copy, Debug)]
pub struct Property {
    pub name: &'static str,
    /// In TypeScript.
    pub kind: &'static str,
    pub is_readonly: bool,
    pub doc: &'static str,
}

/// A method without arguments.
#[derive(Clone, Copy, Debug)]
pub struct Method {
    pub name: &'static str,
    /// What it returns, in TypeScript.
    pub returns: &'static str,
    pub doc: &'static str,
}

/// An event; all of them bubble and are composed.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    pub name: &'static str,
    /// The TypeScript name of its `detail`'s type.
    pub detail: &'static str,
    /// The members of that, with their TypeScript types.
    pub members: &'static [(&'static str, &'static str)],
    pub doc: &'static str,
}

/// Something with a name alone.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    pub name: &'static str,
    pub doc: &'static str,
}

/// A CSS custom property.
#[derive(Clone, Copy, Debug)]
pub struct CssProperty {
    pub name: &'static str,
    pub default: &'static str,
    pub doc: &'static str,
}

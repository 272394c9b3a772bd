//! `<assay-badge>`.

use super::{Attribute, CssProperty, Element, Event, Kind, Method, Named, Property};

/// The element that shows a badge, and what could be established of it.
pub const BADGE: Element = Element {
    name: "assay-badge",
    class: "AssayBadge",
    doc: "A digital badge, and what could be established of it.",
    attributes: &ATTRIBUTES,
    properties: &PROPERTIES,
    methods: &METHODS,
    events: &EVENTS,
    states: &STATES,
    slots: &SLOTS,
    parts: &PARTS,
    css_properties: &CSS_PROPERTIES,
};

const ATTRIBUTES: [Attribute; 11] = [
    Attribute {
        name: "src",
        property: "src",
        kind: Kind::Text,
        default: "the picture inside, if any",
        renews: true,
        doc: "The badge file's address; its host has to let the page read it (CORS).",
    },
    Attribute {
        name: "layout",
        property: "layout",
        kind: Kind::Choice(&["card", "compact", "full", "inline"]),
        default: "card",
        renews: false,
        doc: "How much is shown; what is checked is the same in all.",
    },
    Attribute {
        name: "loading",
        property: "loading",
        kind: Kind::Choice(&["lazy", "eager"]),
        default: "lazy",
        renews: false,
        doc: "Whether it waits until it is within a window's height of what the reader sees. Before that neither the badge nor the program is fetched.",
    },
    Attribute {
        name: "registry",
        property: "registry",
        kind: Kind::Text,
        default: "none",
        renews: true,
        doc: "Addresses of lists of issuers that the page trusts, with spaces between them (`src/trust/registry.schema.json`).",
    },
    Attribute {
        name: "network",
        property: "network",
        kind: Kind::Text,
        default: "`ask`",
        renews: false,
        doc: "Who may be contacted: `ask` (the reader is asked first), `never`, or `allow` and hosts: these are asked at once, all others after the reader agrees.",
    },
    Attribute {
        name: "relay",
        property: "relay",
        kind: Kind::Text,
        default: "none",
        renews: false,
        doc: "`https://relay.example/?url={url}`, for what a host lets no other page read; allowed like any host, and named on the card.",
    },
    Attribute {
        name: "recipient",
        property: "recipient",
        kind: Kind::Text,
        default: "nobody",
        renews: true,
        doc: "Whom the badge should belong to: an e-mail address, a name or an identifier. It is compared on the reader's device.",
    },
    Attribute {
        name: "as-of",
        property: "asOf",
        kind: Kind::Text,
        default: "now",
        renews: true,
        doc: "A day or RFC 3339 time to answer for; the headline says so.",
    },
    Attribute {
        name: "sample",
        property: "sample",
        kind: Kind::Boolean,
        default: "false",
        renews: false,
        doc: "Labels the badge as a sample for good. It is checked like any other, and not offered for sharing.",
    },
    Attribute {
        name: "checker",
        property: "checker",
        kind: Kind::Text,
        default: "the folder of `assay.js`",
        renews: false,
        doc: "The address of the page that “Check this yourself” leads to.",
    },
    Attribute {
        name: "lang",
        property: "lang",
        kind: Kind::Html,
        default: "the page's",
        renews: false,
        doc: "HTML's own attribute. So far the card speaks English whatever it says, and is marked as English.",
    },
];

const PROPERTIES: [Property; 5] = [
    Property {
        name: "credential",
        kind: "Credential | null",
        is_readonly: false,
        doc: "The badge itself, in place of `src`: an object, its text (JSON, a token, a data: URL), a Blob, or bytes.",
    },
    Property {
        name: "report",
        kind: "Report | null",
        is_readonly: true,
        doc: "The report, as `assay check --json` prints it; `null` until there is one. Of several credentials, the one that can be relied on least.",
    },
    Property {
        name: "reports",
        kind: "readonly Report[]",
        is_readonly: true,
        doc: "A report for each credential of the file.",
    },
    Property {
        name: "verdict",
        kind: "Verdict | null",
        is_readonly: true,
        doc: "The report's verdict.",
    },
    Property {
        name: "ready",
        kind: "Promise<Report | null>",
        is_readonly: true,
        doc: "Kept with the first report on what is shown now; with `null` where the program can't be had. It never fails.",
    },
];

const METHODS: [Method; 2] = [
    Method {
        name: "load",
        returns: "Promise<Report | null>",
        doc: "Starts at once, however far away the badge is; returns `ready`.",
    },
    Method {
        name: "verify",
        returns: "Promise<Report | null>",
        doc: "Asks once more for all that was asked for, a status list say, and checks with that; returns a promise of the next report.",
    },
];

const REPORTED: &[(&str, &str)] = &[
    ("verdict", "Verdict"),
    ("headline", "string"),
    ("report", "Report"),
    ("reports", "readonly Report[]"),
];

const EVENTS: [Event; 4] = [
    Event {
        name: "badge-load",
        detail: "BadgeLoadDetail",
        members: &[("file", "string"), ("bytes", "number")],
        doc: "The file is there, and about to be checked.",
    },
    Event {
        name: "badge-report",
        detail: "BadgeReportDetail",
        members: REPORTED,
        doc: "There is a report, the first or a later one.",
    },
    Event {
        name: "badge-verdict",
        detail: "BadgeReportDetail",
        members: REPORTED,
        doc: "The verdict or the headline is a new one.",
    },
    Event {
        name: "badge-error",
        detail: "BadgeErrorDetail",
        members: &[
            ("code", "string"),
            ("message", "string"),
            ("report", "Report | null"),
        ],
        doc: "There is nothing to show: no file, no badge in it, or (`no-program`, without a report) no program to check it with. In the last case the page's own content stays; else the card says why.",
    },
];

const STATES: [Named; 4] = [
    Named {
        name: "loading",
        doc: "The program, the file or the first report is awaited.",
    },
    Named {
        name: "settled",
        doc: "There is a report.",
    },
    Named {
        name: "genuine",
        doc: "And so on: the verdict's own name, once there is one.",
    },
    Named {
        name: "sample",
        doc: "It is labelled as a sample.",
    },
];

const SLOTS: [Named; 3] = [
    Named {
        name: "",
        doc: "What a reader sees without JavaScript, and until the card is drawn. A picture in it stays; without `src` and `credential`, its file is the badge.",
    },
    Named {
        name: "pending",
        doc: "Shown while the badge is checked, even if it is `hidden` for readers without JavaScript.",
    },
    Named {
        name: "actions",
        doc: "The page's own buttons, under the card.",
    },
];

const PARTS: [Named; 5] = [
    Named {
        name: "badge",
        doc: "What the badge says first: its picture, its name and what it is.",
    },
    Named {
        name: "picture",
        doc: "The badge's picture.",
    },
    Named {
        name: "name",
        doc: "The badge's name.",
    },
    Named {
        name: "issuer",
        doc: "Who its issuer is.",
    },
    Named {
        name: "skills",
        doc: "Its skills.",
    },
];

const CSS_PROPERTIES: [CssProperty; 10] = [
    CssProperty {
        name: "--assay-accent",
        default: "a green of ours",
        doc: "Links and buttons in what the badge says.",
    },
    CssProperty {
        name: "--assay-ground",
        default: "paper, light or dark",
        doc: "Behind what the badge says; to be set with `--assay-ink`.",
    },
    CssProperty {
        name: "--assay-ink",
        default: "black or white, nearly",
        doc: "What the badge says.",
    },
    CssProperty {
        name: "--assay-border",
        default: "a hairline's grey",
        doc: "The colour of the line around the card and between its parts.",
    },
    CssProperty {
        name: "--assay-font-serif",
        default: "a serif of the system's",
        doc: "The badge's name and the parts' titles.",
    },
    CssProperty {
        name: "--assay-font-sans",
        default: "the system's own",
        doc: "All else that the badge says.",
    },
    CssProperty {
        name: "--assay-font-size",
        default: "`1rem`",
        doc: "The size of running text, between 14 and 22 pixels.",
    },
    CssProperty {
        name: "--assay-space",
        default: "`0.5rem`",
        doc: "The unit of all distances, between 6 and 14 pixels.",
    },
    CssProperty {
        name: "--assay-radius",
        default: "`3px`",
        doc: "Of the card's corners, 24 pixels at most.",
    },
    CssProperty {
        name: "--assay-max-width",
        default: "`48rem`, of a row `72rem`",
        doc: "Of the card, 280 pixels at least.",
    },
];

// Made by `cargo xtask element-api` from src/element/api.

export type Verdict =
  | "unreadable"
  | "invalid"
  | "unconfirmed"
  | "revoked"
  | "suspended"
  | "not-yet-valid"
  | "expired"
  | "status-unknown"
  | "unlisted"
  | "genuine";

/** What was found out about one credential. */
export interface Report {
  /** The version of this form, which changes when a member changes its meaning. */
  report: 1;
  /** The name of the file. */
  file: string;
  /** Which credential it is, of a file or record with several. */
  credential?: { index: number; of: number };
  /** Who presents it, where a presentation carries it. */
  presentation?: {
    holder: string | null;
    outcome: Outcome;
    code: string;
    detail: string;
    notes: Note[];
    evidence?: Evidence[];
    wants: Want[];
  };
  /** The time that it answers for (RFC 3339, UTC). */
  at: string;
  /** When it was checked, where that is another time. */
  checked_at?: string;
  carrier: string | null;
  /** Where in the carrier. */
  found: string | null;
  format: string | null;
  verdict: Verdict;
  /** The verdict in a sentence, in English. */
  headline: string;
  /** Whether its issuer vouches for what follows; without that these are a file's claims and no more. */
  attested: boolean;
  /** Whether it is about a newer version than the file's. */
  refreshed?: boolean;
  checks: Check[];
  /** What each proof came to. */
  proofs: {
    suite: string | null;
    method: string | null;
    integrity: { outcome: Outcome; code: string };
    "issuer-key": { outcome: Outcome; code: string };
  }[];
  /** Why there is no badge. */
  problem?: { code: string; detail: string };
  issuer: {
    id: string | null;
    /** What the badge calls its issuer. */
    name: string | null;
    identity: string | null;
    listed_in: string[];
    listings: { registry: string; name: string; legal_name?: string; url?: string }[];
  } | null;
  achievement: { name: string | null } | null;
  skills: Skill[];
  /** What is stated of each element of Annex I of the EU's Recommendation on micro-credentials. */
  annex_i?: {
    element: string;
    mandatory: boolean;
    stated: boolean;
    values: { value: string; member: string }[];
  }[];
  /** What a record says besides, and a report for each credential in it. */
  record?: {
    partial: boolean | null;
    achievements: { id: string | null; name: string | null }[];
    associations: { type: string | null; source: string | null; target: string | null }[];
  };
  credentials?: Report[];
  endorsements?: {
    on: string;
    outcome: Outcome;
    code: string;
    verdict: Verdict;
    detail: string;
    issuer: { id: string | null; name: string | null; listed_in: string[] } | null;
    comment: string | null;
  }[];
  notes: Note[];
  /** The documents that it rests on, and where each came from. */
  evidence?: Evidence[];
  /** What could still be asked for. */
  wants: Want[];
}

export type Outcome = "pass" | "fail" | "unknown" | "absent" | "skipped";

export interface Check {
  check:
    | "integrity"
    | "issuer-key"
    | "issuer-identity"
    | "dates"
    | "status"
    | "recipient"
    | "schema"
    | "endorsements";
  outcome: Outcome;
  code: string;
  detail: string;
  /** What the reader can do. */
  next?: string;
  /** Where it breaks a schema. */
  problems?: { path: string; keyword: string; detail: string }[];
}

export interface Skill {
  name: string | null;
  framework: string | null;
  url: string | null;
}

export interface Note {
  code: string;
  detail: string;
}

export interface Evidence {
  url: string;
  purpose: string;
  source: string;
  through?: string;
  at?: string;
}

export interface Want {
  url: string;
  purpose: string;
}

/** A badge: its JSON as an object, its text (JSON, a token, a data: URL), its file, or that one's bytes. */
export type Credential = object | string | Blob | ArrayBuffer | ArrayBufferView;

export interface BadgeLoadDetail {
  file: string;
  bytes: number;
}

export interface BadgeReportDetail {
  verdict: Verdict;
  headline: string;
  report: Report;
  reports: readonly Report[];
}

export interface BadgeErrorDetail {
  code: string;
  message: string;
  report: Report | null;
}

export interface GalleryFilterDetail {
  skill: string | null;
  shown: number;
  of: number;
}

export interface AssayBadgeEventMap extends HTMLElementEventMap {
  /** The file is there, and about to be checked. */
  "badge-load": CustomEvent<BadgeLoadDetail>;
  /** There is a report, the first or a later one. */
  "badge-report": CustomEvent<BadgeReportDetail>;
  /** The verdict or the headline is a new one. */
  "badge-verdict": CustomEvent<BadgeReportDetail>;
  /** There is nothing to show: no file, no badge in it, or (`no-program`, without a report) no program to check it with. In the last case the page's own content stays; else the card says why. */
  "badge-error": CustomEvent<BadgeErrorDetail>;
}

/** A digital badge, and what could be established of it. */
export class AssayBadge extends HTMLElement {
  /** The badge file's address; its host has to let the page read it (CORS). */
  src: string;
  /** How much is shown; what is checked is the same in all. */
  layout: "card" | "compact" | "full" | "inline" | "";
  /** Whether it waits until it is within a window's height of what the reader sees. Before that neither the badge nor the program is fetched. */
  loading: "lazy" | "eager" | "";
  /** Addresses of lists of issuers that the page trusts, with spaces between them (`src/trust/registry.schema.json`). */
  registry: string;
  /** Who may be contacted: `ask` (the reader is asked first), `never`, or `allow` and hosts: these are asked at once, all others after the reader agrees. */
  network: string;
  /** `https://relay.example/?url={url}`, for what a host lets no other page read; allowed like any host, and named on the card. */
  relay: string;
  /** Whom the badge should belong to: an e-mail address, a name or an identifier. It is compared on the reader's device. */
  recipient: string;
  /** A day or RFC 3339 time to answer for; the headline says so. */
  asOf: string;
  /** Labels the badge as a sample for good. It is checked like any other, and not offered for sharing. */
  sample: boolean;
  /** The address of the page that “Check this yourself” leads to. */
  checker: string;
  /** The badge itself, in place of `src`: an object, its text (JSON, a token, a data: URL), a Blob, or bytes. */
  credential: Credential | null;
  /** The report, as `assay check --json` prints it; `null` until there is one. Of several credentials, the one that can be relied on least. */
  readonly report: Report | null;
  /** A report for each credential of the file. */
  readonly reports: readonly Report[];
  /** The report's verdict. */
  readonly verdict: Verdict | null;
  /** Kept with the first report on what is shown now; with `null` where the program can't be had. It never fails. */
  readonly ready: Promise<Report | null>;
  /** Starts at once, however far away the badge is; returns `ready`. */
  load(): Promise<Report | null>;
  /** Asks once more for all that was asked for, a status list say, and checks with that; returns a promise of the next report. */
  verify(): Promise<Report | null>;
  addEventListener<K extends keyof AssayBadgeEventMap>(
    type: K,
    listener: (this: AssayBadge, event: AssayBadgeEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof AssayBadgeEventMap>(
    type: K,
    listener: (this: AssayBadge, event: AssayBadgeEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

export interface AssayGalleryEventMap extends HTMLElementEventMap {
  /** Another skill was chosen, or none. */
  "gallery-filter": CustomEvent<GalleryFilterDetail>;
}

/** Several badges side by side, with a chip for each of their skills that shows only those that have it. */
export class AssayGallery extends HTMLElement {
  /** The name of the skill that was chosen. One that no badge has is none. */
  skill: string;
  /** The names of the skills that some of the badges have, of those whose issuer vouches for them. */
  readonly skills: readonly string[];
  addEventListener<K extends keyof AssayGalleryEventMap>(
    type: K,
    listener: (this: AssayGallery, event: AssayGalleryEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof AssayGalleryEventMap>(
    type: K,
    listener: (this: AssayGallery, event: AssayGalleryEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "assay-badge": AssayBadge;
    "assay-gallery": AssayGallery;
  }
}

/** The attributes and properties of `<assay-badge>` in JSX: in React 19, `declare module "react" { namespace JSX { interface IntrinsicElements { "assay-badge": React.DetailedHTMLProps<React.HTMLAttributes<AssayBadge>, AssayBadge> & AssayBadgeProps } } }`. */
export interface AssayBadgeProps {
  "src"?: string;
  "layout"?: "card" | "compact" | "full" | "inline";
  "loading"?: "lazy" | "eager";
  "registry"?: string;
  "network"?: string;
  "relay"?: string;
  "recipient"?: string;
  "as-of"?: string;
  asOf?: string;
  "sample"?: boolean;
  "checker"?: string;
  credential?: Credential | null;
  "onbadge-load"?: (event: CustomEvent<BadgeLoadDetail>) => void;
  "onbadge-report"?: (event: CustomEvent<BadgeReportDetail>) => void;
  "onbadge-verdict"?: (event: CustomEvent<BadgeReportDetail>) => void;
  "onbadge-error"?: (event: CustomEvent<BadgeErrorDetail>) => void;
}

/** The attributes and properties of `<assay-gallery>` in JSX: in React 19, `declare module "react" { namespace JSX { interface IntrinsicElements { "assay-gallery": React.DetailedHTMLProps<React.HTMLAttributes<AssayGallery>, AssayGallery> & AssayGalleryProps } } }`. */
export interface AssayGalleryProps {
  "skill"?: string;
  "ongallery-filter"?: (event: CustomEvent<GalleryFilterDetail>) => void;
}

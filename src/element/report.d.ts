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

import type { DraftEvent, DraftProperty } from "../draft/draft.js";

/** A file of an export, read and parsed. */
export interface ImportFile {
  /** Relative to where the reader stands; for messages and for names that only the file has. */
  readonly path: string;
  readonly text: string;
  /** What its JSON or YAML says, one entry a document; null for a CSV. */
  readonly documents: readonly unknown[] | null;
}

/** What a reader makes of an export: a draft's events, and what it could not take along. */
export interface Imported {
  readonly name: string | null;
  readonly events: readonly DraftEvent[];
  readonly properties: readonly DraftProperty[];
  /** Sentences about what the export holds and a plan does not. */
  readonly notes: readonly string[];
}

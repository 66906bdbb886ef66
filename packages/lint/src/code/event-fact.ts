import type { Span } from "@dd0c/track-codegen";

/** What is known about the event that a call sends. */
export type EventFact = FiniteEvent | UnresolvedEvent;

/** Every name that the call can send is known. */
export interface FiniteEvent {
  readonly kind: "finite";
  /** The argument, path or attribute in the call that says the name. */
  readonly span: Span;
  /** How the argument is written; `literal` only for one literal in the call itself. */
  readonly form: EventForm;
  /** At least one; sorted by name, each once. */
  readonly names: readonly EventName[];
}

/** A name, and where it is written. */
export interface EventName {
  /** As it goes over the wire: prefixes and suffixes of wrappers are in it. */
  readonly name: string;
  /** The literal that it comes from, quotes included; may stand in another file. Null for a composed one. */
  readonly literal: Span | null;
}

/** The name cannot be told, or not all of it. */
export interface UnresolvedEvent {
  readonly kind: "unresolved";
  readonly span: Span;
  readonly form: EventForm;
  readonly reason: UnresolvedReason;
  /** What is known of the name, with `*` for the rest: `page_*_viewed`; null where nothing is. */
  readonly pattern: string | null;
  /** The names that are known where only some are: one branch of a conditional. */
  readonly names: readonly EventName[];
}

/** The syntax of an event argument. */
export type EventForm =
  | "literal"
  | "constant"
  | "template"
  | "concatenation"
  | "conditional"
  | "path"
  | "variable"
  | "call"
  | "object"
  | "other";

/** Why a name is not known. Each is counted and shown. */
export type UnresolvedReason =
  /** A parameter of a callback that nothing we see calls by name. */
  | "parameter"
  /** A part of a template or of a sum. */
  | "composed"
  /** The result of a function that we cannot see into. */
  | "call"
  /** A variable whose value is set elsewhere or at run time. */
  | "variable"
  /** Read from data: a body, a message, a record with any key. */
  | "data"
  /** From a module that is not part of this code base. */
  | "external"
  /** The whole payload is one opaque object. */
  | "opaque-object"
  /** The call has no event argument, or spreads them. */
  | "missing"
  /** More values than we follow. */
  | "too-many";

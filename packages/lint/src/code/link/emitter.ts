import type { CallRef, Fn } from "./module.js";
import type { Value } from "./value.js";

/** Where in a call something is: an argument, and the keys that lead into it. */
export interface Slot {
  readonly i: number;
  readonly path: readonly string[];
}

/** A way to send an event by calling something. */
export interface Emitter {
  readonly kind: "sdk" | "wrapper" | "configured";
  readonly vendor: string;
  readonly event: Slot;
  readonly properties: Slot | null;
  readonly distinctId: Slot | null;
  readonly options: Slot | null;
  /** The name on the wire: texts, and null for the name in the code. */
  readonly template: readonly (string | null)[] | null;
  /** Objects whose keys the wrapper adds. */
  readonly added: readonly Value[];
  /** The call inside of the wrapper, and what it calls; null where the call itself is the SDK's. */
  readonly next: { readonly call: CallRef; readonly emitter: Emitter } | null;
  /** The wrapper. */
  readonly fn: Fn | null;
  /** Rests on a name somewhere on the way. */
  readonly isGuess: boolean;
}

/** What a call through an emitter can send. */
export interface Emission {
  readonly call: CallRef;
  readonly emitter: Emitter;
  /** Arguments that stand before the call's own (`bind`); negative where the call has one more (`call`). */
  readonly bound: number;
  readonly values: readonly Value[];
}

/** An emitter's name on the wire for a name in the code. */
export function wireName(emitter: Emitter, name: string): string {
  return emitter.template ? emitter.template.map((it) => it ?? name).join("") : name;
}

/** The same emitter twice is one: the key says when. */
export function emitterKey({ event, vendor, template }: Emitter): string {
  return `${vendor} ${event.i} ${event.path.join(".")} ${template?.map((it) => it ?? "\0").join("\u0001")}`;
}

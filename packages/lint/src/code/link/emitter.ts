import type { CallRef, Fn } from "./module.js";
import type { Value } from "./value.js";

/** Where in a call something is: an argument, and the keys that lead into it. */
export interface Slot {
  readonly i: number;
  readonly path: readonly string[];
}

/** A piece of an event's name: a text, what a call passes, or what stands in a function around. */
export type NamePart = string | Slot | Extract<Value, { k: "symbol" }>;

/** A way to send an event by calling something. */
export interface Emitter {
  readonly kind: "sdk" | "wrapper" | "configured";
  readonly vendor: string;
  /** The name on the wire. */
  readonly name: readonly NamePart[];
  /** The first argument that is part of it: where a call says its event. */
  readonly event: Slot;
  readonly properties: Slot | null;
  readonly distinctId: Slot | null;
  readonly options: Slot | null;
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
  /** Names as they go over the wire, or what they are made of. */
  readonly values: readonly Value[];
}

/** The same emitter twice is one: the key says when. */
export function emitterKey({ vendor, name }: Emitter): string {
  return `${vendor} ${name.map(keyOf).join("\u0001")}`;
}

function keyOf(part: NamePart): string {
  if (typeof part === "string") return part;
  if ("i" in part) return `\0${part.i}.${part.path.join(".")}`;
  const { root, path } = part;
  return `\0${root.k}${root.k === "param" ? `${root.fn.module.file}#${root.fn.i}:${root.i}` : ""}.${path.join(".")}`;
}

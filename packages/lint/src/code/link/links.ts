import type { Expr } from "../facts/expr.js";
import type { ConfiguredEmitter } from "../project.js";
import type { Emission, Emitter } from "./emitter.js";
import type { CallRef, Fn, Module } from "./module.js";
import type { Value, World } from "./value.js";

/** A call of a function that is known, and how its arguments are shifted. */
export interface Caller {
  readonly call: CallRef;
  readonly bound: number;
}

/** A value in a file. */
export interface Place {
  readonly module: Module;
  readonly expr: Expr;
}

/** What the linker knows of the whole code base; grows until nothing new is found. */
export interface Links {
  readonly world: World;
  readonly configured: readonly ConfiguredEmitter[];
  readonly modules: Set<Module>;
  readonly calls: CallRef[];
  readonly callers: Map<Fn, Caller[]>;
  /** By the fact of the `createContext` call. */
  readonly provided: Map<object, Place[]>;
  readonly injected: Map<string, Place[]>;
  readonly globals: Map<string, Place[]>;
  /** By function, or by member of an interface. */
  readonly emitters: Map<object, Emitter[]>;
  readonly emissions: Map<string, Emission>;
  /** What callees that need the code base's knowledge came to, by call, in the last round. */
  readonly resolved: Map<CallRef, readonly Value[]>;
  /** Calls whose callee no later round can know better. */
  readonly settled: Set<CallRef>;
  /** Names by which emitters can be called. */
  readonly words: Set<string>;
  /** Something was found in this round. */
  hasNews: boolean;
}

/** An entry of a map of lists. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

import { around, type Module } from "../link/module.js";
import type { Handler, Place } from "../site.js";

/** What places need to know of the code base. */
export interface Surroundings {
  isTest(file: string): boolean;
  handlersOf(module: Module): ReadonlyMap<number, Handler>;
}

/** Where a call in a function of a module stands. */
export function placeOf(
  surroundings: Surroundings,
  module: Module,
  f: number,
  isInLoop: boolean,
): Place {
  const fact = module.facts.functions[f];
  const handlers = surroundings.handlersOf(module);
  let handler: Handler | null = null;
  for (const fn of around(module, f)) handler ??= handlers.get(fn.i) ?? null;
  return {
    symbol: fact?.symbol ?? "",
    isInTest: surroundings.isTest(module.file),
    isInLoop,
    isInRender: fact?.hasJsx === true && /^[A-Z]/.test(fact.n),
    isAtTop: f < 0,
    handler,
  };
}

import type { Wrapper } from "../analysis.js";
import type { Slot } from "../link/emitter.js";
import { walk } from "../link/expand.js";
import { open } from "../link/link.js";
import type { Links } from "../link/links.js";
import type { Fn } from "../link/module.js";
import { typeValue } from "../link/type-value.js";
import { spanOf } from "./span-of.js";

/** The functions that hand names on, with how often they are called. */
export function wrappersOf(links: Links): Wrapper[] {
  const calls = new Map<object, Set<string>>();
  for (const { call, emitter } of links.emissions.values()) {
    if (!emitter.fn) continue;
    const set = calls.get(emitter.fn) ?? new Set();
    calls.set(emitter.fn, set.add(`${call.module.file}#${call.i}`));
  }
  const wrappers: Wrapper[] = [];
  const seen = new Set<Fn>();
  for (const emitters of links.emitters.values())
    for (const { fn, vendor, event } of emitters) {
      if (!fn || seen.has(fn)) continue;
      seen.add(fn);
      wrappers.push({
        name: nameOf(fn),
        span: spanOf(fn.module, fn.fact.at),
        vendor,
        event: [event.i, ...event.path].join("."),
        calls: calls.get(fn)?.size ?? 0,
        takesAnyString: !isFiniteSlot(links, fn, event),
      });
    }
  return wrappers;
}

function nameOf({ module, fact }: Fn): string {
  const owner = module.classes[fact.c];
  if (owner && !fact.symbol.includes(".")) return `${owner.fact.n}.${fact.n}`;
  return fact.symbol === "" ? "(function)" : fact.symbol;
}

function isFiniteSlot(links: Links, fn: Fn, { i, path }: Slot): boolean {
  const { type } = fn.fact.params[i] ?? {};
  if (!type) return false;
  const values = open(links, () =>
    typeValue(links.world, fn.module, type).flatMap((it) => walk(links, it, path)),
  );
  return values.length > 0 && values.every((it) => it.k === "string");
}

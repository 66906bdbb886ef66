import type { Emission, Emitter, Slot } from "./emitter.js";
import { evaluateAll } from "./evaluate.js";
import { argument, normalise } from "./expand.js";
import type { Links } from "./links.js";
import { memberValue } from "./member-value.js";
import { around, type CallRef, type Fn } from "./module.js";
import type { Value } from "./value.js";

/** A wrapper that an emission makes of a function around it. */
export interface Made {
  readonly fn: Fn;
  readonly made: Emitter;
}

/** What a call passes at a slot. */
export function sentValues(
  links: Links,
  call: CallRef,
  slot: Slot,
  bound: number,
): readonly Value[] {
  const nowhere = { module: call.module } as Fn;
  const fn = links.resolved.get(call)?.find((it) => it.k === "function");
  const target = fn?.k === "function" ? fn.fn : null;
  const first = target
    ? argument(links, target, { call, bound }, slot.i, false)
    : argument(links, { ...nowhere, fact: NO_PARAMS }, { call, bound }, slot.i, false);
  let values: readonly Value[] = first;
  for (const key of slot.path) values = values.flatMap((it) => memberValue(links.world, it, key));
  return values.map(normalise);
}

const NO_PARAMS: Fn["fact"] = {
  n: "",
  at: [0, 0],
  params: [],
  returns: [],
  up: -1,
  c: -1,
  symbol: "",
};

/** The wrappers that a call makes of the functions around it, by passing their parameter as the name. */
export function wrapperOf(
  links: Links,
  { call, emitter, bound, values }: Emission,
): readonly Made[] {
  const enclosing = [...around(call.module, call.fact.f)];
  const result: Made[] = [];
  for (const value of values) {
    const parts = value.k === "composed" ? value.parts : [value];
    for (const [index, part] of parts.entries()) {
      if (typeof part === "string") continue;
      const symbol = normalise(part);
      if (symbol.k !== "symbol" || symbol.root.k !== "param" || !isPlain(symbol.path)) continue;
      const { fn, i, isRest } = symbol.root;
      if (isRest || !enclosing.includes(fn)) continue;
      const template = templateOf(parts, index, emitter);
      if (!template) continue;
      result.push({
        fn,
        made: {
          kind: "wrapper",
          vendor: emitter.vendor,
          event: { i, path: symbol.path },
          ...carried(links, call, emitter, bound, fn),
          template: template.length === 1 && template[0] === null ? null : template,
          next: { call, emitter },
          fn,
          isGuess: emitter.isGuess,
        },
      });
    }
  }
  return result;
}

/** The wire's name with the parameter as its hole; null where another part is not known. */
function templateOf(
  parts: readonly (string | Value)[],
  hole: number,
  emitter: Emitter,
): (string | null)[] | null {
  const own: (string | null)[] = [];
  for (const [index, part] of parts.entries()) {
    if (index === hole) own.push(null);
    else if (typeof part === "string") own.push(part);
    else return null;
  }
  return emitter.template ? emitter.template.flatMap((it) => (it === null ? own : [it])) : own;
}

/** How the wrapper hands on properties, person and options. */
function carried(
  links: Links,
  call: CallRef,
  emitter: Emitter,
  bound: number,
  fn: Fn,
): Pick<Emitter, "properties" | "distinctId" | "options" | "added"> {
  const slotOf = (slot: Slot | null): { slot: Slot | null; added: readonly Value[] } => {
    if (!slot) return { slot: null, added: [] };
    const values = sentValues(links, call, slot, bound);
    const direct = values.map((it) => slotIn(it, fn)).find((it) => it !== null);
    if (direct) return { slot: direct, added: [] };
    const objects = values.filter((it) => it.k === "object");
    for (const object of objects) {
      const spreads = object.expr.props.flatMap((it) => ("spread" in it ? [it.spread] : []));
      const spread = evaluateAll(links.world, object.module, spreads, object.frame)
        .map((it) => slotIn(normalise(it), fn))
        .find((it) => it !== null);
      if (spread) return { slot: spread, added: objects };
    }
    return { slot: null, added: objects };
  };
  const properties = slotOf(emitter.properties);
  return {
    properties: properties.slot,
    distinctId: slotOf(emitter.distinctId).slot,
    options: slotOf(emitter.options).slot,
    added: [...emitter.added, ...properties.added],
  };
}

function slotIn(value: Value, fn: Fn): Slot | null {
  if (value.k !== "symbol" || value.root.k !== "param" || value.root.fn !== fn) return null;
  return isPlain(value.path) ? { i: value.root.i, path: value.path } : null;
}

function isPlain(path: readonly string[]): boolean {
  return !path.includes("()") && !path.includes("*");
}

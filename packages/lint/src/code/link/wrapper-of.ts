import { compose } from "./compose.js";
import type { Emission, Emitter, NamePart, Slot } from "./emitter.js";
import { evaluateAll } from "./evaluate.js";
import { argument, normalise, walk } from "./expand.js";
import type { Links } from "./links.js";
import { memberValue } from "./member-value.js";
import { type CallRef, type Fn, readable } from "./module.js";
import { framedValue } from "./param-value.js";
import type { Frame, Value } from "./value.js";

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

/** The names that a call sends through an emitter, put together from their parts. */
export function sentNames(
  links: Links,
  call: CallRef,
  emitter: Emitter,
  bound: number,
  frame: Frame | null,
): readonly Value[] {
  const holes = emitter.name.map((part): readonly Value[] => {
    if (typeof part === "string") return [{ k: "string", v: part, module: null, at: null }];
    if ("i" in part) return sentValues(links, call, part, bound);
    const values = framedValue(links.world, part, frame);
    return values ? values.flatMap((it) => walk(links, it, part.path)) : [part];
  });
  const [only] = holes;
  if (holes.length === 1 && only) return only.flatMap((it) => compose(["", ""], [[it]]));
  return compose(["", ...holes.map(() => "")], holes);
}

/** The wrappers that a call makes of the functions around it, by passing their parameters as the name. */
export function wrapperOf(
  links: Links,
  { call, emitter, bound, values }: Emission,
): readonly Made[] {
  const enclosing = readable(call.module, call.fact.f);
  const result: Made[] = [];
  for (const value of values) {
    const parts = (value.k === "composed" ? value.parts : [value]).map((it) =>
      typeof it === "string" ? it : normalise(it),
    );
    // The innermost function whose parameter it is: those further out are known where it was made.
    const fn = enclosing.find((it) =>
      parts.some((part) => typeof part !== "string" && slotIn(part, it)),
    );
    const name = fn ? nameParts(parts, fn) : null;
    const event = name?.find((it): it is Slot => typeof it !== "string" && "i" in it);
    if (!fn || !name || !event) continue;
    const { vendor, isGuess } = emitter;
    const slots = carried(links, call, emitter, bound, fn);
    const next = { call, emitter };
    result.push({
      fn,
      made: { kind: "wrapper", vendor, name, event, ...slots, next, fn, isGuess },
    });
  }
  return result;
}

/** The parts of a name as a wrapper's callers see them; null where one is not known to anybody. */
function nameParts(parts: readonly (string | Value)[], fn: Fn): NamePart[] | null {
  const name: NamePart[] = [];
  for (const part of parts) {
    if (typeof part === "string") name.push(part);
    else {
      const own = slotIn(part, fn) ?? (part.k === "symbol" ? part : null);
      if (!own) return null;
      name.push(own);
    }
  }
  return name;
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
  if (value.root.isRest) return null;
  return isPlain(value.path) ? { i: value.root.i, path: value.path } : null;
}

function isPlain(path: readonly string[]): boolean {
  return !path.includes("()") && !path.includes("*");
}

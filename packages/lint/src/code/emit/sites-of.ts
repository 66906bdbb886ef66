import type { EventFact, FiniteEvent, UnresolvedEvent } from "../event-fact.js";
import type { Emission } from "../link/emitter.js";
import { refuel } from "../link/evaluate.js";
import { open } from "../link/link.js";
import type { Links } from "../link/links.js";
import type { CallRef, Fn } from "../link/module.js";
import { sentValues } from "../link/wrapper-of.js";
import type { Site, Tier, UnresolvedSite } from "../site.js";
import { escapesOf } from "./escapes-of.js";
import { argumentAt, eventNames, formOf } from "./event-of.js";
import { namesOf } from "./finite-strings.js";
import { placeOf, type Surroundings } from "./place-of.js";
import { propertiesOfValues } from "./properties-of.js";
import { spanOf } from "./span-of.js";
import { labelOf, stepsOf } from "./steps-of.js";
import { valueFactOf } from "./value-fact-of.js";

/** Sites whose names are known, and those whose are not. */
export interface Sites {
  readonly sites: Site[];
  readonly unresolved: UnresolvedSite[];
}

/** The sites of all emissions; one call is one site, however many ways lead from it to an SDK. */
export function sitesOf(links: Links, surroundings: Surroundings): Sites {
  const byCall = new Map<string, { call: CallRef; emissions: Emission[] }>();
  for (const emission of links.emissions.values()) {
    const key = `${emission.call.module.file}#${emission.call.i}`;
    const group = byCall.get(key) ?? { call: emission.call, emissions: [] };
    group.emissions.push(emission);
    byCall.set(key, group);
  }
  // What is called through an interface has callers that know only the interface.
  const wrappers = new Set<Fn>();
  for (const { emitter } of links.emissions.values()) if (emitter.fn) wrappers.add(emitter.fn);
  const result: Sites = { sites: [], unresolved: [] };
  for (const { emissions } of byCall.values()) {
    refuel(links.world);
    addSite(links, surroundings, emissions, wrappers, result);
  }
  return result;
}

function addSite(
  links: Links,
  surroundings: Surroundings,
  emissions: readonly Emission[],
  wrappers: ReadonlySet<Fn>,
  result: Sites,
): void {
  const all = emissions.map((emission) => ({
    emission,
    names: namesOf(links, emission, wrappers),
  }));
  const named = all.filter((it) => it.names.sent.length > 0);
  const best = named[0] ?? all.find((it) => it.names.reason !== null);
  if (!best) return;
  const { emission } = best;
  const { call, emitter, bound } = emission;
  const argument = argumentAt(call, emitter.event, bound);
  // A component or an options object without the key that names an event sends none.
  const isOptional = call.fact.kind === "jsx" || emitter.kind !== "sdk";
  if (
    !argument &&
    named.length === 0 &&
    isOptional &&
    !call.fact.args.some((it) => it.t === "spread") &&
    isLeftOut(links, emission)
  )
    return;
  const span = argument
    ? spanOf(argument.module, argument.expr.at)
    : spanOf(call.module, call.fact.at);
  const form = argument ? formOf(argument.module, argument.expr) : "other";
  const names = eventNames(named.flatMap((it) => it.names.sent));
  const open = all.find((it) => it.names.reason !== null && !it.names.isForwarding);
  const event: EventFact =
    names.length > 0 && !open?.names.reason
      ? { kind: "finite", span, form, names }
      : {
          kind: "unresolved",
          span,
          form,
          reason: open?.names.reason ?? "variable",
          pattern: open?.names.pattern ?? null,
          names,
        };
  if (event.kind === "finite") result.sites.push(siteOf(links, surroundings, emission, event));
  else result.unresolved.push(siteOf(links, surroundings, emission, event));
}

/** The options that a call passes are seen, and have no name in them. */
function isLeftOut(links: Links, { call, emitter, bound }: Emission): boolean {
  if (call.fact.kind === "jsx") return true;
  const whole = { i: emitter.event.i, path: [] };
  return open(links, () => sentValues(links, call, whole, bound)).every((it) => it.k === "object");
}

/** How sure the way to the SDK is. */
function tierOf({ emitter }: Emission): Tier {
  if (emitter.isGuess) return "name";
  return emitter.kind === "sdk" ? "sdk" : "wrapper";
}

function siteOf<E extends FiniteEvent | UnresolvedEvent>(
  links: Links,
  surroundings: Surroundings,
  emission: Emission,
  event: E,
): Site<E> {
  const { call, emitter, bound } = emission;
  const { module, fact } = call;
  const at = (slot: typeof emitter.event | null) => argumentAt(call, slot, bound);
  const values = (slot: typeof emitter.event | null) =>
    slot ? open(links, () => sentValues(links, call, slot, bound)) : [];
  const given = at(emitter.properties);
  const person = at(emitter.distinctId);
  const options = at(emitter.options);
  const span = spanOf(module, fact.at);
  return {
    span,
    callee: spanOf(module, fact.callee.at),
    calleeText: labelOf(call),
    form: fact.kind === "jsx" ? "jsx" : "call",
    tier: tierOf(emission),
    vendor: emitter.vendor,
    event,
    properties: propertiesOfValues(
      links,
      given,
      given ? [] : values(emitter.properties),
      emitter.added,
      span,
    ),
    distinctId: person ? valueFactOf(links, person.module, person.expr) : null,
    options: options ? propertiesOfValues(links, options, [], [], span) : null,
    client: null,
    steps: stepsOf(call, emitter),
    place: placeOf(surroundings, module, fact.f, fact.isInLoop === true),
    escapes: escapesOf(call),
    isFloating: fact.isAlone === true,
  };
}

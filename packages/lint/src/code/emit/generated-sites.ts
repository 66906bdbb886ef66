import type { EventFact, FiniteEvent, UnresolvedEvent } from "../event-fact.js";
import type { Links } from "../link/links.js";
import type { CallRef } from "../link/module.js";
import type { Value } from "../link/value.js";
import type { Site } from "../site.js";
import { escapesOf } from "./escapes-of.js";
import { eventNames, formOf } from "./event-of.js";
import { namesOf } from "./finite-strings.js";
import { curriedNames, generatedClient } from "./generated-of.js";
import { placeOf, type Surroundings } from "./place-of.js";
import { propertiesOfExpr } from "./properties-of.js";
import type { Sites } from "./sites-of.js";
import { spanOf } from "./span-of.js";
import { labelOf } from "./steps-of.js";

type Generated = Extract<Value, { k: "generated" }>;

/** The sites of calls on generated clients. */
export function generatedSites(links: Links, surroundings: Surroundings): Sites {
  const result: Sites = { sites: [], unresolved: [] };
  for (const [call, values] of links.resolved) {
    const value = values.find((it): it is Generated => it.k === "generated" && sends(it));
    if (!value) continue;
    const event = eventOf(links, call, value);
    if (event.kind === "finite") result.sites.push(siteOf(links, surroundings, call, value, event));
    else result.unresolved.push(siteOf(links, surroundings, call, value, event));
  }
  return result;
}

function sends({ role }: Generated): boolean {
  return role.k === "named" || (role.k === "path" && role.path.length > 0);
}

function eventOf(links: Links, call: CallRef, { role }: Generated): EventFact {
  const { module, fact } = call;
  if (role.k === "path") {
    const isOpen = role.path.includes("*");
    const name = role.path.join(".");
    const span = spanOf(module, fact.callee.at);
    if (!isOpen) return { kind: "finite", span, form: "path", names: [{ name, literal: null }] };
    return { kind: "unresolved", span, form: "path", reason: "data", pattern: name, names: [] };
  }
  const from = role.k === "named" ? role.call : call;
  const [first] = from.fact.args;
  const span = spanOf(from.module, first?.at ?? from.fact.at);
  const values = curriedNames(links, from);
  const { sent, reason, pattern } = namesOf(links, {
    call: from,
    emitter: PLAIN,
    bound: 0,
    values,
  });
  const form = first ? formOf(from.module, first) : "other";
  const names = eventNames(sent);
  if (names.length > 0 && !reason) return { kind: "finite", span, form, names };
  return { kind: "unresolved", span, form, reason: reason ?? "parameter", pattern, names };
}

const PLAIN = {
  kind: "sdk" as const,
  vendor: "dd0c",
  event: { i: 0, path: [] },
  properties: null,
  distinctId: null,
  options: null,
  name: [],
  added: [],
  next: null,
  fn: null,
  isGuess: false,
};

function siteOf<E extends FiniteEvent | UnresolvedEvent>(
  links: Links,
  surroundings: Surroundings,
  call: CallRef,
  value: Generated,
  event: E,
): Site<E> {
  const { module, fact } = call;
  const [properties, context] = fact.args;
  const span = spanOf(module, fact.at);
  return {
    span,
    callee: spanOf(module, fact.callee.at),
    calleeText: labelOf(call),
    form: value.role.k === "path" ? "path" : "curried",
    tier: "generated",
    vendor: "dd0c",
    event,
    properties: properties ? propertiesOfExpr(links, module, properties) : null,
    distinctId: null,
    options: context ? propertiesOfExpr(links, module, context) : null,
    client: generatedClient(links, surroundings, value.client),
    steps: [{ span, label: labelOf(call), kind: "generated" }],
    place: placeOf(surroundings, module, fact.f, fact.isInLoop === true),
    escapes: escapesOf(call),
    isFloating: fact.isAlone === true,
  };
}

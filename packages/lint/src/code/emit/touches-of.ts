import { refuel } from "../link/evaluate.js";
import type { Links } from "../link/links.js";
import type { CallRef, Module } from "../link/module.js";
import type { Value } from "../link/value.js";
import {
  flushMethods,
  identityMethods,
  recordingMethods,
  vendorOf,
  vendorOfGlobal,
} from "../link/vendors.js";
import type { CallRole, Touch } from "../touch.js";
import { generatedClient } from "./generated-of.js";
import { placeOf, type Surroundings } from "./place-of.js";
import { propertiesOfExpr } from "./properties-of.js";
import { spanOf } from "./span-of.js";
import { labelOf } from "./steps-of.js";
import { valueFactOf } from "./value-fact-of.js";

const INGEST =
  /(^|\/\/|\.)(i\.posthog\.com|posthog\.com\/(capture|batch|e|i\/v0\/e|track|decide)\b)/;
const STARTS: ReadonlySet<string> = new Set(["init", "load", "createInstance", "createClient"]);
const BINDS: ReadonlySet<string> = new Set(["forTenant", "forPerson", "with"]);

/** Everything that reaches for an SDK or a tracker and is no site. */
export function touchesOf(links: Links, surroundings: Surroundings): Touch[] {
  const touches: Touch[] = [];
  for (const module of links.modules) touches.push(...fileTouches(surroundings, module));
  for (const [call, values] of links.resolved)
    for (const value of values) {
      const touch = callTouch(links, surroundings, call, value);
      if (touch) {
        touches.push(touch);
        break;
      }
    }
  return touches;
}

function fileTouches(surroundings: Surroundings, module: Module): Touch[] {
  const { facts } = module;
  const touches: Touch[] = [];
  const top = placeOf(surroundings, module, -1, false);
  for (const { m, names, at, isTypeOnly } of facts.imports) {
    const vendor = vendorOf(m);
    if (!vendor) continue;
    const span = spanOf(module, at);
    touches.push({
      kind: "import",
      span,
      vendor: vendor.name,
      place: top,
      module: m,
      names,
      isTypeOnly: isTypeOnly === true,
    });
  }
  for (const { n, at, f } of facts.windowReads) {
    const vendor = vendorOfGlobal(n);
    if (!vendor) continue;
    const place = placeOf(surroundings, module, f, false);
    touches.push({ kind: "global", span: spanOf(module, at), vendor: vendor.name, place, name: n });
  }
  for (const { v, at, f } of facts.urls) {
    if (!INGEST.test(v)) continue;
    const place = placeOf(surroundings, module, f, false);
    touches.push({ kind: "ingest", span: spanOf(module, at), vendor: "posthog", place, url: v });
  }
  for (const { role, text, at } of facts.comments)
    touches.push({ kind: "comment", span: spanOf(module, at), vendor: "", place: top, role, text });
  return touches;
}

function callTouch(
  links: Links,
  surroundings: Surroundings,
  call: CallRef,
  value: Value,
): Touch | null {
  refuel(links.world);
  const { module, fact } = call;
  const span = spanOf(module, fact.at);
  const place = placeOf(surroundings, module, fact.f, fact.isInLoop === true);
  const base = { span, place };
  if (value.k === "method") {
    if (STARTS.has(value.name)) {
      const options = fact.args.filter((it) => it.t !== "string" && it.t !== "function").at(-1);
      return {
        ...base,
        kind: "construct",
        vendor: value.vendor,
        name: value.name,
        options: options && fact.args.length > 1 ? propertiesOfExpr(links, module, options) : null,
        client: null,
      };
    }
    const role = roleOf(value.name);
    if (!role) return null;
    const tier = value.isGuess ? "name" : "sdk";
    return {
      ...base,
      kind: "call",
      vendor: value.vendor,
      role,
      method: value.name,
      tier,
      arguments: argumentsOf(links, call),
      client: null,
      isFloating: fact.isAlone === true,
    };
  }
  if (fact.kind === "new" && (value.k === "external" || value.k === "client")) {
    const vendor = value.k === "external" ? vendorOf(value.m)?.name : value.vendor;
    const [, options] = fact.args;
    if (!vendor) return null;
    const name = labelOf(call);
    return {
      ...base,
      kind: "construct",
      vendor,
      name,
      options: options ? propertiesOfExpr(links, module, options) : null,
      client: null,
    };
  }
  if (value.k === "external" && value.m === "@dd0c/track-node") {
    const name = value.path[0] ?? "";
    const role = name === "withFlush" ? "flush" : name === "withTenant" ? "bind" : null;
    if (!role) return null;
    return {
      ...base,
      kind: "call",
      vendor: "dd0c",
      role,
      method: name,
      tier: "generated",
      arguments: argumentsOf(links, call),
      client: null,
      isFloating: false,
    };
  }
  if (value.k !== "generated") return null;
  const client = generatedClient(links, surroundings, value.client);
  const [first] = fact.args;
  if (value.role.k === "create")
    return {
      ...base,
      kind: "construct",
      vendor: "dd0c",
      name: "createTracker",
      options: first ? propertiesOfExpr(links, module, first) : null,
      client,
    };
  if (value.role.k !== "method") return null;
  const role = roleOf(value.role.name);
  if (!role) return null;
  return {
    ...base,
    kind: "call",
    vendor: "dd0c",
    role,
    method: value.role.name,
    tier: "generated",
    arguments: argumentsOf(links, call),
    client,
    isFloating: fact.isAlone === true,
  };
}

function roleOf(name: string): CallRole | null {
  if (identityMethods.has(name)) return "identity";
  if (flushMethods.has(name)) return "flush";
  if (BINDS.has(name)) return "bind";
  return recordingMethods.has(name) ? "recording" : null;
}

function argumentsOf(links: Links, { module, fact }: CallRef): ReturnType<typeof valueFactOf>[] {
  return fact.args.map((it) => valueFactOf(links, module, it));
}

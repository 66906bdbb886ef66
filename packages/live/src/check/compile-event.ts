import {
  arrivingEvent,
  type Event,
  fateOf,
  type Property,
  type ResolvedPlan,
} from "@dd0c/track-codegen";
import type { ArrivedEvent } from "./arrived-event.js";
import { type CheckValue, compileValue, type ValueScope } from "./compile-value.js";
import { conditionsHold, inWords } from "./conditions.js";
import { findPrivate } from "./find-private-values.js";
import { type Found, mostFound } from "./found.js";
import { isPostHogProperty } from "./posthog-names.js";
import { runtimesOfSender } from "./senders.js";
import { unplanned } from "./tell.js";

/** The check of one planned event. */
export interface EventCheck {
  readonly event: Event;
  /** The product, where only one has the event. */
  readonly onlyProduct: string | null;
  check(arrived: ArrivedEvent, product: string | null, now: number, found: Found[]): void;
}

/** Where traits stand in an event; they are checked as traits, not as properties. */
export const traitKeys: ReadonlySet<string> = new Set(["$set", "$set_once", "$group_set"]);

/** Compiles the check of one planned event, context included. */
export function compileEvent(plan: ResolvedPlan, event: Event, scope: ValueScope): EventCheck {
  const arriving = arrivingEvent(plan, event, scope.types, true);
  const own = new Set(event.properties.map(({ name }) => name));
  const context = new Map(plan.context.map((field) => [field.name, field]));
  const values = new Map<string, CheckValue>();
  const compile = (property: Property): void =>
    void values.set(property.name, compileValue(property, { ...scope, origin: property.origin }));
  for (const property of event.properties)
    if (fateOf(property, scope.types) === "dropped") compile(property);
  for (const property of arriving) compile(property);
  const asked = arriving.filter((it) => it.required || it.when !== null);
  const leaving = new Map(
    event.properties.flatMap((it) =>
      it.deprecated === null ? [] : [[it.name, it.deprecated] as const],
    ),
  );
  const clocks = new Set(
    plan.context.filter(({ from }) => from === "clock").map(({ name }) => name),
  );
  const isContext = (name: string): boolean => context.has(name) && !own.has(name);
  const checkPlace = compilePlace(plan, event);

  function check(arrived: ArrivedEvent, product: string | null, now: number, found: Found[]): void {
    const { properties } = arrived;
    const wronged = checkPlace(arrived, product, found);
    for (const key of Object.keys(properties)) {
      if (found.length >= mostFound) break;
      if (traitKeys.has(key) || key === wronged.product || key === wronged.runtime) continue;
      const value = properties[key];
      const judge = values.get(key);
      if (judge === undefined) {
        if (clocks.has(key)) forgedClock(key, found);
        else if (isPostHogProperty(key)) findPrivate(value, `.${key}`, null, found);
        else unplanned(key, value, `.${key}`, values.keys(), { origin: event.origin }, found);
        continue;
      }
      const before = found.length;
      judge(value, `.${key}`, found);
      if (found.length > before && isContext(key)) asContext(found, before);
      const deprecated = leaving.get(key);
      if (deprecated !== undefined) found.push(deprecatedProperty(key, deprecated));
    }
    for (const { name, required, when } of asked) {
      if (Object.hasOwn(properties, name)) continue;
      if (!required && (when === null || !conditionsHold(when, properties))) continue;
      const reason = required
        ? "the plan always has it"
        : `the plan has it where ${inWords(when ?? [])}`;
      const origin = arriving.find((it) => it.name === name)?.origin ?? null;
      const message = `"${name}" is missing; ${reason}.`;
      const code = isContext(name) ? "missing-context" : "missing-property";
      found.push({ code, path: `.${name}`, message, help: null, origin });
    }
    checkLife(event, now, found);
  }

  const [only] = event.products;
  return { event, onlyProduct: event.products.length === 1 ? (only ?? null) : null, check };
}

/** What the place of an event says: its product, its runtime, its sender, its groups. */
function compilePlace(
  plan: ResolvedPlan,
  event: Event,
): (
  arrived: ArrivedEvent,
  product: string | null,
  found: Found[],
) => { readonly product?: string; readonly runtime?: string } {
  const productField = plan.context.find(({ value }) => value === "product")?.name;
  const runtimeField = plan.context.find(({ value }) => value === "runtime")?.name;
  const products = new Set(plan.products.map(({ name }) => name));
  const runtimes = new Set(plan.runtimes.map(({ name }) => name));
  const grouped = plan.context.filter(({ group }) => group !== null);
  return ({ properties }, product, found) => {
    const wronged: { product?: string; runtime?: string } = {};
    const told = (
      code: Found["code"],
      path: string,
      message: string,
      help: string | null = null,
    ): void => void found.push({ code, path: `.${path}`, message, help, origin: event.origin });
    if (
      productField !== undefined &&
      product !== null &&
      products.has(product) &&
      !event.products.includes(product)
    ) {
      wronged.product = productField;
      told(
        "wrong-product",
        productField,
        `It came from ${product}; the plan has it in ${list(event.products)}.`,
      );
    }
    const sender = runtimesOfSender(properties.$lib)?.filter((it) => runtimes.has(it)) ?? [];
    const said = runtimeField === undefined ? undefined : properties[runtimeField];
    const runtime = typeof said === "string" && runtimes.has(said) ? said : undefined;
    if (
      runtime !== undefined &&
      runtimeField !== undefined &&
      sender.length > 0 &&
      !sender.includes(runtime)
    ) {
      wronged.runtime = runtimeField;
      const message = `"${runtimeField}" says ${runtime}, and $lib says ${String(properties.$lib)}.`;
      told("contradictory-context", runtimeField, message);
    } else if (
      runtime !== undefined
        ? !event.runtimes.includes(runtime)
        : sender.length > 0 && !sender.some((it) => event.runtimes.includes(it))
    ) {
      const from = runtime ?? list(sender);
      if (runtimeField !== undefined) wronged.runtime = runtimeField;
      told(
        "wrong-runtime",
        runtimeField ?? "$lib",
        `It came from ${from}; the plan has it from ${list(event.runtimes)}.`,
      );
    }
    const groups = properties.$groups;
    if (typeof groups === "object" && groups !== null)
      for (const { name, group } of grouped) {
        const key: unknown = Reflect.get(groups, group ?? "");
        const value = properties[name];
        if (key === undefined || value === undefined || key === value) continue;
        told(
          "contradictory-context",
          name,
          `"${name}" is ${JSON.stringify(value)}, and $groups says ${JSON.stringify(key)}.`,
        );
      }
    return wronged;
  };
}

function forgedClock(key: string, found: Found[]): void {
  const message = `"${key}" was passed as a property; the clock writes it, beside the properties.`;
  found.push({ code: "contradictory-context", path: `.${key}`, message, help: null, origin: null });
}

/** A wrong value of a context field is a matter of the context, not of a call's properties. */
function asContext(found: Found[], from: number): void {
  for (let at = from; at < found.length; at++) {
    const it = found[at];
    if (it?.code === "wrong-type" || it?.code === "unplanned-value")
      found[at] = { ...it, code: "wrong-context" };
  }
}

function deprecatedProperty(key: string, deprecated: NonNullable<Property["deprecated"]>): Found {
  const { reason, replacedBy, sunset } = deprecated;
  const until = sunset === null ? "" : ` It goes on ${sunset}.`;
  const help = replacedBy === null ? null : `Send "${replacedBy}" instead.`;
  const message = `"${key}" is on its way out: ${reason}${until}`;
  return { code: "deprecated-property-sent", path: `.${key}`, message, help, origin: null };
}

function checkLife(event: Event, now: number, found: Found[]): void {
  if (event.deprecated === null && event.expires === null) return;
  const told = (code: Found["code"], message: string, help: string | null): void =>
    void found.push({ code, path: "", message, help, origin: event.origin });
  if (event.deprecated !== null) {
    const { reason, replacedBy, sunset } = event.deprecated;
    const until = sunset === null ? "" : ` It goes on ${sunset}.`;
    const help = replacedBy === null ? null : `Send "${replacedBy}" instead.`;
    told("deprecated-event-sent", `It is on its way out: ${reason}${until}`, help);
  }
  if (event.expires !== null && now > Date.parse(`${event.expires}T23:59:59Z`))
    told("expired-event", `Its time was over on ${event.expires}.`, null);
}

function list(words: readonly string[]): string {
  return words.join(" and ");
}

import type { ResolvedPlan } from "@dd0c/track-codegen";
import { compileChecker } from "../check/compile-checker.js";
import type { LiveCode } from "../check/live-pages.js";
import { type ExampleEvent, type ExampleOptions, exampleEvents } from "./example-events.js";

/** An event with one mistake, and the code that it should be found under. */
export interface BadEvent {
  readonly code: LiveCode;
  readonly event: ExampleEvent;
}

type Properties = ExampleEvent["properties"];
type Spoil = (event: ExampleEvent, plan: ResolvedPlan) => ExampleEvent | null;

/**
 * A wrong event for each mistake that the plan can be violated with, made from right ones: for trying
 * out whether a pipeline notices. What this plan has no occasion for is left out.
 */
export function badEvents(plan: ResolvedPlan, options: ExampleOptions): readonly BadEvent[] {
  const good = exampleEvents(plan, options);
  const checker = compileChecker(plan);
  return Object.entries(spoils).flatMap(([name, spoil]) => {
    const code = name as LiveCode;
    for (const example of good) {
      const event = spoil(example, plan);
      if (event === null) continue;
      const { distinct_id: distinctId, ...rest } = event;
      const found = checker.check({ ...rest, distinctId, set: null }, options.from).violations;
      // One that breaks something else as well would prove nothing.
      if (found.length !== 1 || found[0]?.code !== code) continue;
      return [{ code, event: { ...event, uuid: marked(event.uuid, code) } }];
    }
    return [];
  });
}

const spoils: Readonly<Partial<Record<LiveCode, Spoil>>> = {
  "unknown-event": (event) => ({ ...event, event: event.event.replace(/(.)(.)$/, "$2$1") }),
  "wrong-product": (event, { products, context }) => {
    const field = context.find(({ value }) => value === "product")?.name;
    if (field === undefined) return null;
    const other = products.find(({ name }) => name !== event.properties[field]);
    return other === undefined ? null : withProperties(event, { [field]: other.name });
  },
  "wrong-runtime": (event, { runtimes, context }) => {
    const field = context.find(({ value }) => value === "runtime")?.name;
    if (field === undefined) return null;
    const other = runtimes.find(({ name }) => name !== event.properties[field])?.name;
    if (other === undefined) return null;
    return withProperties(event, { [field]: other, $lib: `dd0c-track-${other}` });
  },
  "missing-property": (event, plan) => {
    const name = ownNames(event, plan).find((it) => it !== undefined);
    return name === undefined ? null : without(event, name);
  },
  "wrong-type": (event, plan) =>
    spoilOne(event, plan, (value) => (typeof value === "number" ? String(value) : undefined)),
  "unplanned-value": (event, plan) =>
    spoilOne(event, plan, (value) => (typeof value === "string" ? `${value}~` : undefined)),
  "unplanned-property": (event) => withProperties(event, { something_else: 1 }),
  "personal-data-in-clear": (event) =>
    withProperties(event, { $current_url: "https://example.com/?mail=somebody%40example.com" }),
  "not-hashed": (event, plan) =>
    spoilOne(event, plan, (value) =>
      typeof value === "string" && value.startsWith("h1_") ? "raw value" : undefined,
    ),
  "not-dropped": (event, plan) => {
    const planned = plan.events.find(({ name }) => name === event.event);
    const dropped = planned?.properties.find(({ pii }) => pii?.handling === "drop");
    return dropped === undefined ? null : withProperties(event, { [dropped.name]: "raw value" });
  },
  "raw-distinct-id": (event) => ({ ...event, distinct_id: "somebody@example.com" }),
  "secret-in-clear": (event) =>
    withProperties(event, { $referrer: "https://example.com/?key=AKIAEXAMPLEEXAMPLE00" }),
  "missing-context": (event, { context }) => {
    const field = context.find(({ from, required }) => from === "caller" && required);
    return field === undefined ? null : without(event, field.name);
  },
  "wrong-context": (event, { context }) => {
    const field = context.find(({ value }) => value === "product");
    return field === undefined ? null : withProperties(event, { [field.name]: "no-such-product" });
  },
  "contradictory-context": (event, { context }) => {
    const field = context.find(({ group }) => group !== null);
    if (field?.group === undefined || field.group === null) return null;
    return withProperties(event, { $groups: { [field.group]: "somebody-else" } });
  },
  "shared-distinct-id": (event) => ({ ...event, distinct_id: "undefined" }),
  "bad-timestamp": (event) => ({ ...event, timestamp: "yesterday" }),
};

function ownNames(event: ExampleEvent, plan: ResolvedPlan): readonly string[] {
  const planned = plan.events.find(({ name }) => name === event.event);
  return (
    planned?.properties
      .map(({ name }) => name)
      .filter((name) => Object.hasOwn(event.properties, name)) ?? []
  );
}

/** Spoils the first property for which `spoil` has another value. */
function spoilOne(
  event: ExampleEvent,
  plan: ResolvedPlan,
  spoil: (value: Properties[string] | undefined) => string | undefined,
): ExampleEvent | null {
  for (const name of ownNames(event, plan)) {
    const value = spoil(event.properties[name]);
    if (value !== undefined) return withProperties(event, { [name]: value });
  }
  return null;
}

function withProperties(event: ExampleEvent, properties: Properties): ExampleEvent {
  return { ...event, properties: { ...event.properties, ...properties } };
}

function without(event: ExampleEvent, name: string): ExampleEvent {
  const { [name]: _gone, ...properties } = event.properties;
  return { ...event, properties };
}

/** Another uuid than the right event's, the same each time. */
function marked(uuid: string, code: string): string {
  const mark = [...code].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xffffffff, 7);
  return `${mark.toString(16).padStart(8, "0")}${uuid.slice(8)}`;
}

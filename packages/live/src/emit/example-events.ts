import { createHash } from "node:crypto";
import {
  arrivingEvent,
  type Event,
  type JsonValue,
  type NamedTypes,
  type ResolvedPlan,
} from "@dd0c/track-codegen";
import { exampleMembers, exampleOf } from "./example-value.js";

/** An event as a client would put it on the wire, in PostHog's v0 spelling. */
export interface ExampleEvent {
  readonly event: string;
  readonly distinct_id: string;
  readonly properties: Readonly<Record<string, JsonValue>>;
  readonly timestamp: string;
  readonly uuid: string;
}

/** Which examples are made. */
export interface ExampleOptions {
  /** Only this product's. */
  readonly product?: string;
  /** The moment of the first; the others follow a second later each. Milliseconds since 1970. */
  readonly from: number;
}

/** The libraries that send from a runtime. */
const libs: Readonly<Record<string, string>> = {
  browser: "dd0c-track-browser",
  node: "dd0c-track-node",
  slack: "dd0c-track-slack",
};

/**
 * An example of every event in the plan: for each product and each runtime that has it, from the
 * plan's own examples where it says some. The same plan and moment give the same events.
 */
export function exampleEvents(
  plan: ResolvedPlan,
  { product, from }: ExampleOptions,
): readonly ExampleEvent[] {
  const types: NamedTypes = new Map(plan.types.map((type) => [type.name, type]));
  const wanted = plan.events.flatMap((event) =>
    event.products
      .filter((it) => product === undefined || it === product)
      .flatMap((it) => event.runtimes.map((runtime) => ({ event, product: it, runtime }))),
  );
  return wanted.map((it, nth) => exampleEvent(plan, it, types, from + nth * 1000));
}

function exampleEvent(
  plan: ResolvedPlan,
  {
    event,
    product,
    runtime,
  }: { readonly event: Event; readonly product: string; readonly runtime: string },
  types: NamedTypes,
  time: number,
): ExampleEvent {
  const here: Event = { ...event, products: [product], runtimes: [runtime] };
  const properties = exampleMembers(arrivingEvent(plan, here, types, true), (it) =>
    exampleOf(it, types),
  );
  const groups = plan.context.flatMap(({ name, group }) => {
    const key = properties[name];
    return group === null || key === undefined ? [] : [[group, key] as const];
  });
  const lib = libs[runtime];
  const isHashed = plan.person.distinctId.pii?.handling === "hash";
  return {
    event: event.name,
    distinct_id: isHashed ? "h1_k1_Zt9fQ2mX7bJcR4sLw8vNaA" : "usr_example",
    properties: {
      ...properties,
      ...(groups.length === 0 ? {} : { $groups: Object.fromEntries(groups) }),
      ...(lib === undefined ? {} : { $lib: lib, $lib_version: "0.0.0" }),
    },
    timestamp: new Date(time).toISOString(),
    uuid: uuidOf(`${plan.name} ${event.name} ${product} ${runtime} ${time}`),
  };
}

/** A uuid (version 8, which leaves the bits to us) made of a text. */
function uuidOf(text: string): string {
  const digits = createHash("sha256").update(text).digest("hex");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

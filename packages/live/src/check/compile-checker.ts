import {
  type Event,
  finding,
  type NamedTypes,
  nearest,
  type Origin,
  type ResolvedPlan,
  type Span,
} from "@dd0c/track-codegen";
import type { ArrivedEvent } from "./arrived-event.js";
import { compileEvent, type EventCheck } from "./compile-event.js";
import { compileTraits } from "./compile-traits.js";
import type { ValueScope } from "./compile-value.js";
import { hasEmail, masked } from "./find-private.js";
import { findPrivate } from "./find-private-values.js";
import { type Found, mostFound, type Violation } from "./found.js";
import { isHashed } from "./is-hashed.js";
import { livePages } from "./live-pages.js";
import { isPostHogEvent, nobodysIds } from "./posthog-names.js";

/** What the plan makes of an event. */
export interface Judgement {
  /** The planned event; null for one of PostHog's own or an unknown one. */
  readonly planned: Event | null;
  readonly product: string | null;
  /** Whether it is one of PostHog's own (`$pageview`, …). */
  readonly isPostHogs: boolean;
  /** The worst first. */
  readonly violations: readonly Violation[];
}

/** Holds events to a plan. */
export interface Checker {
  readonly plan: ResolvedPlan;
  check(event: ArrivedEvent, now: number): Judgement;
}

/** How a checker is made. */
export interface CheckerOptions {
  /** Where a line of the plan is, in offsets, for reports with code frames; the file's start unless told. */
  readonly spanOf?: (origin: Origin) => Span;
}

/** PostHog moves what is further ahead to the present, in ms. */
const mostAhead = 23 * 3_600_000;

const severities = { error: 0, warning: 1, info: 2 } as const;
const none: readonly Violation[] = [];

/** Compiles a plan into the check of one event: done once, run some ten thousand times a second. */
export function compileChecker(plan: ResolvedPlan, options: CheckerOptions = {}): Checker {
  const spanOf = options.spanOf ?? (({ file }: Origin): Span => ({ file, start: 0, end: 0 }));
  const types: NamedTypes = new Map(plan.types.map((type) => [type.name, type]));
  const scope: ValueScope = { types, origin: null, named: new Map() };
  const byName = new Map<string, EventCheck[]>();
  for (const event of plan.events) {
    const check = compileEvent(plan, event, scope);
    const known = byName.get(event.name);
    if (known === undefined) byName.set(event.name, [check]);
    else known.push(check);
  }
  const checkTraits = compileTraits(plan, scope);
  const productField = plan.context.find(({ value }) => value === "product")?.name;
  const isIdHashed = plan.person.distinctId.pii?.handling === "hash";
  const nearNames = rememberNearest(byName.keys());

  function check(arrived: ArrivedEvent, now: number): Judgement {
    const found: Found[] = [];
    const isPostHogs = isPostHogEvent(arrived.event);
    const sent = productField === undefined ? undefined : arrived.properties[productField];
    const product = typeof sent === "string" ? sent : null;
    const checks = isPostHogs ? undefined : byName.get(arrived.event);
    const chosen = checks === undefined ? undefined : choose(checks, product);
    if (chosen !== undefined) chosen.check(arrived, product, now, found);
    else {
      if (!isPostHogs) found.push(unknownEvent(arrived.event));
      for (const [key, value] of Object.entries(arrived.properties))
        if (
          found.length < mostFound &&
          key !== "$set" &&
          key !== "$set_once" &&
          key !== "$group_set"
        )
          findPrivate(value, `.${key}`, null, found);
    }
    checkTraits(arrived, found);
    checkDistinctId(arrived.distinctId, found);
    checkTimestamp(arrived.timestamp, now, found);
    return {
      planned: chosen?.event ?? null,
      product: product ?? chosen?.onlyProduct ?? null,
      isPostHogs,
      violations:
        found.length === 0
          ? none
          : found.map((it) => violationOf(it, arrived, chosen)).sort(worstFirst),
    };
  }

  function unknownEvent(name: string): Found {
    const near = nearNames(name);
    const help =
      near === null
        ? "Add it to the plan and generate the clients anew."
        : `Did you mean "${near}"?`;
    const message = `The plan has no event ${JSON.stringify(name.slice(0, 100))}.`;
    return { code: "unknown-event", path: "", message, help, origin: null };
  }

  function checkDistinctId(id: string, found: Found[]): void {
    const told = (code: Found["code"], message: string): void =>
      void found.push({ code, path: "distinct_id", message, help: null, origin: null });
    if (nobodysIds.has(id.trim().toLowerCase()))
      told(
        "shared-distinct-id",
        `The distinct_id is ${JSON.stringify(id)}, which PostHog takes for nobody's.`,
      );
    else if (hasEmail(id))
      told("raw-distinct-id", `The distinct_id is an e-mail address: ${masked(id)}.`);
    else if (isIdHashed && !isHashed(id) && !id.startsWith("$") && !isUuid(id))
      told(
        "raw-distinct-id",
        `The distinct_id arrived in clear (${masked(id)}); the plan hashes it.`,
      );
  }

  function violationOf(
    it: Found,
    { event }: ArrivedEvent,
    check: EventCheck | undefined,
  ): Violation {
    const origin = it.origin ?? check?.event.origin ?? null;
    const span = origin === null ? { file: plan.origin.file, start: 0, end: 0 } : spanOf(origin);
    const name = event.slice(0, 200);
    const path = it.path.startsWith(".") ? it.path.slice(1) : it.path;
    const subject = path === "" ? `events/${name}` : `events/${name}/properties/${path}`;
    const { severity, fix } = livePages[it.code];
    return {
      ...finding(it.code, span, it.message, { severity, help: it.help ?? fix, subject }),
      path,
      origin,
    };
  }

  return { plan, check };
}

function choose(checks: readonly EventCheck[], product: string | null): EventCheck | undefined {
  const [first] = checks;
  if (checks.length === 1 || product === null) return first;
  return checks.find(({ event }) => event.products.includes(product)) ?? first;
}

function checkTimestamp(timestamp: string | null, now: number, found: Found[]): void {
  if (timestamp === null) return;
  const time = Date.parse(timestamp);
  const told = (message: string): void =>
    void found.push({
      code: "bad-timestamp",
      path: "timestamp",
      message,
      help: null,
      origin: null,
    });
  if (Number.isNaN(time))
    told(`The timestamp ${JSON.stringify(timestamp.slice(0, 40))} is no moment.`);
  else if (time - now > mostAhead) told(`The timestamp ${timestamp} is more than 23 hours ahead.`);
}

/** Looking for the name that was meant costs more than all other checks, and typos come in hosts. */
function rememberNearest(names: Iterable<string>): (name: string) => string | null {
  const all = [...names];
  const known = new Map<string, string | null>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= mostRemembered) known.clear();
    const near = name.length > 200 ? null : nearest(name, all);
    known.set(name, near);
    return near;
  };
}

/** Unknown names of which the nearest is kept. */
const mostRemembered = 1_000;

function worstFirst(a: Violation, b: Violation): number {
  return severities[a.severity] - severities[b.severity];
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

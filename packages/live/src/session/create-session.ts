import { finding, type Origin, type ResolvedPlan, type Span } from "@dd0c/track-codegen";
import type { ArrivedEvent } from "../check/arrived-event.js";
import { compileChecker, type Judgement } from "../check/compile-checker.js";
import type { Violation } from "../check/found.js";
import { livePages } from "../check/live-pages.js";
import type { EventStore } from "../store/event-store.js";
import { type Coverage, createCoverage } from "./coverage.js";
import { createFindingTally, type FindingTally } from "./finding-tally.js";
import { createFunnelProgress, type FunnelProgress } from "./funnel-progress.js";
import type { LiveEvent, Verdict } from "./live-event.js";
import { createRecentEvents, type RecentEvents } from "./recent-events.js";
import { createSeenBefore } from "./seen-before.js";

/** What was counted since the session began. */
export interface SessionCounts {
  readonly events: number;
  readonly good: number;
  readonly warned: number;
  readonly bad: number;
  readonly posthog: number;
  /** Events that came again under the same uuid; not in any other count. */
  readonly repeated: number;
  /** Requests that could not be read. */
  readonly refused: number;
  /** Requests with parts of a session recording. */
  readonly recordings: number;
}

/** Everything that one run of the live check knows. */
export interface Session {
  readonly plan: ResolvedPlan;
  readonly startedAt: number;
  readonly counts: SessionCounts;
  readonly recent: RecentEvents;
  readonly coverage: Coverage;
  readonly funnels: FunnelProgress;
  readonly findings: FindingTally;
  /** Judges events of one request and keeps them; resolves once there is room for more. `bytes` is their size. */
  take(events: readonly ArrivedEvent[], bytes: number): Promise<void>;
  /** Counts a request that could not be read. */
  refuse(reason: string, path: string): void;
  countRecording(): void;
  /** Is told of events as they come; answers how to stop that. */
  watch(watcher: SessionWatcher): () => void;
}

/** Somebody who looks on. */
export interface SessionWatcher {
  events?(events: readonly LiveEvent[]): void;
  refused?(reason: string, path: string): void;
}

/** How a session is started. */
export interface SessionOptions {
  readonly now: () => number;
  readonly store?: EventStore | undefined;
  /** Where a line of the plan is, in offsets, for reports with code frames. */
  readonly spanOf?: ((origin: Origin) => Span) | undefined;
  /** Events that are held for the page. */
  readonly mostHeld?: number | undefined;
}

/** What the page holds unless told otherwise, and the most that it may weigh. */
const usuallyHeld = 10_000;
const mostHeldBytes = 64 * 1024 * 1024;

/** uuids that are remembered, for events that are sent again. */
const mostRemembered = 50_000;

/** Starts a session of a plan. */
export function createSession(plan: ResolvedPlan, options: SessionOptions): Session {
  const { now, store, spanOf, mostHeld = usuallyHeld } = options;
  const checker = compileChecker(plan, spanOf === undefined ? {} : { spanOf });
  const recent = createRecentEvents(mostHeld, mostHeldBytes);
  const coverage = createCoverage(plan);
  const funnels = createFunnelProgress(plan);
  const findings = createFindingTally();
  const wasHere = createSeenBefore(mostRemembered);
  const watchers = new Set<SessionWatcher>();
  const tenantField = plan.context.find(({ group }) => group !== null)?.name ?? "tenant_id";
  const runtimeField = plan.context.find(({ value }) => value === "runtime")?.name;
  const counts = {
    events: 0,
    good: 0,
    warned: 0,
    bad: 0,
    posthog: 0,
    repeated: 0,
    refused: 0,
    recordings: 0,
  };

  function keep(arrived: ArrivedEvent, at: number, bytes: number): LiveEvent | null {
    if (arrived.uuid !== null && wasHere(arrived.uuid)) {
      counts.repeated++;
      findings.add(repeated(arrived), null);
      return null;
    }
    const judgement = checker.check(arrived, at);
    const { planned, product, violations } = judgement;
    const verdict = verdictOf(judgement);
    const text = (field: string | undefined): string | null => {
      const value = field === undefined ? undefined : arrived.properties[field];
      return typeof value === "string" ? value : null;
    };
    const event: LiveEvent = {
      seq: ++counts.events,
      at,
      verdict,
      product,
      tenant: text(tenantField),
      runtime: text(runtimeField) ?? text("$lib"),
      arrived,
      violations,
    };
    counts[verdict]++;
    for (const violation of violations) findings.add(violation, event.seq);
    if (planned !== null)
      coverage.saw(planned, product, event.runtime, arrived.properties, verdict === "bad");
    funnels.saw({
      name: arrived.event,
      product,
      distinctId: arrived.distinctId,
      properties: arrived.properties,
      time: timeOf(arrived, at),
    });
    recent.add(event, bytes);
    return event;
  }

  function repeated({ event, uuid }: ArrivedEvent): Violation {
    const { severity, fix } = livePages["repeated-uuid"];
    const message = `The uuid ${uuid} was here before.`;
    const span = { file: plan.origin.file, start: 0, end: 0 };
    const subject = `events/${event.slice(0, 200)}`;
    return {
      ...finding("repeated-uuid", span, message, { severity, help: fix, subject }),
      path: "uuid",
      origin: null,
    };
  }

  return {
    plan,
    startedAt: now(),
    counts,
    recent,
    coverage,
    funnels,
    findings,
    async take(events, bytes) {
      const at = now();
      const each = bytes / Math.max(1, events.length);
      const kept = events.flatMap((arrived) => keep(arrived, at, each) ?? []);
      if (kept.length === 0) return;
      for (const watcher of watchers) watcher.events?.(kept);
      await store?.append(kept, bytes);
    },
    refuse(reason, path) {
      counts.refused++;
      const span = { file: plan.origin.file, start: 0, end: 0 };
      const { fix } = livePages["refused-request"];
      const subject = `requests/${path}/${reason.replace(/\d+/g, "0").slice(0, 120)}`;
      const violation = finding("refused-request", span, `${path}: ${reason}`, {
        help: fix,
        subject,
      });
      findings.add({ ...violation, path: "", origin: null }, null);
      for (const watcher of watchers) watcher.refused?.(reason, path);
    },
    countRecording() {
      counts.recordings++;
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
}

function verdictOf({ violations, isPostHogs }: Judgement): Verdict {
  const [worst] = violations;
  if (worst?.severity === "error") return "bad";
  if (isPostHogs) return "posthog";
  return worst === undefined ? "good" : "warned";
}

function timeOf({ timestamp }: ArrivedEvent, at: number): number {
  const time = timestamp === null ? Number.NaN : Date.parse(timestamp);
  return Number.isNaN(time) ? at : time;
}

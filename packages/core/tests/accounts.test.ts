import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createBrowserTracker, standAlone } from "@dd0c/track-browser";
import type { ClientPlan, RuntimeTracker } from "@dd0c/track-core/generated";
import { createNodeTracker, type NodeTrackerOptions } from "@dd0c/track-node";
import { createSlackTracker } from "@dd0c/track-slack";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { openFakePage } from "../../browser/tests/fake-page";
import { createRecorder } from "../src/testing/recorder";
import { costPlan } from "./fixtures/cost-plan";

interface AnyTracker extends RuntimeTracker {
  track(event: unknown): (properties?: unknown, call?: unknown) => void;
  identify(id: unknown, traits?: unknown): void;
  group(type: unknown, key: unknown, traits?: unknown): void;
}

const cyclic: Record<string, unknown> = {};
cyclic.cyclic = cyclic;
const call = { tenant_id: "t1" };

/** What a host may do; each takes one event more or less seriously. */
const CALLS: Readonly<Record<string, (tracker: AnyTracker) => void>> = {
  good: (tracker) => tracker.track("cost.anomaly.snoozed")({ hours: 1 }, call),
  many: (tracker) => {
    for (let n = 0; n < 30; n++) tracker.track("cost.anomaly.snoozed")({ hours: n }, call);
  },
  large: (tracker) => tracker.track("cost.anomaly.snoozed")({ x: "x".repeat(70_000) }, call),
  huge: (tracker) => tracker.track("cost.anomaly.snoozed")({ x: "x".repeat(1_100_000) }, call),
  limited: (tracker) => tracker.track("cost.zombie.detected")({}, call),
  sampled: (tracker) => tracker.track("cost.event.ingested")({}, { tenant_id: `${Math.random()}` }),
  tenantless: (tracker) => tracker.track("cost.anomaly.snoozed")({}),
  cyclic: (tracker) => tracker.track("cost.anomaly.alerted")({ resource: cyclic }, call),
  refused: (tracker) => tracker.track("refused")({}, call),
  identify: (tracker) => tracker.identify("u1", { role: "owner" }),
  nobody: (tracker) => tracker.identify(undefined, { role: "owner" }),
  group: (tracker) => tracker.group("tenant", "t1", { plan: "pro" }),
  optOut: (tracker) => tracker.optOut(),
  optIn: (tracker) => tracker.optIn(),
  flush: (tracker) => void tracker.flush({ timeout: 5 }),
};
const EVENTS: Readonly<Record<string, number>> = { many: 30, optOut: 0, optIn: 0, flush: 0 };
const STATUSES = [200, 200, 200, 413, 400, 429, 503, 0];

/** A fetch whose answers are drawn from a list; bodies over 50,000 bytes are too large for it. */
function answering(statuses: readonly number[]): typeof fetch {
  let at = 0;
  return async (_url, init) => {
    await new Promise((resolve) => setTimeout(resolve, at % 3));
    const body = String(init?.body);
    const status = body.length > 50_000 ? 413 : (statuses[at++ % statuses.length] ?? 200);
    if (status === 0) throw new Error("reset");
    const uuids = [...body.matchAll(/"uuid":"([^"]+)"/g)].map((match) => match[1]);
    const results = Object.fromEntries(
      uuids.map((uuid, n) => [uuid, { result: ["ok", "retry", "drop"][(n + at) % 3] }]),
    );
    return new Response(JSON.stringify({ results }), { status });
  };
}

/** The fetch of the moment, and for Node, which has its own HTTP, the same behind a server. */
let answer: typeof fetch = fetch;
let host = "";
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", async () => {
    try {
      const reply = await answer("", { body: Buffer.concat(chunks).toString() });
      response.writeHead(reply.status).end(await reply.text());
    } catch {
      request.socket.destroy();
    }
  });
});
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const options = { context: { app_version: "1" }, onError: () => {} };
const own = (more: NodeTrackerOptions) => () =>
  createNodeTracker(costPlan("node"), { ...options, api_key: "phc", host, gzip: false, ...more });
/** A PostHog client of the host that does not take everything. */
const theirs = {
  capture(event: string | { event: string }) {
    if ([event, (event as { event: string }).event].includes("refused")) throw new Error("refused");
  },
  identify() {},
  group() {},
  register() {},
  reset() {},
  flush: async () => {},
};
const browser: ClientPlan = costPlan("browser");

const MODES: Readonly<Record<string, () => RuntimeTracker>> = {
  "node, v0": own({ flush_at: 5, flush_interval: 10 }),
  "node, v1": own({ flush_at: 5, flush_interval: 10, protocol: "v1" }),
  "node, tight": own({ flush_at: 5, max_queue_events: 20, max_batch_events: 3 }),
  "node, disabled": own({ disabled: true }),
  "node, posthog-node": () => createNodeTracker(costPlan("node"), { ...options, posthog: theirs }),
  slack: () =>
    createSlackTracker(costPlan("slack"), {
      ...options,
      api_key: "phc",
      gzip: false,
      tenantOf: () => "t1",
    }),
  recorder: () => createNodeTracker(costPlan("node"), { ...options, sink: createRecorder().sink }),
  "browser, posthog-js": () => createBrowserTracker(browser, { ...options, posthog: theirs }),
  "browser, stand-alone": () =>
    createBrowserTracker(browser, { ...options, sink: standAlone({ api_key: "phc" }) }),
};

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Every event is where the counters say; holds at any moment, in any state. */
function balance(tracker: RuntimeTracker, events: number): void {
  const { accepted, sent, dropped, queued, in_flight } = tracker.stats();
  const lost = Object.values(dropped).reduce((sum, count) => sum + count, 0);
  expect(Math.min(queued, in_flight, sent, accepted)).toBeGreaterThanOrEqual(0);
  expect(sent + lost + queued + in_flight).toBe(events);
  expect(sent + queued + in_flight).toBeLessThanOrEqual(accepted);
}

test.each(Object.keys(MODES))(
  "%s: whatever is called, each event is accounted for",
  async (mode) => {
    const page = mode.startsWith("browser") ? openFakePage() : undefined;
    const steps = fc.array(fc.constantFrom(...Object.keys(CALLS)), { maxLength: 25 });
    const statuses = fc.array(fc.constantFrom(...STATUSES), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(steps, statuses, fc.nat(20), async (names, answers, pause) => {
        answer = answering(answers);
        vi.stubGlobal("fetch", answer);
        const tracker = MODES[mode]?.() as AnyTracker;
        let events = 0;
        for (const [at, name] of names.entries()) {
          CALLS[name]?.(tracker);
          events += EVENTS[name] ?? 1;
          balance(tracker, events);
          if (at % 7 === 6) await new Promise((resolve) => setTimeout(resolve, pause / 4));
          balance(tracker, events);
        }
        if (pause % 3 === 0) page?.hide();
        balance(tracker, events);
        const shutting = tracker.shutdown({ timeout: pause });
        CALLS.good?.(tracker);
        balance(tracker, ++events);
        await shutting;
        balance(tracker, events);
        expect(tracker.stats()).toMatchObject({ queued: 0, in_flight: 0 });
        await tracker.shutdown({ timeout: pause });
        await new Promise((resolve) => setTimeout(resolve, 3));
        balance(tracker, events);
      }),
      { numRuns: 40, endOnFailure: true },
    );
    page?.leave();
  },
);

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { standAlone } from "@dd0c/track-browser";
import { guardTexts } from "@dd0c/track-browser/guard";
import type { RuntimeTracker } from "@dd0c/track-core/generated";
import { PostHog } from "posthog-node";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openFakePage } from "../../../browser/tests/fake-page";
import { type PostHogEndpoint, startPostHogEndpoint } from "../posthog-endpoint";
import { CANARIES, canariesIn, type Planted, plantCanaries } from "./plant-canaries";

interface Manifest {
  readonly products: readonly { readonly name: string }[];
  readonly types: readonly Planted[];
  readonly person: { readonly traits: readonly Planted[] };
  readonly groups: readonly { readonly name: string; readonly traits: readonly Planted[] }[];
  readonly events: readonly {
    readonly name: string;
    readonly products: readonly string[];
    readonly runtimes: readonly string[];
    readonly properties: readonly Planted[];
  }[];
}

/** Any tracker of dd0c's, without its types: they would refuse what is tried here. */
interface Tracker extends RuntimeTracker {
  forTenant(tenant: string): Tracker;
  track(event: string): (properties: unknown, call?: object) => void;
  identify(id: string, traits: unknown): void;
  group(type: string, key: string, traits: unknown): void;
  register?(properties: unknown): void;
  readonly middleware: (args: object) => Promise<void>;
}
type Start = (options: object) => Tracker;

const events = fileURLToPath(new URL("../../../events/", import.meta.url));
const manifest: Manifest = JSON.parse(readFileSync(join(events, "manifest/manifest.json"), "utf8"));
const types = new Map(manifest.types.map(({ name, type }) => [name, type]));
const products = manifest.products.map(({ name }) => name);
const startOf = async (product: string, runtime: string): Promise<Start> =>
  (await import(join(events, "src", product, `${runtime}.ts`))).createTracker;

let endpoint: PostHogEndpoint;
/** All that the tracker says: errors, lines of debug, what goes to the console. */
let said: string[];
beforeEach(async () => {
  endpoint = await startPostHogEndpoint();
  said = [];
  for (const method of ["log", "warn", "error"] as const)
    vi.spyOn(console, method).mockImplementation((...given) => void said.push(given.join(" ")));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await endpoint.close();
});

const listening = () => ({
  onError: (error: Error) => void said.push(String(error), JSON.stringify(error)),
  debug: (line: string) => void said.push(line),
});
const onServer = () => ({
  ...listening(),
  api_key: "phc_test",
  hashKey: { id: "k1", secret: `${CANARIES.other}, a secret of 32 bytes or more` },
  tenantOf: () => "t1",
});

/** Tracks every event that the plan has for this client, full of canaries; answers their names. */
function trackAll(
  root: Tracker,
  product: string,
  runtime: string,
  isGuarded = runtime !== "browser",
): string[] {
  const planned = manifest.events.filter(
    (event) => event.products.includes(product) && event.runtimes.includes(runtime),
  );
  const plant = (properties: readonly Planted[]) => ({
    ...plantCanaries(properties, types, isGuarded),
    // What no plan has is not for the browser to know: its types refuse it.
    ...(runtime !== "browser" && { not_planned: CANARIES.other, [`${CANARIES.email}`]: 1 }),
  });
  for (const { name, properties } of planned) {
    const { accepted } = root.stats();
    // Some are sampled by tenant: whoever is in the sample will do.
    for (let tenant = 0; root.stats().accepted === accepted && tenant < 1_000; tenant++)
      root.forTenant(`t${tenant}`).track(name)(plant(properties));
  }
  const tracker = root.forTenant("t1");
  tracker.identify("u_1", plant(manifest.person.traits));
  for (const { name, traits } of manifest.groups) tracker.group(name, "t1", plant(traits));
  // What cannot be written must not be told of either.
  const broken = {
    get name(): never {
      throw new Error(CANARIES.other);
    },
  };
  tracker.track(planned[0]?.name ?? "")(broken);
  said.push(JSON.stringify(root.stats()));
  return planned.map(({ name }) => name);
}

/** Nothing that left or was said gives a canary away, and all that should have arrived has. */
async function expectSilence(names: readonly string[]): Promise<void> {
  expect(canariesIn(endpoint.text())).toEqual([]);
  expect(canariesIn(said.join("\n"))).toEqual([]);
  const arrived = new Set(endpoint.events().map(({ event }) => event));
  for (const name of names) expect(arrived).toContain(name);
}

describe.each(products)("dd0c/%s", (product) => {
  test("node, and its spool", async () => {
    const folder = mkdtempSync(join(tmpdir(), "dd0c-canary-"));
    try {
      const start = await startOf(product, "node");
      const spool = { folder };
      // Nobody is there: all of it goes to the spool.
      const away = start({ ...onServer(), host: "http://127.0.0.1:9", spool });
      const names = trackAll(away, product, "node");
      await away.shutdown({ timeout: 20 });
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"));
      for (const name of names) expect(files.join("\n")).toContain(`"${name}"`);
      expect(canariesIn(files.join("\n"))).toEqual([]);

      const back = start({ ...onServer(), host: endpoint.url, spool, flush_interval: 50 });
      await endpoint.arrived(names.length);
      await back.shutdown();
      await expectSilence(names);
      // They were there: what may be known of them is.
      if (/cloud_account_id|user_email/.test(files.join()))
        expect(endpoint.text()).toMatch(/"(cloud_account_id|user_email)":"h1_k1_/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("node, through posthog-node", async () => {
    const start = await startOf(product, "node");
    const posthog = new PostHog("phc_test", { host: endpoint.url });
    const names = trackAll(start({ ...onServer(), posthog }), product, "node");
    await posthog.shutdown();
    await expectSilence(names);
  });

  test("at the edge", async () => {
    vi.doMock("@dd0c/track-node", () => import("../../../node/src/edge"));
    vi.resetModules();
    try {
      const start = await startOf(product, "node");
      const tracker = start({ ...onServer(), host: endpoint.url });
      const names = trackAll(tracker, product, "node");
      await tracker.shutdown();
      await expectSilence(names);
      // Only `fetch` says so: it is really the other tracker.
      expect(Object.keys(endpoint.requests[0]?.headers ?? {})).toContain("sec-fetch-mode");
    } finally {
      vi.doUnmock("@dd0c/track-node");
      vi.resetModules();
    }
  });

  test("slack, with what Bolt hands over", async () => {
    const start = await startOf(product, "slack");
    const tracker = start({ ...onServer(), host: endpoint.url });
    const names = trackAll(tracker, product, "slack");
    const { email, user_id, free_text, other } = CANARIES;
    const body = {
      user_id,
      text: free_text,
      user_name: email,
      channel_id: other,
      trigger_id: other,
    };
    const context = { teamId: other, userId: user_id };
    const next = async (): Promise<void> => {
      throw new Error(free_text);
    };
    for (const kind of ["command", "action", "shortcut", "view"]) {
      const sent = { ...body, command: "/dd0c", action_id: "snooze", callback_id: "open" };
      const args = { context: { ...context }, body, next, [kind]: sent };
      await tracker.middleware(args).catch(() => {});
    }
    await tracker.shutdown();
    await expectSilence(names);
  });

  test("browser, what posthog-js is handed", async () => {
    const start = await startOf(product, "browser");
    const handed: unknown[][] = [];
    const hear = (...given: unknown[]): void => void handed.push(given);
    const posthog = { capture: hear, identify: hear, group: hear, register: hear, reset: hear };
    const tracker = start({ onError: listening().onError, posthog });
    const names = trackAll(tracker, product, "browser");
    const text = JSON.stringify(handed);
    expect(canariesIn(text)).toEqual([]);
    expect(canariesIn(said.join("\n"))).toEqual([]);
    for (const name of names) expect(text).toContain(`"${name}"`);
  });

  test.each([false, true])("browser, stand-alone, guarded: %s", async (isGuarded) => {
    const page = openFakePage();
    try {
      const start = await startOf(product, "browser");
      const sink = standAlone({ api_key: "phc_test", host: endpoint.url });
      const tracker = start({
        onError: listening().onError,
        sink: isGuarded ? guardTexts(sink) : sink,
      });
      tracker.register?.({ acquisition_channel: "direct", user_email: CANARIES.email });
      const names = trackAll(tracker, product, "browser", isGuarded);
      page.hide();
      await tracker.shutdown();
      await endpoint.arrived(names.length);
      said.push(JSON.stringify({ ...page.window.localStorage }), page.window.document.cookie);
      await expectSilence(names);
    } finally {
      page.leave();
    }
  });
});

test("the canaries are in the plan, and would be found", () => {
  const classes = new Set(
    manifest.events.flatMap(({ properties }) => properties.map(({ pii }) => pii?.class)),
  );
  for (const piiClass of ["email", "account_id", "user_id", "free_text"])
    expect(classes).toContain(piiClass);
  for (const canary of Object.values(CANARIES)) expect(canariesIn(`"${canary}"`)).not.toEqual([]);
  const planned = manifest.events.flatMap(({ properties }) => properties);
  expect(canariesIn(JSON.stringify(plantCanaries(planned, types, true)))).toHaveLength(3);
});

import type { Stats } from "@dd0c/track-core/generated";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CallContext, Tracker as CostTracker, Track } from "./fixtures/cost-node";
import { type ArrivedEvent, type PostHogEndpoint, startPostHogEndpoint } from "./posthog-endpoint";

/** The members that a tracker of the fixture plan has in every runtime. */
export interface ContractTracker
  extends Pick<CostTracker, "track" | "forTenant" | "forPerson" | "identify" | "group"> {
  flush(options?: { readonly timeout?: number }): Promise<unknown>;
  shutdown(options?: { readonly timeout?: number }): Promise<unknown>;
  stats(): Stats;
  optIn(): void;
  optOut(): void;
}

/** A runtime that the contract tries. */
export interface ContractRuntime {
  readonly tracker: ContractTracker;
  /** Sends everything on its way and lets go of what the runtime holds. */
  stop(): Promise<void>;
}

/** How the runtimes may differ. */
export interface ContractTraits {
  readonly lib: string;
  /** A server hashes under its key; a browser drops what is not hashed yet. */
  readonly hashes: boolean;
  /** Events go by our own delivery: nothing but ours is on them. */
  readonly own: boolean;
  /** Properties that the runtime itself adds, besides `$lib` and `$lib_version`. */
  readonly extra?: readonly string[];
  /** posthog-js itself reads polluted prototypes, after us; nothing of ours can mend that. */
  readonly readsPrototypes?: true;
  /** PostHog's distinct id where nobody is named. */
  readonly nobody: (id: string) => boolean;
}

const HASH = /^h1_k1_[\w-]{32}$/;
const UUID_V7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const SECRETS = ["ada@example.com", "grace@example.com", "secret note"];

/** The key that every contract runtime hashes with. */
export const CONTRACT_KEY = { id: "k1", secret: "contract tests only: 32 bytes or more" };

/** What every runtime must do, against a real HTTP server on loopback. */
export function runtimeContract(
  name: string,
  traits: ContractTraits,
  make: (endpoint: PostHogEndpoint, errors: string[]) => Promise<ContractRuntime>,
): void {
  describe(`runtime contract: ${name}`, () => {
    let endpoint: PostHogEndpoint;
    let runtime: ContractRuntime;
    let tracker: ContractTracker;
    let errors: string[];

    beforeEach(async () => {
      errors = [];
      endpoint = await startPostHogEndpoint();
      runtime = await make(endpoint, errors);
      tracker = runtime.tracker;
    });
    afterEach(async () => {
      await runtime.stop();
      await endpoint.close();
    });

    async function delivered(count: number): Promise<readonly ArrivedEvent[]> {
      await tracker.flush();
      return endpoint.arrived(count, (event) => !isPostHogOwn(event));
    }
    const only = async (): Promise<ArrivedEvent> => {
      const [event] = await delivered(1);
      if (!event) throw new Error("no event of the plan arrived");
      return event;
    };
    const ada = { email: "ada@example.com", role: "owner" };

    test("an event arrives with its context, timestamp, uuid, group and library", async () => {
      tracker.track.cost.anomaly.alerted(
        { channel_kind: "dm", resource: { service: "ec2" } },
        { tenant_id: "t1" },
      );
      const event = await only();
      expect(event).toMatchObject({
        event: "cost.anomaly.alerted",
        properties: {
          channel_kind: "dm",
          resource: { service: "ec2" },
          tenant_id: "t1",
          product: "cost",
          app_version: "1.2.3",
          $groups: { tenant: "t1" },
          $lib: traits.lib,
        },
      });
      expect(traits.nobody(event.distinct_id)).toBe(true);
      expect(event.uuid).toMatch(UUID_V7);
      expect(new Date(event.timestamp).getTime()).toBeGreaterThan(Date.now() - 60_000);
      if (!traits.own) return;
      expect(event.timestamp).toMatch(ISO);
      expect(Object.keys(event.properties).sort()).toEqual(
        [
          ...["$groups", "$lib", "$lib_version", "app_version", "channel_kind", "product"],
          ...["resource", "tenant_id", ...(traits.extra ?? [])],
        ].sort(),
      );
      // Protocol v1 has options besides.
      const members = Object.keys(event).filter((name) => name !== "options");
      expect(members.sort()).toEqual(["distinct_id", "event", "properties", "timestamp", "uuid"]);
    });

    test("PII leaves hashed or not at all, at every depth", async () => {
      tracker.track.cost.anomaly.alerted(
        {
          channel_kind: "dm",
          user_email: "ada@example.com",
          note: "secret note",
          contacts: [ada, { email: "grace@example.com", role: "member" }],
          by_team: { infra: { email: "ada@example.com" } },
        },
        { tenant_id: "t1" },
      );
      const { properties } = await only();
      const contacts = properties.contacts as { email?: string; role: string }[];
      expect(contacts.map((contact) => contact.role)).toEqual(["owner", "member"]);
      expect(properties).not.toHaveProperty("note");
      if (traits.hashes) {
        expect(properties.user_email).toMatch(HASH);
        expect(contacts[0]?.email).toBe(properties.user_email);
        expect(contacts[1]?.email).toMatch(HASH);
        expect(properties.by_team).toEqual({ infra: { email: properties.user_email } });
      } else {
        expect(properties).not.toHaveProperty("user_email");
        expect(contacts[0]).not.toHaveProperty("email");
        expect(errors).toContain("pii_dropped");
      }
      expect(tracker.stats().pii_dropped).toBe(traits.hashes ? 1 : 5);
      for (const secret of SECRETS) expect(endpoint.text()).not.toContain(secret);
    });

    test("a value that a server hashed before passes as it is", async () => {
      const hashed = `h1_k1_${"a".repeat(32)}`;
      tracker.track.cost.anomaly.alerted(
        { channel_kind: "dm", user_email: hashed },
        { tenant_id: "t1" },
      );
      expect((await only()).properties.user_email).toBe(hashed);
    });

    test("nothing that is given can stand in the context's place", async () => {
      const forged = JSON.parse(
        '{"channel_kind":"dm","tenant_id":"evil","product":"evil","app_version":"evil","$lib":"evil","$groups":{"tenant":"evil"},"__proto__":{"tenant_id":"evil","polluted":true}}',
      );
      forged.toJSON = () => ({ tenant_id: "evil" });
      const polluted = Object.prototype as unknown as Record<string, unknown>;
      try {
        if (!traits.readsPrototypes) polluted.tenant_id = "evil";
        if (!traits.readsPrototypes) polluted.distinct_id = "evil";
        tracker.forTenant("t1").track.cost.anomaly.alerted(forged);
        tracker.track.cost.anomaly.alerted({ channel_kind: "dm" }, {} as CallContext);
      } finally {
        delete polluted.tenant_id;
        delete polluted.distinct_id;
      }
      const { properties } = await only();
      expect(properties).toMatchObject({
        tenant_id: "t1",
        product: "cost",
        app_version: "1.2.3",
        $lib: traits.lib,
        $groups: { tenant: "t1" },
      });
      expect(endpoint.text()).not.toContain("evil");
      expect(tracker.stats().dropped).toEqual({ missing_context: 1 });
    });

    test("what the caller does to its objects afterwards changes nothing", async () => {
      const resource = { service: "ec2" };
      const properties = { channel_kind: "dm" as const, resource };
      tracker.track.cost.anomaly.alerted(properties, { tenant_id: "t1" });
      resource.service = "changed";
      Object.assign(properties, { channel_kind: "changed" });
      expect((await only()).properties).toMatchObject({
        channel_kind: "dm",
        resource: { service: "ec2" },
      });
    });

    test("a call may name the person, the time and the uuid", async () => {
      const uuid = "0190a6c0-0000-7000-8000-000000000001";
      tracker.track.cost.anomaly.snoozed(
        { hours: 2 },
        { tenant_id: "t1", distinct_id: "u1", uuid, timestamp: "2026-03-01T10:00:00+02:00" },
      );
      const event = await only();
      expect(event).toMatchObject({ distinct_id: "u1", uuid });
      expect(new Date(event.timestamp).toISOString()).toBe("2026-03-01T08:00:00.000Z");
    });

    test("bound trackers keep their tenants and people apart", async () => {
      const one = tracker.forTenant("t1");
      const two = tracker.forTenant("t2").forPerson("u2");
      one.track.cost.anomaly.snoozed();
      two.track.cost.anomaly.snoozed();
      one.track("cost.anomaly.snoozed")({ hours: 1 });
      two.track.cost.anomaly.snoozed({ hours: 1 }, { tenant_id: "t3" });
      const events = await delivered(4);
      const tenants = events.map((event) => event.properties.tenant_id);
      expect(tenants).toEqual(["t1", "t2", "t1", "t3"]);
      expect(events[1]?.distinct_id).toBe("u2");
      expect(events[0]?.distinct_id).not.toBe("u2");
    });

    test("an event without its tenant is dropped, counted and reported", async () => {
      tracker.track.cost.anomaly.snoozed({}, undefined as unknown as CallContext);
      tracker.track.cost.anomaly.snoozed({}, { tenant_id: "" });
      expect(tracker.stats().dropped).toEqual({ missing_context: 2 });
      expect(errors).toEqual(["missing_context"]);
    });

    test("the plan's constants, personless events, samples and limits hold", async () => {
      for (let tenant = 0; tenant < 100; tenant++)
        for (let round = 0; round < 2; round++)
          tracker.track.cost.event.ingested({}, { tenant_id: `t${tenant}` });
      const one = tracker.forTenant("t1");
      for (let round = 0; round < 5; round++) one.track.cost.zombie.detected();
      one.track.cost.digest.sent({ anomalies: 3 });
      const { accepted, dropped } = tracker.stats();
      const kept = 200 - (dropped.sampled ?? 0);
      expect(dropped.limited).toBe(3);
      expect(kept).toBeGreaterThan(60);
      expect(kept).toBeLessThan(140);
      const events = await delivered(accepted);
      const tenants = events
        .filter((event) => event.event === "cost.event.ingested")
        .map((event) => event.properties.tenant_id);
      // By tenant: whoever is kept is kept each time.
      expect(tenants.length).toBe(new Set(tenants).size * 2);
      const digest = events.find((event) => event.event === "cost.digest.sent");
      expect(digest?.properties).toMatchObject({ schedule: "daily", anomalies: 3 });
      const options = digest?.options as { process_person_profile?: boolean } | undefined;
      const profile = digest?.properties.$process_person_profile;
      expect(profile ?? options?.process_person_profile).toBe(false);
    });

    test("people and groups are known by their planned traits", async () => {
      tracker.identify("u1", { email: "ada@example.com", role: "owner" });
      tracker.group("tenant", "t1", { plan: "pro", billing_email: "grace@example.com" });
      await tracker.flush();
      const events = await endpoint.arrived(2);
      const person = events.find((event) => event.event === "$identify");
      const group = events.find((event) => event.event === "$groupidentify");
      expect(person?.distinct_id).toBe("u1");
      const $set = (person?.$set ?? person?.properties.$set) as Record<string, unknown>;
      expect($set).toMatchObject({ role: "owner" });
      expect(group?.properties).toMatchObject({
        $group_type: "tenant",
        $group_key: "t1",
        $group_set: { plan: "pro" },
      });
      for (const secret of SECRETS) expect(endpoint.text()).not.toContain(secret);
    });

    test("nothing that a caller passes makes it throw", async () => {
      const cyclic: Record<string, unknown> = { channel_kind: "dm" };
      cyclic.resource = cyclic;
      const throwing = {
        get channel_kind(): never {
          throw new Error("mine");
        },
      };
      const bound = tracker.forTenant("t1");
      const track = bound.track as unknown as (event: unknown) => (...given: unknown[]) => void;
      for (const given of [cyclic, throwing, null, 7, "text", [], () => {}, Symbol("x")]) {
        track("cost.anomaly.alerted")(given);
        track("cost.anomaly.alerted")({}, given);
      }
      track(undefined)({});
      track("cost.anomaly.alerted")({ hours: 10n });
      const raw = tracker as unknown as Record<string, (...given: unknown[]) => void>;
      raw.identify?.(undefined, cyclic);
      raw.identify?.(Symbol("x"), throwing);
      raw.group?.(undefined, undefined, 7);
      raw.with?.(throwing);
      const { accepted, dropped } = tracker.stats();
      expect(dropped.unserialisable).toBeGreaterThanOrEqual(1);
      await tracker.flush();
      await endpoint.arrived(accepted);
    });

    test("after opting out nothing leaves, and it is counted", async () => {
      tracker.optOut();
      tracker.forTenant("t1").track.cost.anomaly.snoozed();
      expect(tracker.stats()).toMatchObject({ accepted: 0, dropped: { opted_out: 1 } });
      tracker.optIn();
      tracker.forTenant("t1").track.cost.anomaly.snoozed({ hours: 3 });
      expect((await only()).properties.hours).toBe(3);
    });

    test("flush and stats tell what became of the events; after shutdown none is taken", async () => {
      const { track } = tracker.forTenant("t1");
      for (let count = 0; count < 250; count++) track.cost.anomaly.snoozed({ hours: count });
      await delivered(250);
      expect(tracker.stats()).toMatchObject({ accepted: 250, sent: 250, queued: 0, in_flight: 0 });
      const hours = endpoint.events().map((event) => event.properties.hours);
      expect(new Set(hours).size).toBe(250);
      expect(new Set(endpoint.events().map((event) => event.uuid)).size).toBe(250);
      await tracker.shutdown();
      track.cost.anomaly.snoozed();
      expect(tracker.stats().dropped).toEqual({ closed: 1 });
    });

    test.runIf(traits.own)(
      "what fails is sent again: same uuid, same timestamp, once",
      async () => {
        endpoint.answer({ status: 503 }, { status: 0, reset: true }, { status: 429 });
        tracker.forTenant("t1").track.cost.anomaly.snoozed({ hours: 1 });
        const event = await only();
        expect(endpoint.events()).toHaveLength(1);
        expect(event.uuid).toMatch(UUID_V7);
        expect(tracker.stats()).toMatchObject({ accepted: 1, sent: 1, retried: 3 });
        expect(errors).toEqual(["delivery"]);
      },
    );

    test("a tracker can be printed, awaited and read without recording anything", async () => {
      const { track } = tracker as unknown as { track: Track<[]> & { toString(): string } };
      expect(await track.cost.anomaly).toBeTypeOf("function");
      expect(`${track.cost.anomaly}`).toBe("cost.anomaly");
      expect(JSON.stringify({ track })).toBe("{}");
      expect(tracker.stats().accepted).toBe(0);
    });
  });
}

/** posthog-js adds events of its own accord; they are none of the plan's. */
function isPostHogOwn(event: ArrivedEvent): boolean {
  return event.event.startsWith("$");
}

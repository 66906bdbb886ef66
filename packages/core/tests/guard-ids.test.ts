import { createNodeTracker } from "@dd0c/track-node";
import { expect, test } from "vitest";
import type { ClientPlan, IdFact } from "../src/client-plan";
import type { RuntimeTracker } from "../src/runtime-tracker";
import type { ServerOptions } from "../src/server/server-options";
import type { MakeSink } from "../src/sink";
import { allProperties } from "../src/wire-event";

const hashKey = { id: "k1", secret: "tests only: a secret of 32 bytes or more" };

interface Tracker extends RuntimeTracker {
  track(event: string): (properties: object, call: object) => void;
  identify(id: string): void;
  group(type: string, key: string): void;
  hash(piiClass: string, value: string): string;
}

/** A tracker whose plan says of ids what is given, and the events that it let go. */
function start(options: Partial<ServerOptions>, id?: IdFact, tenant?: IdFact) {
  const client: ClientPlan = {
    format: 1,
    context: {
      tenant_id: {
        from: "caller",
        required: true,
        group: "tenant",
        bind: "forTenant",
        ...(tenant && { pii: tenant }),
      },
    },
    person: { ...(id && { distinct_id: id }) },
  };
  const left: { distinct_id: string | undefined; properties: Record<string, unknown> }[] = [];
  const sink: MakeSink = () => ({
    take(event) {
      left.push({ distinct_id: event.distinct_id, properties: allProperties(event) });
      return undefined;
    },
    flush: async () => {},
  });
  const errors: string[] = [];
  const tracker = createNodeTracker(client, {
    sink,
    onError: ({ code, about }) => void errors.push(`${code} ${about}`),
    ...options,
  }) as unknown as Tracker;
  return { tracker, left, errors };
}
const ADA = "ada@example.com";

test("an address as an id leaves as the hash that tracker.hash gives, counted and told", () => {
  const { tracker, left, errors } = start({ hashKey });
  const hash = tracker.hash("email", ADA);
  tracker.track("e")({}, { tenant_id: "t1", distinct_id: ADA });
  tracker.track("e")({}, { tenant_id: ADA, distinct_id: "u1" });
  tracker.identify("Ada@Example.com");
  tracker.group("tenant", ADA);
  const [person, tenant, identified, group] = left;
  expect(hash).toMatch(/^h1_k1_/);
  expect(person?.distinct_id).toBe(hash);
  expect(tenant?.properties).toMatchObject({ tenant_id: hash, $groups: { tenant: hash } });
  expect(identified?.distinct_id).toBe(hash);
  expect(group).toMatchObject({
    distinct_id: `$tenant_${hash}`,
    properties: { $group_key: hash },
  });
  expect(JSON.stringify(left)).not.toContain("example");
  expect(errors).toEqual(["masked email as an id"]);
  // The tenant of the group is known from before.
  expect(tracker.stats().masked).toBe(3);
});

test("without a key it does not leave at all", () => {
  const { tracker, left } = start({});
  tracker.track("e")({}, { tenant_id: "t1", distinct_id: ADA });
  expect(left[0]?.distinct_id).toBe("$tenant_t1");
  tracker.track("e")({}, { tenant_id: ADA });
  expect(tracker.stats().dropped).toEqual({ missing_context: 1 });
});

test("other ids are let be, and addresses where plan or host want them", () => {
  const kept = (options: Partial<ServerOptions>, id: string, fact?: IdFact): string => {
    const { tracker, left } = start({ hashKey, ...options }, fact);
    tracker.track("e")({}, { tenant_id: "t1", distinct_id: id });
    return left[0]?.distinct_id ?? "";
  };
  for (const id of ["u1", "@ada", "team@work", "50%40", hashKey.id]) expect(kept({}, id)).toBe(id);
  expect(kept({ guard: false }, ADA)).toBe(ADA);
  expect(kept({ guard: { allow: ["distinct_id"] } }, ADA)).toBe(ADA);
  expect(kept({}, ADA, true)).toBe(ADA);
});

test("so does the key of a group that is bound by the runtime, or that the plan does not know", () => {
  const left: Record<string, unknown>[] = [];
  const client: ClientPlan = {
    format: 1,
    context: { workspace_id: { from: "runtime", group: "workspace", pii: "account_id" } },
  };
  const sink: MakeSink = () => ({
    take: (event) => void left.push(allProperties(event)),
    flush: async () => {},
  });
  const tracker = createNodeTracker(client, { sink, hashKey }) as unknown as Tracker;
  tracker.group("workspace", "918273645564");
  tracker.group("team", ADA);
  expect(left.map(({ $group_key }) => $group_key)).toEqual([
    tracker.hash("account_id", "918273645564"),
    tracker.hash("email", ADA),
  ]);
  expect(JSON.stringify(left)).not.toMatch(/918273645564|example/);
});

test("a group's key obeys what the plan decides of the context field that names the group", () => {
  const account = "account_id";
  const { tracker, left } = start({ hashKey }, undefined, account);
  tracker.group("tenant", "918273645564");
  tracker.track("e")({}, { tenant_id: "918273645564" });
  const [group, event] = left;
  const hash = tracker.hash("account_id", "918273645564");
  expect(group?.properties.$group_key).toBe(hash);
  expect(event?.properties.$groups).toEqual({ tenant: hash });
  expect(JSON.stringify(left)).not.toContain("918273645564");
});

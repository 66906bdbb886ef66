import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repositoryPlans } from "../../../../codegen/fixtures/repository-plans.js";
import { orderPaid, shopPlan } from "../../tests/shop-plan.js";
import { exampleEvents } from "../emit/example-events.js";
import { parseCapture } from "../endpoint/parse-capture.js";
import { createSession } from "../session/create-session.js";
import { createDuckDbStore } from "./duckdb-store.js";
import { NoSession, openPastSession } from "./open-session.js";

const folder = mkdtempSync(join(tmpdir(), "dd0c-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let nth = 0;

async function keep(
  plan: ReturnType<typeof shopPlan>,
  bodies: readonly unknown[],
): Promise<string> {
  const path = join(folder, `${++nth}.duckdb`);
  const startedAt = Date.parse("2026-11-02T09:30:00Z");
  const failures: Error[] = [];
  const store = await createDuckDbStore({
    path,
    plan,
    startedAt,
    onError: (error) => failures.push(error),
  });
  if (store === null) throw new Error("DuckDB is not installed");
  const session = createSession(plan, { now: () => startedAt + 1_000, store });
  for (let at = 0; at < bodies.length; at += 100) {
    const batch = JSON.parse(JSON.stringify(bodies.slice(at, at + 100)));
    await session.take(parseCapture({ api_key: "k", batch }, 0, "/batch"), 1_000);
  }
  await store.close();
  expect(failures).toEqual([]);
  return path;
}

describe("a session in a file", () => {
  let path = "";
  beforeAll(async () => {
    path = await keep(shopPlan(), [
      orderPaid({ amount: 12, $lib: "posthog-node" }, { timestamp: "2026-11-02T09:29:59.500Z" }),
      orderPaid({ amount: 30 }),
      orderPaid({ amount: "many", odd: [1, { two: 2 }] }),
      { ...orderPaid(), event: "order'); DROP TABLE events; --" },
    ]);
  });

  test("typed columns, and JSON for the rest", async () => {
    const past = await openPastSession(path);
    const { columns, rows } = await past.query(
      "SELECT seq, strftime(received, '%H:%M:%S') AS at, event, verdict, tenant, codes, properties.amount, rest FROM events ORDER BY seq",
    );
    expect(columns).toEqual(["seq", "at", "event", "verdict", "tenant", "codes", "amount", "rest"]);
    expect(rows).toEqual([
      ["1", "09:30:01", "order_paid", "good", "t_1", [], "12", '{"$lib":"posthog-node"}'],
      ["2", "09:30:01", "order_paid", "good", "t_1", [], "30", null],
      [
        "3",
        "09:30:01",
        "order_paid",
        "bad",
        "t_1",
        ["wrong-type", "unplanned-property"],
        null,
        '{"amount":"many","odd":[1,{"two":2}]}',
      ],
      [
        "4",
        "09:30:01",
        "order'); DROP TABLE events; --",
        "bad",
        "t_1",
        ["unknown-event"],
        "12",
        null,
      ],
    ]);
    past.close();
  });

  test("a view for each event", async () => {
    const past = await openPastSession(path);
    const { rows } = await past.query(
      'SELECT count(*)::INTEGER, sum(amount)::INTEGER FROM "order_paid"',
    );
    expect(rows).toEqual([[3, 42]]);
    past.close();
  });

  test("reopened, it gives its events as they were sent, and cannot be written", async () => {
    const past = await openPastSession(path);
    expect([past.plan, past.startedAt]).toEqual(["shop", Date.parse("2026-11-02T09:30:00Z")]);
    const events = [];
    for await (const some of past.events()) events.push(...some);
    expect(events.map(({ arrived }) => arrived.properties.amount)).toEqual([12, 30, "many", 12]);
    expect(events[0]).toMatchObject({
      at: Date.parse("2026-11-02T09:30:01Z"),
      arrived: { event: "order_paid", distinctId: "usr_1", timestamp: "2026-11-02T09:29:59.500Z" },
    });
    await expect(past.query("DELETE FROM events")).rejects.toThrow(/read-only/i);
    past.close();
  });

  test("what is no session is said to be none", async () => {
    await expect(openPastSession(join(folder, "none.duckdb"))).rejects.toThrow(NoSession);
    await expect(openPastSession(import.meta.filename)).rejects.toThrow(NoSession);
  });
});

test("any JSON comes back as it was", async () => {
  const values = fc.sample(fc.jsonValue({ maxDepth: 6 }), { numRuns: 1_500, seed: 7 });
  const odd = ["\u0000", "\ud83d", "a\\ud83d", "\ud83d\ude00", 1e300, -0, 2 ** 60, "'\"\\"];
  const bodies = [...odd, ...values].map((amount) =>
    orderPaid({ amount, note: amount, title: amount }),
  );
  const past = await openPastSession(await keep(shopPlan(), bodies));
  const back: unknown[] = [];
  for await (const some of past.events())
    back.push(...some.map(({ arrived }) => arrived.properties.amount));
  past.close();
  const plain = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value).replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (it) =>
        it === "\\\\" ? it : "\ufffd",
      ),
    );
  expect(back).toEqual(
    bodies.map(({ properties }) => plain((properties as { amount: unknown }).amount)),
  );
}, 30_000);

test.each(repositoryPlans())(
  "the typed columns of %s hold its own examples",
  async (_, plan) => {
    const examples = exampleEvents(plan, { from: Date.parse("2026-11-02T09:30:00Z") });
    const past = await openPastSession(await keep(plan, examples));
    const [[count, bad, untyped] = []] = (
      await past.query(
        "SELECT count(*)::INTEGER, count(*) FILTER (verdict = 'bad')::INTEGER, count(*) FILTER (properties IS NULL)::INTEGER FROM events",
      )
    ).rows;
    expect([count, bad, untyped]).toEqual([examples.length, 0, 0]);
    past.close();
    expect(existsSync(folder)).toBe(true);
  },
  30_000,
);

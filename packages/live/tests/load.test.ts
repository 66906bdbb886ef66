import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createSession } from "../src/session/create-session.js";
import { createDuckDbStore } from "../src/store/duckdb-store.js";
import { openPastSession } from "../src/store/open-session.js";
import { endEndpoints, start } from "./live-endpoint.js";
import { orderPaid, shopPlan } from "./shop-plan.js";

endEndpoints();
const folder = mkdtempSync(join(tmpdir(), "dd0c-load-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("as fast as they can be sent: every event counted once, in memory and in the file", async () => {
  const total = 30_000;
  const plan = shopPlan();
  const path = join(folder, "load.duckdb");
  const failures: Error[] = [];
  const store = await createDuckDbStore({
    path,
    plan,
    startedAt: 0,
    onError: (error) => failures.push(error),
  });
  if (store === null) throw new Error("DuckDB is not installed");
  const session = createSession(plan, { now: Date.now, store });
  const { url } = await start({ session });
  const send = async (from: number): Promise<void> => {
    const batch = Array.from({ length: 250 }, (_, at) =>
      orderPaid(
        { tenant_id: `t_${(from + at) % 97}`, ...((from + at) % 10 === 0 ? { amount: "x" } : {}) },
        { uuid: `018f5d2e-7c1a-7b3e-9f40-${(from + at).toString(16).padStart(12, "0")}` },
      ),
    );
    const body = JSON.stringify({ api_key: "phc_test", batch });
    const response = await fetch(`${url}/batch/`, { method: "POST", body });
    expect([response.status, await response.text()]).toEqual([200, '{"status":"Ok"}']);
  };
  const requests = Array.from({ length: total / 250 }, (_, at) => at * 250);
  const senders = Array.from({ length: 16 }, async () => {
    for (let from = requests.pop(); from !== undefined; from = requests.pop()) await send(from);
  });
  await Promise.all(senders);
  await store.close();
  expect(failures).toEqual([]);
  expect(session.counts).toMatchObject({
    events: total,
    good: total * 0.9,
    bad: total * 0.1,
    repeated: 0,
    refused: 0,
  });
  expect(session.recent.count).toBe(10_000);
  expect(session.findings.all()).toMatchObject([
    { count: total * 0.1, violation: { code: "wrong-type" } },
  ]);
  const past = await openPastSession(path);
  const { rows } = await past.query(
    "SELECT count(*)::INTEGER, count(DISTINCT uuid)::INTEGER, count(DISTINCT seq)::INTEGER, count(properties.amount)::INTEGER FROM events",
  );
  past.close();
  expect(rows).toEqual([[total, total, total, total * 0.9]]);
}, 60_000);

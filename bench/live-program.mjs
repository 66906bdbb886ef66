// The live check as a process of its own, for the bench: the endpoint with dd0c's plan and a session's file.
import { join } from "node:path";
import { createDuckDbStore, createSession, startEndpoint } from "../packages/live/dist/index.js";
import { compilePlanFrom } from "./plan-from-disk.mjs";

const [folder, keeps] = process.argv.slice(2);
const plan = await compilePlanFrom("schema");
const startedAt = Date.now();
const failures = [];
const store =
  keeps === "file"
    ? await createDuckDbStore({
        path: join(folder, `${process.pid}.duckdb`),
        plan,
        startedAt,
        onError: ({ message }) => failures.push(message),
      })
    : undefined;
const session = createSession(plan, { now: Date.now, ...(store ? { store } : {}) });
const endpoint = await startEndpoint({ session });
let peak = 0;
setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 250).unref();
process.send({ url: endpoint.url });
process.on("message", async () => {
  const { user, system } = process.cpuUsage();
  await endpoint.close();
  await store?.close();
  const findings = session.findings.all().map(({ violation, count }) => [violation.code, count]);
  process.send({
    counts: { ...session.counts },
    findings,
    failures,
    cpu: (user + system) / 1e6,
    peak: peak / 2 ** 20,
  });
  process.disconnect();
});
// Whoever measures has gone: nothing is left running.
process.on("disconnect", () => process.exit());

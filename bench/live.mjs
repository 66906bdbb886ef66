// The live check under load: 5,000 events a second for a minute, kept in a file, nothing lost, memory
// bounded; and what judging one event costs, beside Ajv with the plan's own JSON Schemas.
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { emitters } from "../codegen/dist/index.js";
import { badEvents, compileChecker, exampleEvents } from "../packages/live/dist/index.js";
import { table } from "./measure.mjs";
import { compilePlanFrom } from "./plan-from-disk.mjs";

const RATE = Number(process.env.LIVE_RATE ?? 5_000);
const SECONDS = Number(process.env.LIVE_SECONDS ?? 60);
/** Events in one request, as our clients send them under load. */
const BATCH = 100;

/** Runs both and answers Markdown. */
export async function live({ root, folder }) {
  const plan = compilePlanFrom("schema");
  const sustained = [];
  for (const keeps of ["file", "memory"])
    sustained.push(await sustain({ root, folder, plan, keeps }));
  return [
    `Sent: ${RATE.toLocaleString("en")} events a second for ${SECONDS} s over loopback, ${BATCH} in a request, 1 in 50 of them wrong; examples of dd0c's own plan, each with a uuid of its own. All have to be counted, and each wrong one found.`,
    table(
      [
        "kept in",
        "sent",
        "counted",
        "wrong ones found",
        "events/s",
        "CPU s",
        "events/CPU s",
        "peak MB",
      ],
      sustained,
    ),
    "Judging one event, beside Ajv with the same plan's JSON Schemas (compiled once, each event's own):",
    table(["", "compile ms", "CPU µs an event", "finds"], await judge(plan)),
  ].join("\n\n");
}

async function sustain({ root, folder, plan, keeps }) {
  const child = fork(join(root, "bench/live-program.mjs"), [folder, keeps], { cwd: root });
  const [{ url }] = await once(child, "message");
  const good = exampleEvents(plan, { from: Date.now() }).filter(
    ({ event }) => !event.startsWith("anomaly.alert"),
  );
  const bad = badEvents(plan, { from: Date.now() }).filter(({ code }) => code !== "bad-timestamp");
  const total = RATE * SECONDS;
  let sent = 0;
  let wrong = 0;
  const began = performance.now();
  const pending = new Set();
  while (sent < total) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * RATE));
    while (sent < due) {
      const batch = [];
      for (; batch.length < BATCH && sent < total; sent++) {
        const isWrong = sent % 50 === 49;
        if (isWrong) wrong++;
        const event = isWrong ? bad[wrong % bad.length].event : good[sent % good.length];
        batch.push({ ...event, uuid: uuidOf(sent) });
      }
      const post = fetch(`${url}/batch/`, {
        method: "POST",
        body: JSON.stringify({ api_key: "phc_bench", batch }),
      })
        .then(async (response) => {
          if (response.status !== 200)
            throw new Error(`it answered ${response.status}: ${await response.text()}`);
          await response.arrayBuffer();
        })
        .finally(() => pending.delete(post));
      pending.add(post);
      if (pending.size >= 32) await Promise.race(pending);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(pending);
  const seconds = (performance.now() - began) / 1000;
  child.send("end");
  const [{ counts, failures, cpu, peak }] = await once(child, "message");
  if (counts.events !== total || counts.bad !== wrong || failures.length > 0)
    throw new Error(
      `Of ${total} events (${wrong} wrong) ${JSON.stringify(counts)} were counted; ${failures}`,
    );
  const figure = (value) => Math.round(value).toLocaleString("en");
  return [
    keeps === "file" ? "a DuckDB file" : "memory alone",
    figure(total),
    figure(counts.events),
    `${figure(counts.bad)} of ${figure(wrong)}`,
    figure(total / seconds),
    cpu.toFixed(1),
    figure(total / cpu),
    figure(peak),
  ];
}

/** Both judges over the same events: right ones, and as many that are wrong. */
async function judge(plan) {
  const { Ajv2020 } = await import("ajv/dist/2020.js");
  const { default: formats } = await import("ajv-formats");
  const good = exampleEvents(plan, { from: Date.now() });
  const visible = new Set([
    "missing-property",
    "wrong-type",
    "unplanned-value",
    "unplanned-property",
    "not-hashed",
    "not-dropped",
  ]);
  const bad = badEvents(plan, { from: Date.now() }).filter(({ code }) => visible.has(code));
  const arrived = ({ distinct_id, ...rest }) => ({ ...rest, distinctId: distinct_id, set: null });

  const contestants = {
    "dd0c/track": () => {
      const { check } = compileChecker(plan);
      const now = Date.now();
      return ({ event }) =>
        check(event, now).violations.every(({ severity }) => severity !== "error");
    },
    Ajv: async () => {
      const emitter = emitters.get?.("json-schema") ?? emitters["json-schema"];
      const files = await emitter.emit(
        plan,
        emitter.options.parse({ posthog_keys: true, annotations: false }),
      );
      const bundle = JSON.parse(files.at(-1).text);
      const ajv = new Ajv2020({ allErrors: true });
      formats.default ? formats.default(ajv) : formats(ajv);
      ajv.addSchema(bundle);
      const judges = new Map(
        [...new Set(plan.events.map(({ name }) => name))].map((name) => [
          name,
          ajv.getSchema(`${bundle.$id}#/$defs/${encodeURIComponent(name)}`),
        ]),
      );
      return ({ event }) => judges.get(event.event)?.(event.properties) === true;
    },
  };
  const rows = [];
  for (const [title, make] of Object.entries(contestants)) {
    const began = performance.now();
    const isGood = await make();
    const compiled = performance.now() - began;
    const events = [...good, ...bad.map(({ event }) => event)].map((it) => ({
      event: arrived(it),
    }));
    const found = events.slice(good.length).filter((it) => !isGood(it)).length;
    const accepted = events.slice(0, good.length).filter(isGood).length;
    for (let n = 0; n < 20; n++) for (const it of events) isGood(it);
    // CPU, not the wall: a busy machine must not judge.
    const start = process.cpuUsage();
    for (let n = 0; n < 100; n++) for (const it of events) isGood(it);
    const { user, system } = process.cpuUsage(start);
    const each = (user + system) / (100 * events.length);
    rows.push([
      title,
      compiled.toFixed(0),
      each.toFixed(1),
      `${accepted} of ${good.length} right, ${found} of ${bad.length} wrong`,
    ]);
  }
  return rows;
}

function uuidOf(n) {
  return `018f5d2e-7c1a-7b3e-9f40-${n.toString(16).padStart(12, "0")}`;
}

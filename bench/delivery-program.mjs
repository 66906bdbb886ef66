// One contestant, one measurement, one process: `node delivery-program.mjs '{"who":…,"what":…}'`.
import { existsSync, readFileSync } from "node:fs";
import { CONTESTANTS } from "./peers/contestants.mjs";

const { who, what, code, url, events, chunk } = JSON.parse(process.argv[2]);
/** ns that the main thread has run, as Linux counts them; undefined elsewhere. */
const mainThread = () => {
  const path = `/proc/self/task/${process.pid}/schedstat`;
  return existsSync(path) ? Number(readFileSync(path, "utf8").split(" ")[0]) : undefined;
};
const turn = () => new Promise((resolve) => setImmediate(resolve));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const megabytes = () => process.resourceUsage().maxRSS / 1_024;
const properties = (n) => ({
  hours: n,
  resource: { service: "ec2", region: "eu-west-1" },
  severity: "high",
  amount_usd: 812.5,
  is_new: true,
  surface: "slack",
});
let tracked = 0;

/** ns a call, sampled one by one; a turn of the loop after each 50, so that delivery goes on. */
async function calls(client) {
  const round = async (count) => {
    const samples = [];
    for (let n = 0; n < count; n++) {
      const given = properties(n);
      const start = process.hrtime.bigint();
      client.track(given);
      samples.push(Number(process.hrtime.bigint() - start));
      if (n % 50 !== 49) continue;
      client.deliver?.();
      await turn();
    }
    await client.flush();
    tracked += count;
    return samples.sort((a, b) => a - b);
  };
  await round(20_000);
  const samples = await round(20_000);
  return { p50: samples[10_000], p99: samples[19_800], whole: await withMicrotasks(client) };
}

/** ns a call together with the microtasks that it leaves behind, over blocks of 50; timers and delivery are not in it. */
async function withMicrotasks(client) {
  const blocks = 400;
  let sum = 0;
  for (let block = 0; block < blocks; block++) {
    const given = Array.from({ length: 50 }, (_, n) => properties(n));
    const start = process.hrtime.bigint();
    for (const own of given) client.track(own);
    // The longest chain of promises among them has a dozen links.
    for (let link = 0; link < 100; link++) await undefined;
    sum += Number(process.hrtime.bigint() - start);
    client.deliver?.();
    await turn();
  }
  await client.flush();
  tracked += blocks * 50;
  return sum / blocks / 50;
}

/** So many events in chunks, each delivered before the next. */
async function throughput(client) {
  const run = async (count) => {
    for (let n = 0; n < count; n++) {
      client.track(properties(n));
      if (n % chunk === chunk - 1) await client.flush();
    }
    await client.flush();
    tracked += count;
  };
  await run(Math.min(events, 10_000));
  const cpu = process.cpuUsage();
  const main = mainThread();
  const start = performance.now();
  await run(events);
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    rate: events / seconds,
    cpu: ((user + system) / 1e6) * (100_000 / events),
    ...(main !== undefined && { main: (mainThread() - main) / 1_000 / events }),
    rss: megabytes(),
  };
}

/** 10,000 in one tick: the longest time in which the loop did nothing else, in ms. */
async function stall(client) {
  for (let n = 0; n < 20_000; n++) {
    client.track(properties(n));
    if (n % 1_000 === 999) await client.flush();
  }
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  const watch = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(watch);
  };
  await turn();
  last = performance.now();
  const start = last;
  setImmediate(watch);
  for (let n = 0; n < 10_000; n++) client.track(properties(n));
  const sync = performance.now() - start;
  await client.flush();
  isOver = true;
  await turn();
  tracked += 30_000;
  return { sync, stall: longest };
}

/** 50,000 events over 2 s while nobody answers: peak memory a second later. */
async function down(client) {
  for (let n = 0; n < 50_000; n++) {
    client.track(properties(n));
    if (n % 500 !== 499) continue;
    client.deliver?.();
    await pause(20);
  }
  await pause(1_000);
  return { down: megabytes() };
}

/** What a hashed property adds to a call, in ns: for values seen before, and for new ones. */
async function hashed() {
  const { createTracker } = await import(code);
  const { track } = createTracker({
    sink: () => ({ take: () => undefined, flush: async () => {} }),
    hashKey: { id: "k1", secret: "a secret for the bench, 32 bytes long" },
    context: { app_version: "1.4.2" },
  }).forTenant("t_42");
  const time = (name, value, isSeen) => {
    const made = Array.from({ length: 5_000 }, (_, n) => ({ [name]: value(n) }));
    // As from a request's body: texts that are not still pieces to be put together.
    const given = JSON.parse(JSON.stringify(made));
    if (isSeen) for (const own of given) track.cost.anomaly.alerted(own);
    const start = process.hrtime.bigint();
    for (const own of given) track.cost.anomaly.alerted(own);
    return Number(process.hrtime.bigint() - start) / given.length;
  };
  const runs = { without: [], seen: [], fresh: [] };
  for (let round = 0; round < 60; round++) {
    runs.without.push(time("service", (n) => `person.${n % 1_000}@example.com`, true));
    runs.seen.push(time("user_email", (n) => `person.${n % 1_000}@example.com`, true));
    runs.fresh.push(time("user_email", (n) => `person.${round}.${n}@example.com`));
  }
  const [without, seen, fresh] = Object.values(runs).map((times) => Math.min(...times));
  return { seen: seen - without, fresh: fresh - without };
}

const measure = { calls, throughput, stall, down, hashed }[what];
const figures = await measure(
  what === "hashed" ? undefined : await CONTESTANTS[who]({ code, url }),
);
process.stdout.write(JSON.stringify({ tracked, figures }), () => process.exit());

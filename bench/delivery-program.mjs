// One contestant, one measurement, one process: `node delivery-program.mjs '{"who":…,"what":…}'`.
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const { who, what, code, url } = JSON.parse(process.argv[2]);
const turn = () => new Promise((resolve) => setImmediate(resolve));
const context = { tenant_id: "t_42", product: "cost", app_version: "1.4.2" };
const groups = { tenant: "t_42" };
const properties = (n) => ({
  hours: n,
  resource: { service: "ec2", region: "eu-west-1" },
  severity: "high",
  amount_usd: 812.5,
  is_new: true,
  surface: "slack",
});

/** The least that anybody could do: push what JSON.stringify says, and send it in batches of 500. */
function startFloor() {
  const queue = [];
  let underWay = 0;
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const zip = promisify(gzip);
  const send = async (events) => {
    const body = await zip(`{"api_key":"phc","batch":[${events.join()}]}`, { level: 1 });
    await new Promise((resolve, reject) => {
      const sent = request(`${url}/batch/`, { method: "POST", agent }, (reply) =>
        reply.resume().on("end", resolve),
      );
      sent.on("error", reject).end(body);
    });
  };
  return {
    // Written out: spreading would cost more than all the rest.
    track({ hours, resource, severity, amount_usd, is_new, surface }) {
      const properties = {
        hours,
        resource,
        severity,
        amount_usd,
        is_new,
        surface,
        tenant_id: "t_42",
        product: "cost",
        app_version: "1.4.2",
        $groups: groups,
        $lib: "floor",
        $lib_version: "0",
        $is_server: true,
        $geoip_disable: true,
      };
      queue.push(
        JSON.stringify({
          event: "cost.anomaly.snoozed",
          distinct_id: "u_7",
          properties,
          timestamp: NOW,
          uuid: ID,
        }),
      );
    },
    /** A batch, if there is one and a connection is free; nobody waits for it. */
    deliver() {
      if (queue.length < 500 || underWay === 4) return;
      underWay++;
      send(queue.splice(0, 500)).finally(() => underWay--);
    },
    async flush() {
      const workers = Array.from({ length: 4 }, async () => {
        while (queue.length) await send(queue.splice(0, 500));
      });
      await Promise.all(workers);
    },
  };
}
const NOW = new Date().toISOString();
const ID = randomUUID();

async function startOurs() {
  const { createTracker } = await import(code);
  const tracker = createTracker({ api_key: "phc", host: url, context: { app_version: "1.4.2" } });
  const { track } = tracker.forTenant("t_42").forPerson("u_7");
  return {
    track: (own) => track.cost.anomaly.snoozed(own),
    flush: () => tracker.flush({ timeout: 60_000 }),
  };
}

async function startTheirs() {
  const { PostHog } = await import("posthog-node");
  const posthog = new PostHog("phc", { host: url, maxQueueSize: 1_000_000 });
  const distinctId = "u_7";
  const event = "cost.anomaly.snoozed";
  return {
    track: (own) =>
      posthog.capture({ distinctId, event, properties: { ...own, ...context }, groups }),
    flush: () => posthog.flush(),
  };
}

const client = await { floor: startFloor, ours: startOurs, theirs: startTheirs }[who]();

/** ns a call, sampled one by one; a turn of the loop after each 50, so that delivery goes on. */
async function calls() {
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
    return samples.sort((a, b) => a - b);
  };
  await round(20_000);
  const samples = await round(20_000);
  return { p50: samples[10_000], p99: samples[19_800] };
}

/** 100,000 events in chunks of 1,000, each flushed. */
async function throughput() {
  const run = async (count) => {
    for (let n = 0; n < count; n++) {
      client.track(properties(n));
      if (n % 1_000 === 999) await client.flush();
    }
    await client.flush();
  };
  await run(10_000);
  const cpu = process.cpuUsage();
  const start = performance.now();
  await run(100_000);
  const seconds = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    rate: 100_000 / seconds,
    cpu: (user + system) / 1e6,
    rss: process.resourceUsage().maxRSS / 1_024,
  };
}

/** 10,000 in one tick: the longest time in which the loop did nothing else, in ms. */
async function stall() {
  for (let n = 0; n < 20_000; n++) client.track(properties(n));
  await client.flush();
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
  return { sync, stall: longest };
}

const result = await { calls, throughput, stall }[what]();
process.stdout.write(JSON.stringify(result), () => process.exit());

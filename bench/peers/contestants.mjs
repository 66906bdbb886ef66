// Who is measured: each starts a client of its own kind. `track` takes an event's own properties,
// `flush` resolves when all that was tracked is delivered. This file stands beside the packages that
// the bench installs here, so that its imports find them.
import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const context = { tenant_id: "t_42", product: "cost", app_version: "1.4.2" };
const groups = { tenant: "t_42" };
const event = "cost.anomaly.snoozed";
const NOW = new Date().toISOString();
const ID = randomUUID();

/** The least that anybody could do: push what JSON.stringify says, and send it in batches of 500. */
function startFloor({ url }) {
  const queue = [];
  const underWay = new Set();
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const zip = promisify(gzip);
  const post = async (events) => {
    const body = await zip(`{"api_key":"phc","batch":[${events.join()}]}`, { level: 1 });
    await new Promise((resolve, reject) => {
      const sent = request(`${url}/batch/`, { method: "POST", agent }, (reply) =>
        reply.resume().on("end", resolve),
      );
      sent.on("error", reject).end(body);
    });
  };
  const send = () => {
    const sent = post(queue.splice(0, 500))
      .catch(() => {})
      .finally(() => underWay.delete(sent));
    underWay.add(sent);
    return sent;
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
        JSON.stringify({ event, distinct_id: "u_7", properties, timestamp: NOW, uuid: ID }),
      );
    },
    /** A batch, if there is one and a connection is free; nobody waits for it. */
    deliver() {
      if (queue.length >= 500 && underWay.size < 4) send();
    },
    async flush() {
      while (queue.length || underWay.size)
        if (queue.length && underWay.size < 4) send();
        else await Promise.race(underWay);
    },
  };
}

async function startOurs({ code, url }) {
  const { createTracker } = await import(code);
  const tracker = createTracker({
    api_key: "phc",
    host: url,
    context: { app_version: "1.4.2" },
    onError() {},
  });
  const { track } = tracker.forTenant("t_42").forPerson("u_7");
  return {
    track: (own) => track.cost.anomaly.snoozed(own),
    flush: () => tracker.flush({ timeout: 60_000 }),
  };
}

async function startPostHog({ url }) {
  const { PostHog } = await import("posthog-node");
  // Its own bound of 10,000 events would lose what the others keep.
  const posthog = new PostHog("phc", { host: url, maxQueueSize: 1_000_000 });
  const distinctId = "u_7";
  return {
    track: (own) =>
      posthog.capture({ distinctId, event, properties: { ...own, ...context }, groups }),
    flush: () => posthog.flush(),
  };
}

/** Counts down what the client has been given and has not called back for. */
function createTally() {
  let waiting = 0;
  let done = () => {};
  return {
    add: () => waiting++,
    settle() {
      if (--waiting === 0) done();
    },
    empty: () =>
      new Promise((resolve) => {
        done = resolve;
        if (waiting === 0) resolve();
      }),
  };
}

async function startSegment({ url }) {
  const { Analytics } = await import("@segment/analytics-node");
  // Its `flush` waits 10 s when a batch is under way: batches of 100 close by count instead, and each
  // event's callback tells when it is delivered.
  const analytics = new Analytics({ writeKey: "k", host: url, flushAt: 100 });
  analytics.on("error", () => {});
  const tally = createTally();
  return {
    track(own) {
      tally.add();
      const properties = { ...own, ...context };
      analytics.track({ userId: "u_7", event, properties, context: { groupId: "t_42" } }, () =>
        tally.settle(),
      );
    },
    flush: () => tally.empty(),
  };
}

async function startRudder({ url }) {
  const { default: Analytics } = await import("@rudderstack/rudder-sdk-node");
  const analytics = new Analytics("k", {
    dataPlaneUrl: url,
    errorHandler: () => {},
    logLevel: "error",
  });
  const tally = createTally();
  return {
    track(own) {
      tally.add();
      const properties = { ...own, ...context };
      analytics.track({ userId: "u_7", event, properties, context: { groupId: "t_42" } }, () =>
        tally.settle(),
      );
    },
    async flush() {
      // It sends one batch a call.
      while (analytics.queue.length) await analytics.flush();
      await tally.empty();
    },
  };
}

/** Name → how it is started. */
export const CONTESTANTS = {
  ours: startOurs,
  posthog: startPostHog,
  segment: startSegment,
  rudder: startRudder,
  floor: startFloor,
};

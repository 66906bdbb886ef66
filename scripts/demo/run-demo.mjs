// The demo's course: compile, start the endpoint, let three runtimes work, and look at what arrived.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { useBots } from "./bots.mjs";
import { loadServices } from "./bundle.mjs";
import { checkAgainstPlan, findRaw } from "./checks.mjs";
import { compile } from "./compile.mjs";
import { startEndpoint } from "./endpoint.mjs";
import { photograph, startLive, verdictOf } from "./live.mjs";
import { missingFromPages, usePages } from "./pages.mjs";
import { acme, acmeAsks, acmeConnects, rawValues, tellStory } from "./story.mjs";
import { refuseWrongCalls } from "./wrong-calls.mjs";

const hashKey = { id: "demo", secret: "a demonstration needs no secret that anybody must keep" };

/** Runs everything; `say` is told what is done. Answers with the facts that the report shows. */
export async function runDemo({ wantsChromium, picture, say }) {
  const folder = mkdtempSync(join(tmpdir(), "dd0c-demo-"));
  const endpoint = await startEndpoint();
  let live;
  try {
    const compiled = await compile();
    say.compiled(compiled);
    live = await startLive(compiled.plan, endpoint.url);
    say.listening(live, endpoint);

    const services = await loadServices(folder);
    const tracking = {
      api_key: "phc_demo",
      host: live.url,
      hashKey,
      context: { app_version: "2.14.0" },
      onError: () => {},
    };
    const trackers = services.createTrackers(tracking);
    const lambda = serve(services.createHandler(trackers));

    await tellStory(lambda.call);
    const pages = await usePages({
      endpoint: { ...endpoint, url: live.url },
      wantsChromium,
      async api(path, body) {
        const answer = await lambda.call(path, body);
        await acmeConnects(lambda.call, answer.user_id);
        return answer;
      },
    });
    await acmeAsks(lambda.call);
    say.lambda(lambda);
    const bots = await useBots(services, tracking);
    say.slack(bots);
    say.browser(pages);

    const refusals = await tryAtRunTime({ services, trackers, tracking });
    const compiler = await refuseWrongCalls();
    await Promise.all(Object.values(trackers).map((tracker) => tracker.shutdown()));
    await live.drain();

    const { unreadable } = endpoint;
    // What comes after this was sent around the clients.
    const [events, bodies] = [[...endpoint.events], [...endpoint.bodies]];
    const verdict = verdictOf(live);
    const planted = await live.plantFaults();
    const raw = rawValues();
    const facts = {
      compiled,
      pages: { ...pages, lost: missingFromPages(events) },
      lambda: { calls: lambda.calls },
      table: productsByStage(compiled.plan, events),
      bots,
      events,
      unreadable,
      refusals: [
        ...refusals.map((refusal) => ({
          ...refusal,
          count: findRaw(bodies, refusal.mustNotArrive ?? []).length > 0 ? 0 : refusal.count,
        })),
        {
          tried: "an e-mail address, in a browser",
          became: "removed, the event went without",
          counter: "pii_dropped",
          count: pages.stats?.pii_dropped ?? 0,
        },
        ...policies(trackers),
      ],
      compiler,
      wire: {
        requests: bodies.length,
        bytes: bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0),
        searched: raw.length,
        found: findRaw(bodies, raw),
        // The same search, for something that is there: a search that finds nothing ever proves nothing.
        control: findRaw(bodies, [acme.tenant_id]).length === 1,
      },
      check: await checkAgainstPlan(events, compiled.bundle),
      live: {
        ...verdict,
        planted,
        picture: wantsChromium && picture ? await photograph(live, picture) : null,
      },
    };
    return { ...facts, failures: failuresOf(facts) };
  } finally {
    await live?.stop();
    await endpoint.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that makes the demo fail, in sentences. */
function failuresOf({ pages, unreadable, table, wire, check, refusals, bots, live, events }) {
  const { counts, wrong, planted } = live;
  const unfound = planted.filter(({ isFound }) => !isFound);
  const empty = table.flatMap(({ product, counts }) => (counts.includes(0) ? [product] : []));
  const silent = refusals.filter(({ count }) => count < 1);
  return [
    ...pages.failures.map((message) => `A page threw an error: ${message}`),
    ...pages.lost.map((event) => `An event of a browser page did not arrive: ${event}.`),
    ...(unreadable.length > 0 ? [`${unreadable.length} requests could not be read.`] : []),
    ...(empty.length > 0 ? [`Stages without an event in ${empty.join(", ")}.`] : []),
    ...(wire.found.length > 0 ? [`${wire.found.length} raw values were found on the wire.`] : []),
    ...(wire.control ? [] : ["The search for raw values finds not even what is there."]),
    ...(check.wrong.length > 0 ? [`${check.wrong.length} kinds of deviation from the plan.`] : []),
    ...silent.map(({ tried }) => `Nothing shows that this was refused: ${tried}.`),
    ...wrong.map((what) => `The live check found a fault: ${what}`),
    ...(counts.events + counts.repeated === events.length
      ? []
      : [`The live check saw ${counts.events} events, and ${events.length} arrived behind it.`]),
    ...unfound.map(({ code }) => `The live check did not find what was planted: ${code}.`),
    ...(bots.stats.some(({ accepted, sent }) => accepted !== sent) ? ["A bot lost events."] : []),
  ];
}

/** Calls the Lambda handler as API Gateway would, and refuses to go on when it does. */
function serve(handler) {
  const lambda = {
    calls: 0,
    async call(path, body) {
      lambda.calls++;
      const { statusCode, body: answer } = await handler({
        rawPath: path,
        body: JSON.stringify(body),
      });
      if (statusCode >= 300)
        throw new Error(`The Lambda service answered ${statusCode} to ${path}.`);
      return JSON.parse(answer);
    },
  };
  return lambda;
}

/** Product → stage → how many events, for every pair that the plan knows. */
function productsByStage({ products, stages, events: planned }, events) {
  const stageOf = new Map(
    planned.flatMap(({ name, products, stage }) => products.map((it) => [`${it} ${name}`, stage])),
  );
  return products.map(({ name: product }) => ({
    product,
    counts: stages.map(
      ({ name: stage }) =>
        events.filter(
          ({ event, properties }) =>
            properties.product === product && stageOf.get(`${product} ${event}`) === stage,
        ).length,
    ),
  }));
}

/** What careless code does in spite of the types, and what becomes of it. */
async function tryAtRunTime({ services, trackers, tracking }) {
  const { cost } = trackers;
  const digest = { surface: "email", anomalies_listed: 0 };
  const forged = { ...digest, tenant_id: "tn_somebody_else", product: "route" };
  cost.forTenant(acme.tenant_id).track.cost.digest.sent(forged);
  cost.track.cost.digest.sent(digest, {});
  await cost.flush();

  const keyless = services.createCostTracker({ ...tracking, hashKey: undefined });
  const signup = {
    user_email: acme.email,
    signup_method: "email",
    acquisition_channel: "direct",
    is_invited: false,
  };
  keyless.forTenant(acme.tenant_id).track.account.signup.completed(signup);
  await keyless.shutdown();

  return [
    {
      tried: "a forged tenant_id and product",
      became: `sent as what it is: ${acme.tenant_id}, cost`,
      counter: "",
      count: 1,
      mustNotArrive: ["tn_somebody_else"],
    },
    {
      tried: "an event without a tenant",
      became: "dropped",
      counter: "dropped.missing_context",
      count: cost.stats().dropped.missing_context ?? 0,
    },
    {
      tried: "an e-mail address, on a keyless server",
      became: "removed, the event went without",
      counter: "pii_dropped",
      count: keyless.stats().pii_dropped,
    },
  ];
}

/** What the plan's own sampling kept back. */
function policies({ cost, route }) {
  const sampled = [cost, route].reduce(
    (sum, tracker) => sum + (tracker.stats().dropped.sampled ?? 0),
    0,
  );
  return [
    {
      tried: "all CloudTrail records, all LLM requests",
      became: "sampled to 1 % and 5 %, as planned",
      counter: "dropped.sampled",
      count: sampled,
    },
  ];
}

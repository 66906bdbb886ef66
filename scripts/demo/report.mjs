// The demo's facts as a page of text: 100 columns, to be read from top to bottom in half a minute.

import { relative } from "node:path";
import { bar, padEnd, padStart, widthOf, wrap } from "./paint.mjs";
import { acme } from "./story.mjs";

const WIDTH = 100;
const stageTitles = {
  signup: "Signup",
  connect: "Connect",
  first_value: "First value",
  habit: "Habit",
  upgrade: "Upgrade",
};

/** The lines that are printed while the demo works. */
export function progress(paint, print) {
  const done = (what, text, rest = "") =>
    print(
      `  ${paint.good("✓")} ${padEnd(paint.bold(what), 10)}${text}${rest && paint.dim(`  ${rest}`)}`,
    );
  return {
    begin: () => {
      print("");
      print(
        `  ${paint.bold("dd0c/track")}  ${paint.dim("one plan, typed clients, and what arrives on the wire")}`,
      );
      print("");
    },
    compiled({ plan, clients, ms, isCommitted }) {
      const { version, events, products, runtimes } = plan;
      const names = new Set(events.map(({ name }) => name));
      const counts = `${names.size} events, ${products.length} products, ${runtimes.length} runtimes`;
      done(
        "Plan",
        `dd0c ${version}: ${counts} in ${Math.round(ms)} ms`,
        `${clients} typed clients`,
      );
      if (!isCommitted)
        print(paint.dim("              packages/events differs from it: npm run generate"));
    },
    listening({ url }, behind) {
      done("Live", `dd0c-track dev at ${url}`, "this machine only");
      done("PostHog", `a stand-in at ${behind.url}`, "behind it, with --forward");
    },
    lambda: ({ calls }) =>
      done("Lambda", `${calls} invocations`, "six typed trackers, straight to PostHog's HTTP API"),
    slack: ({ commands, clicks }) =>
      done(
        "Slack",
        `${commands} commands, ${clicks} button clicks`,
        "two real Bolt apps, middleware included",
      ),
    browser({ browser, isReal, clicks, missing }) {
      const rest = isReal ? "real posthog-js, and a page without it" : "";
      done("Browser", `${browser}, ${clicks} clicks on three pages`, rest);
      if (!isReal) print(paint.raw(`              ${notReal(missing)}`));
    },
  };
}

function notReal(missing) {
  if (!missing) return "jsdom is no browser: leave --no-browser out for a real one";
  return `jsdom is no browser. For a real one: ${missing}`;
}

/** Everything else, once all has arrived. */
export function report(facts, paint, seconds) {
  return [
    "",
    ...arrived(facts, paint),
    ...samples(facts, paint),
    ...privacy(facts, paint),
    ...refused(facts, paint),
    ...judged(facts, paint),
    ...lived(facts, paint),
    ending(facts, paint, seconds),
    "",
  ];
}

/** A path as the reader needs it: short where it is below here. */
function shownPath(path) {
  const way = relative(process.cwd(), path);
  return way.startsWith("..") ? path : way;
}

/** What the live check made of it, and of what was sent around the clients. */
function lived({ live: { counts, wrong, planted, picture, coverage } }, paint) {
  const again = counts.repeated > 0 ? `, ${counts.repeated} that came again` : "";
  const ours = `${counts.events + counts.repeated} events: ${counts.good} as planned, ${counts.posthog} of PostHog's own${again}`;
  const found = planted.filter(({ isFound }) => isFound);
  const isGood = wrong.length === 0 && found.length === planted.length;
  const codes = planted.map(({ code, isFound }) => (isFound ? code : paint.bad(code)));
  return [
    heading(paint, "Live check", "the same events, as they passed through dd0c-track dev"),
    "",
    `  ${isGood ? paint.good("✓") : paint.bad("✗")} ${paint.bold(ours)}`,
    paint.dim(
      `    ${coverage.eventsSeen} of ${coverage.events} events seen, not counting those that are deprecated`,
    ),
    `  ${found.length === planted.length ? paint.good("✓") : paint.bad("✗")} ${paint.bold(`${planted.length} faults planted past the clients, each found under its own code`)}`,
    ...wrap(codes, WIDTH - 4).map((line) => `    ${paint.dim(line)}`),
    ...(picture ? ["", `  The live page as it was: ${paint.name(shownPath(picture))}`] : []),
    `  Your own: ${paint.bold("npx dd0c-track dev")}`,
    "",
  ];
}

function heading(paint, title, rest = "") {
  return `  ${paint.bold(title.toUpperCase())}${rest && `  ${paint.dim(rest)}`}`;
}

function arrived({ table, compiled, check, events }, paint) {
  const { stages } = compiled.plan;
  const column = 17;
  const most = stages.map((_, at) => Math.max(...table.map(({ counts }) => counts[at])));
  const titles = stages.map(({ name }, at) =>
    padEnd(paint.stages[at % 5](stageTitles[name] ?? name), column),
  );
  const cell = (count, at) =>
    `${padStart(count ? String(count) : paint.dim("·"), 3)} ${padEnd(paint.stages[at % 5](bar(count, most[at], column - 6)), column - 4)}`;
  const sums = stages.map((_, at) => table.reduce((sum, { counts }) => sum + counts[at], 0));
  return [
    heading(
      paint,
      "What arrived",
      `${check.checked} planned events and ${events.length - check.checked} of PostHog's own`,
    ),
    "",
    `  ${padEnd("", 9)}${titles.join("")}`.trimEnd(),
    ...table.map(({ product, counts }) =>
      `  ${padEnd(paint.bold(product), 9)}${counts.map(cell).join("")}`.trimEnd(),
    ),
    `  ${padEnd("", 9)}${sums.map((sum) => padEnd(paint.dim(padStart(String(sum), 3)), column)).join("")}`.trimEnd(),
    "",
  ];
}

const shown = [
  ["account.signup.completed", "node"],
  ["cost.anomaly.alerted", "node"],
  ["slack.command.used", "slack"],
  ["portal.service.claimed", "browser"],
];

function samples({ events }, paint) {
  const lines = shown.flatMap(([name, runtime]) => {
    const found = events.filter(
      ({ event, properties }) => event === name && properties.runtime === runtime,
    );
    const event =
      found.find(({ properties }) => properties.tenant_id === acme.tenant_id) ?? found[0];
    return event ? sample(event, paint) : [];
  });
  return [heading(paint, "Four of them, as they arrived"), "", ...lines];
}

/** One event: what it is, and its properties; what posthog-js adds of its own is only counted. */
function sample({ event, properties, timestamp, distinct_id }, paint) {
  const {
    product,
    runtime,
    tenant_id,
    $groups,
    app_version,
    token,
    distinct_id: person,
    ...rest
  } = properties;
  const own = Object.entries(rest).filter(([key]) => !key.startsWith("$"));
  const others = Object.keys(rest).length - own.length;
  const about = paint.dim(`${timestamp.slice(11, 23)}Z`);
  const head = `  ${paint.name(event)}`;
  const pair = (key, value) => `${paint.key(key)} ${value}`;
  const words = [
    pair("product", product),
    pair("runtime", runtime),
    pair("tenant_id", tenant_id),
    pair("$groups", JSON.stringify($groups)),
    pair("distinct_id", short(distinct_id ?? person)),
    ...own.map(([key, value]) =>
      pair(key, typeof value === "object" ? JSON.stringify(value) : paintValue(value, paint)),
    ),
    paint.dim(`+ ${others} of PostHog's own`),
  ];
  return [
    `${head}${padStart(about, WIDTH - widthOf(head))}`,
    ...wrap(words, WIDTH - 4).map((line) => `    ${line}`),
    "",
  ];
}

function paintValue(value, paint) {
  return /^h1_/.test(value) ? paint.hash(short(value)) : String(value);
}

/** A hash or an id, as much of it as tells it from others. */
function short(text) {
  return /^h1_/.test(text) ? `${text.slice(0, 16)}…` : text;
}

/** What the code passed, beside what arrived for it. */
const hashed = [
  ["account.signup.completed", "user_email", acme.email],
  ["account.aws.connected", "cloud_account_id", acme.aws],
  ["run.execution.approval_granted", "approver_id", acme.slack.approver],
];

function privacy({ events, wire }, paint) {
  const lines = hashed.map(([name, property, raw]) => {
    const found = events.find(
      ({ event, properties }) =>
        event === name && properties.tenant_id === acme.tenant_id && properties[property],
    );
    const value = found?.properties[property] ?? "(did not arrive)";
    return `  ${padEnd(paint.dim(name), 33)}${padEnd(paint.key(property), 18)}${padEnd(paint.raw(raw), 17)}→  ${paint.hash(`${value.slice(0, 24)}…`)}`;
  });
  const kB = (wire.bytes / 1000).toFixed(0);
  const searched = `${wire.searched} raw values looked for in ${wire.requests} requests (${kB} kB, unzipped)`;
  const verdict =
    wire.found.length === 0
      ? `  ${paint.good("✓")} ${paint.bold("Nothing raw found on the wire")}  ${paint.dim(searched)}`
      : `  ${paint.bad("✗")} ${paint.bold(`${wire.found.length} raw values found on the wire`)}: ${wire.found.slice(0, 3).join(", ")}`;
  return [
    heading(paint, "Personal data", "what the code passed → what arrived"),
    "",
    ...lines,
    "",
    verdict,
    "",
  ];
}

function refused({ compiler, refusals }, paint) {
  const calls = compiler.refused.flatMap(({ call, column, length, message }) => [
    `  ${call.slice(0, column)}${paint.bad(call.slice(column, column + length))}${call.slice(column + length)}`,
    `  ${" ".repeat(column)}${paint.bad("~".repeat(length))}`,
    ...wrap(brief(message).split(" "), WIDTH - 4, " ").map((line) => `    ${line}`),
    "",
  ]);
  const tries = refusals.map(({ tried, became, counter, count }) =>
    `  ${padEnd(tried, 42)}${padEnd(became, 38)}${padStart(counter ? paint.dim(`${counter.replace("dropped.", "")} ${count}`) : "", 0)}`.trimEnd(),
  );
  return [
    heading(paint, "Refused before it runs", `by TypeScript ${compiler.version}, in its own words`),
    "",
    ...calls,
    heading(paint, "Refused while it runs", "and counted in tracker.stats()"),
    "",
    ...tries,
    "",
  ];
}

/** TypeScript prints whole types; their middles say nothing here. */
function brief(message) {
  return message.replace(/'\{ (\w+).{60,}?'\. Did/, "'{ $1 … }'. Did");
}

function judged({ check, unreadable }, paint) {
  const own = Object.entries(check.theirs)
    .map(([name, count]) => `${name} ${count}`)
    .join("  ");
  const isGood = check.wrong.length === 0 && unreadable.length === 0;
  const measure = "the plan's JSON Schemas";
  const verdict = isGood
    ? `  ${paint.good("✓")} ${paint.bold(`All ${check.checked} planned events match ${measure}`)}`
    : `  ${paint.bad("✗")} ${paint.bold("Not as planned")}`;
  return [
    verdict,
    ...check.wrong
      .slice(0, 12)
      .map(({ what, times }) => `    ${what}${times > 1 ? paint.dim(` (${times} times)`) : ""}`),
    paint.dim(`    PostHog's own: ${own}`),
    "",
  ];
}

function ending({ failures }, paint, seconds) {
  if (failures.length === 0)
    return `  ${paint.good("✓")} ${paint.bold(`Done in ${seconds.toFixed(1)} s.`)} ${paint.dim("Nothing is left running.")}`;
  return failures.map((failure) => `  ${paint.bad("✗")} ${failure}`).join("\n");
}

// What the pages do not show: cases at a rule's edge, and what must not be reported.
import { describe, expect, test } from "vitest";
import { exampleFiles, runExample } from "./testing/run-example.js";

const shop = `// plan.yaml
// products: { cost: {} }
// context:
//   tenant_id: { from: caller, group: tenant }
//   product: { from: client }
// groups: { tenant: {} }
// events:
//   order_paid:
//     description: Money arrived.
//     properties:
//       amount: { type: number, required: always, description: How much. }
//       coupon: { type: string, description: The coupon. }
//       email: { type: string, pii: email, description: The address. }
//       note: { type: string, pii: free_text, description: What they wrote. }
//       outcome: { type: enum, values: [good, bad], description: How it went. }
//       reason: { type: string, required: { when: { outcome: bad } }, description: Why. }
//   order_sent:
//     description: The parcel left.
// src/example.js
`;
const raw = `${shop}import posthog from "posthog-js";\n`;
const typed = `${shop}import { createTracker } from "@dd0c/track-events/cost/browser";\nconst tracker = createTracker({});\nconst { track } = tracker.forTenant("tn_1");\n`;
const server = `${shop}import { createTracker } from "@dd0c/track-events/cost/node";\nconst tracker = createTracker({});\n`;

const codes = (text: string, isWhole = false): readonly string[] =>
  runExample(exampleFiles(text), { isWhole }).map(({ code, severity }) =>
    severity === "error" ? code : `${code} (${severity})`,
  );

/** What is found beside the calls on the SDK itself, which every raw example has. */
const beside = (text: string): readonly string[] =>
  codes(raw + text).filter((code) => code !== "untyped-capture");

describe("properties", () => {
  test.each([
    ["posthog's own keys", 'posthog.capture("order_paid", { amount: 1, $set: { plan: 1 } });', []],
    [
      "a misspelt key",
      'posthog.capture("order_paid", { amount: 1, coupn: "x" });',
      ["property-outside-plan"],
    ],
    [
      "a conditional key is not always there",
      'export const a = (b) => posthog.capture("order_paid", { ...(b ? { amount: 1 } : {}) });',
      ["missing-required-property"],
    ],
    [
      "what is required only then",
      'posthog.capture("order_paid", { amount: 1, outcome: "bad" });',
      ["missing-required-property"],
    ],
    [
      "what is not required then",
      'posthog.capture("order_paid", { amount: 1, outcome: "good" });',
      [],
    ],
    [
      "a value that may be anything",
      'export const a = (b) => posthog.capture("order_paid", { amount: 1, outcome: b.outcome, reason: "x" });',
      [],
    ],
    [
      "one branch outside the list",
      'export const a = (b) => posthog.capture("order_paid", { amount: 1, outcome: b ? "good" : "fine" });',
      ["value-outside-enum"],
    ],
    [
      "a spread whose keys are known",
      'const paid = { amount: 1 };\nposthog.capture("order_paid", { ...paid });',
      [],
    ],
    [
      "a spread that hides its keys",
      'export const a = (b) => posthog.capture("order_paid", { amount: 1, ...b });',
      ["unknown-spread (warning)"],
    ],
    ["no object at all", 'posthog.capture("order_sent");', []],
    [
      "two events at once, and one key",
      'export const a = (b) => posthog.capture(b ? "order_paid" : "order_sent", { amount: 1 });',
      [],
    ],
    ["posthog's own event", 'posthog.capture("$pageview", { anything: 1 });', []],
  ])("%s", (_, text, wanted) => {
    expect(beside(`${text}\n`)).toEqual(wanted);
  });
});

describe("privacy", () => {
  test.each([
    [
      "a class of the plan, sent beside the client that would hash it",
      'export const a = (user) => posthog.capture("order_paid", { amount: 1, email: user.email });',
      ["pii-passed-raw"],
    ],
    [
      "hashed by hand on the way",
      'import { sha256 } from "./h";\nexport const a = (user) => posthog.capture("order_paid", { amount: 1, email: sha256(user.email) });',
      [],
    ],
    [
      "an address into a harmless property",
      'export const a = (user) => posthog.capture("order_paid", { amount: 1, coupon: user.email });',
      ["pii-passed-raw"],
    ],
    [
      "a variable that was an address",
      'export const a = (user) => { const { email } = user; posthog.capture("order_paid", { amount: 1, coupon: email }); };',
      ["pii-passed-raw"],
    ],
    [
      "a count of addresses",
      'export const a = (user) => posthog.capture("order_paid", { amount: user.emails.length });',
      [],
    ],
    [
      "whether there is one",
      'export const a = (user) => posthog.capture("order_paid", { amount: 1, coupon: !!user.email });',
      [],
    ],
    [
      "a key that the plan does not know",
      'export const a = (user) => posthog.capture("order_paid", { amount: 1, phone: user.p });',
      ["property-outside-plan", "pii-passed-raw"],
    ],
    [
      "the path of an address alone",
      'posthog.capture("order_paid", { amount: 1, coupon: location.pathname });',
      [],
    ],
    [
      "a whole address inside a text",
      'posthog.capture("order_paid", { amount: 1, coupon: "at " + location.href });',
      ["raw-url"],
    ],
    [
      "a message of an error",
      'export const a = (error) => posthog.capture("order_paid", { amount: 1, coupon: error.code });',
      [],
    ],
    [
      "an error as it is",
      'export const a = (error) => posthog.capture("order_paid", { amount: 1, coupon: error });',
      ["error-or-request-object (warning)"],
    ],
  ])("%s", (_, text, wanted) => {
    expect(beside(`${text}\n`)).toEqual(wanted);
  });

  test("a person's id that is an address", () => {
    const text = `${shop}import { PostHog } from "posthog-node";\nconst client = new PostHog("phc");\nexport const a = (user) => client.capture({ distinctId: user.email, event: "order_sent" });\n`;
    expect(codes(text)).toEqual(["untyped-capture", "pii-passed-raw"]);
  });

  test("through the typed client the plan's decision holds", () => {
    const text =
      'export const a = (user, event) => track("order_paid")({ amount: 1, email: user.email, note: event.target.value });\n';
    expect(codes(typed + text)).toEqual([]);
  });
});

describe("context", () => {
  test.each([
    [
      "a property, through a spread that is known",
      'const more = { tenant_id: "x" };\ntrack("order_sent")({ ...more });\n',
      ["forged-context"],
    ],
    ["a super-property", 'tracker.register({ product: "cost" });\n', ["forged-context"]],
    ["nothing of the kind", 'track("order_sent")();\n', []],
  ])("forged: %s", (_, text, wanted) => {
    expect(codes(typed + text)).toEqual(wanted);
  });

  test("a comment cannot silence it", () => {
    const text =
      '// dd0c-ignore-next-line C201: we know better\ntrack("order_sent")({ tenant_id: "x" });\n';
    expect([...codes(typed + text)].sort()).toEqual(["forged-context", "locked-rule-suppressed"]);
  });

  test.each([
    ["the query", "req.query.tenant", ["tenant-from-untrusted-input"]],
    ["a header", 'req.headers["x-tenant"]', ["tenant-from-untrusted-input"]],
    ["a text made of the body", "String(req.body.tenant)", ["tenant-from-untrusted-input"]],
    ["the session", "req.session.tenant", []],
    ["what a guard has put there", "req.user.tenant", []],
  ])("a tenant from %s", (_, source, wanted) => {
    const text = `export const a = (req) => tracker.forTenant(${source}).track("order_sent")();\n`;
    expect(codes(server + text)).toEqual(wanted);
  });

  test("in a browser anybody is their own tenant", () => {
    const text =
      'export const a = (req) => tracker.forTenant(req.query.tenant).track("order_sent")();\n';
    expect(codes(typed + text)).toEqual([]);
  });
});

describe("completeness", () => {
  test("what another name may be is not called dead", () => {
    const text = `${raw}posthog.capture("order_" + location.hash);\n`;
    expect(codes(text, true)).not.toContain("planned-event-never-emitted (warning)");
  });

  test("tests send nothing that anybody analyses, and are not held to the plan", () => {
    const text = raw.replace("src/example.js", "src/example.test.js");
    expect(codes(`${text}posthog.capture("anything");\n`)).toEqual([]);
  });
});

test.each([
  ["a host, which every SDK is started with", "https://eu.i.posthog.com", []],
  ["where batches are sent", "https://eu.i.posthog.com/batch/", ["untyped-capture (warning)"]],
  ["the capture endpoint", "https://app.posthog.com/capture/?ip=1", ["untyped-capture (warning)"]],
  ["PostHog's website", "https://posthog.com/docs/capture-events", []],
])("an address: %s", (_, url, wanted) => {
  expect(codes(`${shop}export const a = () => fetch("${url}");\n`)).toEqual(wanted);
});

test("an object that two calls share is judged once", () => {
  const text =
    'const more = { amount: 1, copon: "x" };\nposthog.capture("order_paid", more);\nposthog.capture("order_paid", more);\n';
  expect(beside(text)).toEqual(["property-outside-plan"]);
});

test.each([
  [
    "the same each time",
    'for (const _ of list) track("order_sent")();',
    ["emission-in-render-or-loop (warning)"],
  ],
  [
    "one for each thing that happened",
    'for (const it of list) track("order_paid")({ amount: it.amount });',
    [],
  ],
])("in a loop: %s", (_, text, wanted) => {
  expect(codes(`${typed}export const a = (list) => { ${text} };\n`)).toEqual(wanted);
});

test("a typed client handed on by the type of what makes it is found", () => {
  const makes = `// src/trackers.ts\nimport { createTracker } from "@dd0c/track-events/cost/node";\nexport type Trackers = ReturnType<typeof createTrackers>;\nexport const createTrackers = () => ({ cost: createTracker({}) });\n`;
  const uses = `// src/route.ts\nimport type { Trackers } from "./trackers.js";\nexport function route(trackers: Trackers, request: { amount: number }) {\n  trackers.cost.forTenant("tn_1").track("order_paid")(request);\n  trackers.cost.forTenant("tn_1").track("order_lost")({});\n}\n`;
  const plan = shop.replace("// src/example.js\n", "");
  expect(codes(plan + makes + uses)).toEqual(["event-outside-plan"]);
});

test("look-alikes that reach no SDK are no findings", () => {
  const text = `${shop}export const log = { capture(name) { console.log(name); }, track() {} };\nlog.capture("order_lost");\nlog.track("x");\n`;
  expect(codes(text)).toEqual([]);
});

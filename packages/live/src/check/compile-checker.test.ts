import { describe, expect, test } from "vitest";
import { orderPaid, shopPlan } from "../../tests/shop-plan.js";
import { parseCapture } from "../endpoint/parse-capture.js";
import { compileChecker } from "./compile-checker.js";
import type { LiveCode } from "./live-pages.js";
import { livePages } from "./live-pages.js";

const now = Date.parse("2026-11-02T09:30:00Z");
const checker = compileChecker(shopPlan());
const seen = new Set<string>();

function check(body: unknown) {
  const [event] = parseCapture({ api_key: "phc_test", batch: [body] }, 100, "/batch");
  if (event === undefined) throw new Error("no event");
  const { violations } = checker.check(event, now);
  for (const { code } of violations) seen.add(code);
  return violations;
}

const codesOf = (body: unknown) =>
  check(body).map(({ code, path }) => (path === "" ? code : `${code} ${path}`));

const hash = "h1_k1_Zt9fQ2mX7bJcR4sLw8vNaA";

describe("right events have no finding", () => {
  test.each([
    ["plain", orderPaid()],
    [
      "all of it",
      orderPaid({ buyer: hash, method: "card", card_brand: "visa", title: "Two shelves" }),
    ],
    [
      "PostHog's own properties beside the plan's",
      orderPaid({ $lib: "posthog-node", $ip: null, utm_source: "x", token: "phc_test" }),
    ],
    ["groups that agree", orderPaid({ $groups: { tenant: "t_1" } })],
    [
      "a page view",
      {
        event: "$pageview",
        distinct_id: "usr_1",
        properties: { $current_url: "https://x.example/a?b=c" },
      },
    ],
    [
      "traits",
      {
        event: "$identify",
        distinct_id: "usr_1",
        properties: { $set: { user_email: hash, $browser: "x" } },
      },
    ],
    [
      "a group's traits",
      {
        event: "$groupidentify",
        distinct_id: "$tenant_t_1",
        properties: { $group_type: "tenant", $group_key: "t_1", $group_set: { tier: "pro" } },
      },
    ],
    ["an SSH address, which is nobody's", orderPaid({ title: "git@github.com:org/repo" })],
  ])("%s", (_, event) => {
    expect(codesOf(event)).toEqual([]);
  });
});

describe("each fault has its own code", () => {
  test.each<[LiveCode, unknown, string]>([
    ["unknown-event", { ...orderPaid(), event: "order_payed" }, ""],
    ["wrong-product", { ...orderPaid({ product: "route" }), event: "page_seen" }, "skip"],
    [
      "wrong-runtime",
      {
        event: "order_refunded",
        distinct_id: "u",
        properties: { tenant_id: "t_1", product: "web", runtime: "browser" },
      },
      "runtime",
    ],
    [
      "deprecated-event-sent",
      {
        event: "order_refunded",
        distinct_id: "u",
        properties: { tenant_id: "t_1", product: "web", runtime: "node" },
      },
      "",
    ],
    [
      "expired-event",
      {
        event: "desk_opened",
        distinct_id: "u",
        properties: { tenant_id: "t_1", product: "web", runtime: "node" },
      },
      "",
    ],
    ["missing-property", orderPaid({ method: "card" }), "card_brand"],
    ["wrong-type", orderPaid({ amount: "12" }), "amount"],
    ["unplanned-value", orderPaid({ amount: -1 }), "amount"],
    ["unplanned-value", orderPaid({ method: "slipp" }), "method"],
    ["unplanned-property", orderPaid({ amout: 1 }), "amout"],
    [
      "deprecated-property-sent",
      {
        event: "desk_opened",
        distinct_id: "u",
        properties: { tenant_id: "t_1", product: "web", runtime: "node", old: true },
      },
      "old",
    ],
    ["personal-data-in-clear", orderPaid({ title: "for ada@example.com" }), "title"],
    [
      "personal-data-in-clear",
      {
        event: "$pageview",
        distinct_id: "u",
        properties: { $current_url: "https://x.example/?mail=ada%40example.com" },
      },
      "$current_url",
    ],
    ["not-hashed", orderPaid({ buyer: "ada@example.com" }), "buyer"],
    [
      "not-hashed",
      {
        event: "$identify",
        distinct_id: "u",
        properties: { $set: { user_email: "ada@example.com" } },
      },
      "$set.user_email",
    ],
    ["not-dropped", orderPaid({ note: "call me" }), "note"],
    ["raw-distinct-id", orderPaid({}, { distinct_id: "ada@example.com" }), "distinct_id"],
    ["secret-in-clear", orderPaid({ title: "key AKIAABCDEFGHIJKLMNOP" }), "title"],
    ["missing-context", orderPaid({ tenant_id: undefined }), "tenant_id"],
    ["wrong-context", orderPaid({ tenant_id: "ACME" }), "tenant_id"],
    ["wrong-context", orderPaid({ product: "nope" }), "product"],
    ["contradictory-context", orderPaid({ $groups: { tenant: "t_2" } }), "tenant_id"],
    ["contradictory-context", orderPaid({ $lib: "web" }), "runtime"],
    ["contradictory-context", orderPaid({ timestamp: "2026-01-01T00:00:00Z" }), "timestamp"],
    ["shared-distinct-id", orderPaid({}, { distinct_id: "undefined" }), "distinct_id"],
    ["bad-timestamp", orderPaid({}, { timestamp: "2027-11-02T09:30:00Z" }), "timestamp"],
    ["bad-timestamp", orderPaid({}, { timestamp: "yesterday" }), "timestamp"],
  ])("%s", (code, event, path) => {
    if (path === "skip") return expect(codesOf(event)).toContain("wrong-context product");
    const clean = JSON.parse(JSON.stringify(event));
    expect(codesOf(clean)).toContain(path === "" ? code : `${code} ${path}`);
  });

  test("an event of a product that does not have it", () => {
    const plan = shopPlan();
    const own = {
      ...plan,
      events: plan.events.map((it) =>
        it.name === "page_seen" ? { ...it, products: ["web"] } : it,
      ),
    };
    const [event] = parseCapture(
      {
        api_key: "k",
        batch: [
          {
            ...orderPaid({ product: "desk", amount: undefined, page: "home" }),
            event: "page_seen",
          },
        ],
      },
      9,
      "/batch",
    );
    const found =
      event &&
      compileChecker(own).check(
        { ...event, properties: JSON.parse(JSON.stringify(event.properties)) },
        now,
      ).violations;
    expect(found?.map(({ code }) => code)).toEqual(["wrong-product"]);
    seen.add("wrong-product");
  });

  test("every page but those of requests and repetitions has been seen", () => {
    const unseen = Object.keys(livePages).filter((code) => !seen.has(code));
    expect(unseen).toEqual(["repeated-uuid", "refused-request"]);
  });
});

test("a finding says what, why and what to do, and points at the plan", () => {
  const [violation] = check(orderPaid({ method: "slipp" }));
  expect(violation).toMatchObject({
    code: "unplanned-value",
    severity: "error",
    message: '"method" is "slipp"; the plan says "card" | "cash" | "slip".',
    help: 'Did you mean "slip"?',
    subject: "events/order_paid/properties/method",
    span: { file: "plan.yaml" },
  });
  expect(check({ ...orderPaid(), event: "order_payed" })[0]?.help).toBe(
    'Did you mean "order_paid"?',
  );
});

test("no message says what must not be said", () => {
  const violations = [
    ...check(
      orderPaid({ buyer: "ada@example.com", note: "ada lives here", title: "ada@example.com" }),
    ),
    ...check(orderPaid({}, { distinct_id: "ada@example.com" })),
  ];
  expect(violations.length).toBeGreaterThan(3);
  expect(JSON.stringify(violations)).not.toMatch(/ada|example\.com/);
});

test("ids and names of pages are unique, and sorted", () => {
  const ids = Object.values(livePages).map(({ id }) => id);
  expect([...new Set(ids)].sort()).toEqual(ids);
  for (const { name, title, why, fix } of Object.values(livePages))
    expect([name, title.endsWith("."), why.endsWith("."), fix.endsWith(".")]).toEqual([
      name,
      false,
      true,
      true,
    ]);
});

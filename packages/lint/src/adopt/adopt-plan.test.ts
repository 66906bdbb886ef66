import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { compilePlan, memoryFiles } from "@dd0c/track-codegen";
import { afterAll, describe, expect, test } from "vitest";
import { analyse } from "../code.js";
import { adoptPlan } from "./adopt-plan.js";
import { conventionOf, nearDuplicates } from "./naming.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function adopted(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), "dd0c-adopt-"));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const plan = adoptPlan(analyse({ root }), { name: "shop", show: ({ file }) => file });
  const compiled = compilePlan("plan.yaml", memoryFiles({ "plan.yaml": plan.text })).plan;
  if (compiled === null) throw new Error(plan.text);
  const types = compiled.events.flatMap(({ name, properties }) =>
    properties.map((it) => {
      const values =
        it.type.kind === "enum" ? ` ${it.type.members.map(({ value }) => value).join("|")}` : "";
      return `${name}.${it.name}${it.required ? "*" : ""} ${it.type.kind}${values}${it.nullable ? "?" : ""}`;
    }),
  );
  return { ...plan, compiled, types: types.sort() };
}

const wrapper = `import posthog from "posthog-js";
export const track = (name: string, properties?: Record<string, unknown>) => posthog.capture(name, properties);
`;

describe("adopt", () => {
  test("types by syntax, required where every call passes it", () => {
    const { types } = adopted({
      "src/track.ts": wrapper,
      "src/a.ts": `import { track } from "./track";
export function paid(cart: { items: unknown[]; note: string }, flag: boolean) {
  track("order_paid", { method: "card", items: cart.items.length, at: new Date(), ok: true, total: 4.5, seats: 3, label: \`n-\${cart.note}\`, ids: ["a", "b"], rest: cart.note, ...(flag ? { gift: true } : {}) });
}
export function again() {
  track("order_paid", { method: "invoice", items: 2, at: new Date(), ok: false, total: 4, seats: 3, label: "x", ids: ["c"], rest: null });
}
`,
    });
    expect(types).toEqual([
      "order_paid.at* timestamp",
      "order_paid.gift boolean",
      "order_paid.ids* array",
      "order_paid.items* integer",
      "order_paid.label* string",
      "order_paid.method* enum card|invoice",
      "order_paid.ok* boolean",
      "order_paid.rest* union?",
      "order_paid.seats* integer",
      "order_paid.total* number",
    ]);
  });

  test("more than twelve values are text, not a list", () => {
    const calls = Array.from(
      { length: 13 },
      (_, index) => `track("tab_opened", { tab: "t${index}" });`,
    ).join("\n");
    expect(
      adopted({
        "src/track.ts": wrapper,
        "src/a.ts": `import { track } from "./track";\n${calls}\n`,
      }).types,
    ).toEqual(["tab_opened.tab* string"]);
  });

  test("personal data gets a class and a comment; places stand over the event", () => {
    const { text, personal, compiled } = adopted({
      "src/track.ts": wrapper,
      "src/a.ts":
        'import { track } from "./track";\nexport const up = (user: { email: string }) => track("signed_up", { userEmail: "" + user.email, email_count: 3 });\n',
    });
    expect(personal).toEqual([{ event: "signed_up", property: "userEmail", class: "email" }]);
    expect(
      compiled.events[0]?.properties.find(({ name }) => name === "userEmail")?.pii,
    ).toMatchObject({ class: "email", handling: "hash" });
    expect(text).toContain("  # src/a.ts\n  signed_up:");
    expect(text).toContain("# review: looks like personal data (email)");
  });

  test("names that break the convention, near duplicates, and what no plan can say", () => {
    const names = [
      "order_paid",
      "order_sent",
      "Order Lost",
      "order_sents",
      "$pageview",
      "constructor",
    ];
    const calls = names.map((name) => `track(${JSON.stringify(name)});`).join("\n");
    const { convention, duplicates, leftOut, compiled } = adopted({
      "src/track.ts": wrapper,
      "src/a.ts": `import { track } from "./track";\n${calls}\n`,
    });
    expect(convention).toMatchObject({ spelling: "snake_case", breaking: ["Order Lost"] });
    expect(duplicates).toEqual([["order_sent", "order_sents"]]);
    expect(leftOut.map(({ event }) => event)).toEqual(["constructor"]);
    expect(compiled.events.map(({ name }) => name)).toEqual([
      "Order Lost",
      "order_paid",
      "order_sent",
      "order_sents",
    ]);
  });

  test("what cannot be seen is said with its place", () => {
    const { unseen } = adopted({
      "src/a.ts":
        'import posthog from "posthog-js";\nexport const sent = (kind: string) => { const name = "page_" + kind + "_viewed"; posthog.capture(name); };\nsent(globalThis.location.pathname);\nposthog.capture("seen");\n',
    });
    expect(unseen).toHaveLength(1);
    expect(unseen[0]).toContain(
      "src/a.ts sent sends an event whose name is made at run time: page_*_viewed",
    );
  });
});

test.each([
  [["a_b", "c_d", "Ef Gh"], "snake_case", ["Ef Gh"]],
  [["a.b", "c.d.e"], "dotted.names", []],
  [["ns:a_b", "ns:c", "x-y"], "scope:name", ["x-y"]],
])("conventionOf(%j) is %s", (names, spelling, breaking) => {
  expect(conventionOf(names)).toEqual({ spelling, breaking });
});

test("near duplicates are the same words in another tense, number or order", () => {
  expect(
    nearDuplicates([
      "column_visibility_change",
      "column_visibility_changed",
      "Signup Started",
      "started_signup",
      "a",
    ]),
  ).toEqual([
    ["column_visibility_change", "column_visibility_changed"],
    ["Signup Started", "started_signup"],
  ]);
});

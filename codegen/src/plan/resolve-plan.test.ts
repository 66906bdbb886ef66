import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileText, eventIn } from "../../fixtures/compile-text.js";
import { fixturePlan } from "../../fixtures/fixture-plan.js";
import { yaml } from "../../fixtures/yaml.js";

const golden = join(
  fileURLToPath(new URL("../../fixtures/plans/reference", import.meta.url)),
  "resolved.json",
);

/** Every object and list inside a value, with its path. */
function parts(value: unknown, path = "plan"): readonly (readonly [string, object])[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, it]) => parts(it, `${path}.${key}`));
  return [[path, value], ...inner];
}

/** The names of a list's members, and that they are in order. */
function expectSorted(list: readonly { readonly name: string }[]): void {
  const names = list.map(({ name }) => name);
  expect(names).toEqual([...names].sort());
}

describe("the reference plan, resolved", () => {
  const { plan, diagnostics } = compileText(fixturePlan("reference"), "reference/plan.yaml");
  if (plan === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));

  it("has no findings and is what it was", () => {
    const text = `${JSON.stringify(plan, null, 2)}\n`;
    if (process.env.UPDATE_GOLDENS === "1") writeFileSync(golden, text);
    expect(diagnostics).toEqual([]);
    expect(readFileSync(golden, "utf8")).toBe(text);
  });

  it("is JSON, nothing more and nothing less", () => {
    expect(JSON.parse(JSON.stringify(plan))).toStrictEqual(plan);
  });

  it("is frozen all the way down, and leaves nothing undefined", () => {
    for (const [path, part] of parts(plan)) {
      expect(Object.isFrozen(part), path).toBe(true);
      expect(Object.values(part).includes(undefined), path).toBe(false);
    }
  });

  it("is sorted by name", () => {
    const { teams, runtimes, products, context, groups, types, properties, propertyGroups } = plan;
    for (const list of [teams, runtimes, products, context, groups, types, properties])
      expectSorted(list);
    for (const list of [propertyGroups, plan.events, plan.funnels, plan.health]) expectSorted(list);
    for (const event of plan.events) {
      expect(event.products).toEqual([...event.products].sort());
      expect(event.runtimes).toEqual([...event.runtimes].sort());
      const order = event.properties.map(
        ({ name, required, when }) => `${required ? 0 : when === null ? 2 : 1}${name}`,
      );
      expect(order).toEqual([...order].sort());
    }
  });

  it("says where everything comes from", () => {
    const sources = fixturePlan("reference");
    for (const [path, part] of parts(plan)) {
      if (!path.endsWith(".origin")) continue;
      const { file, line, column } = part as { file: string; line: number; column: number };
      const text = sources[file]?.split("\n")[line - 1]?.slice(column - 1) ?? "";
      expect(text, path).toMatch(/^["'<\w]/);
    }
  });

  it("lists the users of what is shared", () => {
    const usedBy = (name: string) => plan.properties.find((it) => it.name === name)?.usedBy;
    expect(usedBy("user_email")).toEqual(["account.user.signed_up", "shop.order.paid"]);
    expect(plan.propertyGroups.map(({ name, usedBy: users }) => [name, users])).toEqual([
      ["money", ["shop.order.paid"]],
      ["order", ["shop.order.paid"]],
    ]);
  });
});

describe("resolving", () => {
  it("finds what is wrong in every pass at once", () => {
    const { plan, diagnostics } = compileText(yaml`
      plan: p
      stages: [a, a]
      properties: { x: { ref: y } }
      events:
        a.b: { description: D., stage: c, properties: { z: { type: string, min_length: 3, max_length: 2 } } }
        a.b.c: { description: D., runtimes: [nod] }
      funnels:
        f: { description: D., by: x, window: 1d, stages: { s: { event: a.d } } }
      health:
        h: { description: D., by: x, every: 1d, inputs: {}, bands: {} }
    `);
    expect(plan).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual([
      "duplicate-definition",
      "ref-unknown",
      "ref-unknown",
      "contradictory-constraint",
      "name-is-namespace",
      "runtime-unknown",
      "funnel-too-short",
      "ref-unknown",
      "funnel-step-unknown-event",
      "health-bands",
      "ref-unknown",
      "health-weights",
    ]);
  });

  it("makes the same plan of the same text", () => {
    const compile = () => compileText(fixturePlan("reference"), "reference/plan.yaml").plan;
    expect(JSON.stringify(compile())).toBe(JSON.stringify(compile()));
  });

  it("leaves prototypes alone", () => {
    compileText(yaml`
      plan: p
      events:
        __proto__: { description: D., properties: { polluted: { type: string } } }
        a.b: { description: D., properties: { __proto__: { type: string }, constructor: { type: string } }, x-a: { __proto__: { polluted: true } } }
      properties: { __proto__: { polluted: true } }
    `);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("keeps several plans of one repository apart", () => {
    const texts = {
      "a/plan.yaml": "plan: a\nevents: { x.y: { description: A. } }\n",
      "b/plan.yaml": "plan: b\nevents: { x.y: { description: B. } }\n",
    };
    expect(compileText(texts, "a/plan.yaml").plan?.events[0]?.description).toBe("A.");
    expect(compileText(texts, "b/plan.yaml").plan?.events[0]?.description).toBe("B.");
  });

  it("lets a product's file own its events", () => {
    const texts = {
      "plan.yaml":
        "plan: p\nproducts: { a: { owner: a-team }, b: null }\ndefaults: { owner: all }\nevents: { s.t: { description: D. } }\n",
      "a.yaml":
        "product: a\nevents: { x.y: { description: D. }, x.z: { description: D., owner: me } }\n",
      "b.yaml": "product: b\nevents: { v.w: { description: D. } }\n",
    };
    const owners = ["s.t", "x.y", "x.z", "v.w"].map((name) => eventIn(texts, name).owner);
    expect(owners).toEqual(["all", "a-team", "me", "all"]);
  });
});

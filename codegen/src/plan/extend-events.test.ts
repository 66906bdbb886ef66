import { describe, expect, it } from "vitest";
import { compileText, eventIn, findingsIn, type Texts } from "../../fixtures/compile-text.js";
import { yaml } from "../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("an extension", () => {
  it.each<Row>([
    [
      "adds and tightens",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      properties: { mail: { type: string } }
      property_groups: { g: { description: G., properties: { c: { type: string } } } }
      events:
        a.b: { description: D., runtimes: [browser, node], properties: { x: { type: string } } }
      `,
        "cost.yaml": yaml`
      product: cost
      extend:
        a.b: { include: [g], runtimes: [node], answers: Why?, trigger: Now., owner: cost-team, properties: { x: { required: always }, y: { type: integer }, mail: always } }
      `,
      },
      [],
    ],
    [
      "of the only product stands anywhere",
      yaml`
      plan: p
      events:
        a.b: { description: D. }
      extend:
        a.b: { properties: { x: { type: string } } }
      `,
      [],
    ],
    [
      "loosens",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      events:
        a.b: { description: D., runtimes: [node], properties: { x: { type: string, required: always, pii: email } } }
      `,
        "cost.yaml": yaml`
      product: cost
      extend:
        a.b:
          runtimes: [node, browser]
          properties:
            x: { required: optional, pii: none }
      `,
      },
      [
        "cost.yaml:4:22 override-weakens-base",
        "cost.yaml:6:22 override-weakens-base",
        "cost.yaml:6:37 override-weakens-base",
      ],
    ],
    [
      "names a runtime that there is not",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      events:
        a.b: { description: D. }
      `,
        "cost.yaml": yaml`
      product: cost
      extend:
        a.b: { runtimes: [nod] }
      `,
      },
      ["cost.yaml:3:21 runtime-unknown"],
    ],
    [
      "changes a type",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      events:
        a.b: { description: D., properties: { x: { type: string } } }
      `,
        "cost.yaml": yaml`
      product: cost
      extend:
        a.b: { properties: { x: { type: integer } } }
      `,
      },
      ["cost.yaml:3:24 override-weakens-base"],
    ],
    [
      "brings a group that does not fit",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      property_groups: { g: { description: G., properties: { x: { type: integer } } } }
      events:
        a.b: { description: D., properties: { x: { type: string } } }
      `,
        "cost.yaml": yaml`
      product: cost
      extend:
        a.b: { include: [g] }
      `,
      },
      ["cost.yaml:3:20 group-conflict"],
    ],
    [
      "is of an event that there is not",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      events:
        account.created: { description: D. }
      `,
        "cost.yaml": yaml`
      product: cost
      extend:
        account.create: {}
      `,
      },
      ["cost.yaml:3:3 ref-unknown"],
    ],
    [
      "is of another product's event",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      `,
        "cost.yaml": yaml`
      product: cost
      events:
        a.b: { description: D. }
      `,
        "run.yaml": yaml`
      product: run
      extend:
        a.b: {}
      `,
      },
      ["run.yaml:3:3 product-unknown"],
    ],
    [
      "stands in a file of no product",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      events:
        a.b: { description: D. }
      extend:
        a.b: {}
      `,
      },
      ["6:3 product-unknown"],
    ],
    [
      "stands in a file of a product that there is not",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      events:
        a.b: { description: D. }
      `,
        "cots.yaml": yaml`
      product: cots
      extend:
        a.b: {}
      `,
      },
      ["cots.yaml:1:10 product-unknown", "cots.yaml:3:3 product-unknown"],
    ],
    [
      "stands twice",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      events:
        a.b: { description: D. }
      `,
        "cost.yaml": yaml`
      product: cost
      extend:
        a.b: {}
      `,
        "cost2.yaml": yaml`
      product: cost
      extend:
        a.b: {}
      `,
      },
      ["cost2.yaml:3:3 duplicate-definition"],
    ],
    [
      "names a team that there is not",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      teams: { ops: null }
      events:
        a.b: { description: D. }
      `,
        "cost.yaml": yaml`
      product: cost
      extend:
        a.b: { owner: osp }
      `,
      },
      ["cost.yaml:3:17 owner-unknown"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("an event of a file", () => {
  it.each<Row>([
    [
      "of a product that there is not",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      `,
        "x.yaml": yaml`
      product: cots
      events:
        a.b: { description: D. }
      `,
      },
      ["x.yaml:1:10 product-unknown"],
    ],
    [
      "of a plan without products",
      {
        "plan.yaml": yaml`
      plan: p
      `,
        "x.yaml": yaml`
      product: cost
      events:
        a.b: { description: D. }
      `,
      },
      ["x.yaml:1:10 product-unknown"],
    ],
    [
      "of a product names another",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      `,
        "x.yaml": yaml`
      product: cost
      events:
        a.b: { description: D., products: [run] }
      `,
      },
      ["x.yaml:3:27 product-unknown"],
    ],
    [
      "of all names one that there is not",
      yaml`
      plan: p
      products: { cost: { }, run: { } }
      events:
        a.b: { description: D., products: [cost, rnu] }
      `,
      ["4:44 product-unknown"],
    ],
    [
      "of all has a name that a product's has",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      events:
        a.b: { description: D. }
      `,
        "x.yaml": yaml`
      product: cost
      events:
        a.b: { description: D. }
      `,
      },
      ["x.yaml:3:3 duplicate-definition"],
    ],
    [
      "of two products have one name",
      {
        "cost.yaml": yaml`
      product: cost
      events:
        a.b: { description: D. }
      `,
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      `,
        "run.yaml": yaml`
      product: run
      events:
        a.b: { description: D. }
      `,
      },
      [],
    ],
    [
      "stands in two files",
      {
        "a.yaml": yaml`
      events:
        a.b: { description: D. }
      `,
        "plan.yaml": yaml`
      plan: p
      `,
        "z.yaml": yaml`
      events:
        a.b: { description: D. }
      `,
      },
      ["z.yaml:2:3 duplicate-definition"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("an event's words", () => {
  it.each<Row>([
    [
      "are the plan's",
      yaml`
      plan: p
      stages: [arrive]
      tiers: [must]
      integrations: [stripe]
      features: [search]
      teams: { ops: null }
      runtimes: [browser, node, slack]
      events:
        a.b: { description: D., stage: arrive, tier: must, integration: stripe, feature: search, owner: ops, runtimes: [slack], tags: [free] }
      `,
      [],
    ],
    [
      "are not the plan's",
      yaml`
      plan: p
      stages: [arrive]
      tiers: [must]
      integrations: [stripe]
      features: [search]
      teams: { ops: null }
      events:
        a.b: { description: D., stage: arive, tier: mst, integration: strip, feature: serch, owner: osp, runtimes: [nod] }
      `,
      [
        "8:34 ref-unknown",
        "8:47 ref-unknown",
        "8:65 ref-unknown",
        "8:81 ref-unknown",
        "8:95 owner-unknown",
        "8:111 runtime-unknown",
      ],
    ],
    [
      "are words of a plan that has none",
      yaml`
      plan: p
      events:
        a.b: { description: D., stage: arrive, tier: must, integration: stripe, feature: search, owner: anybody }
      `,
      ["3:34 ref-unknown", "3:48 ref-unknown", "3:67 ref-unknown", "3:84 ref-unknown"],
    ],
    [
      "are another product's feature",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      `,
        "cost.yaml": yaml`
      product: cost
      features: [search]
      `,
        "run.yaml": yaml`
      product: run
      events:
        a.b: { description: D., feature: search }
      `,
      },
      ["run.yaml:3:36 ref-unknown"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("a shared event that one product extends", () => {
  const texts = {
    "plan.yaml": yaml`
      plan: p
      products: { cost: {}, run: {}, route: {} }
      events:
        a.b: { description: D., runtimes: [browser, node], properties: { x: { type: string } }, x-a: 1 }
    `,
    "cost.yaml": yaml`
      product: cost
      extend:
        a.b:
          runtimes: [node]
          answers: Why?
          properties:
            x: { required: always }
            y: { type: integer }
          x-b: 2
    `,
  };

  it("is an event of its own for that product", () => {
    const events = compileText(texts).plan?.events ?? [];
    expect(events.map(({ products }) => products)).toEqual([["cost"], ["route", "run"]]);
    expect(eventIn(texts, "a.b", "cost")).toMatchObject({
      runtimes: ["node"],
      answers: "Why?",
      shared: true,
      properties: [
        { name: "x", required: true, lineage: [{ kind: "extension", name: "a.b" }] },
        { name: "y", required: false, lineage: [{ kind: "extension", name: "a.b" }] },
      ],
      lineage: [{ kind: "extension", name: "cost", origin: { file: "cost.yaml", line: 3 } }],
      extensions: { "x-a": 1, "x-b": 2 },
    });
  });

  it("stays what it was for the others", () => {
    expect(eventIn(texts, "a.b", "run")).toMatchObject({
      runtimes: ["browser", "node"],
      answers: null,
      properties: [{ name: "x", required: false }],
      lineage: [],
      extensions: { "x-a": 1 },
    });
  });
});

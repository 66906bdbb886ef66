import { describe, expect, it } from "vitest";
import { compileText, findingsIn, type Texts } from "../../fixtures/compile-text.js";
import { yaml } from "../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("funnels", () => {
  it.each<Row>([
    [
      "of the whole plan",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.start: { description: D., properties: { plan: { type: enum, values: [free, paid] } } }
        a.end: { description: D. }
      funnels:
        f:
          description: D.
          by: tenant_id
          window: 30d
          stages:
            start: { event: a.start }
            end: { any_of: [a.end, a.start], at_least: 2, optional: true }
      `,
      [],
    ],
    [
      "with a condition",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.start: { description: D., properties: { plan: { type: enum, values: [free, paid] } } }
        a.end: { description: D. }
      funnels:
        f:
          description: D.
          by: tenant_id
          window: 30d
          stages:
            start: { event: a.start, where: { plan: paid } }
            end: { event: a.end }
      `,
      [],
    ],
    [
      "with events that there are not",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.start: { description: D., properties: { plan: { type: enum, values: [free, paid] } } }
        a.end: { description: D. }
      funnels:
        f:
          description: D.
          by: tenant_id
          window: 30d
          stages:
            start: { event: a.strat }
            end: { any_of: [a.end, a.edn] }
      `,
      ["12:23 funnel-step-unknown-event", "13:30 funnel-step-unknown-event"],
    ],
    [
      "with conditions that never hold",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.start: { description: D., properties: { plan: { type: enum, values: [free, paid] } } }
        a.end: { description: D. }
      funnels:
        f:
          description: D.
          by: tenant_id
          window: 30d
          stages:
            start: { event: a.start, where: { pln: paid, plan: [paid, pay] } }
            end: { event: a.end }
      `,
      ["12:41 funnel-step-unknown-property", "12:58 condition-impossible"],
    ],
    [
      "with no way, and with two",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.start: { description: D., properties: { plan: { type: enum, values: [free, paid] } } }
        a.end: { description: D. }
      funnels:
        f:
          description: D.
          by: tenant_id
          window: 30d
          stages:
            start: { description: D. }
            end: { event: a.end, activation: true }
      `,
      ["12:7 funnel-stage-unclear", "13:7 funnel-stage-unclear"],
    ],
    [
      "with one stage, or none",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.start: { description: D., properties: { plan: { type: enum, values: [free, paid] } } }
        a.end: { description: D. }
      funnels:
        f:
          description: D.
          by: tenant_id
          window: 30d
          stages:
            start: { event: a.start }
      `,
      ["7:3 funnel-too-short"],
    ],
    [
      "with the activation that there is not",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.start: { description: D., properties: { plan: { type: enum, values: [free, paid] } } }
        a.end: { description: D. }
      funnels:
        f:
          description: D.
          by: tenant_id
          window: 30d
          stages:
            start: { event: a.start }
            end: { activation: true }
      `,
      ["13:7 funnel-stage-unreachable"],
    ],
    [
      "that may go on without an activation",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.start: { description: D., properties: { plan: { type: enum, values: [free, paid] } } }
        a.end: { description: D. }
      funnels:
        f:
          description: D.
          by: tenant_id
          window: 30d
          stages:
            start: { event: a.start }
            end: { activation: true, optional: true }
      `,
      [],
    ],
    [
      "by something that there is not, of a team that there is not, in no time",
      yaml`
      plan: p
      teams: { ops: null }
      context: { tenant_id: { from: caller } }
      events: { a.b: { description: D. } }
      funnels:
        f: { description: D., by: tenant, window: thirty days, owner: osp, stages: { a: { event: a.b }, b: { event: a.b } } }
      `,
      ["6:29 ref-unknown", "6:45 wrong-value", "6:65 owner-unknown"],
    ],
    [
      "by a person",
      yaml`
      plan: p
      events: { a.b: { description: D. } }
      funnels:
        f: { description: D., by: distinct_id, window: 30d, stages: { a: { event: a.b }, b: { event: a.b } } }
      `,
      [],
    ],
    [
      "for products",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      events: { a.b: { description: D. } }
      funnels:
        f: { description: D., by: distinct_id, window: 30d, for: [cost], stages: { a: { event: a.b }, b: { event: cost.used } } }
      `,
        "cost.yaml": yaml`
      product: cost
      events: { cost.used: { description: D. } }
      `,
      },
      [],
    ],
    [
      "for products that cannot reach them, or are not there",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      events: { a.b: { description: D. } }
      funnels:
        f: { description: D., by: distinct_id, window: 30d, for: [run, rn], stages: { a: { event: a.b }, b: { event: cost.used }, c: { activation: true } } }
      `,
        "cost.yaml": yaml`
      product: cost
      events: { cost.used: { description: D. } }
      `,
      },
      ["5:66 product-unknown", "5:100 funnel-stage-unreachable", "5:125 funnel-stage-unreachable"],
    ],
    [
      "in the file of a product that there is not",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      events: { a.b: { description: D. } }
      `,
        "cots.yaml": yaml`
      product: cots
      funnels:
        f: { description: D., by: distinct_id, window: 30d, stages: { a: { event: a.b }, b: { event: a.b } } }
      `,
      },
      ["cots.yaml:1:10 product-unknown"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("activations", () => {
  it.each<Row>([
    [
      "of each product",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      events: { a.b: { description: D. }, a.c: { description: D. } }
      `,
        "cost.yaml": yaml`
      product: cost
      activation: { event: a.b, from: a.c, within: 24h }
      `,
      },
      [],
    ],
    [
      "of the only product",
      yaml`
      plan: p
      events: { a.b: { description: D. }, a.c: { description: D. } }
      activation: { event: a.b, from: a.c, within: 24h }
      `,
      [],
    ],
    [
      "of no product",
      yaml`
      plan: p
      products: { cost: { }, run: { } }
      events: { a.b: { description: D. } }
      activation: { event: a.b, from: a.b, within: 24h }
      `,
      ["4:1 product-unknown"],
    ],
    [
      "by events that there are not, or another product's",
      {
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      events: { a.b: { description: D. } }
      `,
        "cost.yaml": yaml`
      product: cost
      activation: { event: a.bb, from: run.used, within: a day }
      `,
        "run.yaml": yaml`
      product: run
      events: { run.used: { description: D. } }
      `,
      },
      [
        "cost.yaml:2:22 funnel-step-unknown-event",
        "cost.yaml:2:34 funnel-step-unknown-event",
        "cost.yaml:2:52 wrong-value",
      ],
    ],
    [
      "twice",
      {
        "a.yaml": yaml`
      product: cost
      activation: { event: a.b, from: a.b, within: 24h }
      `,
        "b.yaml": yaml`
      product: cost
      activation: { event: a.b, from: a.b, within: 48h }
      `,
        "plan.yaml": yaml`
      plan: p
      products: { cost: { }, run: { } }
      events: { a.b: { description: D. } }
      `,
      },
      ["b.yaml:2:1 duplicate-definition"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("health", () => {
  it.each<Row>([
    [
      "of every measure",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.b: { description: D. }
      health:
        h:
          description: D.
          by: tenant_id
          every: 1d
          inputs:
            a: { weight: 0.5, measure: activation }
            b: { weight: 0.2, measure: active_days, events: [a.b], window: 7d, full_at: 5 }
            c: { weight: 0.1, measure: feature_breadth }
            d: { weight: 0.1, measure: integration_depth, full_at: 2 }
            e: { weight: 0.1, measure: sentiment, empty: 0.5 }
          bands: { low: { from: 0 }, high: { from: 0.7 } }
      `,
      [],
    ],
    [
      "of weights that are not 1",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.b: { description: D. }
      health:
        h:
          description: D.
          by: tenant_id
          every: 1d
          inputs:
            a: { weight: 0.5, measure: activation }
            b: { weight: 0.4, measure: sentiment }
          bands: { low: { from: 0 } }
      `,
      ["10:5 health-weights"],
    ],
    [
      "of ten tenths",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.b: { description: D. }
      health:
        h:
          description: D.
          by: tenant_id
          every: 1d
          inputs:
            i0: { weight: 0.1, measure: sentiment }
            i1: { weight: 0.1, measure: sentiment }
            i2: { weight: 0.1, measure: sentiment }
            i3: { weight: 0.1, measure: sentiment }
            i4: { weight: 0.1, measure: sentiment }
            i5: { weight: 0.1, measure: sentiment }
            i6: { weight: 0.1, measure: sentiment }
            i7: { weight: 0.1, measure: sentiment }
            i8: { weight: 0.1, measure: sentiment }
            i9: { weight: 0.1, measure: sentiment }
          bands: { low: { from: 0 } }
      `,
      [],
    ],
    [
      "of weights that are no shares",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.b: { description: D. }
      health:
        h:
          description: D.
          by: tenant_id
          every: 1d
          inputs:
            a: { weight: 1.5, measure: activation }
            b: { weight: 0, measure: sentiment }
            c: { weight: 1, measure: sentimant }
          bands: { low: { from: 0 } }
      `,
      ["11:20 wrong-value", "12:20 wrong-value", "13:32 wrong-value"],
    ],
    [
      "of days without events, or with unknown ones",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.b: { description: D. }
      health:
        h:
          description: D.
          by: tenant_id
          every: 1d
          inputs:
            a: { weight: 0.5, measure: active_days }
            b: { weight: 0.5, measure: active_days, events: [a.bb] }
          bands: { low: { from: 0 } }
      `,
      ["11:34 missing-key", "12:56 funnel-step-unknown-event"],
    ],
    [
      "without a lowest band",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.b: { description: D. }
      health:
        h:
          description: D.
          by: tenant_id
          every: 1d
          inputs:
            a: { weight: 1, measure: activation }
          bands: { low: { from: 0.1 } }
      `,
      ["6:3 health-bands"],
    ],
    [
      "by something that there is not",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        a.b: { description: D. }
      health:
        h:
          description: D.
          by: tenant
          every: 1d
          inputs:
            a: { weight: 1, measure: activation }
          bands: { low: { from: 0 } }
      `,
      ["8:9 ref-unknown"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("resolved funnels", () => {
  const texts = {
    "plan.yaml": yaml`
      plan: p
      products: { cost: {}, run: {} }
      events: { a.start: { description: D. }, a.used: { description: D. } }
      funnels:
        plg:
          description: D.
          by: distinct_id
          window: 30d
          for: every product
          stages:
            start: { event: a.start }
            connect: { any_of: [cost.used, a.used], at_least: 2 }
            value: { activation: true }
        all:
          description: D.
          by: distinct_id
          window: 2w
          stages: { start: { event: a.start, where: {} }, value: { activation: true } }
    `,
    "cost.yaml": yaml`
      product: cost
      activation: { event: cost.used, from: a.start, within: 24h, description: Aha. }
      events: { cost.used: { description: D. } }
    `,
    "run.yaml": yaml`
      product: run
      activation: { event: a.used, from: a.start, within: 90min }
    `,
  };
  const { plan } = compileText(texts);

  it("are one a product, with that product's events", () => {
    const found = plan?.funnels.map(({ name, product, stages }) => [
      name,
      product,
      ...stages.map((stage) => `${stage.name}: ${stage.events.join(", ")}`),
    ]);
    expect(found).toEqual([
      ["all", null, "start: a.start", "value: cost.used, a.used"],
      ["plg", "cost", "start: a.start", "connect: cost.used, a.used", "value: cost.used"],
      ["plg", "run", "start: a.start", "connect: a.used", "value: a.used"],
    ]);
  });

  it("say times in seconds", () => {
    expect(plan?.funnels.map(({ window }) => window)).toEqual([
      { text: "2w", seconds: 1_209_600 },
      { text: "30d", seconds: 2_592_000 },
      { text: "30d", seconds: 2_592_000 },
    ]);
    expect(plan?.products.map(({ activation }) => activation?.within.seconds)).toEqual([
      86_400, 5400,
    ]);
  });
});

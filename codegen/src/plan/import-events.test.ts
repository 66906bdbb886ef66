import { describe, expect, it } from "vitest";
import { compileText, eventIn, findingsIn, type Texts } from "../../fixtures/compile-text.js";
import { yaml } from "../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("an imported plan", () => {
  it.each<Row>([
    [
      "lends its properties, groups, types and events",
      {
        "plan.yaml": yaml`
      plan: p
      imports: { other: { plan: other/plan.yaml, events: [page.*] } }
      events:
        a.b:
          description: D.
          include: [other/visit]
          properties:
            utm: { ref: other/utm }
            place: { type: named, name: other/place }
      `,
        "other/plan.yaml": yaml`
      plan: o
      properties: { utm: { type: string } }
      types: { place: { type: string } }
      property_groups: { visit: { description: V., properties: { from: { ref: utm }, where: { type: named, name: place } } } }
      events:
        page.viewed: { description: D., include: [visit] }
        other.done: { description: D. }
      `,
      },
      [],
    ],
    [
      "has no such thing",
      {
        "plan.yaml": yaml`
      plan: p
      imports: { other: { plan: other/plan.yaml, events: [pge.*, page.viewd] } }
      events:
        a.b:
          description: D.
          include: [other/vist]
          properties:
            utm: { ref: other/utn }
            place: { type: named, name: other/plce }
            own: { ref: utm }
      `,
        "other/plan.yaml": yaml`
      plan: o
      properties: { utm: { type: string } }
      types: { place: { type: string } }
      property_groups: { visit: { description: V., properties: { x: { type: string } } } }
      events:
        page.viewed: { description: D. }
      `,
      },
      [
        "2:53 import-matches-nothing",
        "2:60 import-matches-nothing",
        "6:15 ref-unknown",
        "8:19 ref-unknown",
        "9:35 ref-unknown",
        "10:19 ref-unknown",
      ],
    ],
    [
      "has an event that is here already",
      {
        "plan.yaml": yaml`
      plan: p
      imports: { other: { plan: other/plan.yaml, events: [a.b, a.*] } }
      events:
        a.b: { description: D. }
      `,
        "other/plan.yaml": yaml`
      plan: o
      events:
        a.b: { description: D. }
        a.c: { description: D. }
      `,
      },
      ["2:53 duplicate-definition", "2:58 duplicate-definition"],
    ],
    [
      "names its events as its own plan has it",
      {
        "plan.yaml": yaml`
      plan: p
      naming: { case: title }
      imports: { other: { plan: other/plan.yaml, events: ["*"] } }
      events:
        Signed Up: { description: D. }
      `,
        "other/plan.yaml": yaml`
      plan: o
      naming: { event: <a>.<b>, case: snake }
      events:
        page.viewed: { description: D. }
      `,
      },
      [],
    ],
    [
      "runs nowhere that this plan runs",
      {
        "plan.yaml": yaml`
      plan: p
      runtimes: [slack]
      imports: { other: { plan: other/plan.yaml, events: [page.viewed] } }
      `,
        "other/plan.yaml": yaml`
      plan: o
      events:
        page.viewed: { description: D. }
      `,
      },
      ["3:53 runtime-unknown"],
    ],
    [
      "is imported by a plan that it imports",
      {
        "plan.yaml": yaml`
      plan: p
      imports: { other: { plan: other/plan.yaml } }
      `,
        "other/plan.yaml": yaml`
      plan: o
      imports: { back: { plan: ../plan.yaml } }
      `,
      },
      ["other/plan.yaml:2:26 import-cycle"],
    ],
    [
      "is this plan",
      {
        "plan.yaml": yaml`
      plan: p
      imports: { self: { plan: ./plan.yaml } }
      `,
      },
      ["2:26 import-cycle"],
    ],
    [
      "is not there",
      {
        "plan.yaml": yaml`
      plan: p
      imports: { other: { plan: other/plan.yaml }, far: { plan: ../../etc/plan.yaml }, root: { plan: /etc/plan.yaml } }
      `,
      },
      ["2:27 file-not-found", "2:59 path-outside-plan", "2:96 path-outside-plan"],
    ],
    [
      "is no plan",
      {
        "plan.yaml": yaml`
      plan: p
      imports: { other: { plan: other/plan.yaml } }
      `,
        "other/plan.yaml": yaml`
      events: { a.b: { description: D. } }
      `,
      },
      ["other/plan.yaml:1:1 missing-key"],
    ],
    [
      "has findings of its own",
      {
        "plan.yaml": yaml`
      plan: p
      imports: { other: { plan: other/plan.yaml } }
      `,
        "other/plan.yaml": yaml`
      plan: o
      events: { a.b: { description: D., stage: x } }
      `,
      },
      ["other/plan.yaml:2:42 ref-unknown"],
    ],
    [
      "is extended here",
      {
        "plan.yaml": yaml`
      plan: p
      imports: { other: { plan: other/plan.yaml, events: [page.viewed] } }
      extend:
        page.viewed: { properties: { x: { type: string } } }
      `,
        "other/plan.yaml": yaml`
      plan: o
      events:
        page.viewed: { description: D. }
      `,
      },
      [],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("imported things", () => {
  const texts = {
    "plan.yaml": yaml`
      plan: p
      products: { cost: {}, run: {} }
      imports: { other: { plan: other/plan.yaml, events: [page.viewed] } }
      property_groups: { visit: { description: Mine., properties: { x: { type: string } } } }
      events:
        a.b: { description: D., include: [other/visit] }
    `,
    "other/plan.yaml": yaml`
      plan: o
      stages: [arrive]
      properties: { utm: { type: string } }
      types: { place: { type: object, properties: { in: { type: named, name: land } } }, land: { type: string } }
      property_groups:
        visit: { description: V., properties: { utm: always, where: { type: array, items: { type: named, name: place } } } }
      events:
        page.viewed: { description: D., include: [visit], stage: arrive }
        page.closed: { description: D. }
    `,
  };

  it("are called by their plan's short name, down to what a type refers to", () => {
    const { plan } = compileText(texts);
    expect(plan?.types.map(({ name }) => name)).toEqual(["other/land", "other/place"]);
    expect(plan?.types[1]?.type).toMatchObject({ properties: [{ type: { name: "other/land" } }] });
    for (const name of ["a.b", "page.viewed"])
      expect(eventIn(texts, name).properties[1]?.type).toMatchObject({
        items: { type: { kind: "named", name: "other/place" } },
      });
  });

  it("do not count as used where this plan has a group of the same name", () => {
    expect(compileText(texts).plan?.propertyGroups).toMatchObject([{ name: "visit", usedBy: [] }]);
    expect(eventIn(texts, "a.b").properties[0]?.lineage).toMatchObject([
      { kind: "property_group", name: "other/visit" },
      { kind: "property", name: "other/utm" },
    ]);
  });

  it("are every product's, and say nothing in words that this plan does not have", () => {
    expect(eventIn(texts, "page.viewed")).toMatchObject({
      products: ["cost", "run"],
      shared: true,
      stage: null,
      lineage: [{ kind: "import", name: "other" }],
    });
    expect(compileText(texts).plan?.events).toHaveLength(2);
  });

  it("come once, however many patterns they fit", () => {
    const twice = {
      ...texts,
      "plan.yaml": texts["plan.yaml"].replace("[page.viewed]", '["*", page.*]'),
    };
    expect(compileText(twice).plan?.events.map(({ name }) => name)).toEqual([
      "a.b",
      "page.closed",
      "page.viewed",
    ]);
  });

  it("are bounded, however plans import each other", () => {
    const level = (index: number) =>
      `plan: p${index}\nimports:\n` +
      ["a", "b", "c"].map((name) => `  ${name}: { plan: ../${index + 1}/plan.yaml }\n`).join("");
    const plans = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`${index}/plan.yaml`, level(index)]),
    );
    const { diagnostics, plan } = compileText(
      { ...plans, "20/plan.yaml": "plan: last\n" },
      "0/plan.yaml",
    );
    expect(plan).toBeNull();
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["plan-too-large"]));
  });
});

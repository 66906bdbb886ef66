import { describe, expect, it } from "vitest";
import { compileText, eventIn, findingsIn, type Texts } from "../../fixtures/compile-text.js";
import { yaml } from "../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("templates", () => {
  it.each<Row>([
    [
      "over features",
      yaml`
      plan: p
      features: [search, wishlist]
      events:
        feature.<name>.used: { description: Uses <name>., expand: { name: features } }
      `,
      [],
    ],
    [
      "over integrations and a list",
      yaml`
      plan: p
      integrations: [stripe, github]
      events:
        <it>.account.<what>: { description: D., expand: { it: integrations, what: [connected, removed] } }
      `,
      [],
    ],
    [
      "with one placeholder twice",
      yaml`
      plan: p
      events:
        a.<x>.b_<x>: { description: D., expand: { x: [one, two] } }
      `,
      [],
    ],
    [
      "with a word twice in its list",
      yaml`
      plan: p
      events:
        a.<x>: { description: D., expand: { x: [one, one] } }
      `,
      [],
    ],
    [
      "without expand",
      yaml`
      plan: p
      events:
        a.<x>: { description: D. }
      `,
      ["3:3 template-placeholder"],
    ],
    [
      "with a placeholder that nothing fills, and a list that nothing uses",
      yaml`
      plan: p
      events:
        a.<x>: { description: D., expand: { y: [b] } }
      `,
      ["3:3 template-placeholder", "3:39 template-placeholder"],
    ],
    [
      "of a plan without features",
      yaml`
      plan: p
      events:
        a.<x>: { description: D., expand: { x: features } }
      `,
      ["3:29 template-placeholder"],
    ],
    [
      "of a plan without integrations",
      yaml`
      plan: p
      events:
        a.<x>: { description: D., expand: { x: integrations } }
      `,
      ["3:29 template-placeholder"],
    ],
    [
      "over something that is no list",
      yaml`
      plan: p
      events:
        a.<x>: { description: D., expand: { x: feature } }
      `,
      ["3:3 template-placeholder", "3:42 wrong-value"],
    ],
    [
      "that make an event which is there",
      yaml`
      plan: p
      features: [search]
      events:
        a.search: { description: D. }
        a.<x>: { description: D., expand: { x: features } }
      `,
      ["5:3 duplicate-definition"],
    ],
    [
      "that make the same event",
      yaml`
      plan: p
      events:
        a.<x>: { description: D., expand: { x: [b] } }
        <y>.b: { description: D., expand: { y: [a] } }
      `,
      ["4:3 duplicate-definition"],
    ],
    [
      "that make a name which no event can have",
      yaml`
      plan: p
      events:
        a.<x>: { description: D., expand: { x: [fine, toString, '', 'b.c'] } }
      `,
      ["3:3 reserved-name", "3:3 reserved-name"],
    ],
    [
      "that make more events than a plan may have",
      yaml`
      plan: p
      events:
        <a>.<b>.<c>.<d>.<e>.<f>:
          description: D.
          expand: { a: [a0, a1, a2, a3, a4, a5, a6], b: [b0, b1, b2, b3, b4, b5, b6], c: [c0, c1, c2, c3, c4, c5, c6], d: [d0, d1, d2, d3, d4, d5, d6], e: [e0, e1, e2, e3, e4, e5, e6], f: [f0, f1, f2, f3, f4, f5, f6] }
      `,
      ["3:3 plan-too-large"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("a template over features", () => {
  const texts = {
    "plan.yaml": yaml`
      plan: p
      products: { cost: {}, run: {} }
      events:
        feature.<name>.used:
          description: Uses <name>, not <other>.
          trigger: <name> answers.
          answers: Who uses <name>?
          emitted_from: The page of <name>.
          deprecated: { reason: No <name>., replaced_by: feature.<name>.opened }
          expand: { name: features }
          x-note: kept
        feature.<name>.opened: { description: D., expand: { name: features } }
    `,
    "cost.yaml": "product: cost\nfeatures: { search: S., digest: null }\n",
    "run.yaml": "product: run\nfeatures: [search]\n",
  };

  it("makes one event of features that have one name, for all products that have it", () => {
    const events = compileText(texts).plan?.events ?? [];
    expect(events.map(({ name, products }) => [name, products])).toEqual([
      ["feature.digest.opened", ["cost"]],
      ["feature.digest.used", ["cost"]],
      ["feature.search.opened", ["cost", "run"]],
      ["feature.search.used", ["cost", "run"]],
    ]);
  });

  it("fills its placeholders wherever it speaks, and says which feature it shows", () => {
    expect(eventIn(texts, "feature.search.used")).toMatchObject({
      description: "Uses search, not <other>.",
      trigger: "search answers.",
      answers: "Who uses search?",
      emittedFrom: "The page of search.",
      deprecated: { reason: "No search.", replacedBy: "feature.search.opened" },
      feature: "search",
      lineage: [{ kind: "template", name: "feature.<name>.used" }],
      extensions: { "x-note": "kept" },
    });
  });
});

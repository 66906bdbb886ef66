import { describe, expect, it } from "vitest";
import { compileText, findingsIn, type Texts } from "../../fixtures/compile-text.js";
import { yaml } from "../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("a plan's words", () => {
  it.each<Row>([
    [
      "as lists and as maps",
      {
        "plan.yaml": yaml`
      plan: p
      version: 1.0.0
      docs: https://example.com/
      products: { a: { title: A, owner: ops, domains: [x] }, b: null }
      runtimes: { node: { description: N. }, slack: null }
      stages: [arrive, buy]
      tiers: { must: Must., nice: null }
      integrations: [stripe]
      teams: { ops: { title: Ops, slack: "#ops" }, dev: null }
      defaults: { owner: ops, runtimes: [node], stability: experimental, required: optional, actor: user }
      `,
        "a.yaml": yaml`
      product: a
      features: [search]
      `,
        "b.yaml": yaml`
      product: b
      features: { search: S. }
      `,
      },
      [],
    ],
    [
      "twice in a list",
      {
        "plan.yaml": yaml`
      plan: p
      stages: [a, a]
      tiers: [a, a]
      integrations: [a, a]
      runtimes: [node, node]
      features: [a, a]
      `,
      },
      [
        "2:13 duplicate-definition",
        "3:12 duplicate-definition",
        "4:19 duplicate-definition",
        "5:18 duplicate-definition",
        "6:15 duplicate-definition",
      ],
    ],
    [
      "of a product twice, in two files",
      {
        "plan.yaml": yaml`
      plan: p
      products: { a: {} }
      `,
        "x.yaml": yaml`
      product: a
      features: [search]
      `,
        "y.yaml": yaml`
      product: a
      features: { search: S. }
      `,
      },
      ["y.yaml:2:13 duplicate-definition"],
    ],
    [
      "that Windows keeps for devices",
      yaml`
      plan: p
      products: { con: {}, Aux: {}, console: {}, com: {} }
      `,
      ["2:13 reserved-name", "2:22 reserved-name"],
    ],
    [
      "that JavaScript objects have",
      yaml`
      plan: p
      products: { toString: {} }
      runtimes: [then]
      stages: [constructor]
      tiers: [__proto__]
      integrations: [valueOf]
      features: [prototype]
      teams: { hasOwnProperty: null }
      imports: { toJSON: { plan: x.yaml } }
      types: { toString: { type: string } }
      properties: { then: { type: string } }
      property_groups: { valueOf: { description: D., properties: {} } }
      funnels: { toString: { description: D., by: distinct_id, window: 1d, stages: { then: { event: a }, b: { event: a } } } }
      events: { a: { description: D. } }
      `,
      [
        "2:13 reserved-name",
        "3:12 reserved-name",
        "4:10 reserved-name",
        "5:9 reserved-name",
        "6:16 reserved-name",
        "7:12 reserved-name",
        "8:10 reserved-name",
        "9:12 reserved-name",
        "9:28 file-not-found",
        "10:10 reserved-name",
        "11:15 reserved-name",
        "12:20 reserved-name",
        "13:12 reserved-name",
        "13:80 reserved-name",
      ],
    ],
    [
      "that YAML keys cannot be",
      yaml`
      plan: p
      products: { __proto__: {} }
      teams: { constructor: null }
      types: { prototype: { type: string } }
      groups: { __proto__: {} }
      health: { constructor: { description: D. } }
      `,
      [
        "2:13 reserved-key",
        "3:10 reserved-key",
        "4:10 reserved-key",
        "5:11 reserved-key",
        "6:11 reserved-key",
      ],
    ],
    [
      "that are a plan's name",
      yaml`
      plan: toString
      `,
      ["1:1 reserved-name"],
    ],
    [
      "that could be paths or code",
      yaml`
      plan: p
      products: { "../../etc": {}, "a/b": {}, "a b": {}, "1a": {}, "": {} }
      runtimes: ["../x"]
      groups: { "a.b": {} }
      teams: { "@ops": null }
      types: { "a/b": { type: string } }
      property_groups: { "a/b": { description: D., properties: {} } }
      `,
      [
        "2:13 wrong-value",
        "2:30 wrong-value",
        "2:41 wrong-value",
        "2:52 wrong-value",
        "2:62 wrong-value",
        "3:12 wrong-value",
        "4:11 wrong-value",
        "5:10 wrong-value",
        "6:10 wrong-value",
        "7:20 wrong-value",
      ],
    ],
    [
      "that the rest of the plan does not know",
      yaml`
      plan: p
      products: { a: { owner: osp } }
      teams: { ops: null }
      defaults: { owner: pos, runtimes: [nod], required: { when: { a: b } } }
      `,
      ["2:13 owner-unknown", "4:20 owner-unknown", "4:36 runtime-unknown", "4:42 wrong-value"],
    ],
    [
      "that are no words",
      yaml`
      plan: p q
      version: 1.0
      docs: somewhere
      naming: { case: snak, max_length: 0 }
      stages: arrive
      tiers: []
      reserved: { events: old }
      `,
      [
        "1:7 wrong-value",
        "2:10 wrong-value",
        "3:7 wrong-value",
        "4:17 wrong-value",
        "4:35 wrong-value",
        "5:9 wrong-value",
        "6:8 wrong-value",
        "7:21 wrong-value",
      ],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("a resolved plan's words", () => {
  it("have defaults, and a product where the plan names none", () => {
    const { plan } = compileText("plan: solo\ntitle: Solo\nfeatures: [b, a]\n");
    expect(plan).toMatchObject({
      name: "solo",
      title: "Solo",
      version: "0.0.0",
      docs: null,
      naming: { event: null, case: "any", tense: { completed: null, state: null }, maxLength: 100 },
      runtimes: [{ name: "browser" }, { name: "node" }],
      products: [
        { name: "solo", title: "Solo", implicit: true, features: [{ name: "b" }, { name: "a" }] },
      ],
    });
  });

  it("keep what emitters are told under x-", () => {
    const { plan } = compileText({
      "plan.yaml":
        "plan: p\nx-b: { x-c: [1] }\nproducts: { a: { title: A, x-colour: red }, b: null }\n",
      "other.yaml": "x-a: 1\n",
    });
    expect(plan?.extensions).toEqual({ "x-a": 1, "x-b": { "x-c": [1] } });
    expect(plan?.products.map(({ extensions }) => extensions)).toEqual([{ "x-colour": "red" }, {}]);
  });
});

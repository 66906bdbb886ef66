import { describe, expect, it } from "vitest";
import { compileText, findingsIn, type Texts } from "../../fixtures/compile-text.js";
import { yaml } from "../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("all that is wrong", () => {
  it.each<Row>([
    [
      "in properties",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: string, mx_length: 3, format: emial, nullable: 3 }
            b: { type: strng }
            c: 5
            d: { type: array, items: { type: strin }, min_items: many }
            f: { type: object, properties: { g: { type: intger }, h: { requird: always } } }
            i: { type: enum, values: { a: { descripton: D. }, b: 3 } }
            j: { type: string, pii: { clas: email, handling: hide } }
            k: alwys
            l: [always]
      `,
      [
        "6:26 unknown-key",
        "6:48 wrong-value",
        "6:65 wrong-value",
        "7:18 wrong-value",
        "8:10 wrong-value",
        "9:40 wrong-value",
        "9:60 wrong-value",
        "10:51 wrong-value",
        "10:66 unknown-key",
        "11:39 unknown-key",
        "11:60 wrong-value",
        "12:33 unknown-key",
        "12:56 wrong-value",
        "13:10 wrong-value",
        "14:10 wrong-value",
      ],
    ],
    [
      "in events, of any name",
      yaml`
      plan: p
      events:
        properties: { description: D., runtimes: node, kind: x }
        types: { description: D., tags: [1], limit: { max: 1 } }
        traits: 3
        description: { description: 5 }
        events: null
        a.b: { description: "" }
      extend: { properties: { runtimes: 3 } }
      property_groups: { properties: { properties: { a: 3 } } }
      `,
      [
        "3:44 wrong-value",
        "3:56 wrong-value",
        "4:36 wrong-value",
        "4:40 missing-key",
        "5:11 wrong-value",
        "6:31 wrong-value",
        "7:3 identifier-collision",
        "7:11 wrong-value",
        "8:23 wrong-value",
        "9:35 wrong-value",
        "10:20 missing-key",
        "10:51 wrong-value",
      ],
    ],
    [
      "in the header",
      yaml`
      plan: 5
      title: [x]
      teams: { ops: { slak: "#x" }, dev: 3 }
      products: { a: { titel: A, domains: x }, b: 3 }
      context: { a: { from: callr, tpe: string } }
      defaults: { stability: solid }
      privacy: { classes: { a: { handling: hide } }, harmles: [a] }
      imports: { a: {} }
      nonsense: true
      `,
      [
        "1:7 wrong-value",
        "2:8 wrong-value",
        "3:17 unknown-key",
        "3:36 wrong-value",
        "4:18 unknown-key",
        "4:37 wrong-value",
        "4:45 wrong-value",
        "5:23 wrong-value",
        "5:30 unknown-key",
        "6:24 wrong-value",
        "7:38 wrong-value",
        "7:48 unknown-key",
        "8:12 missing-key",
        "9:1 unknown-key",
      ],
    ],
    [
      "in sections that are no maps",
      yaml`
      plan: p
      events: []
      properties: a
      types: 3
      property_groups: null
      funnels: true
      `,
      [
        "2:9 wrong-value",
        "3:13 wrong-value",
        "4:8 wrong-value",
        "5:18 wrong-value",
        "6:10 wrong-value",
      ],
    ],
    [
      "and what refers to it is not wrong as well",
      yaml`
      plan: p
      teams: { ops: { slak: "#x" } }
      products: { shop: { titel: S } }
      stages: { a: A., b: 3 }
      properties: { mail: { type: strng } }
      property_groups: { g: { descripton: G., properties: { mail: always } } }
      events:
        a.b: { description: D., owner: ops, products: [shop], include: [g], properties: { mail: { max_length: 3 } } }
        a.c: { kind: funnel }
        a.d: 3
      funnels:
        f: { description: D., by: distinct_id, window: 30d, stages: { x: { event: a.c }, y: { event: a.d } } }
      `,
      [
        "2:17 unknown-key",
        "3:21 unknown-key",
        "4:21 wrong-value",
        "5:29 wrong-value",
        "6:25 unknown-key",
        "9:3 missing-key",
        "10:8 wrong-value",
      ],
    ],
    [
      "numbers that JSON cannot hold",
      yaml`
      plan: p
      x-own: .inf
      events:
        e: { description: D., properties: { a: { type: number, min: .nan, examples: [-.inf] } } }
      `,
      ["2:8 wrong-value", "4:63 wrong-value", "4:80 wrong-value"],
    ],
    [
      "duplicate keys",
      yaml`
      plan: p
      events:
        a.b: { description: D. }
        a.b: { description: D. }
      `,
      ["4:3 duplicate-key"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("keys under x-", () => {
  it("may stand wherever keys are known, and are left as they are", () => {
    const texts = yaml`
      plan: p
      x-plan: { x-inner: 1 }
      products: { shop: { title: S, x-a: 1 } }
      teams: { ops: { x-a: 1 } }
      context: { tenant_id: { from: caller, x-a: 1 } }
      events:
        a.b:
          description: D.
          x-event: [1]
          sample: { rate: 1, x-a: 1 }
          properties:
            c:
              type: enum
              values: { d: { description: D., x-a: 1 } }
              pii: { class: handle, x-a: 1 }
              x-property: yes
            e: { type: json_schema, schema: { x-schema: 1 } }
            f: { type: object, properties: { g: { type: map, values: { type: string }, x-deep: 1 } } }
    `;
    const { plan, diagnostics } = compileText(texts);
    expect(diagnostics).toEqual([]);
    const [event] = plan?.events ?? [];
    expect(plan?.extensions).toEqual({ "x-plan": { "x-inner": 1 } });
    expect(event?.extensions).toEqual({ "x-event": [1] });
    expect(event?.properties).toMatchObject([
      {
        name: "c",
        type: { kind: "enum", members: [{ value: "d" }] },
        extensions: { "x-property": "yes" },
      },
      { name: "e", type: { schema: { "x-schema": 1 } }, extensions: {} },
      { name: "f", type: { properties: [{ name: "g", extensions: { "x-deep": 1 } }] } },
    ]);
  });
});

describe("one misspelt key is one finding", () => {
  it.each<Row>([
    [
      "that makes a required one missing",
      "plan: p\ncontext: { ts: { form: clock } }\nevents: { a: { descripton: D. } }\n",
      ["2:18 unknown-key", "3:16 unknown-key"],
    ],
    [
      "that says what a property is",
      "plan: p\nevents:\n  a.b:\n    description: D.\n    properties:\n      x: { tpye: string, description: X. }\n      o: { type: object, properties: { a: { typ: string } } }\n",
      ["6:12 unknown-key", "7:45 unknown-key"],
    ],
    [
      "in a property group that an event includes",
      "plan: p\nproperty_groups:\n  g: { description: G., propertys: {} }\n  h: { description: H. }\n  i: 3\nevents:\n  a.b: { description: D., include: [g, h, i] }\n",
      ["3:25 unknown-key", "4:3 missing-key", "5:6 wrong-value"],
    ],
    [
      "but what nobody can tell is missing besides",
      "plan: p\nevents: { a: { nonsense: D. } }\n",
      ["2:11 missing-key", "2:16 unknown-key"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("one mistake of the YAML is one finding", () => {
  it.each<Row>([
    [
      "a tab before keys",
      "plan: p\nevents:\n  a.b:\n    description: D.\n\tproperties:\n\t\tx: { type: string }\n",
      ["5:1 yaml-syntax", "6:1 yaml-syntax"],
    ],
    [
      "keys in a wrong column, and what stands under them",
      "plan: p\nevents:\n  a.b:\n    description: D.\n   properties:\n      x: { type: string }\n      y: 3\n",
      ["5:4 yaml-syntax"],
    ],
    [
      "a colon in a text",
      "plan: p\nevents:\n  a.b:\n    description: Sent: always\n    owner: [x]\n",
      ["4:18 yaml-syntax"],
    ],
    [
      "no space after a colon",
      "plan: p\nevents:\n  a.b:\n    description: D.\n    properties: { x: {type:string} }\n",
      ["5:27 yaml-syntax"],
    ],
    [
      "a merge key, a tag",
      "plan: p\nevents:\n  a.b:\n    description: !x\n    properties:\n      x:\n        <<: *y\n        min: 1\n",
      ["4:18 yaml-syntax", "7:9 yaml-alias", "7:13 yaml-alias"],
    ],
    [
      "and hides no other mistake",
      "plan: p\nevents:\n  a.a: { kind: x, description: D. }\n  a.b:\n    description: @x\n  a.c: { kind: x, description: D. }\nteams: { a: 3 }\n",
      ["3:16 wrong-value", "5:18 yaml-syntax", "6:16 wrong-value", "7:13 wrong-value"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("a file of mistakes", () => {
  it("tells the first thousand and how many more, in bounded time", () => {
    const lines = Array.from({ length: 50_000 }, (_, index) => `  e${index}: { kind: 3 }\n`);
    const { plan, diagnostics } = compileText(`plan: p\nevents:\n${lines.join("")}`);
    expect(plan).toBeNull();
    expect(diagnostics.length).toBeGreaterThanOrEqual(1000);
    expect(diagnostics.length).toBeLessThan(3000);
    const more = diagnostics.filter(({ code }) => code === "findings-left-out");
    expect(more.map(({ message }) => message)).toEqual([
      "99000 more mistakes of this file are not shown.",
    ]);
    expect(more[0]?.span.start).toBeGreaterThan(1000);
  });

  it("says so too where the YAML itself has more than a thousand", () => {
    const { diagnostics } = compileText(`plan: p\nevents:\n${"  a: @b\n".repeat(1_500)}`);
    expect(diagnostics.filter(({ code }) => code === "findings-left-out")).toHaveLength(1);
  });

  it("says nothing of the kind where all are shown", () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => `  e${index}: { description: 3 }\n`);
    const { diagnostics } = compileText(`plan: p\nevents:\n${lines.join("")}`);
    expect(diagnostics).toHaveLength(1_000);
  });
});

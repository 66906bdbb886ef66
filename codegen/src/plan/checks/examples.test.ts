import { describe, expect, it } from "vitest";
import { findingsIn, type Texts } from "../../../fixtures/compile-text.js";
import { yaml } from "../../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("examples", () => {
  it.each<Row>([
    [
      "of their types",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: string, examples: [x, ""] }
            b: { type: integer, min: 1, max: 3, examples: [1, 3] }
            c: { type: number, examples: [1.5, -1, 0] }
            d: { type: boolean, examples: [true] }
            f: { type: timestamp, examples: ["2026-01-31T10:00:00Z", "2026-01-31T10:00:00.5+02:00"] }
            g: { type: date, examples: [2026-02-28] }
            h: { type: duration, unit: s, examples: [0, 1.5] }
            i: { type: money, currency: EUR, examples: [100] }
            j: { type: money, currency: EUR, unit: major, examples: [1.5] }
            k: { type: enum, values: [x, 1, true], examples: [x, 1, true] }
            l: { type: enum, values: [x], open: true, examples: [y] }
            m: { type: const, value: x, examples: [x] }
            n: { type: array, items: { type: string }, max_items: 2, examples: [[], [a, b]] }
            o: { type: object, properties: { a: { type: string, required: always }, b: { type: string } }, examples: [{ a: x }] }
            p: { type: map, values: { type: integer }, keys: "^[a-z]$", examples: [{ a: 1 }] }
            q: { type: union, any_of: [{ type: string }, { type: integer }], examples: [x, 1] }
            r: { type: string, nullable: true, examples: [null, x] }
            s: { type: string, pattern: "^a+$", examples: [aaa] }
            t: { type: string, min_length: 1, max_length: 2, examples: ["👍👍"] }
            u: { type: json_schema, schema: { type: string }, examples: [1] }
      `,
      [],
    ],
    [
      "not of their types",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: string, examples: [1] }
            b: { type: integer, min: 1, max: 3, examples: [0, 4, 1.5, x] }
            c: { type: number, examples: [x] }
            d: { type: boolean, examples: [yes] }
            f: { type: timestamp, examples: [2026-01-31, "2026-02-30T10:00:00Z"] }
            g: { type: date, examples: [2026-02-30, 2026-13-01] }
            h: { type: duration, unit: s, examples: [-1] }
            i: { type: money, currency: EUR, examples: [1.5] }
            k: { type: enum, values: [x, 1, true], examples: [y, "1"] }
            m: { type: const, value: x, examples: [y] }
            n: { type: array, items: { type: string }, min_items: 1, max_items: 2, examples: [[], [a, b, c], [1], a] }
            o: { type: object, properties: { a: { type: string, required: always }, b: { type: string } }, examples: [{ b: x }, { a: x, c: y }, { a: 1 }] }
            p: { type: map, values: { type: integer }, keys: "^[a-z]$", max_keys: 1, examples: [{ A: 1 }, { a: x }, { a: 1, b: 2 }] }
            q: { type: union, any_of: [{ type: string }, { type: integer }], examples: [true] }
            r: { type: string, examples: [null] }
            s: { type: string, pattern: "^a+$", examples: [b] }
            t: { type: string, min_length: 1, max_length: 2, examples: ["👍👍👍", ""] }
            u: { type: string, format: email, examples: [nobody] }
            v: { type: string, format: uuid, examples: [x] }
            w: { type: string, format: date, examples: [today] }
      `,
      [
        "6:37 example-invalid",
        "7:54 example-invalid",
        "7:57 example-invalid",
        "7:60 example-invalid",
        "7:65 example-invalid",
        "8:37 example-invalid",
        "9:38 example-invalid",
        "10:40 example-invalid",
        "10:52 example-invalid",
        "11:35 example-invalid",
        "11:47 example-invalid",
        "12:48 example-invalid",
        "13:51 example-invalid",
        "14:57 example-invalid",
        "14:60 example-invalid",
        "15:46 example-invalid",
        "16:89 example-invalid",
        "16:93 example-invalid",
        "16:104 example-invalid",
        "16:109 example-invalid",
        "17:113 example-invalid",
        "17:123 example-invalid",
        "17:139 example-invalid",
        "18:91 example-invalid",
        "18:101 example-invalid",
        "18:111 example-invalid",
        "19:83 example-invalid",
        "20:37 example-invalid",
        "21:54 example-invalid",
        "22:67 example-invalid",
        "22:77 example-invalid",
        "23:52 example-invalid",
        "24:51 example-invalid",
        "25:51 example-invalid",
      ],
    ],
    [
      "of shared properties, groups, traits, the context, and inside objects",
      yaml`
      plan: p
      properties: { a: { type: string, examples: [1] } }
      property_groups: { g: { description: G., properties: { b: { type: string, examples: [1] } } } }
      groups: { tenant: { traits: { c: { type: string, examples: [1] } } } }
      person: { traits: { d: { type: string, examples: [1] } } }
      super_properties: { e: { type: string, examples: [1] } }
      context: { f: { from: caller, examples: [1] } }
      types: { t: { type: object, properties: { g: { type: string, examples: [1] } } } }
      events:
        e: { description: D., properties: { h: { type: array, items: { type: object, properties: { i: { type: string, examples: [1] } } } } } }
      `,
      [
        "2:45 example-invalid",
        "3:86 example-invalid",
        "4:61 example-invalid",
        "5:51 example-invalid",
        "6:51 example-invalid",
        "7:42 example-invalid",
        "8:73 example-invalid",
        "10:124 example-invalid",
      ],
    ],
    [
      "that a pattern could be tried on for ever",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: string, pattern: "^(a+)+$", examples: ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"] }
            b: { type: string, pattern: "^(a|a)*$", examples: ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"] }
            c: { type: string, pattern: "a*a*a*a*a*a*a*b", examples: ["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] }
      `,
      [],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

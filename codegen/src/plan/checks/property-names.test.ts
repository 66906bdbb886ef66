import { describe, expect, it } from "vitest";
import { findingsIn, type Texts } from "../../../fixtures/compile-text.js";
import { yaml } from "../../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("property names", () => {
  it.each<Row>([
    [
      "that can be written down",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: string }
            _b: { type: string }
            C3: { type: string }
            default: { type: string }
            class: { type: string }
            delete: { type: string }
            new: { type: string }
      `,
      [],
    ],
    [
      "that cannot",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a b: { type: string }
            a-b: { type: string }
            $a: { type: string }
            1a: { type: string }
            ä: { type: string }
            a.b: { type: string }
            '': { type: string }
      `,
      [
        "6:7 property-name-format",
        "7:7 property-name-format",
        "8:7 property-name-format",
        "9:7 property-name-format",
        "10:7 property-name-format",
        "11:7 property-name-format",
        "12:7 property-name-format",
      ],
    ],
    [
      "that JavaScript objects have",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            toString: { type: string }
            valueOf: { type: string }
            hasOwnProperty: { type: string }
            then: { type: string }
      `,
      ["6:7 reserved-name", "7:7 reserved-name", "8:7 reserved-name", "9:7 reserved-name"],
    ],
    [
      "that YAML keys cannot be",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            __proto__: { type: string }
            constructor: { type: string }
            prototype: { type: string }
      `,
      ["6:7 reserved-key", "7:7 reserved-key", "8:7 reserved-key"],
    ],
    [
      "inside objects, lists, maps and unions",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: object, properties: { b c: { type: string } } }
            d: { type: array, items: { type: object, properties: { e.f: { type: string } } } }
            g: { type: map, values: { type: object, properties: { "h[]": { type: string } } } }
            i: { type: union, any_of: [{ type: string }, { type: object, properties: { toString: { type: string } } }] }
      `,
      [
        "6:40 property-name-format",
        "7:62 property-name-format",
        "8:61 property-name-format",
        "9:82 reserved-name",
      ],
    ],
    [
      "of types, traits, groups and shared properties",
      yaml`
      plan: p
      types: { t: { type: object, properties: { a b: { type: string } } } }
      properties: { c d: { type: string } }
      property_groups: { g: { description: G., properties: { e f: { type: string } } } }
      groups: { tenant: { traits: { h i: { type: string } } } }
      person: { traits: { j k: { type: string } } }
      super_properties: { l m: { type: string } }
      context: { n o: { from: caller } }
      `,
      [
        "2:43 property-name-format",
        "3:15 property-name-format",
        "4:56 property-name-format",
        "5:31 property-name-format",
        "6:21 property-name-format",
        "7:21 property-name-format",
        "8:12 property-name-format",
      ],
    ],
    [
      "that are the context's",
      yaml`
      plan: p
      context: { tenant_id: { from: caller } }
      events:
        e:
          description: D.
          properties:
            tenant_id: { type: string }
            distinct_id: { type: string }
            timestamp: { type: timestamp }
            uuid: { type: string }
            inner: { type: object, properties: { tenant_id: { type: string } } }
      `,
      [
        "7:7 property-shadows-context",
        "8:7 property-shadows-context",
        "9:7 property-shadows-context",
        "10:7 property-shadows-context",
      ],
    ],
    [
      "that are reserved",
      yaml`
      plan: p
      reserved: { properties: [old] }
      properties: { renamed: { type: string } }
      events:
        e:
          description: D.
          properties:
            old: { ref: renamed }
            inner: { type: object, properties: { old: { type: string } } }
      `,
      ["8:7 reserved-name-in-use"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

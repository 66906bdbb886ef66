import { describe, expect, it } from "vitest";
import { findingsIn, type Texts } from "../../../fixtures/compile-text.js";
import { yaml } from "../../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("conditions", () => {
  it.each<Row>([
    [
      "on a value, on values, on presence",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: enum, values: [x, y] }
            b: { type: string, required: { when: { a: x } } }
            c: { type: string, required: { when: { a: [x, y], b: { present: true } } } }
            d: { type: string, required: { when: { b: { present: false } } } }
      `,
      [],
    ],
    [
      "on a property that there is not",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            outcome: { type: enum, values: [x, y] }
            b: { type: string, required: { when: { outcom: x } } }
      `,
      ["7:46 condition-unknown-property"],
    ],
    [
      "on itself",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            b: { type: string, required: { when: { b: { present: true } } } }
      `,
      ["6:46 condition-impossible"],
    ],
    [
      "on a value that never is",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: enum, values: [x, y] }
            b: { type: string, required: { when: { a: [x, z] } } }
            n: { type: integer, min: 3 }
            c: { type: string, required: { when: { n: 2 } } }
            d: { type: string, required: { when: { n: three } } }
      `,
      ["7:53 condition-impossible", "9:49 condition-impossible", "10:49 condition-impossible"],
    ],
    [
      "on an open enum's other value",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: enum, values: [x, y], open: true }
            b: { type: string, required: { when: { a: z } } }
      `,
      [],
    ],
    [
      "that is empty or no condition",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: enum, values: [x, y] }
            b: { type: string, required: { when: { a: [] } } }
            c: { type: string, required: { when: { a: { presnt: true } } } }
            d: { type: string, required: whenever }
      `,
      ["7:49 wrong-value", "8:51 unknown-key", "9:36 wrong-value"],
    ],
    [
      "inside an object, on what is inside",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            o: { type: object, properties: { a: { type: boolean }, b: { type: string, required: { when: { a: true } } } } }
      `,
      [],
    ],
    [
      "inside an object, on what is outside",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: boolean }
            o: { type: object, properties: { b: { type: string, required: { when: { a: true } } } } }
      `,
      ["7:79 condition-unknown-property"],
    ],
    [
      "inside a list's object",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            o: { type: array, items: { type: object, properties: { b: { type: string, required: { when: { a: true } } } } } }
      `,
      ["6:101 condition-unknown-property"],
    ],
    [
      "of a group, on what only the event has",
      yaml`
      plan: p
      property_groups: { g: { description: G., properties: { b: { type: string, required: { when: { a: true } } } } } }
      events:
        e: { description: D., include: [g], properties: { a: { type: boolean } } }
        f: { description: D., include: [g] }
      `,
      ["2:95 condition-unknown-property"],
    ],
    [
      "of traits",
      yaml`
      plan: p
      groups: { tenant: { traits: { a: { type: boolean }, b: { type: string, required: { when: { c: true } } } } } }
      person: { traits: { d: { type: string, required: { when: { e: true } } } } }
      super_properties: { f: { type: string, required: { when: { g: true } } } }
      `,
      [
        "2:92 condition-unknown-property",
        "3:60 condition-unknown-property",
        "4:60 condition-unknown-property",
      ],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

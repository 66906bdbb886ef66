import { describe, expect, it } from "vitest";
import { findingsIn, type Texts } from "../../../fixtures/compile-text.js";
import { yaml } from "../../../fixtures/yaml.js";

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("what can be hashed", () => {
  it.each<Row>([
    [
      "texts, ids, words, and types that are",
      yaml`
      plan: p
      types: { mail: { type: string } }
      events:
        e:
          description: D.
          properties:
            a: { type: string, pii: email }
            b: { type: integer, pii: user_id }
            c: { type: enum, values: [x], pii: handle }
            d: { type: named, name: mail, pii: email }
            f: { type: array, items: { type: string, pii: email } }
            g: { type: object, properties: { h: { type: string, pii: email } } }
      `,
      [],
    ],
    [
      "nothing else",
      yaml`
      plan: p
      types: { thing: { type: object, properties: { a: { type: string } } }, truth: { type: boolean, pii: email } }
      context: { day: { from: caller, type: date, pii: user_id } }
      events:
        e:
          description: D.
          properties:
            a: { type: boolean, pii: email }
            b: { type: array, items: { type: string }, pii: email }
            c: { type: object, properties: { x: { type: string } }, pii: email }
            d: { type: named, name: thing, pii: email }
            f: { type: array, items: { type: boolean, pii: email } }
            g: { type: object, properties: { h: { type: number, pii: email } } }
            i: { type: map, values: { type: boolean, pii: email } }
            j: { type: union, any_of: [{ type: string }, { type: boolean, pii: email }] }
      `,
      [
        "2:101 hash-type-mismatch",
        "3:50 hash-type-mismatch",
        "8:32 hash-type-mismatch",
        "9:55 hash-type-mismatch",
        "10:68 hash-type-mismatch",
        "11:43 hash-type-mismatch",
        "12:7 hash-type-mismatch",
        "13:64 hash-type-mismatch",
        "14:7 hash-type-mismatch",
        "15:7 hash-type-mismatch",
      ],
    ],
    [
      "anything can be dropped",
      yaml`
      plan: p
      events:
        e:
          description: D.
          properties:
            a: { type: object, properties: { x: { type: string } }, pii: free_text }
            b: { type: boolean, pii: { class: email, handling: drop } }
      `,
      [],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

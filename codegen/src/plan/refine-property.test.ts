import { describe, expect, it } from "vitest";
import { eventIn, findingsIn, type Texts } from "../../fixtures/compile-text.js";
import { yaml } from "../../fixtures/yaml.js";

/** A shared property that an event refines; the refinement stands in line 8. */
function refining(shared: string, own: string): string {
  return yaml`
    plan: p
    properties:
      it: ${shared}
    events:
      e:
        description: D.
        properties:
          it: ${own}
          other: { type: boolean }
  `;
}

type Row = readonly [name: string, texts: Texts, wanted: readonly string[]];

describe("a refinement tightens", () => {
  it.each<Row>([
    ["bounds of a number", refining("{ type: number, min: 0, max: 9 }", "{ min: 1, max: 8 }"), []],
    ["the same bounds", refining("{ type: number, min: 0, max: 9 }", "{ min: 0, max: 9 }"), []],
    ["bounds where there were none", refining("{ type: integer }", "{ min: 0, max: 9 }"), []],
    [
      "bounds of a duration and of money",
      refining("{ type: money, currency: EUR }", "{ min: 0 }"),
      [],
    ],
    [
      "lengths",
      refining(
        "{ type: string, min_length: 2, max_length: 9 }",
        "{ min_length: 3, max_length: 8 }",
      ),
      [],
    ],
    [
      "counts of items",
      refining(
        "{ type: array, items: { type: string }, min_items: 1 }",
        "{ min_items: 2, max_items: 3 }",
      ),
      [],
    ],
    ["a pattern where there is none", refining("{ type: string }", "{ pattern: '^a' }"), []],
    ["the same pattern", refining("{ type: string, pattern: '^a' }", "{ pattern: '^a' }"), []],
    ["fewer values", refining("{ type: enum, values: [a, b, c] }", "{ values: [a, c] }"), []],
    [
      "an open enum to values, new ones too",
      refining("{ type: enum, values: [a, b], open: true }", "{ values: [a, d] }"),
      [],
    ],
    [
      "nullable to never null",
      refining("{ type: boolean, nullable: true }", "{ nullable: false }"),
      [],
    ],
    ["optional to always", refining("{ type: boolean }", "always"), []],
    [
      "optional to a condition",
      refining("{ type: boolean }", "{ required: { when: { other: true } } }"),
      [],
    ],
    [
      "a condition to always",
      refining("{ type: boolean, required: { when: { other: true } } }", "{ required: always }"),
      [],
    ],
    [
      "a hash to a drop",
      refining("{ type: string, pii: email }", "{ pii: { class: email, handling: drop } }"),
      [],
    ],
    ["no privacy to some", refining("{ type: string }", "{ pii: email }"), []],
    [
      "an example away that no longer fits",
      refining("{ type: string, examples: [abcdef, ab] }", "{ max_length: 3 }"),
      [],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("a refinement does not loosen", () => {
  it.each<Row>([
    [
      "a smaller min",
      refining("{ type: number, min: 0, max: 9 }", "{ min: -1 }"),
      ["8:18 override-weakens-base"],
    ],
    [
      "a larger max",
      refining("{ type: number, min: 0, max: 9 }", "{ max: 10 }"),
      ["8:18 override-weakens-base"],
    ],
    [
      "a duration's min below 0",
      refining("{ type: duration, unit: s }", "{ min: -1 }"),
      ["8:18 override-weakens-base"],
    ],
    [
      "both lengths at once",
      refining(
        "{ type: string, min_length: 2, max_length: 4 }",
        "{ min_length: 1, max_length: 5 }",
      ),
      ["8:25 override-weakens-base", "8:40 override-weakens-base"],
    ],
    [
      "both counts at once",
      refining(
        "{ type: array, items: { type: string }, min_items: 2, max_items: 4 }",
        "{ min_items: 1, max_items: 5 }",
      ),
      ["8:24 override-weakens-base", "8:38 override-weakens-base"],
    ],
    [
      "another pattern",
      refining("{ type: string, pattern: a }", "{ pattern: b }"),
      ["8:22 override-weakens-base"],
    ],
    [
      "another value of a closed enum",
      refining("{ type: enum, values: [a, b] }", "{ values: [a, c] }"),
      ["8:21 override-weakens-base"],
    ],
    ["null", refining("{ type: boolean }", "{ nullable: true }"), ["8:23 override-weakens-base"]],
    [
      "always to optional",
      refining("{ type: boolean, required: always }", "optional"),
      ["8:11 override-weakens-base"],
    ],
    [
      "always to optional, in a map",
      refining("{ type: boolean, required: always }", "{ required: optional }"),
      ["8:23 override-weakens-base"],
    ],
    [
      "always to a condition",
      refining("{ type: boolean, required: always }", "{ required: { when: { other: true } } }"),
      ["8:13 override-weakens-base"],
    ],
    [
      "a condition to optional",
      refining("{ type: boolean, required: { when: { other: true } } }", "optional"),
      ["8:11 override-weakens-base"],
    ],
    [
      "a condition to another",
      refining(
        "{ type: boolean, required: { when: { other: true } } }",
        "{ required: { when: { other: false } } }",
      ),
      ["8:13 override-weakens-base"],
    ],
    [
      "a class to none",
      refining("{ type: string, pii: email }", "{ pii: none }"),
      ["8:18 override-weakens-base"],
    ],
    [
      "a hash to allow",
      refining(
        "{ type: string, pii: email }",
        "{ pii: { class: email, handling: allow, reason: R., until: 2027-01-01 } }",
      ),
      ["8:13 override-weakens-base"],
    ],
    [
      "a drop to a hash",
      refining(
        "{ type: string, pii: person_name }",
        "{ pii: { class: person_name, handling: hash } }",
      ),
      ["8:13 override-weakens-base"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("a refinement makes sense", () => {
  it.each<Row>([
    [
      "nothing lies between the bounds",
      refining("{ type: number, min: 0, max: 9 }", "{ min: 10 }"),
      ["8:18 contradictory-constraint"],
    ],
    [
      "nor between the lengths",
      refining("{ type: string, min_length: 5 }", "{ max_length: 4 }"),
      ["8:25 contradictory-constraint"],
    ],
    ["a bound of a text", refining("{ type: string }", "{ min: 3 }"), ["8:18 unknown-key"]],
    [
      "a length of a number",
      refining("{ type: number }", "{ max_length: 3 }"),
      ["8:25 unknown-key"],
    ],
    ["a count of a text", refining("{ type: string }", "{ max_items: 3 }"), ["8:24 unknown-key"]],
    ["values of a text", refining("{ type: string }", "{ values: [a] }"), ["8:21 unknown-key"]],
    ["a pattern of a number", refining("{ type: number }", "{ pattern: a }"), ["8:22 unknown-key"]],
    [
      "a pattern that is no expression",
      refining("{ type: string }", "{ pattern: '(' }"),
      ["8:22 contradictory-constraint"],
    ],
    [
      "an example that does not fit",
      refining("{ type: string }", "{ max_length: 3, examples: [abcdef] }"),
      ["8:39 example-invalid"],
    ],
    [
      "a key that there is not",
      refining("{ type: string }", "{ max_lenth: 3, requird: always }"),
      ["8:13 unknown-key", "8:27 unknown-key"],
    ],
    [
      "nothing of what is broken",
      refining("{ type: strng }", "{ min: 3, values: [a], nullable: true }"),
      ["3:15 wrong-value"],
    ],
  ])("%s", (_name, texts, wanted) => {
    expect(findingsIn(texts)).toEqual(wanted);
  });
});

describe("the refined property", () => {
  it("keeps what nobody refines, and where it came from", () => {
    const texts = refining(
      "{ type: string, pii: email, description: A., tags: [a], examples: [abcdef, ab], deprecated: { reason: R. } }",
      "{ required: always, max_length: 3, tags: [b], x-note: 1 }",
    );
    const [property] = eventIn(texts, "e").properties;
    expect(property).toEqual({
      name: "it",
      type: { kind: "string", format: null, pattern: null, minLength: null, maxLength: 3 },
      nullable: false,
      description: "A.",
      pii: { class: "email", handling: "hash", reason: null, reviewer: null, until: null },
      required: true,
      when: null,
      examples: ["ab"],
      deprecated: { reason: "R.", replacedBy: null, since: null, sunset: null },
      tags: ["a", "b"],
      origin: { file: "plan.yaml", line: 8, column: 7 },
      lineage: [
        { kind: "property", name: "it", origin: { file: "plan.yaml", line: 3, column: 3 } },
      ],
      extensions: { "x-note": 1 },
    });
  });

  it("has the values left of an enum, in their order, with what is said of them", () => {
    const texts = refining("{ type: enum, values: { a: A., b: B., c: C. } }", "{ values: [c, a] }");
    const type = eventIn(texts, "e").properties.find(({ name }) => name === "it")?.type;
    expect(type).toEqual({
      kind: "enum",
      members: [
        { value: "a", description: "A.", deprecated: null },
        { value: "c", description: "C.", deprecated: null },
      ],
      open: false,
    });
  });

  it("is required by the plan's default, unless the shared one has a condition", () => {
    const head = "defaults: { required: always }\n";
    const plain = refining("{ type: boolean }", "{ description: D. }") + head;
    const conditional = refining(
      "{ type: boolean, required: { when: { other: true } } }",
      "{ description: D. }",
    );
    const of = (texts: string) => eventIn(texts, "e").properties.find((it) => it.name === "it");
    expect(of(plain)?.required).toBe(true);
    expect(of(conditional + head)).toMatchObject({
      required: false,
      when: [{ property: "other" }],
    });
  });
});

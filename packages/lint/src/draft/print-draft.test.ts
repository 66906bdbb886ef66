import { compilePlan, memoryFiles } from "@dd0c/track-codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Draft, DraftProperty, DraftType } from "./draft.js";
import { fitDraft } from "./fit-draft.js";
import { printDraft } from "./print-draft.js";
import { yamlText } from "./yaml-scalar.js";

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
);

test("any text survives YAML, as a value and as a key", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      // A lone half of a character is no text in any encoding that a file can have.
      fc.pre(!/\p{Cs}/u.test(text));
      expect(parse(`key: ${yamlText(text)}`)).toEqual({ key: text });
      expect(Object.keys(parse(`${yamlText(text)}: 1`) as object)).toEqual([text]);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  "null",
  "Yes",
  "1.5",
  "a: b",
  "a #b",
  "- x",
  "~",
  "",
  " x",
  "x ",
  "@x",
  "0x1F",
  "1_000",
])("%j is read back as text", (text) => expect(parse(`a: ${yamlText(text)}`)).toEqual({ a: text }));

const name = fc.oneof(
  anyText,
  fc.constantFrom("a", "a.b", "A", "then", "$x", "tenant_id", "Sign Up"),
);
const scalar = fc.oneof(anyText, fc.integer(), fc.boolean());
const leaf: fc.Arbitrary<DraftType> = fc.oneof(
  fc.constantFrom<DraftType>(
    { kind: "unknown" },
    { kind: "boolean" },
    { kind: "timestamp" },
    { kind: "string", format: "email" },
    { kind: "integer", min: 0, max: 5 },
  ),
  fc
    .array(scalar, { minLength: 1, maxLength: 4 })
    .map((values): DraftType => ({ kind: "enum", values })),
);
const type: fc.Arbitrary<DraftType> = fc.oneof(
  leaf,
  leaf.map((items): DraftType => ({ kind: "array", items })),
  leaf.map((values): DraftType => ({ kind: "map", values })),
  fc
    .array(leaf, { minLength: 2, maxLength: 3 })
    .map((anyOf): DraftType => ({ kind: "union", anyOf })),
);
const property: fc.Arbitrary<DraftProperty> = fc.record({
  name,
  description: anyText,
  required: fc.boolean(),
  type,
  notes: fc.array(anyText, { maxLength: 2 }),
});
const draft: fc.Arbitrary<Draft> = fc
  .record({
    name: anyText,
    description: fc.string({ minLength: 1 }),
    runtimes: fc.constant(["browser", "node"]),
    notes: fc.array(anyText, { maxLength: 2 }),
    events: fc.uniqueArray(
      fc.record({
        name,
        description: anyText,
        notes: fc.array(anyText, { maxLength: 2 }),
        properties: fc.uniqueArray(property, { selector: (it) => it.name, maxLength: 3 }),
      }),
      { selector: (it) => it.name, maxLength: 4 },
    ),
  })
  .filter((it) => !/\\ud[89a-f]/.test(JSON.stringify(it)));

test("a fitted draft compiles, whatever was found, and nothing vanishes without a word", () => {
  fc.assert(
    fc.property(draft, (it) => {
      const fitted = fitDraft(it);
      const { plan } = compilePlan("plan.yaml", memoryFiles({ "plan.yaml": fitted.text }));
      expect(plan).not.toBeNull();
      const gone = new Set(
        fitted.leftOut.filter((out) => out.property === null).map((out) => out.event),
      );
      const kept = new Set(plan?.events.map((event) => event.name));
      for (const event of it.events) expect(kept.has(event.name)).toBe(!gone.has(event.name));
    }),
    { numRuns: 150 },
  );
});

test("the same draft in another order gives the same bytes", () => {
  const events = ["b", "a", "c"].map((it) => ({
    name: it,
    description: "x",
    notes: [],
    properties: [],
  }));
  const made = (list: Draft["events"]): string =>
    printDraft({ name: "p", description: "d", runtimes: [], notes: [], events: list }).text;
  expect(made(events)).toBe(made([...events].reverse()));
});

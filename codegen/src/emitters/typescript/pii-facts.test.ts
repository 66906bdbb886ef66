import { expect, test } from "vitest";
import { pii, property, text, value } from "../../../fixtures/build.js";
import type { PropertyType, PropertyValue } from "../../plan/property-type.js";
import { piiFacts } from "./pii-facts.js";

const email = value(text(), { pii: pii("email", "hash") });
const note = value(text(), { pii: pii("free_text", "drop") });
const plain = value(text());
const allowed = value(text(), { pii: pii("email", "allow") });

const object = (of: Readonly<Record<string, PropertyValue>>): PropertyValue =>
  value({
    kind: "object",
    properties: Object.entries(of).map(([name, it]) => property(name, it.type, it)),
  });
const list = (items: PropertyValue): PropertyValue =>
  value({ kind: "array", items, minItems: null, maxItems: null, unique: false });
const map = (values: PropertyValue): PropertyValue =>
  value({ kind: "map", values, keys: null, maxKeys: null });
const union = (...anyOf: PropertyValue[]): PropertyValue => value({ kind: "union", anyOf });

const factsOf = (it: PropertyValue, type: PropertyType = it.type) =>
  piiFacts([property("it", type, it), property("other", text())], new Map());

test.each([
  ["nothing of what is none", object({ a: plain, b: list(plain), c: allowed }), {}],
  ["a class", email, { it: "email" }],
  ["that it does not travel", note, { it: false }],
  [
    "lists and maps",
    list(map(object({ e: email, p: plain }))),
    {
      it: { "[]": { "{}": { e: "email" } } },
    },
  ],
  [
    "names as they are",
    object({ "a.b": email, "c[]": object({ d: note }) }),
    {
      it: { "a.b": "email", "c[]": { d: false } },
    },
  ],
  [
    "all branches of a union",
    union(plain, list(email), object({ e: note })),
    {
      it: { "[]": "email", e: false },
    },
  ],
  ["a hash before what is inside", union(object({ e: note }), email), { it: "email" }],
  ["a drop before a hash", union(email, note), { it: false }],
  [
    "the stricter within branches",
    union(object({ e: email }), object({ e: note })),
    {
      it: { e: false },
    },
  ],
])("says %s", (_, it, want) => {
  expect(factsOf(it)).toEqual(want);
});

test("follows named types", () => {
  const named = property("it", { kind: "named", name: "contact" });
  const definition = { name: "contact", ...object({ e: email }) } as never;
  expect(piiFacts([named], new Map([["contact", definition]]))).toEqual({ it: { e: "email" } });
});

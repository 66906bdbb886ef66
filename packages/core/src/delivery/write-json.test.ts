import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonMembers } from "./write-json";

/** Whatever a caller may pass, made of what JSON can say and of what it cannot. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: "binary" }),
    fc.string(),
    fc.double(),
    fc.constantFrom(undefined, null, true, false, -0, Number.NaN, Number.POSITIVE_INFINITY),
    fc.date({ noInvalidDate: false }),
    fc.constantFrom(Symbol("s"), () => 1, new Map([[1, 2]]), new Number(3), Object.create(null)),
    fc.string().map((text) => ({ toJSON: () => text, hidden: 1 })),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 5 }),
  ),
})).value;

test("an object's members are spelt as JSON.stringify spells them", () => {
  const given = fc.dictionary(fc.string({ unit: "binary" }), anything, { maxKeys: 8 });
  fc.assert(
    fc.property(given, (it) => {
      expect(`{${jsonMembers(it)}}`).toBe(JSON.stringify(it));
    }),
    { numRuns: 2_000 },
  );
});

test("a bigint is the number that it is to its writer", () => {
  const given = { big: 9_007_199_254_740_993n, deep: { big: 7n, list: [8n] }, huge: 10n ** 400n };
  expect(jsonMembers(given)).toBe('"big":9007199254740992,"deep":{"big":7,"list":[8]},"huge":null');
});

test("what a prototype says is nobody's word", () => {
  const given = Object.assign(Object.create({ inherited: 1 }), { own: 2 });
  expect(jsonMembers(given)).toBe('"own":2');
});

test("cycles and throwing getters throw", () => {
  const cycle: Record<string, unknown> = {};
  cycle.again = { cycle };
  expect(() => jsonMembers(cycle)).toThrow();
  const getter = {
    get bad() {
      throw new Error("no");
    },
  };
  expect(() => jsonMembers({ getter })).toThrow("no");
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { diceOf } from "../../fixtures/dice.js";
import { fixturePlan } from "../../fixtures/fixture-plan.js";
import { mutatePlan } from "../../fixtures/mutate-plan.js";
import { planText, randomPlan } from "../../fixtures/random-plan.js";
import { readDocument } from "./document/read-document.js";
import { fits } from "./fits.js";
import { planFile, rootFile } from "./plan-file.js";
import { createSource, Located } from "./source.js";

/** `FUZZ_RUNS=20000` soaks; unless told it takes seconds. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 60);

function readValue(text: string): unknown {
  const { root } = readDocument(text);
  return root === null ? null : new Located(createSource("plan.yaml", text)).value(root);
}

function expectAgreement(texts: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(texts)) {
    if (!/\.ya?ml$/.test(path)) continue;
    const value = readValue(text);
    for (const schema of [rootFile, planFile])
      expect(fits(schema, value), text).toBe(schema.safeParse(value).success);
  }
}

describe("fits", () => {
  it.each([
    [z.string().min(2), ["ab", "a", "", 1, null, undefined]],
    [z.string().regex(/^a/), ["ab", "ba"]],
    [z.string().regex(/a/g), ["a", "a", "b"]],
    [z.string().trim().min(1), [" ", "a"]],
    [z.url(), ["https://a.example", "a"]],
    [z.number(), [0, -1.5, Number.NaN, Number.POSITIVE_INFINITY, "1", true]],
    [z.number().gt(0).lte(1), [0, 0.1, 1, 1.1]],
    [z.int().nonnegative(), [0, -1, 1.5, 2 ** 53]],
    [z.boolean(), [true, 0, "true"]],
    [z.null(), [null, undefined, 0]],
    [z.literal([1, "x"]), [1, "x", "1", null]],
    [z.enum(["a", "b"]), ["a", "c", 0]],
    [z.array(z.string()).min(1).max(2), [[], ["a"], ["a", "b", "c"], [1], {}, "a"]],
    [z.tuple([z.string()]), [["a"], [], ["a", "b"]]],
    [z.record(z.string(), z.number()), [{}, { a: 1 }, { a: "1" }, [], null]],
    [z.record(z.enum(["a", "b"]), z.number()), [{ a: 1, b: 2 }, { a: 1 }, { c: 1 }]],
    [z.record(z.string().min(2), z.number()), [{ ab: 1 }, { a: 1 }]],
    [z.union([z.string(), z.null()]), ["a", null, 1]],
    [z.xor([z.string(), z.string().min(1)]), ["", "a"]],
    [z.nullable(z.string()).optional(), ["a", null, undefined, 1]],
    [z.strictObject({ a: z.string() }), [{ a: "x" }, {}, { a: "x", b: 1 }, [], null, "a"]],
    [z.strictObject({ a: z.string().optional() }), [{}, { a: "x" }, { a: 1 }]],
    [z.object({ a: z.string() }), [{ a: "x" }, { a: "x", b: 1 }, {}]],
    [z.object({}).catchall(z.number()), [{}, { a: 1 }, { a: "x" }]],
    [z.strictObject({ a: z.number() }).refine(({ a }) => a > 1), [{ a: 1 }, { a: 2 }]],
    [
      z.discriminatedUnion("type", [
        z.strictObject({ type: z.literal("a"), n: z.number() }),
        z.strictObject({ type: z.undefined().optional(), s: z.string() }),
      ]),
      [{ type: "a", n: 1 }, { type: "a" }, { s: "x" }, { type: "b" }, { type: "a", s: "x" }, []],
    ],
    [z.string().transform((it) => it.length), ["a", 1]],
    [z.unknown(), [undefined, null, {}, []]],
  ])("%# says of every value what the schema says", (schema, values) => {
    for (const value of values)
      expect(fits(schema, value), JSON.stringify(value)).toBe(schema.safeParse(value).success);
  });

  it("agrees with the schema on any plan, right or wrong", {
    timeout: 60_000 + numRuns * 50,
  }, () => {
    const plans = ["reference", "hostile"].map(fixturePlan);
    fc.assert(
      fc.property(fc.gen(), (generate) => {
        const dice = diceOf(generate);
        expectAgreement(
          dice.once(3)
            ? { "plan.yaml": planText(randomPlan(dice)) }
            : mutatePlan(dice.of(plans), dice),
        );
      }),
      { numRuns },
    );
  });
});

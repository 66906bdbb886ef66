import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileText } from "../fixtures/compile-text.js";
import { type Dice, diceOf } from "../fixtures/dice.js";
import { fixturePlan } from "../fixtures/fixture-plan.js";
import { editPlan, mutatePlan } from "../fixtures/mutate-plan.js";
import { oneMoreEvent, planText, randomPlan, splitPlan } from "../fixtures/random-plan.js";
import { type Compilation, compilePlan } from "./compile-plan.js";
import type { EmittedFile } from "./emitter.js";
import { emitters } from "./emitters/index.js";
import { catalogue } from "./language/catalogue.js";
import type { ParseCache } from "./language/load-plan.js";
import { memoryFiles } from "./language/plan-files.js";
import type { ResolvedPlan } from "./plan/resolved-plan.js";

/** `FUZZ_RUNS=20000` soaks; unless told it takes seconds. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 30);
const timeout = 60_000 + numRuns * 200;

/** Runs a random test; a failure prints the seed and the smallest case. */
async function check(test: (dice: Dice) => void | Promise<void>, runs = numRuns): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (generate) => test(diceOf(generate))),
    { numRuns: Math.ceil(runs) },
  );
}

function expectSound({ plan, diagnostics, sources }: Compilation): void {
  expect(plan === null).toBe(diagnostics.some(({ severity }) => severity === "error"));
  for (const { code, message, span, related } of diagnostics) {
    expect(Object.keys(catalogue)).toContain(code);
    expect(message).not.toMatch(/undefined|\[object|NaN/);
    for (const { file, start, end } of [span, ...related.map((it) => it.span)]) {
      const length = sources.get(file)?.text.length ?? 0;
      expect([file, start >= 0, start <= end, end <= length]).toEqual([file, true, true, true]);
    }
  }
}

async function emitAll(plan: ResolvedPlan): Promise<ReadonlyMap<string, readonly EmittedFile[]>> {
  const all = Object.entries(emitters).map(async ([name, emitter]) => {
    const files = await emitter.emit(plan, emitter.options.parse({}));
    return [name, files] as const;
  });
  return new Map(await Promise.all(all));
}

function compiled(texts: string | Readonly<Record<string, string>>): ResolvedPlan {
  const { plan, diagnostics } = compileText(texts);
  expect(diagnostics).toEqual([]);
  if (plan === null) throw new Error("There is no plan.");
  return plan;
}

describe("any plan", () => {
  const plans = ["reference", "hostile"].map((name) => [name, fixturePlan(name)] as const);
  const compileMutated = (dice: Dice): Compilation => {
    const [name, texts] = dice.of(plans);
    return compileText(mutatePlan(texts, dice), `${name}/plan.yaml`);
  };

  it("is compiled or refused, with findings that can be shown", { timeout }, () =>
    check((dice) => {
      const started = performance.now();
      expectSound(compileMutated(dice));
      expect(performance.now() - started).toBeLessThan(5000);
    }, numRuns * 4),
  );

  it("that is compiled can be emitted", { timeout }, () =>
    check(async (dice) => {
      const { plan } = compileMutated(dice);
      if (plan !== null) await emitAll(plan);
    }, numRuns / 4),
  );

  it("that says nothing wrong is compiled, and makes the same files twice", { timeout }, () =>
    check(async (dice) => {
      const plan = compiled(planText(randomPlan(dice)));
      expect(await emitAll(plan)).toEqual(await emitAll(plan));
      expect(JSON.parse(JSON.stringify(plan))).toStrictEqual(plan);
    }),
  );

  it("means the same in one file and in many, in any order", { timeout }, () =>
    check((dice) => {
      const plan = randomPlan(dice);
      expect(meaning(compiled(splitPlan(plan, dice)))).toEqual(meaning(compiled(planText(plan))));
    }),
  );
});

describe("a plan that is edited and compiled again with what is remembered", () => {
  const compile = (texts: Readonly<Record<string, string>>, root: string, cache: ParseCache) =>
    compilePlan(root, memoryFiles(texts), cache);

  it("comes to the same as one that is compiled afresh", { timeout }, () =>
    check(async (dice) => {
      const name = dice.of(["reference", "hostile"]);
      const cache: ParseCache = new Map();
      let texts = fixturePlan(name);
      for (let edit = 0; edit < 5; edit++) {
        const edited = dice.once(4) ? mutatePlan(texts, dice) : editPlan(texts, dice);
        const warm = compile(edited, `${name}/plan.yaml`, cache);
        const cold = compile(edited, `${name}/plan.yaml`, new Map());
        expect(warm.diagnostics).toEqual(cold.diagnostics);
        expect(warm.plan).toEqual(cold.plan);
        if (warm.plan === null || cold.plan === null) continue;
        texts = edited;
        expect(await emitAll(warm.plan)).toEqual(await emitAll(cold.plan));
      }
    }, numRuns / 2),
  );
});

describe("one more event", () => {
  it("only adds lines to what emitters make", { timeout }, () =>
    check(async (dice) => {
      const before = randomPlan(dice);
      const events = [...(before.sections.events ?? []), oneMoreEvent(dice)];
      const after = { ...before, sections: { ...before.sections, events } };
      const [old, now] = await Promise.all(
        [before, after].map(async (plan) => emitAll(compiled(planText(plan)))),
      );
      for (const name of Object.keys(emitters)) {
        const files = new Map(now?.get(name)?.map(({ path, text }) => [path, text]));
        for (const { path, text } of old?.get(name) ?? [])
          expect(lostLines(text, files.get(path) ?? ""), `${name} ${path}`).toEqual([]);
      }
    }),
  );
});

/** What a plan says, wherever it says it. */
function meaning(plan: ResolvedPlan): unknown {
  return JSON.parse(JSON.stringify(plan, (key, value) => (key === "origin" ? undefined : value)));
}

/** The lines of `before` that are not in `after`, in order: what a line diff shows as removed. */
function lostLines(before: string, after: string): readonly string[] {
  const rest = after.split("\n");
  let at = 0;
  return before.split("\n").filter((line) => {
    const found = rest.indexOf(line, at);
    if (found !== -1) at = found + 1;
    return found === -1;
  });
}

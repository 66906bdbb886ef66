import { type Compilation, compilePlan, memoryFiles } from "@dd0c/track-codegen";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diceOf } from "../../../../codegen/fixtures/dice.js";
import { fixturePlan } from "../../../../codegen/fixtures/fixture-plan.js";
import { mutatePlan } from "../../../../codegen/fixtures/mutate-plan.js";
import { planText, randomPlan } from "../../../../codegen/fixtures/random-plan.js";
import { rulebook } from "../rulebook.js";
import type { RuleSettings } from "../settings/rule-settings.js";
import { checkPlan } from "./check-plan.js";
import { planRules } from "./index.js";
import { testDay } from "./lint-text.js";

/** Every plan rule, also those that no preset has. */
const settings: RuleSettings = {
  extends: "strict",
  levels: new Map(planRules.map(({ page }) => [page.name, "warn"])),
  overrides: [],
};

/** Findings of every rule: each can be shown, and the same plan has the same ones again. */
function expectSound({ plan, sources }: Compilation): number {
  if (plan === null) return 0;
  const check = () => checkPlan(plan, { sources, settings, today: testDay });
  const found = check();
  expect(check()).toEqual(found);
  for (const { code, subject, message, help, span, related } of found) {
    expect(rulebook.has(code)).toBe(true);
    expect(subject).toMatch(/\/./);
    expect(`${message} ${help}`).not.toMatch(/undefined|\[object|NaN|``/);
    expect(message).toMatch(/[.!?]$/);
    for (const { file, start, end } of [span, ...related.map((it) => it.span)]) {
      const length = sources.get(file)?.text.length ?? -1;
      expect([file, start >= 0, start <= end, end <= length]).toEqual([file, true, true, true]);
    }
  }
  return found.length;
}

describe("any plan", () => {
  const plans = ["reference", "hostile"].map((name) => [name, fixturePlan(name)] as const);

  test.each(plans)("%s is judged soundly", (name, texts) => {
    const files = memoryFiles(texts);
    expect(expectSound(compilePlan(`${name}/plan.yaml`, files))).toBeGreaterThan(20);
  });

  test("mutated, is judged soundly or refused", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.gen(), (generate) => {
        const dice = diceOf(generate);
        const [name, texts] = dice.of(plans);
        expectSound(compilePlan(`${name}/plan.yaml`, memoryFiles(mutatePlan(texts, dice))));
      }),
      { numRuns: 40 },
    );
  });

  test("made up, is judged soundly", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.gen(), (generate) => {
        const text = planText(randomPlan(diceOf(generate)));
        expectSound(compilePlan("plan.yaml", memoryFiles({ "plan.yaml": text })));
      }),
      { numRuns: 40 },
    );
  });
});

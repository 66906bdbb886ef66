import { expect, test } from "vitest";
import type { RulePage } from "../rule-page.js";
import {
  isEverOn,
  type Level,
  type RuleOverride,
  type RuleSettings,
  severityAt,
} from "./rule-settings.js";

const page = (name: string, preset: RulePage["preset"] = "recommended"): RulePage => ({
  id: "P999",
  name,
  family: "plan",
  title: "T",
  why: "W.",
  fix: "F.",
  severity: "warning",
  preset,
  locked: false,
});

const levels = (one: Readonly<Record<string, Level>>): ReadonlyMap<string, Level> =>
  new Map(Object.entries(one));
const settings = (more: Partial<RuleSettings>): RuleSettings => ({
  extends: "recommended",
  levels: new Map(),
  overrides: [],
  ...more,
});
const place = (more: Partial<Parameters<ReturnType<typeof severityAt>>[1]> = {}) => ({
  file: "schema/shared/account.yaml",
  event: "account.signup.started",
  products: ["cost", "run"],
  ...more,
});

test("a preset decides, strict holds recommended, and a rule of none must be asked for", () => {
  const at = (preset: RulePage["preset"], taken: RuleSettings["extends"]) =>
    severityAt(settings({ extends: taken }))(page("a", preset), place());
  expect([at("recommended", "recommended"), at("recommended", "strict")]).toEqual([
    "warning",
    "warning",
  ]);
  expect([at("strict", "recommended"), at("strict", "strict")]).toEqual([null, "warning"]);
  expect([at(null, "strict")]).toEqual([null]);
  const asked = severityAt(settings({ levels: levels({ a: "info" }) }));
  expect(asked(page("a", null), place())).toBe("info");
});

test("a finding's own severity holds unless the config says", () => {
  expect(severityAt(settings({}))(page("a"), place(), "error")).toBe("error");
  expect(severityAt(settings({ levels: levels({ a: "info" }) }))(page("a"), place(), "error")).toBe(
    "info",
  );
});

test.each<[string, Omit<RuleOverride, "levels">, ReturnType<typeof place>, boolean]>([
  ["a file", { files: ["schema/shared/**"] }, place(), true],
  ["another file", { files: ["schema/products/*.yaml"] }, place(), false],
  ["an event", { events: ["account.*"] }, place(), true],
  ["another event", { events: ["billing.*"] }, place(), false],
  ["no event at all", { events: ["*"] }, place({ event: null }), false],
  ["one of its products", { products: ["run"] }, place(), true],
  ["another product", { products: ["drift"] }, place(), false],
  ["all of what it names", { files: ["schema/**"], products: ["drift"] }, place(), false],
  ["everything", {}, place({ event: null, products: [] }), true],
])("an override holds for %s", (_name, override, where, holds) => {
  const overrides = [{ ...override, levels: levels({ a: "off" }) }];
  expect(severityAt(settings({ overrides }))(page("a"), where)).toBe(holds ? null : "warning");
});

test("later overrides win, and a rule that is on anywhere is looked at", () => {
  const overrides = [
    { files: ["schema/**"], levels: levels({ a: "off" }) },
    { events: ["account.**"], levels: levels({ a: "error" }) },
  ];
  const all = settings({ levels: levels({ a: "off" }), overrides });
  expect(severityAt(all)(page("a"), place())).toBe("error");
  expect(isEverOn(page("a"), all)).toBe(true);
  expect(isEverOn(page("a"), settings({ levels: levels({ a: "off" }) }))).toBe(false);
  expect(isEverOn(page("a", "strict"), settings({}))).toBe(false);
});

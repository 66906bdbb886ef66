import { compilePlan, memoryFiles, positionIn } from "@dd0c/track-codegen";
import { describe, expect, test } from "vitest";
import { checkPlan } from "../plan-rules/check-plan.js";
import { yaml } from "../plan-rules/yaml.js";
import { defaultSettings, type Level } from "../settings/rule-settings.js";
import { ignoreRules } from "./pages.js";
import { reasonIn } from "./plan-ignore.js";

/** What `check` finds in a plan, each as `line:column code`. */
function found(
  text: string,
  today = "2026-06-01",
  levels: Readonly<Record<string, Level>> = {},
): readonly string[] {
  const root = /^plan:/m.test(text) ? text : `plan: shop\n${text}`;
  const { plan, sources } = compilePlan("plan.yaml", memoryFiles({ "plan.yaml": root }));
  if (plan === null) throw new Error("The plan has errors.");
  const settings = { ...defaultSettings, levels: new Map(Object.entries(levels)) };
  return checkPlan(plan, { sources, settings, today }).map(({ code, span }) => {
    const source = sources.get(span.file);
    if (source === undefined) throw new Error(`${span.file} is unknown.`);
    const { line, column } = positionIn(source, span.start);
    return `${line}:${column} ${code}`;
  });
}

/** A plan whose one event has a generic name, with a comment above it and one behind it. */
const clicked = (above: string, behind = ""): string =>
  `plan: shop\nevents:\n  ${above}\n  button_clicked: ${behind}\n    description: Somebody pressed it.\n`;

describe("a comment silences what stands", () => {
  test.each([
    ["below it", clicked("# plan-ignore P108: the old app")],
    ["below it, by the rule's name", clicked("# plan-ignore generic-name: the old app")],
    ["before it on the line", clicked("# first", "# plan-ignore P108: the old app")],
    ["below other comments", clicked("# plan-ignore P108: the old app\n  # and so on\n")],
    ["below it, until its day", clicked("# plan-ignore P108: the old app until 2026-06-01")],
    ["below it, in any case", clicked("#plan-ignore p108: the old app")],
  ])("%s", (_name, text) => {
    expect(found(text)).toEqual([]);
  });

  test.each([
    [
      "elsewhere",
      clicked("# fine", "").replace("pressed it.", "pressed it. # plan-ignore P108: no"),
      ["4:3 generic-name", "5:53 unused-suppression"],
    ],
    [
      "below, but of another rule",
      clicked("# plan-ignore P109: the old app"),
      ["4:3 generic-name", "3:17 unused-suppression"],
    ],
    [
      "after its day",
      clicked("# plan-ignore P108: the old app until 2026-05-31"),
      ["4:3 generic-name", "3:3 suppression-expired"],
    ],
    [
      "in a text that looks like it",
      clicked("# fine").replace("Somebody", "|\n      # plan-ignore P108: no\n      Somebody"),
      ["4:3 generic-name"],
    ],
    [
      "without a reason: silenced, and said",
      clicked("# plan-ignore P108"),
      ["3:3 suppression-without-reason"],
    ],
    [
      "with a day for a reason",
      clicked("# plan-ignore P108: until 2027-01-01"),
      ["3:3 suppression-without-reason"],
    ],
    [
      "by a misspelt rule",
      clicked("# plan-ignore P1O8: the old app"),
      ["4:3 generic-name", "3:17 unknown-rule"],
    ],
    ["by no rule", clicked("# plan-ignore: the old app"), ["4:3 generic-name", "3:3 unknown-rule"]],
    [
      "by the compiler's rule",
      clicked("# plan-ignore P108, P101: the old app"),
      ["3:23 locked-rule-suppressed"],
    ],
    [
      "at the file's end",
      `${clicked("# fine")}# plan-ignore P108: nothing below`,
      ["4:3 generic-name", "6:15 unused-suppression"],
    ],
  ])("not %s", (_name, text, wanted) => {
    expect(found(text)).toEqual(wanted);
  });

  test("one that waits for a rule that is off is no finding", () => {
    expect(found(clicked("# plan-ignore P108, P605: the old app"))).toEqual([]);
    const on = { "trigger-missing": "warn" } as const;
    expect(found(clicked("# plan-ignore P108: the old app"), undefined, on)).toEqual([
      "4:3 trigger-missing",
    ]);
    expect(found(clicked("# plan-ignore P108, P605: the old app"), undefined, on)).toEqual([]);
  });

  test("a locked rule is found all the same", () => {
    const text = yaml`
      plan: shop
      context:
        tenant_id: { from: caller, group: tenant, required: optional } # plan-ignore P401: old tenants
    `;
    expect(found(text)).toEqual(["3:3 tenant-id-not-guaranteed", "3:80 locked-rule-suppressed"]);
  });

  test("the config may be harder or softer on comments", () => {
    const text = clicked("# plan-ignore P108");
    expect(found(text, undefined, { "suppression-without-reason": "off" })).toEqual([]);
  });
});

describe("the pages about comments", () => {
  test.each(
    ignoreRules.flatMap(({ page }) => (page.bad === undefined ? [] : [[page.name, page] as const])),
  )("%s", (name, page) => {
    const codes = (text = ""): readonly string[] =>
      found(text)
        .map((one) => one.split(" ").at(-1) ?? "")
        .filter((code) => code !== "generic-name");
    expect(codes(page.bad)).toEqual([name]);
    expect(found(page.good ?? "")).toEqual([]);
  });
});

test.each([
  ["a reason", "a reason", null],
  ["a reason until 2026-12-31", "a reason", "2026-12-31"],
  ["until then until 2026-12-31.", "until then", "2026-12-31"],
  ["until 2026-12-31", null, "2026-12-31"],
  ["", null, null],
])("%j says why and until when", (text, reason, until) => {
  expect(reasonIn(text)).toEqual({ reason, until });
});

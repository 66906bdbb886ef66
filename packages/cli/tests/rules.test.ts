import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { badPlan, cli, folderWith, goodPlan, textsBelow, withCli } from "./run-cli.js";

withCli();

const config = "plan: plan.yaml\n";
const looseName = goodPlan.replace("order_paid", "button_clicked");
const baselineName = "dd0c-track.baseline.json";

/** The codes of a run's findings with their severities. */
const found = (out: string): readonly string[] =>
  JSON.parse(out).findings.map(
    (it: { severity: string; code: string }) => `${it.severity} ${it.code}`,
  );
const check = (folder: string, ...args: readonly string[]) => {
  const run = cli(folder, ["check", "--format", "json", ...args]);
  return { ...run, found: found(run.out) };
};

describe("rules in the config", () => {
  test("recommended is on without one", () => {
    const folder = folderWith({ "plan.yaml": looseName });
    expect(check(folder)).toMatchObject({ code: 0, found: ["warning generic-name"] });
    expect(check(folder, "--strict").code).toBe(1);
    expect(check(folder, "--max-warnings", "0").code).toBe(1);
    expect(check(folder, "--max-warnings", "1").code).toBe(0);
  });

  test("levels, by name and by number, and overrides", () => {
    const run = (rules: string) =>
      check(folderWith({ "plan.yaml": looseName, "dd0c-track.yaml": `${config}rules:\n${rules}` }));
    expect(run("  generic-name: error\n")).toMatchObject({
      code: 1,
      found: ["error generic-name"],
    });
    expect(run("  p108: off\n")).toMatchObject({ code: 0, found: [] });
    const override = "  overrides:\n    - events: [button_*]\n      rules: { P108: info }\n";
    expect(run(override).found).toEqual(["info generic-name"]);
    expect(run(override.replace("button_*", "order_*")).found).toEqual(["warning generic-name"]);
    expect(run("  extends: strict\n").found).toContain("error owner-missing");
  });

  test("an unknown rule is a warning at its line, a wrong level is bad input", () => {
    const folder = folderWith({
      "plan.yaml": goodPlan,
      "dd0c-track.yaml": `${config}rules:\n  genric-name: off\n  P101: off\n`,
    });
    const { code, out } = cli(folder, ["check"]);
    expect(code).toBe(0);
    expect(out).toContain("dd0c-track.yaml:3:3 warning[P801 unknown-rule]");
    expect(out).toContain('Did you mean "generic-name"?');
    expect(out).toContain('"P101" is the compiler\'s');
    writeFileSync(join(folder, "dd0c-track.yaml"), `${config}rules:\n  generic-name: warning\n`);
    const bad = cli(folder, ["check"]);
    expect(bad.code).toBe(2);
    expect(bad.out + bad.err).toMatch(/dd0c-track\.yaml:3:17 .*one of off, info, warn, error/);
  });
});

describe("a baseline", () => {
  test("forgives what is there, fails on what is new, and is to be pruned", () => {
    const folder = folderWith({ "plan.yaml": looseName, "dd0c-track.yaml": config });
    const path = join(folder, baselineName);
    expect(cli(folder, ["check", "--strict"]).code).toBe(1);
    expect(check(folder, "--write-baseline", "--strict")).toMatchObject({ code: 0, found: [] });
    expect(JSON.parse(readFileSync(path, "utf8")).findings).toEqual([
      { rule: "generic-name", subject: "events/button_clicked", count: 1 },
    ]);
    const forgiven = check(folder, "--strict");
    expect(forgiven).toMatchObject({ code: 0, found: [] });
    expect(forgiven.err).toContain(`1 finding forgiven by ${baselineName}`);

    writeFileSync(join(folder, "plan.yaml"), looseName.replace("order_refunded", "link_tapped"));
    expect(check(folder, "--strict")).toMatchObject({ code: 1, found: ["warning generic-name"] });

    writeFileSync(join(folder, "plan.yaml"), goodPlan);
    const stale = cli(folder, ["check", "--strict"]);
    expect(stale.code).toBe(1);
    expect(stale.out).toContain(`${baselineName}:4:6 warning[P806 baseline-entry-stale]`);
    expect(check(folder, "--prune-baseline", "--strict")).toMatchObject({ code: 0, found: [] });
    expect(JSON.parse(readFileSync(path, "utf8")).findings).toEqual([]);
  });

  test("moves where the config says, and knows its plans apart", () => {
    const folder = folderWith({
      "a/plan.yaml": looseName,
      "b/plan.yaml": looseName,
      "dd0c-track.yaml":
        "baseline: gate/old.json\nplans: [{ name: a, plan: a/plan.yaml }, { name: b, plan: b/plan.yaml }]\n",
    });
    expect(check(folder, "a", "--write-baseline").found).toEqual([]);
    expect(check(folder, "a").found).toEqual([]);
    expect(check(folder).found).toEqual(["warning generic-name"]);
    expect(existsSync(join(folder, "gate/old.json"))).toBe(true);
    expect(check(folder, "b", "--write-baseline").found).toEqual([]);
    expect(check(folder).found).toEqual([]);
  });

  test("of a plan with errors stays as it is", () => {
    const folder = folderWith({ "plan.yaml": looseName, "dd0c-track.yaml": config });
    check(folder, "--write-baseline");
    const before = readFileSync(join(folder, baselineName), "utf8");
    writeFileSync(join(folder, "plan.yaml"), badPlan);
    for (const option of ["--write-baseline", "--prune-baseline"])
      expect(check(folder, option).found).toEqual(["error wrong-value"]);
    expect(readFileSync(join(folder, baselineName), "utf8")).toBe(before);
  });

  test("never forgives errors of the compiler, and writes nothing that is not asked for", () => {
    const folder = folderWith({ "plan.yaml": badPlan, "dd0c-track.yaml": config });
    expect(check(folder, "--write-baseline").found).toEqual(["error wrong-value"]);
    const before = textsBelow(folder);
    check(folder);
    expect(textsBelow(folder)).toEqual(before);
  });

  test("that is none, or outside, is bad input", () => {
    const folder = folderWith({
      "plan.yaml": goodPlan,
      "dd0c-track.yaml": config,
      [baselineName]: "{}",
    });
    const broken = cli(folder, ["check"]);
    expect(broken.code).toBe(2);
    expect(broken.err).toContain(`The baseline ${baselineName} cannot be read.`);
    writeFileSync(join(folder, "dd0c-track.yaml"), `${config}baseline: ../out.json\n`);
    expect(cli(folder, ["check"]).code).toBe(2);
  });
});

describe("rules", () => {
  const folder = folderWith({
    "plan.yaml": goodPlan,
    "dd0c-track.yaml": `${config}rules: { extends: strict, generic-name: off }\n`,
  });

  test("lists them with what the config makes of each", () => {
    const { code, out } = cli(folder, ["rules"]);
    expect(code).toBe(0);
    expect(out).toMatch(/P108 generic-name +off /);
    expect(out).toMatch(/P101 event-name-format +always /);
    expect(out).toMatch(/P504 secret-property +error +🔒/);
    expect(out).toMatch(/\d+ rules, \d+ on with strict\./);
  });

  test("--json and --family", () => {
    const { format, rules } = JSON.parse(cli(folder, ["rules", "--json", "--family", "plan"]).out);
    expect(format).toBe(1);
    expect(new Set(rules.map((it: { family: string }) => it.family))).toEqual(new Set(["plan"]));
    expect(rules.find((it: { name: string }) => it.name === "generic-name")).toMatchObject({
      id: "P108",
      level: "off",
      severity: "warning",
      preset: "recommended",
      locked: false,
      alwaysOn: false,
      bad: expect.stringContaining("button_clicked"),
    });
    expect(cli(folder, ["rules", "--family", "nothing"]).code).toBe(2);
  });

  test("explain prints a rule's page, by name or number", () => {
    const page = cli(folder, ["explain", "p504"]).out;
    expect(page).toContain("P504 secret-property  error · recommended · locked");
    expect(page).toContain("What to do:");
    expect(cli(folder, ["explain", "secret-property"]).out).toBe(page);
  });
});

test("dd0c's own plan passes strict, and the examples recommended", () => {
  const home = join(import.meta.dirname, "../../..");
  expect(readFileSync(join(home, "dd0c-track.yaml"), "utf8")).toContain("extends: strict");
  expect(check(home)).toMatchObject({ code: 0, found: [] });
  for (const name of ["api-product", "plg-stack", "sports-platform", "team-analytics"])
    expect([name, check(join(home, "examples/plans"), name).found]).toEqual([name, []]);
});

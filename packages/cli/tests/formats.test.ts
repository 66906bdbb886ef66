import { Ajv } from "ajv";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import sarifSchema from "./fixtures/sarif-schema-2.1.0.json" with { type: "json" };
import { cli, folderWith, goodPlan, withCli } from "./run-cli.js";

withCli();

const plan = goodPlan
  .replace("type: number", "type: numbr")
  .replace("  order_refunded:\n", "  Basket Seen:\n    description: Twice.\n  order_refunded:\n")
  .replace("events:", "naming: { event: <object>_<action> }\nevents:");
const folder = folderWith({ "schema/plan.yaml": plan });
const check = (format: string, env: NodeJS.ProcessEnv = {}) =>
  cli(folder, ["check", "--format", format], env);

test("json: a stable shape with start and end", () => {
  const { code, out } = check("json");
  expect(code).toBe(1);
  const report = JSON.parse(out);
  expect(report).toMatchObject({
    format: 1,
    summary: { errors: 2, warnings: 0, infos: 0, files: 1 },
  });
  expect(report.findings[0]).toEqual({
    code: "wrong-value",
    id: "P004",
    fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    subject: null,
    severity: "error",
    message: expect.stringContaining("numbr"),
    help: 'Did you mean "number"?',
    file: "schema/plan.yaml",
    start: { line: 10, column: 23 },
    end: { line: 10, column: 28 },
    related: [],
    fix: null,
  });
});

test("sarif: what the official schema takes", () => {
  const ajv = new Ajv({
    strict: false,
    unicodeRegExp: false,
    allErrors: true,
    formats: { uri: true, "uri-reference": true, "date-time": true },
  });
  // OASIS wrote it in draft 4, of which it uses nothing that draft 7 reads in another way.
  const { $schema: _draft, id: _id, ...schema } = sarifSchema;
  const isSarif = ajv.compile(schema);
  for (const home of [folder, folderWith({ "plan.yaml": goodPlan })]) {
    const log = JSON.parse(cli(home, ["check", "--format", "sarif"]).out);
    expect([isSarif(log), isSarif.errors]).toEqual([true, null]);
    delete log.runs[0].tool.driver.name;
    expect(isSarif(log)).toBe(false);
  }
});

test("sarif: 2.1.0, rules from the catalogue, fingerprints that survive moved lines", () => {
  const log = JSON.parse(check("sarif").out);
  const [run] = log.runs;
  expect(log.version).toBe("2.1.0");
  expect(log.$schema).toContain("sarif-2.1.0");
  expect(run.tool.driver.name).toBe("dd0c-track");
  for (const result of run.results) {
    const rule = run.tool.driver.rules[result.ruleIndex];
    expect(rule.id).toBe(result.ruleId);
    expect(rule.shortDescription.text).toMatch(/\.$/);
    expect(result.level).toBe("error");
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    expect(artifactLocation).toEqual({ uri: "schema/plan.yaml", uriBaseId: "%SRCROOT%" });
    expect(region.startLine).toBeGreaterThan(0);
    expect(region.endColumn).toBeGreaterThanOrEqual(region.startColumn);
  }
  const prints = (sarif: typeof log): readonly string[] =>
    sarif.runs[0].results.map((it: { partialFingerprints: object }) =>
      JSON.stringify(it.partialFingerprints),
    );
  expect(new Set(prints(log)).size).toBe(run.results.length);
  const moved = folderWith({ "schema/plan.yaml": `# a line\n# another\n${plan}` });
  expect(prints(JSON.parse(cli(moved, ["check", "--format", "sarif"]).out))).toEqual(prints(log));
});

test("gitlab: code quality issues with fingerprints that differ", () => {
  const issues: readonly Record<string, unknown>[] = JSON.parse(check("gitlab").out);
  expect(issues[0]).toEqual({
    description: expect.stringMatching(/numbr.* Did you mean "number"\?$/),
    check_name: "P004 wrong-value",
    fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    severity: "major",
    location: { path: "schema/plan.yaml", lines: { begin: 10, end: 10 } },
  });
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

describe("junit", () => {
  const xml = (text: string): Document =>
    new JSDOM(text, { contentType: "text/xml" }).window.document;

  test("a suite for each file, a failure for each finding", () => {
    const document = xml(check("junit").out);
    expect(document.documentElement.getAttribute("failures")).toBe("2");
    const suites = [...document.querySelectorAll("testsuite")];
    expect(suites.map((suite) => suite.getAttribute("name"))).toEqual(["schema/plan.yaml"]);
    const [first] = document.querySelectorAll("testcase");
    expect(first?.getAttribute("name")).toBe("P004 wrong-value at 10:23");
    expect(first?.querySelector("failure")?.getAttribute("type")).toBe("error");
    expect(first?.querySelector("failure")?.textContent).toContain("schema/plan.yaml:10:23: ");
  });

  test("is XML whatever a name holds", () => {
    const sly = folderWith({
      "plan.yaml": 'plan: shop\nevents:\n  "<a b=\\"&]]>\\u0001\\uD800": { }\n',
    });
    const text = cli(sly, ["check", "--format", "junit"]).out;
    expect(xml(text).querySelector("parsererror")).toBeNull();
    expect(text).not.toContain("\u0001");
  });
});

describe("github", () => {
  test("commands with the place, escaped", () => {
    const { out } = check("github");
    expect(out).toMatch(
      /^::error file=schema\/plan\.yaml,line=10,col=23,endColumn=27,title=P004 wrong-value::[^\n]*numbr[^\n]*%0ADid you mean/m,
    );
    expect(out.trimEnd().split("\n")).toHaveLength(3);
  });

  test("is the format on GitHub's runners, unless told", () => {
    const env = { GITHUB_ACTIONS: "true" };
    expect(cli(folder, ["check"], env).out).toContain("::error ");
    expect(check("pretty", env).out).not.toContain("::error ");
  });

  test("a name cannot smuggle in a command or a property", () => {
    const sly = folderWith({
      "a,b:c%/plan.yaml": 'plan: shop\nevents:\n  "x\\n::error::owned":\n    description: Twice.\n',
    });
    const { out } = cli(sly, ["check", "a,b:c%", "--format", "github"]);
    expect(out).toContain("file=a%2Cb%3Ac%25/plan.yaml,");
    expect(out).not.toMatch(/^::error::owned/m);
  });
});

describe("colours", () => {
  const sequence = "\u001b[";
  test("none without a terminal, with FORCE_COLOR yes, with NO_COLOR never", () => {
    expect(check("pretty").out).not.toContain(sequence);
    expect(check("pretty", { FORCE_COLOR: "1" }).out).toContain(sequence);
    expect(check("pretty", { FORCE_COLOR: "1", NO_COLOR: "1" }).out).not.toContain(sequence);
    expect(check("pretty", { FORCE_COLOR: "0" }).out).not.toContain(sequence);
  });

  test("a plan cannot drive the terminal", () => {
    const sly = folderWith({ "plan.yaml": 'plan: shop\nevents:\n  "\\e[2J\\e]0;owned\\a": { }\n' });
    expect(cli(sly, ["check"]).out).not.toContain("\u001b");
  });
});

test("a clean plan is empty for people and GitHub, and a report for programs", () => {
  const clean = folderWith({ "plan.yaml": goodPlan });
  const out = (format: string): string => cli(clean, ["check", "--format", format]).out;
  expect(out("pretty") + out("github")).toBe("");
  expect(JSON.parse(out("json")).findings).toEqual([]);
  expect(JSON.parse(out("sarif")).runs[0].results).toEqual([]);
  expect(JSON.parse(out("gitlab"))).toEqual([]);
  expect(out("junit")).toContain('<testcase name="no findings"');
});

import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { badPlan, cli, config, folderWith, goodPlan, textsBelow, withCli } from "./run-cli.js";

withCli();

describe("check", () => {
  test("a clean plan: 0, and a line of counts", () => {
    const folder = folderWith({ "plan.yaml": goodPlan });
    const { code, out, err } = cli(folder, ["check"]);
    expect({ code, out }).toEqual({ code: 0, out: "" });
    expect(err).toBe("✓ shop 1.2.3: 2 events, 1 product, 1 runtime\n");
  });

  test("an error: 1, with place, code, frame, squiggle, help and summary", () => {
    const folder = folderWith({ "schema/plan.yaml": badPlan });
    const { code, out } = cli(folder, ["check"]);
    expect(code).toBe(1);
    expect(out).toContain("schema/plan.yaml:9:23 error[P004 wrong-value]");
    expect(out).toContain("9 │       amount: { type: numbr,");
    expect(out).toMatch(/│ {23}~~~~~\n/);
    expect(out).toContain('help: Did you mean "number"?');
    expect(out).toContain("✗ 1 error in 1 file");
  });

  test("a path, a folder or a name from the config names the plan", () => {
    const folder = folderWith({
      "a/plan.yaml": goodPlan,
      "b/plan.yaml": badPlan,
      "dd0c-track.yaml":
        "plans:\n  - { name: a, plan: a/plan.yaml }\n  - { name: b, plan: b/plan.yaml }\n",
    });
    for (const name of ["a", "a/plan.yaml", "./a"])
      expect(cli(folder, ["check", name]).code).toBe(0);
    expect(cli(folder, ["check", "b"]).code).toBe(1);
    expect(cli(folder, ["check"]).code).toBe(1);
    expect(cli(join(folder, "b"), ["check", "../a"]).code).toBe(0);
  });

  test("a plan right here is meant, and not those of a config above that does not know it", () => {
    const folder = folderWith({
      "plan.yaml": goodPlan,
      "dd0c-track.yaml": "plan: plan.yaml\n",
      "examples/other/plan.yaml": badPlan,
      "examples/none/README.md": "",
    });
    expect(cli(join(folder, "examples/other"), ["check"]).code).toBe(1);
    expect(cli(join(folder, "examples/none"), ["check"]).code).toBe(0);
    expect(cli(join(folder, "examples/other"), ["check", "-c", "../../dd0c-track.yaml"]).code).toBe(
      0,
    );
  });

  test("the config, too, may name the plan's folder", () => {
    const text = "plan: schema\noutputs: [{ emitter: manifest, to: out }]\n";
    const folder = folderWith({ "schema/plan.yaml": goodPlan, "dd0c-track.yaml": text });
    expect(cli(folder, ["check"]).code).toBe(0);
    expect(cli(folder, ["generate"]).code).toBe(0);
    expect(cli(folder, ["generate", "--check"]).code).toBe(0);
    const without = cli(folderWith({ "schema/a.yaml": goodPlan, "dd0c-track.yaml": text }), [
      "check",
    ]);
    expect(without).toMatchObject({
      code: 2,
      err: expect.stringContaining("no plan.yaml in schema"),
    });
  });

  test("paths are shown from where the reader stands", () => {
    const folder = folderWith({
      "schema/plan.yaml": badPlan,
      "dd0c-track.yaml": "plan: schema/plan.yaml\n",
    });
    expect(cli(join(folder, "schema"), ["check"]).out).toMatch(/^plan\.yaml:9:23 /);
  });
});

describe("resolve", () => {
  test("--json prints the resolved plan and nothing else", () => {
    const { code, out } = cli(folderWith({ "plan.yaml": goodPlan }), ["resolve", "--json"]);
    const plan = JSON.parse(out);
    expect(code).toBe(0);
    expect(plan.events[0]).toMatchObject({
      name: "order_paid",
      products: ["shop"],
      runtimes: ["node"],
      properties: [{ name: "amount", required: true, pii: null, type: { kind: "number" } }],
      origin: { file: "plan.yaml", line: 6, column: 3 },
    });
  });

  test("without --json it is for people", () => {
    const { out } = cli(folderWith({ "plan.yaml": goodPlan }), ["resolve"]);
    expect(out).toContain("order_paid node amount");
  });

  test("errors go where the plan does not", () => {
    const { code, out, err } = cli(folderWith({ "plan.yaml": badPlan }), ["resolve", "--json"]);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("P004");
  });
});

describe("explain", () => {
  test.each(["P101", "p101", "event-name-format"])("%s", (code) => {
    const { out } = cli(folderWith({}), ["explain", code]);
    expect(out).toContain("P101 event-name-format");
    expect(out).toMatch(/What to do:[\s\S]*Bad:[\s\S]*Good:/);
  });

  test("lists all codes; an unknown one is answered with the nearest", () => {
    expect(cli(folderWith({}), ["explain"]).out.split("\n").length).toBeGreaterThan(40);
    const { code, err } = cli(folderWith({}), ["explain", "event-name-fromat"]);
    expect(code).toBe(2);
    expect(err).toContain('Did you mean "event-name-format"?');
  });
});

describe("init", () => {
  test("makes what generate accepts, and prints what is next", () => {
    const folder = folderWith({});
    const { code, out } = cli(folder, ["init", "tracking"]);
    expect(code).toBe(0);
    expect(out).toContain("cd tracking");
    expect(out).toContain("  npx dd0c-track check ");
    const home = join(folder, "tracking");
    expect(cli(home, ["check"]).code).toBe(0);
    expect(cli(home, ["generate"]).code).toBe(0);
    expect(cli(home, ["generate", "--check"]).code).toBe(0);
    expect(cli(home, ["schema", "--check"]).code).toBe(0);
    expect(Object.keys(textsBelow(home)).some((path) => path.endsWith("node.ts"))).toBe(true);
  });

  test("never overwrites", () => {
    const folder = folderWith({ "dd0c-track.yaml": config });
    const before = textsBelow(folder);
    expect(cli(folder, ["init"]).code).toBe(2);
    expect(textsBelow(folder)).toEqual(before);
  });
});

describe("schema", () => {
  test("writes the schema beside the plan; --check only looks", () => {
    const folder = folderWith({ "schema/plan.yaml": goodPlan });
    expect(cli(folder, ["schema", "--check"]).code).toBe(1);
    expect(existsSync(join(folder, "schema/plan.schema.json"))).toBe(false);
    expect(cli(folder, ["schema"]).code).toBe(0);
    expect(cli(folder, ["schema", "--check"]).code).toBe(0);
    expect(JSON.parse(cli(folder, ["schema", "--stdout"]).out).title).toBe("Tracking plan");
  });
});

describe("bad input is 2, with the way out", () => {
  const folder = folderWith({ "plan.yaml": goodPlan });
  test.each([
    [["check", "--formt", "json"], "Did you mean --format?"],
    [["chek"], "Did you mean check?"],
    [
      ["check", "--format", "xml"],
      "Allowed choices are pretty, json, github, gitlab, junit, sarif",
    ],
    [["check", "nowhere.yaml"], "There is no plan at nowhere.yaml."],
    [["generate"], "Run `dd0c-track init` to start one."],
    // A step of CI that watches would never end.
    [["generate", "--check", "--watch"], "cannot be used with option '--check'"],
    [["generate", "--config", "no.yaml"], "There is no config at no.yaml."],
  ])("%j", (args, message) => {
    const { code, out, err } = cli(folder, args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });

  test("a config that asks for nothing: 2, or a step of CI would hold nothing for ever", () => {
    const files = { "dd0c-track.yaml": "plan: plan.yaml\n", "plan.yaml": goodPlan };
    const { code, err } = cli(folderWith(files), ["generate", "--check"]);
    expect(code).toBe(2);
    expect(err).toContain("dd0c-track.yaml asks for no outputs.");
  });

  test.each([
    ["plan: plan.yaml\noutput: []\n", 'Did you mean "outputs"?', "dd0c-track.yaml:2:1"],
    ["plan: ../plan.yaml\n", "leaves the config's folder", "dd0c-track.yaml:1:7"],
    ["outputs: []\n", "The config names no plan.", "dd0c-track.yaml:1:1"],
    ["plan: plan.yaml\noutputs:\n  - emiter: x\n    to: y\n", 'Did you mean "emitter"?', ":3:5"],
    ["plan: plan.yaml\nplans: [{ name: a, plan: a.yaml }]\n", "cannot stand beside", ":1:1"],
    ["plan: [\n", "P001", "dd0c-track.yaml:1:7"],
    ["", "The config names no plan.", "dd0c-track.yaml:1:1"],
    ["plan: plan.yaml\noutputs: [zod]\n", "Item 1 of `outputs` is a map", "dd0c-track.yaml:2:11"],
  ])("config %j", (text, message, place) => {
    const { code, err } = cli(folderWith({ "dd0c-track.yaml": text, "plan.yaml": goodPlan }), [
      "check",
    ]);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(place);
  });
});

describe("help", () => {
  test.each(["init", "check", "generate", "resolve", "explain", "schema"])(
    "%s has an example",
    (name) => {
      const { code, out } = cli(folderWith({}), [name, "--help"]);
      expect(code).toBe(0);
      expect(out).toContain(`Example:\n  dd0c-track ${name}`);
    },
  );

  test("no command: help; --version: the version", () => {
    expect(cli(folderWith({}), []).out).toContain("Usage: dd0c-track");
    expect(cli(folderWith({}), ["--version"]).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

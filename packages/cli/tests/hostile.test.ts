import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cli, config, folderWith, goodPlan, textsBelow, withCli } from "./run-cli.js";

withCli();

/** Seconds that nothing may take longer than, on a busy machine too. */
const limit = 5;

const bomb = `plan: shop\nx-a: &a [1,1,1,1,1,1,1,1,1]\n${[..."bcdefghijk"]
  .map((name, index) => `x-${name}: &${name} [${Array(9).fill(`*${"abcdefghijk"[index]}`)}]`)
  .join("\n")}\n`;

const plans: Readonly<Record<string, string | Uint8Array>> = {
  "an alias bomb": bomb,
  "ten thousand levels of lists": `plan: shop\nx-a: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`,
  "ten thousand levels of maps": `plan: shop\n${Array.from({ length: 10_000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")}\n`,
  "bad UTF-8": new Uint8Array([...Buffer.from("plan: shop\ntitle: "), 0xc3, 0x28, 0x0a]),
  "UTF-16": Buffer.from("\ufeffplan: shop\n", "utf16le"),
  "a file outside": "plan: shop\nfiles: [../../etc/passwd]\n",
  "a folder outside": "plan: shop\nfiles: [../..]\n",
  "an absolute file": "plan: shop\nfiles: [/etc/passwd]\n",
  "an import of itself": "plan: shop\nimports: { a: { plan: plan.yaml } }\n",
  "an import outside": "plan: shop\nimports: { a: { plan: ../other/plan.yaml } }\n",
  "a duplicate key": "plan: shop\nplan: shop\n",
  "__proto__ as an event": "plan: shop\nevents:\n  __proto__: { description: No. }\n",
  "constructor as a property":
    "plan: shop\nevents:\n  a: { description: No., properties: { constructor: { type: string } } }\n",
  "a JSON Schema outside":
    "plan: shop\nproperties:\n  a: { type: json_schema, schema: { $ref: ../../../etc/passwd } }\n",
  "names that become one":
    "plan: shop\nevents:\n  a.b: { description: One. }\n  a_b: { description: Two. }\n",
  "a line of a million": `plan: shop\ntitel: "${"x".repeat(1_000_000)}"\n`,
  "control characters": "plan: shop\ntitle: a\u0000b\n",
  nothing: "",
  "a list": "- a\n- b\n",
};

describe("a hostile plan is a finding with a place, soon, and nothing is written", () => {
  test.each(Object.keys(plans))("%s", (name) => {
    const folder = folderWith({ "plan.yaml": plans[name] ?? "", "dd0c-track.yaml": config });
    const before = textsBelow(folder);
    const started = performance.now();
    const { code, out, err } = cli(folder, ["generate"]);
    expect((performance.now() - started) / 1000).toBeLessThan(limit);
    expect(err).not.toContain("bug:");
    expect(code).toBe(1);
    expect(out).toMatch(/^plan\.yaml:\d+:\d+ error\[P\d{3} [a-z0-9-]+\] /m);
    expect(out.length).toBeLessThan(100_000);
    expect(textsBelow(folder)).toEqual(before);
  });
});

test("a file of 100 MB is reported, not read", () => {
  const folder = folderWith({
    "plan.yaml": goodPlan,
    "events.yaml": "",
    "dd0c-track.yaml": config,
  });
  truncateSync(join(folder, "events.yaml"), 100_000_000);
  const started = performance.now();
  const { code, out } = cli(folder, ["check"]);
  expect((performance.now() - started) / 1000).toBeLessThan(limit);
  expect(code).toBe(1);
  expect(out).toContain("events.yaml:1:1 error[P011 file-too-large] The file has 100000000 bytes");
});

test("plans that import each other", () => {
  const folder = folderWith({
    "a/plan.yaml": "plan: a\nimports: { b: { plan: ../b/plan.yaml } }\n",
    "b/plan.yaml": "plan: b\nimports: { a: { plan: ../a/plan.yaml } }\n",
  });
  const { code, out } = cli(folder, ["check", "a/plan.yaml"]);
  expect(code).toBe(1);
  expect(out).toContain("P015 import-cycle");
});

test("links: those that leave are refused, those in a circle end, those within are followed", () => {
  const secret = folderWith({ "secret.yaml": "plan: secret\n", "more/more.yaml": "events: {}\n" });
  const folder = folderWith({ "plan.yaml": goodPlan, "sub/a.yaml": "events: {}\n" });
  symlinkSync(join(folder, "sub/a.yaml"), join(folder, "within.yaml"));
  symlinkSync(folder, join(folder, "sub/circle"));
  expect(cli(folder, ["check"])).toMatchObject({ code: 0 });
  symlinkSync(join(secret, "secret.yaml"), join(folder, "leaves.yaml"));
  symlinkSync(join(secret, "more"), join(folder, "sub/leaves"));
  const { code, out } = cli(folder, ["check"]);
  expect(code).toBe(1);
  expect(out).toContain("leaves.yaml:1:1 error[P014 path-outside-plan]");
  expect(out).toContain("sub/leaves:1:1 error[P014 path-outside-plan]");
  expect(out).not.toContain("secret.yaml");
});

test("a config may be hostile, too", () => {
  for (const text of [bomb, "[".repeat(10_000), "plan: *a", "? [a]\n: b", "plan: /etc/passwd"]) {
    const folder = folderWith({ "plan.yaml": goodPlan });
    writeFileSync(join(folder, "dd0c-track.yaml"), text);
    const { code, err } = cli(folder, ["generate"]);
    expect(code).toBe(2);
    expect(err).toMatch(/dd0c-track\.yaml:\d+:\d+ error\[/);
  }
});

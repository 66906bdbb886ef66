import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cli, folderWith, textsBelow, withCli } from "./run-cli.js";

withCli();

const fixtures = join(import.meta.dirname, "../../lint/src/import/fixtures");
const segment = readFileSync(join(fixtures, "segment-public-api.json"), "utf8");

describe("import", () => {
  test("writes plan, config and schema, and the plan is fine", () => {
    const folder = folderWith({ "export.json": segment });
    const { code, err } = cli(folder, ["import", "export.json"]);
    expect(code).toBe(0);
    expect(err).toContain("✓ 1 event from segment in schema/plan.yaml");
    expect(err).toContain("note: Segment's rules for IDENTIFY");
    expect(Object.keys(textsBelow(folder))).toEqual([
      "dd0c-track.yaml",
      "export.json",
      "schema/plan.schema.json",
      "schema/plan.yaml",
    ]);
    expect(cli(folder, ["check"])).toMatchObject({ code: 0 });
    expect(cli(folder, ["generate"])).toMatchObject({ code: 0 });
  });

  test.each([
    ["avo.json", "avo"],
    ["amplitude.csv", "amplitude"],
    ["rudderstack-v1", "rudderstack"],
    ["json-schema", "json-schema"],
    ["posthog-events.json", "posthog"],
  ])("tells whose %s is: %s", (name, tool) => {
    const { code, out, err } = cli(folderWith({}), ["import", join(fixtures, name), "--stdout"]);
    expect(code).toBe(0);
    expect(err).toContain(` from ${tool}\n`);
    expect(out).toMatch(/^events:$/m);
  });

  test("overwrites nothing", () => {
    const folder = folderWith({ "export.json": segment, "dd0c-track.yaml": "plan: x.yaml\n" });
    const { code, err } = cli(folder, ["import", "export.json"]);
    expect(code).toBe(2);
    expect(err).toContain("There is dd0c-track.yaml already.");
    expect(Object.keys(textsBelow(folder))).toEqual(["dd0c-track.yaml", "export.json"]);
  });

  test.each([
    [{ "export.json": '{ "data": [\n  1,,\n] }' }, "export.json:2:5", "Export it again"],
    [{ "export.json": "{}" }, "Nobody's export is told", "--from segment | rudderstack"],
    [{ "other.json": "{}" }, "There is nothing at export.json", "Name an export's file"],
  ])("bad input is said where it is: %j", (files, what, help) => {
    const folder = folderWith(files);
    const { code, err } = cli(folder, ["import", "export.json"]);
    expect(code).toBe(2);
    expect(err).toContain(what);
    expect(err).toContain(help);
    expect(Object.keys(textsBelow(folder))).toEqual(Object.keys(files));
  });

  test("the wrong tool is no plan of no events", () => {
    const folder = folderWith({ "export.json": segment });
    const { code, err } = cli(folder, ["import", "export.json", "--from", "avo"]);
    expect(code).toBe(2);
    expect(err).toContain("There is no event in export.json, read as avo.");
  });
});

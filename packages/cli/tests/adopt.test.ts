import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cli, folderWith, textsBelow, withCli } from "./run-cli.js";

withCli();

const corpus = join(import.meta.dirname, "../../lint/fixtures/corpus");

describe("adopt", () => {
  test("on code in every shape that teams write: the plan is fine, and the gate is green the same day", {
    timeout: 90_000,
  }, () => {
    const folder = folderWith({});
    cpSync(corpus, folder, { recursive: true });
    const adopted = cli(folder, ["adopt", "--name", "corpus"]);
    expect(adopted).toMatchObject({ code: 0 });
    expect(adopted.err).toContain("Could not be seen:");
    const events = Number(/✓ (\d+) events from/.exec(adopted.err)?.[1]);
    expect(events).toBeGreaterThan(80);
    for (const command of [["check"], ["generate"], ["generate", "--check"], ["lint"]]) {
      const { code, out, err } = cli(folder, command);
      expect(`${command.join(" ")} → ${code}\n${code === 0 ? "" : out + err}`).toBe(
        `${command.join(" ")} → 0\n`,
      );
    }
  });

  test("--stdout prints the plan and writes nothing", () => {
    const files = { "src/a.js": 'import posthog from "posthog-js";\nposthog.capture("a_done");\n' };
    const folder = folderWith(files);
    const { code, out } = cli(folder, ["adopt", "--stdout", "--no-cache"]);
    expect(code).toBe(0);
    expect(out).toContain("  # src/a.js:2\n  a_done:\n");
    expect(textsBelow(folder)).toEqual(files);
  });

  test("the paths that were named stand in the config, and only they are read from then on", () => {
    const call = (name: string) =>
      `import posthog from "posthog-js";\nposthog.capture("${name}");\n`;
    const folder = folderWith({ "src/a.js": call("a_done"), "old/b.js": call("b_done") });
    expect(cli(folder, ["adopt", "src"])).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, "dd0c-track.yaml"), "utf8")).toContain(
      'lint:\n  include: ["src"]\n',
    );
    expect(readFileSync(join(folder, "schema/plan.yaml"), "utf8")).not.toContain("b_done");
    expect(cli(folder, ["lint"])).toMatchObject({ code: 0, out: "" });
  });

  test("overwrites nothing, and says where nothing was found", () => {
    const taken = folderWith({ "schema/plan.yaml": "plan: mine\n" });
    expect(cli(taken, ["adopt"])).toMatchObject({ code: 2 });
    expect(readFileSync(join(taken, "schema/plan.yaml"), "utf8")).toBe("plan: mine\n");
    const { code, err } = cli(folderWith({ "src/a.js": "export {};\n" }), ["adopt"]);
    expect(code).toBe(2);
    expect(err).toContain("No event that code sends was found: 1 file was looked at.");
  });

  test("code outside the plan's folder is refused with a way out", () => {
    const { code, err } = cli(folderWith({ "app/x.js": "" }), ["adopt", "app", "--out", "plan"]);
    expect(code).toBe(2);
    expect(err).toContain("say where with --out");
  });
});

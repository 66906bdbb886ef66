import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { badPlan, cli, config, folderWith, goodPlan, textsBelow, withCli } from "./run-cli.js";

withCli();

const client = "out/shop/node.ts";

/** A folder in which everything was generated. */
function generated(files: Readonly<Record<string, string>> = {}): string {
  const folder = folderWith({ "plan.yaml": goodPlan, "dd0c-track.yaml": config, ...files });
  expect(cli(folder, ["generate"])).toMatchObject({ code: 0 });
  return folder;
}

/** A module that exports an emitter with this body of `emit`. */
function emitterModule(body: string): string {
  return `export default {
  name: "own", description: "Ours.",
  options: { safeParse: (data) => ({ success: true, data }) },
  emit(plan, options) { ${body} },
};\n`;
}

const ownConfig = (outputs: string): string => `plan: plan.yaml\noutputs:\n${outputs}`;
const own = "  - { emitter: ./tools/own.mjs, to: own }\n";

describe("writes", () => {
  test("what is new, and leaves alone what is not", () => {
    const folder = generated();
    const before = statSync(join(folder, client)).mtimeMs;
    const { code, err } = cli(folder, ["generate"]);
    expect(code).toBe(0);
    expect(err).toContain("up to date");
    expect(statSync(join(folder, client)).mtimeMs).toBe(before);
  });

  test("says which packages the clients lack: without them nothing would be refused", () => {
    const files = { "plan.yaml": goodPlan, "dd0c-track.yaml": config };
    const bare = cli(folderWith(files), ["generate"]);
    expect(bare.err).toContain("TypeScript refuses no wrong call");
    expect(bare.err).toContain("npm install @dd0c/track-core @dd0c/track-node\n");
    const installed = { name: "x" };
    const folder = folderWith({
      ...files,
      "node_modules/@dd0c/track-core/package.json": JSON.stringify(installed),
      "node_modules/@dd0c/track-node/package.json": JSON.stringify(installed),
    });
    expect(cli(folder, ["generate"]).err).not.toContain("npm install");
  });

  test("through an emitter of one's own, a file or a package", () => {
    const module = emitterModule(
      `return [{ path: "names.txt", text: plan.events.map((e) => e.name).join() + options.end }];`,
    );
    const folder = folderWith({
      "plan.yaml": goodPlan,
      "dd0c-track.yaml": ownConfig(
        '  - { emitter: ./tools/own.mjs, to: own, options: { end: "!" } }\n  - { emitter: "@acme/own", to: acme, options: { end: "?" } }\n',
      ),
      "tools/own.mjs": module,
      "node_modules/@acme/own/package.json":
        '{ "name": "@acme/own", "exports": { ".": { "import": "./main.mjs" } } }',
      "node_modules/@acme/own/main.mjs": module,
    });
    expect(cli(folder, ["generate"]).code).toBe(0);
    expect(readFileSync(join(folder, "own/names.txt"), "utf8")).toBe("order_paid,order_refunded!");
    expect(readFileSync(join(folder, "acme/names.txt"), "utf8")).toBe("order_paid,order_refunded?");
  });

  test("no trace of the temporary folder", () => {
    const names = Object.keys(textsBelow(generated()));
    expect(names.filter((path) => path.includes(".dd0c-track-"))).toEqual([]);
  });
});

describe("--check", () => {
  test("shows the difference, writes nothing, 1", () => {
    const folder = generated();
    writeFileSync(join(folder, "plan.yaml"), goodPlan.replace("How much.", "How much it was."));
    const before = textsBelow(folder);
    const { code, out, err } = cli(folder, ["generate", "--check"]);
    expect(code).toBe(1);
    expect(out).toContain(`--- ${client}`);
    expect(out).toMatch(/^-.*How much\./m);
    expect(out).toMatch(/^\+.*How much it was\./m);
    expect(err).toContain("1 generated file out of date");
    expect(textsBelow(folder)).toEqual(before);
  });

  test("a missing file, and one that is no longer made", () => {
    const folder = generated();
    const text = readFileSync(join(folder, client), "utf8");
    writeFileSync(join(folder, "out/old.ts"), text);
    rmSync(join(folder, client));
    const { code, out } = cli(folder, ["generate", "--check"]);
    expect(code).toBe(1);
    expect(out).toContain(`--- /dev/null\n+++ ${client}`);
    expect(out).toContain("--- out/old.ts\n+++ /dev/null");
  });

  test("as findings in the other formats", () => {
    const folder = generated();
    rmSync(join(folder, client));
    const { findings } = JSON.parse(cli(folder, ["generate", "--check", "--format", "json"]).out);
    expect(findings).toMatchObject([{ code: "generated-file-stale", id: "C502", file: client }]);
  });

  test("a checkout with Windows line breaks is not stale", () => {
    const folder = generated();
    const text = readFileSync(join(folder, client), "utf8");
    writeFileSync(join(folder, client), text.replaceAll("\n", "\r\n"));
    expect(cli(folder, ["generate", "--check"]).code).toBe(0);
  });
});

describe("removes", () => {
  test("only what was generated from this plan and no longer is", () => {
    const folder = generated({
      "out/by-hand.ts": "export {};\n",
      "out/other.ts": "// Generated from other.yaml by `dd0c-track generate`. Do not edit.\n",
      "out/nested/dd0c-track.yaml": "plan: plan.yaml\n",
      "out/nested/mine.ts": "// Generated from plan.yaml by `dd0c-track generate`. Do not edit.\n",
    });
    const text = readFileSync(join(folder, client), "utf8");
    mkdirSync(join(folder, "out/gone"));
    writeFileSync(join(folder, "out/gone/old.ts"), text);
    writeFileSync(
      join(folder, "out/old.json"),
      `{\n  "$comment": ${JSON.stringify(text.split("\n")[0]?.slice(3))}\n}\n`,
    );
    writeFileSync(
      join(folder, "out/old.md"),
      `---\ntitle: x\n---\n<!-- ${text.split("\n")[0]?.slice(3)} -->\n`,
    );
    expect(cli(folder, ["generate"]).err).toContain("removed 3");
    expect(Object.keys(textsBelow(join(folder, "out")))).toEqual([
      "by-hand.ts",
      "nested/dd0c-track.yaml",
      "nested/mine.ts",
      "other.ts",
      "shop/node.ts",
    ]);
    expect(statSync(join(folder, "out/gone"), { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe("leaves everything as it was", () => {
  const untouched = (folder: string, code: number, message: string): void => {
    const before = textsBelow(folder);
    const run = cli(folder, ["generate"]);
    expect(run.out + run.err).toContain(message);
    expect(run.code).toBe(code);
    expect(textsBelow(folder)).toEqual(before);
  };

  test("where the plan has errors", () => {
    const folder = generated();
    writeFileSync(join(folder, "plan.yaml"), badPlan);
    untouched(folder, 1, "P004");
  });

  test("where an emitter throws, although another came before it", () => {
    const folder = folderWith({
      "plan.yaml": goodPlan,
      "dd0c-track.yaml": `${config}${own}`,
      "tools/own.mjs": emitterModule(`throw new Error("no more ink");`),
    });
    untouched(folder, 3, 'The emitter "own" failed: no more ink');
  });

  test("where an emitter leaves its folder", () => {
    for (const path of ["../plan.yaml", "/etc/hosts", "a/../../b"]) {
      const folder = folderWith({
        "plan.yaml": goodPlan,
        "dd0c-track.yaml": ownConfig(own),
        "tools/own.mjs": emitterModule(`return [{ path: ${JSON.stringify(path)}, text: "" }];`),
      });
      untouched(folder, 1, "P903 output-outside-folder");
    }
  });

  test("where two outputs write one file, even in another case", () => {
    const folder = folderWith({
      "plan.yaml": goodPlan,
      "dd0c-track.yaml": ownConfig(own),
      "tools/own.mjs": emitterModule(
        `return [{ path: "a.txt", text: "" }, { path: "A.txt", text: "" }];`,
      ),
    });
    untouched(folder, 1, "P902 output-collision");
  });

  test("where a file by hand is in the way", () => {
    const folder = folderWith({
      "plan.yaml": goodPlan,
      "dd0c-track.yaml": config,
      [client]: "mine\n",
    });
    untouched(folder, 1, "P904 file-in-the-way");
  });

  test("where a folder, or a file, stands in the way", () => {
    const a = folderWith({ "plan.yaml": goodPlan, "dd0c-track.yaml": config, [`${client}/x`]: "" });
    untouched(a, 1, "is a folder");
    const b = folderWith({ "plan.yaml": goodPlan, "dd0c-track.yaml": config, "out/shop": "" });
    untouched(b, 2, "a file stands where a folder is needed");
  });

  test("where the output lies behind a link that leaves the workspace", () => {
    const folder = folderWith({ "plan.yaml": goodPlan, "dd0c-track.yaml": config });
    const elsewhere = folderWith({});
    symlinkSync(elsewhere, join(folder, "out"));
    untouched(folder, 1, "leaves the workspace");
    expect(textsBelow(elsewhere)).toEqual({});
  });

  test("where an option makes no sense", () => {
    const folder = folderWith({
      "plan.yaml": goodPlan,
      "dd0c-track.yaml": `${config}    options: { runtime: [node] }\n`,
    });
    untouched(folder, 2, 'Did you mean "runtimes"?');
  });

  test("where an emitter is not known", () => {
    const folder = folderWith({
      "plan.yaml": goodPlan,
      "dd0c-track.yaml": config.replace("typescript", "typscript"),
    });
    untouched(folder, 2, 'Did you mean "typescript"?');
  });

  test.skipIf(process.getuid?.() === 0)("where the folder is read-only", () => {
    const folder = folderWith({ "plan.yaml": goodPlan, "dd0c-track.yaml": config });
    chmodSync(folder, 0o555);
    untouched(folder, 2, "permission denied");
    chmodSync(folder, 0o755);
  });

  test("a move that fails undoes those before it", () => {
    const folder = folderWith({
      "plan.yaml": goodPlan,
      "dd0c-track.yaml": ownConfig(own),
      "own/a.txt": "before",
      "own/z": "a file",
      "tools/own.mjs": emitterModule(
        `return [{ path: "a.txt", text: "after" }, { path: "b/c.txt", text: "" }, { path: "z/d.txt", text: "" }];`,
      ),
    });
    untouched(folder, 2, "Nothing was written.");
    expect(existsSync(join(folder, "own/b"))).toBe(false);
  });
});

test("a bug of ours is 3, says so, and shows the stack when asked", () => {
  const folder = folderWith({
    "plan.yaml": goodPlan,
    "dd0c-track.yaml": ownConfig(own),
    "tools/own.mjs": emitterModule(`throw new Error("no more ink");`),
  });
  const quiet = cli(folder, ["generate"]);
  expect(quiet.code).toBe(3);
  expect(quiet.err).toContain("--verbose");
  expect(quiet.err).not.toContain("    at ");
  expect(cli(folder, ["--verbose", "generate"]).err).toContain("own.mjs");
});

// The guides to the gate, the Action and the hooks, tried as a reader would: in an app that tracks and
// has nothing of ours yet.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import { cli, folderWith, mainFile, withCli } from "./run-cli.js";

withCli();

const root = join(import.meta.dirname, "../../..");
const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

const checkout = `import posthog from "posthog-js";

function track(name: string, properties?: Record<string, unknown>) {
  posthog.capture(name, properties);
}

export function pay(cart: { items: string[] }, user: { email: string }) {
  // The money has arrived.
  track("order_paid", { items: cart.items.length, method: "card", email: user.email });
  track("order_sent");
}
`;

/** An app in git, with a branch that a pull request would go to. */
function app(): string {
  const folder = folderWith({
    "src/checkout.ts": checkout,
    "package.json": "{}",
    ".gitignore": "node_modules\n",
  });
  commit(folder);
  execFileSync("git", ["update-ref", "refs/remotes/origin/main", "HEAD"], { cwd: folder });
  return folder;
}

function commit(folder: string): void {
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], {
      cwd: folder,
    });
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "all");
}

/** The lines of a guide's shell blocks, and commands that stand in its tables. */
function commandsIn(guide: string): readonly string[] {
  const blocks = [...guide.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, text = ""]) =>
    text.trim().split("\n"),
  );
  const inline = [...guide.matchAll(/^\|.*$/gm)].flatMap(([row]) =>
    [...row.matchAll(/`(npx dd0c-track [^`]+)`/g)].map(([, line = ""]) => line),
  );
  return [...blocks, ...inline];
}

function run(line: string, folder: string): void {
  const [command = "", file] = line.split(" > ");
  if (command.startsWith("npm install ")) {
    const names = command
      .split(" ")
      .slice(2)
      .filter((word) => !word.startsWith("-"));
    for (const name of names)
      expect(existsSync(join(root, "node_modules", name, "package.json"))).toBe(true);
    return;
  }
  const [npx, tool, ...args] = command.split(" ");
  expect([npx, tool]).toEqual(["npx", "dd0c-track"]);
  const { code, out, err } = cli(folder, args);
  expect(`${line} → ${code}\n${code === 0 ? "" : out + err}`).toBe(`${line} → 0\n`);
  if (file !== undefined) writeFileSync(join(folder, file), out);
}

describe("docs/guides/ci-gate.md", () => {
  const guide = textOf("docs/guides/ci-gate.md");

  test("every command works, in the order in which a reader meets it", { timeout: 90_000 }, () => {
    const folder = app();
    const commands = commandsIn(guide);
    expect(commands.length).toBeGreaterThan(10);
    for (const command of commands) run(command, folder);
    expect(JSON.parse(readFileSync(join(folder, "tracking.sarif"), "utf8"))).toMatchObject({
      version: "2.1.0",
    });
  });

  test("the plan of the first day says what the code sends, and where", () => {
    const folder = app();
    run("npx dd0c-track adopt src", folder);
    const plan = readFileSync(join(folder, "schema/plan.yaml"), "utf8");
    expect(parse(plan)).toMatchObject({
      events: {
        order_paid: {
          properties: {
            items: { type: "integer", required: "always" },
            method: { type: "enum", values: ["card"] },
            email: { pii: { class: "email", handling: "hash" } },
          },
        },
        order_sent: {},
      },
    });
    expect(plan).toContain("  # src/checkout.ts:9\n  order_paid:");
  });

  test("what is new fails, with a place and a suggestion", () => {
    const folder = app();
    for (const command of ["adopt src", "generate"]) run(`npx dd0c-track ${command}`, folder);
    writeFileSync(
      join(folder, "src/checkout.ts"),
      checkout.replace('"order_sent"', '"order_sends"'),
    );
    const { code, out } = cli(folder, ["lint"]);
    expect(code).toBe(1);
    expect(out).toContain(
      'src/checkout.ts:10:9 error[C101 event-outside-plan] "order_sends" is not in the plan.',
    );
    expect(out).toContain('help: Did you mean "order_sent"?');
  });

  test("its config is one that the command takes", () => {
    const folder = app();
    run("npx dd0c-track adopt src", folder);
    const blocks = [...guide.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = ""]) => text);
    const config = blocks.find((text) => text.startsWith("rules:")) ?? "";
    const path = join(folder, "dd0c-track.yaml");
    const before = readFileSync(path, "utf8").replace(/^lint:\n.*\n/m, "");
    writeFileSync(path, before + config);
    run("npx dd0c-track lint", folder);
  });

  test("its comment silences, as it says", () => {
    const [, , comment = ""] =
      /^```ts\n((.*)\nposthog\.capture\("order paid"\);\n)```$/m.exec(guide) ?? [];
    const folder = folderWith({
      "plan.yaml": "plan: shop\nevents:\n  order paid: { description: Money arrived. }\n",
      "src/a.js": `import posthog from "posthog-js";\n${comment}\nposthog.capture("order paid");\n`,
    });
    expect(cli(folder, ["lint"])).toMatchObject({ code: 0, out: "" });
  });
});

describe("docs/guides/migration.md", () => {
  test("every command works", { timeout: 90_000 }, () => {
    const guide = textOf("docs/guides/migration.md");
    const folder = app();
    const commands = commandsIn(guide);
    for (const command of commands.filter((line) => !line.includes(" import ")))
      run(command, folder);
    const other = folderWith({
      "export.json": textOf("packages/lint/src/import/fixtures/avo.json"),
    });
    for (const command of commands.filter((line) => line.includes(" import "))) run(command, other);
    const config = /^```yaml\n(lint:.*?)^```$/ms.exec(guide)?.[1] ?? "";
    const path = join(folder, "dd0c-track.yaml");
    writeFileSync(path, readFileSync(path, "utf8").replace(/^lint:\n.*\n/m, "") + config);
    run("npx dd0c-track lint", folder);
  });
});

/** A step of a composite action that runs something. */
interface Step {
  readonly id?: string;
  readonly run: string;
  readonly env?: Readonly<Record<string, string>>;
}

describe("action.yml", () => {
  const action = parse(textOf("action.yml")) as {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: { readonly using: string; readonly steps: readonly Step[] };
  };

  /** Runs the steps as a runner does: expressions put in, one shell each, outputs handed on. */
  function runAction(folder: string, inputs: Readonly<Record<string, string>> = {}) {
    const bin = join(folder, "node_modules", ".shims");
    mkdirSync(bin, { recursive: true });
    const shim = `#!/bin/sh\nwhile [ "$1" != dd0c-track ]; do shift; done\nshift\nexec "${process.execPath}" "${mainFile}" "$@"\n`;
    writeFileSync(join(bin, "npx"), shim);
    chmodSync(join(bin, "npx"), 0o755);
    const outputFile = join(bin, "output");
    const outputs: Record<string, string> = {};
    const fill = (text: string): string =>
      text.replace(
        /\$\{\{ (inputs|steps\.cli\.outputs)\.([\w-]+) \}\}/g,
        (_, from: string, name: string) =>
          from === "inputs"
            ? (inputs[name] ?? action.inputs[name]?.default ?? "")
            : (outputs[name] ?? ""),
      );
    return action.runs.steps.map(({ run: script, env = {} }) => {
      writeFileSync(outputFile, "");
      const filled = Object.fromEntries(
        Object.entries(env).map(([name, value]) => [name, fill(value)]),
      );
      const { PATH, HOME } = process.env;
      const done = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
        cwd: folder,
        env: {
          HOME,
          PATH: `${bin}:${PATH}`,
          GITHUB_ACTIONS: "true",
          GITHUB_OUTPUT: outputFile,
          ...filled,
        },
        encoding: "utf8",
        timeout: 20_000,
      });
      for (const line of readFileSync(outputFile, "utf8").split("\n").filter(Boolean)) {
        const [name = "", ...value] = line.split("=");
        outputs[name] = value.join("=");
      }
      return { code: done.status, out: done.stdout, err: done.stderr };
    });
  }

  test("is green on the first day, and red on the second", { timeout: 90_000 }, () => {
    const folder = app();
    for (const command of ["adopt src", "generate"]) run(`npx dd0c-track ${command}`, folder);
    expect(runAction(folder).map(({ code, err }) => (code === 0 ? 0 : err))).toEqual([0, 0, 0, 0]);
    commit(folder);
    writeFileSync(
      join(folder, "src/new.ts"),
      'import posthog from "posthog-js";\n\nposthog.capture("order_lost");\n',
    );
    const steps = runAction(folder, { "changed-since": "HEAD" });
    expect(steps.map(({ code }) => code)).toEqual([0, 0, 0, 1]);
    expect(steps[3]?.out).toContain("::error file=src/new.ts,line=3,");
  });

  test("names no input that it does not have", () => {
    const used = [...textOf("action.yml").matchAll(/inputs\.([\w-]+)/g)].map(
      ([, name = ""]) => name,
    );
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
    expect(action.runs.using).toBe("composite");
  });
});

test.each(["github.yml", "gitlab.yml", "pre-commit-config.yaml"])(
  "examples/ci/%s is YAML, and calls what there is",
  { timeout: 90_000 },
  (name) => {
    const text = textOf(`examples/ci/${name}`);
    expect(parseDocument(text).errors).toEqual([]);
    const folder = app();
    run("npx dd0c-track adopt src", folder);
    run("npx dd0c-track generate", folder);
    const commands = [...text.matchAll(/npx (?:--no-install )?(dd0c-track [^\n>]+)/g)].map(
      ([, line = ""]) => line.trim(),
    );
    if (name !== "github.yml") expect(commands.length).toBeGreaterThan(1);
    for (const command of commands) run(`npx ${command}`, folder);
  },
);

test("the pre-commit hook lets good work through and stops bad work", { timeout: 90_000 }, () => {
  const folder = app();
  for (const command of ["adopt src", "generate"]) run(`npx dd0c-track ${command}`, folder);
  commit(folder);
  const bin = join(folder, "node_modules", ".shims");
  mkdirSync(bin, { recursive: true });
  writeFileSync(
    join(bin, "npx"),
    `#!/bin/sh\nshift\nshift\nexec "${process.execPath}" "${mainFile}" "$@"\n`,
  );
  chmodSync(join(bin, "npx"), 0o755);
  const hook = () =>
    spawnSync("sh", [join(root, "examples/ci/pre-commit")], {
      cwd: folder,
      env: { HOME: process.env.HOME, PATH: `${bin}:${process.env.PATH}` },
      encoding: "utf8",
    });
  const first = hook();
  expect(`${first.status} ${first.status === 0 ? "" : first.stderr}`).toBe("0 ");
  writeFileSync(
    join(folder, "src/new.ts"),
    'import posthog from "posthog-js";\nposthog.capture("order_lost");\n',
  );
  const second = hook();
  expect(second.status).toBe(1);
  expect(second.stdout).toContain("C101 event-outside-plan");
});

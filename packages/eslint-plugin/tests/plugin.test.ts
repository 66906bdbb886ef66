import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { codeRules } from "@dd0c/track-lint";
import * as typescriptParser from "@typescript-eslint/parser";
import { ESLint, type Linter } from "eslint";
import { afterAll, describe, expect, test } from "vitest";
import { configs, plugin, rules } from "../src/index.js";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const plan = `plan: shop
version: 1.0.0
events:
  order_paid:
    description: Money arrived.
    properties:
      method: { type: enum, required: always, description: How., values: [card, invoice] }
  order_sent:
    description: The parcel left.
  order_shipped:
    description: The parcel left, under its old name.
    deprecated: { reason: Renamed., replaced_by: order_sent }
`;

function app(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "dd0c-eslint-"));
  folders.push(folder);
  const all = { "plan.yaml": plan, "dd0c-track.yaml": "plan: plan.yaml\n", ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function lint(
  folder: string,
  {
    config = configs.recommended,
    fix = false,
  }: { readonly config?: Linter.Config; readonly fix?: boolean } = {},
) {
  const parsed: Linter.Config = {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parser: typescriptParser as Linter.Parser },
  };
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [{ files: ["**/*.{js,jsx,ts,tsx}"], ...config }, parsed],
    fix,
  });
  const results = await eslint.lintFiles(["src"]);
  return results.flatMap(({ messages, output, filePath }) => ({
    file: filePath.slice(folder.length + 1),
    output,
    messages: messages.map(({ ruleId, line, column, severity, message }) => ({
      rule: ruleId,
      at: `${line}:${column}`,
      severity,
      message,
    })),
  }));
}

describe("the plugin", () => {
  test("has every rule that one file can answer, under its name", () => {
    const names = codeRules.filter(({ scope }) => scope === "file").map(({ page }) => page.name);
    expect(Object.keys(rules).sort()).toEqual([...names].sort());
    expect(Object.keys(configs.recommended.rules ?? {}).length).toBeGreaterThan(20);
    expect(configs.recommended.plugins?.["@dd0c/track"]).toBe(plugin);
  });

  test.each(["js", "ts"])(
    "reports in .%s, with the command's code, words and place",
    async (ending) => {
      const folder = app({
        [`src/pay.${ending}`]:
          'import posthog from "posthog-js";\n\nposthog.capture("order_payed");\n',
      });
      const [result] = await lint(folder);
      expect(result?.messages).toEqual([
        {
          rule: "@dd0c/track/untyped-capture",
          at: "3:1",
          severity: 2,
          message:
            "[C102] posthog.capture sends an event beside the typed client. Add the event to the plan and call the generated client.",
        },
        {
          rule: "@dd0c/track/event-outside-plan",
          at: "3:17",
          severity: 2,
          message:
            '[C101] "order_payed" is not in the plan. Did you mean "order_paid"? The client calls it track.order_paid.',
        },
      ]);
    },
  );

  test("follows a wrapper in another file", async () => {
    const folder = app({
      "src/analytics.ts":
        'import posthog from "posthog-js";\nexport const send = (name: string, properties?: object) => posthog.capture(name, properties);\n',
      "src/page.tsx":
        'import { send } from "./analytics";\nexport const Page = () => <a onClick={() => send("order_paid", { method: "cash" })}>pay</a>;\n',
    });
    const results = await lint(folder);
    const page = results.find(({ file }) => file === "src/page.tsx");
    expect(page?.messages).toMatchObject([
      {
        rule: "@dd0c/track/value-outside-enum",
        message: '[C108] "cash" is no value of "method". There is card, invoice.',
      },
    ]);
  });

  test("mends what is safe", async () => {
    const folder = app({
      "src/ship.js": 'import posthog from "posthog-js";\nposthog.capture("order_shipped");\n',
    });
    const [result] = await lint(folder, { fix: true });
    expect(result?.output).toContain('posthog.capture("order_sent");');
  });

  test("ESLint's own comments silence, and so do ours", async () => {
    const folder = app({
      "src/a.js":
        'import posthog from "posthog-js";\n// eslint-disable-next-line @dd0c/track/untyped-capture\nposthog.capture("order_sent");\n// dd0c-ignore-next-line C102: the vendor\'s snippet\nposthog.capture("order_sent");\n',
    });
    const [result] = await lint(folder);
    expect(result?.messages).toEqual([]);
  });

  test("without a plan it says so once, and nothing else", async () => {
    const folder = mkdtempSync(join(tmpdir(), "dd0c-eslint-"));
    folders.push(folder);
    mkdirSync(join(folder, "src"));
    writeFileSync(
      join(folder, "src/a.js"),
      'import posthog from "posthog-js";\nposthog.capture("x");\n',
    );
    const [result] = await lint(folder);
    expect(result?.messages.map(({ message }) => message)).toEqual([
      "There is no dd0c-track.yaml at or above this file. `dd0c-track init` starts a plan.",
    ]);
  });

  test("a text that is not saved yet is judged as it is", async () => {
    const folder = app({ "src/a.js": "export {};\n" });
    const eslint = new ESLint({
      cwd: folder,
      overrideConfigFile: true,
      overrideConfig: [{ files: ["**/*.js"], ...configs.recommended }],
    });
    const filePath = join(folder, "src/a.js");
    const judge = async (text: string) => {
      const [result] = await eslint.lintText(text, { filePath });
      return result?.messages.map(({ ruleId }) => ruleId);
    };
    expect(await judge("export {};\n")).toEqual([]);
    const call = 'import posthog from "posthog-js";\nposthog.capture("nowhere");\n';
    expect(await judge(call)).toContain("@dd0c/track/event-outside-plan");
    expect(await judge(call.replace("nowhere", "order_sent"))).toEqual([
      "@dd0c/track/untyped-capture",
    ]);
    expect(await judge("export {};\n")).toEqual([]);
  });
});

describe("with types", () => {
  const typed = (folder: string): Linter.Config => ({
    ...configs.recommended,
    languageOptions: {
      parser: typescriptParser as Linter.Parser,
      parserOptions: { projectService: true, tsconfigRootDir: folder },
    },
  });
  const files = {
    "tsconfig.json":
      '{ "compilerOptions": { "strict": true, "types": [], "lib": ["ES2022"] }, "include": ["src"] }',
    "src/modules.d.ts":
      'declare module "posthog-js" { const posthog: { capture(name: string): void }; export default posthog; }\ndeclare module "their-names" { export const nameOf: (what: number) => "order_paid" | "order_sent"; }\n',
    "src/a.ts":
      'import posthog from "posthog-js";\nimport { nameOf } from "their-names";\nposthog.capture(nameOf(1));\n',
  };

  test("a name that only the checker knows is no finding; without types it is", async () => {
    const folder = app(files);
    const undecided = ["@dd0c/track/dynamic-event-name", "@dd0c/track/unresolved-call"];
    const rulesIn = async (config: Linter.Config) =>
      (await lint(folder, { config }))
        .flatMap(({ messages }) => messages.map(({ rule }) => rule))
        .filter((rule) => undecided.includes(rule ?? ""));
    expect(await rulesIn(configs.recommended)).toHaveLength(1);
    expect(await rulesIn(typed(folder))).toEqual([]);
  });
});

import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compileText } from "../../../fixtures/compile-text.js";
import { fixturePlan } from "../../../fixtures/fixture-plan.js";
import { expectGoldens } from "../../../fixtures/goldens.js";
import { outlineOf, typeErrors } from "../../../fixtures/type-check.js";
import type { EmittedFile } from "../../emitter.js";
import { typescriptEmitter } from "./index.js";

const options = typescriptEmitter.options.parse({});

async function emit(name: string): Promise<readonly EmittedFile[]> {
  const { plan, diagnostics } = compileText(fixturePlan(name), `${name}/plan.yaml`);
  if (plan === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return typescriptEmitter.emit(plan, options);
}

describe.each(["reference", "hostile", "minimal"])("the clients of the %s plan", (name) => {
  it("are what they were", async () => {
    const folder = fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
    expectGoldens(folder, await emit(name));
  });

  it("compile, strictly", async () => {
    expect(typeErrors(await emit(name))).toEqual([]);
  });

  it("are the same at every run", async () => {
    expect(await emit(name)).toEqual(await emit(name));
  });
});

describe("the clients of the hostile plan", () => {
  it("let nothing out of its comment: no declaration, no tag that the plan does not mean", async () => {
    for (const { path, text } of await emit("hostile")) {
      const { exports, tags } = outlineOf(text);
      expect(exports.filter((name) => /^[a-z]/.test(name)).sort(), path).toEqual(
        path.startsWith("shapes/") ? [] : ["client", "createTracker"],
      );
      for (const tag of tags)
        expect(tag, path).toMatch(/^(deprecated (Renamed\.|\*\\\/)|(min|max)Items \d+)$/);
    }
  });

  it("have a method for every name, however it is spelt", async () => {
    const calls = [
      'track["Signed Up"](undefined, context);',
      "track.user.new(undefined, context);",
      "track.user.delete(undefined, context);",
      "track.class.default(undefined, context);",
      'track.name.length.function({ async: "`" }, context);',
      'track["1st"]["2nd"](undefined, context);',
      "track.Заказ.Создан(undefined, context);",
      'track("it\'s \\"quoted\\" \\\\ back`tick $\u007bdollar}")(undefined, context);',
      'track.properties({ class: "+", when_plus: "x" }, context);',
      'track.properties({ class: "да" }, context);',
    ];
    expect(await errorsIn(calls)).toEqual([]);
  });

  it("refuse what the plan refuses", async () => {
    const calls = [
      "track.user.delet(undefined, context);",
      "track.user.new();",
      'track.name.length.function({ async: "x", other: 1 }, context);',
      'track.properties({ class: "+" }, context);',
      'track.properties({ class: "other" }, context);',
      'track.properties({ class: "да", default: "by hand" }, context);',
      "track.user.toString.call(undefined, context);",
    ];
    const errors = await errorsIn(calls);
    for (const index of calls.keys())
      expect(
        errors.filter((error) => error.startsWith(`use.ts:${index + 4} `)),
        calls[index],
      ).not.toEqual([]);
  });
});

/** What tsc says of calls of the hostile plan's Node client; the first call stands in line 4. */
async function errorsIn(calls: readonly string[]): Promise<readonly string[]> {
  const head = [
    'import type { Tracker } from "./class/node.js";',
    'declare const track: Tracker["track"];',
    'const context = { tenant_id: "t" } as const;',
  ];
  const use = { path: "use.ts", text: `${[...head, ...calls].join("\n")}\nexport {};\n` };
  return typeErrors([...(await emit("hostile")), use]);
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Project } from "ts-morph";
import { afterEach, describe, expect, test } from "vitest";
import { analyse } from "../analyse.js";
import { askTsMorph } from "./ask-ts-morph.js";
import { nameByTypes } from "./name-by-types.js";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** The names per call, before and after types were asked; `?` for a call whose name is unknown. */
function named(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), "dd0c-types-"));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const analysis = analyse({ root });
  const asker = askTsMorph(
    { Project },
    {
      pathOf: (file) => join(root, file),
      configOf: () => ("tsconfig.json" in files ? join(root, "tsconfig.json") : null),
    },
  );
  const show = ({ sites, unresolved }: typeof analysis) => [
    ...sites.map(({ event }) => event.names.map(({ name }) => name).join("|")),
    ...unresolved.map(() => "?"),
  ];
  return [show(analysis), show(nameByTypes(analysis, asker))];
}

/** Types of a package that are no part of the code base's own sources. */
const library = {
  ".gitignore": "node_modules\n",
  "node_modules/names/package.json": '{ "name": "names", "types": "index.d.ts" }',
  "node_modules/names/index.d.ts": `
    export type Step = "one" | "two";
    export declare function nextStep(): Step;
    export declare function anyText(): string;
    export declare const fixed: { readonly done: "all_done" };
  `,
};

describe("types name what the code alone does not", () => {
  test("the result of a library's function whose type is a union of literals", () => {
    const code = `
      import posthog from "posthog-js";
      import { nextStep } from "names";
      posthog.capture(nextStep());
    `;
    expect(named({ ...library, "src/a.ts": code })).toEqual([["?"], ["one|two"]]);
  });

  test("a member of a library's constant, in JavaScript too", () => {
    const code = `
      import posthog from "posthog-js";
      import { fixed } from "names";
      posthog.capture(fixed.done);
    `;
    expect(named({ ...library, "src/a.js": code })).toEqual([["?"], ["all_done"]]);
  });

  test("any text stays unresolved, and so does what TypeScript cannot read", () => {
    const code = `
      import posthog from "posthog-js";
      import { anyText } from "names";
      posthog.capture(anyText());
    `;
    const vue = `<script setup lang="ts">${code}</script>`;
    const files = { ...library, "src/a.ts": code, "src/b.vue": vue };
    expect(named(files)).toEqual([
      ["?", "?"],
      ["?", "?"],
    ]);
    expect(named({ ...files, "tsconfig.json": "{ no json" })[1]).toEqual(["?", "?"]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { analyse } from "./analyse.js";
import type { Analysis } from "./analysis.js";
import { listFiles } from "./files/list-files.js";
import type { Project } from "./project.js";

const corpus = fileURLToPath(new URL("../../fixtures/corpus", import.meta.url));
const SAYS = /(?:\/\/|\{\/\*) (site|unresolved): (.*?)(?: \*\/\})?$/;

/** What a shape's config adds. */
const settings: Readonly<Record<string, Omit<Project, "root">>> = {
  relay: {
    emitters: [
      {
        module: "src/ipc.ts",
        export: "sendTelemetryEvent",
        event: 0,
        properties: 1,
        name: "{0} - [DESKTOP]",
      },
    ],
  },
};

describe("the corpus: every site found, nothing invented", () => {
  for (const shape of readdirSync(corpus).sort())
    it(shape, () => {
      const root = join(corpus, shape);
      const analysis = analyse({ root, ...settings[shape] });
      expect(foundIn(root, analysis)).toEqual(expectedIn(root));
      expect(analysis.skipped).toEqual([]);
    });
});

/** `file:line site a | b`, as the comments say. */
function expectedIn(root: string): string[] {
  const expected: string[] = [];
  for (const file of listFiles(root)) {
    const lines = readFileSync(join(root, file), "utf8").split("\n");
    lines.forEach((line, index) => {
      const [said, kind, what] = SAYS.exec(line) ?? [];
      if (!said || !what) return;
      const own = line.trim() === said.trim() ? index + 2 : index + 1;
      expected.push(`${file}:${own} ${kind} ${what.split(" | ").sort().join(" | ")}`);
    });
  }
  return expected.sort();
}

function foundIn(root: string, { sites, unresolved }: Analysis): string[] {
  const lineOf = (file: string, offset: number): number =>
    readFileSync(join(root, file), "utf8").slice(0, offset).split("\n").length;
  return [
    ...sites.map(({ callee, event }) => {
      const names = event.names.map((it) => it.name).join(" | ");
      return `${callee.file}:${lineOf(callee.file, callee.end)} site ${names}`;
    }),
    ...unresolved.map(({ callee, event }) => {
      return `${callee.file}:${lineOf(callee.file, callee.end)} unresolved ${event.reason}`;
    }),
  ].sort();
}
